// Complaints that come by e-mail: the mail that was dropped or chosen fills the form of a new complaint.
#include <wx/filedlg.h>

#include "gui/shell/work_area.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/text.hpp"
#include "model/intake/incoming_mail.hpp"

namespace octad::gui {

using model::tr;

void WorkArea::complaintFromMail(const std::string& path) {
  if (!freshComplaintForm(tr("A new complaint is being typed already. Finish it, or throw it away; then open "
                             "the mail again.")))
    return;
  m_forms.openComplaintFromMail(path);
  if (m_frame.notice().IsShown()) m_frame.notice().Dismiss();
  showComplaintForm();
}

void WorkArea::openMail() {
  wxFileDialog dialog(wxGetTopLevelParent(this), toWx(m_session.translator(tr("Choose a mail"))), {}, {},
                      toWx(m_session.translator(tr("Mails")) + " (*.eml)|*.eml;*.EML"),
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() == wxID_OK) complaintFromMail(fromWx(dialog.GetPath()));
}

/// A mail starts a complaint wherever it is dropped; pages of cases and returns take files themselves.
bool WorkArea::filesDropped(const std::vector<std::string>& paths) {
  const auto& text = m_session.translator;
  if (!takesMails()) {
    m_frame.notice().showNotice(
        text(tr("Files are dropped on the page of a case or a return, which keeps them.")));
    return false;
  }
  if (paths.size() != 1 || !model::isMailName(paths.front())) {
    m_frame.notice().showNotice(
        text(tr("Drop one mail (.eml) here to start a complaint with it. Other files are "
                "dropped on the page of a case or a return, which keeps them.")));
    return false;
  }
  // The program that is dragging waits for an answer: the form opens after it.
  CallAfter([this, path = paths.front()] { complaintFromMail(path); });
  return true;
}

}  // namespace octad::gui
