// Mails that are dropped or chosen: one fills the form of a new complaint, what a mail server reports is
// noted.
#include <wx/filedlg.h>

#include "gui/shell/work_area.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/text.hpp"
#include "model/intake/incoming_mail.hpp"

namespace octad::gui {

using model::tr;

void WorkArea::connectMails() {
  m_connections.emplace_back(m_mails.stateChanged.connect([this] {
    if (m_mails.lostCount()) showPlaces();
  }));
  m_connections.emplace_back(
      m_arrival.complaint.connect([this](const std::string& path) { openComplaintFromMail(path); }));
  m_connections.emplace_back(m_arrival.noted.connect([this](const model::Message& words) {
    const auto& text = m_session.translator;
    m_mails.refresh();
    m_inbox.refresh();
    if (m_pages.currentKey() == "mails")
      m_frame.notice().showNotice(text(words));
    else
      m_frame.notice().showNotice(text(words), text(tr("Show the mails")), [this] { showPlace("mails"); });
  }));
  m_connections.emplace_back(m_arrival.failed.connect([this](const std::exception_ptr& error,
                                                             const std::string& path) {
    const auto& text = m_session.translator;
    m_frame.notice().showError(error, text, text(tr("Try again")), [this, path] { complaintFromMail(path); });
  }));
}

void WorkArea::openComplaintFromMail(const std::string& path) {
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
