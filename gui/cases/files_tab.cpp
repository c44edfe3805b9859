#include "gui/cases/files_tab.hpp"

#include <algorithm>
#include <wx/button.h>
#include <wx/sizer.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/files_panel.hpp"
#include "gui/cases/incoming_files.hpp"
#include "gui/cases/mark_picture_dialog.hpp"
#include "gui/widgets/action_button.hpp"
#include "model/ports/reader.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::CaseActionId;

namespace {

/// " · ✎ 2": how many marks are drawn over a picture.
std::string marksOf(const model::CaseFile& file, model::AttachmentId id) {
  const auto count = std::count_if(file.pictureMarks.begin(), file.pictureMarks.end(),
                                   [id](const model::PictureMark& mark) { return mark.attachmentId == id; });
  return count == 0 ? std::string() : " · ✎ " + std::to_string(count);
}

}  // namespace

FilesTab::FilesTab(wxWindow* parent, CaseTabHost& host) : CaseTabPanel(parent, host) {
  FilesPanel::Means means;
  means.read = [store = page().session().store](long long id) {
    std::string bytes;
    store->reader().readAttachment(model::AttachmentId{id},
                                   [&bytes](std::string_view chunk) { bytes += chunk; });
    return bytes;
  };
  means.add = [this] { choose(); };
  means.mark = [this](long long id, const wxImage& picture) {
    if (showMarkPicture(this, page(), model::AttachmentId{id}, picture))
      this->host().showStatus(text()(tr("The marks are saved. Reports print the picture with them.")));
  };
  means.showError = host.showError;
  means.showStatus = host.showStatus;
  m_files = new FilesPanel(this, page().session(),
                           {{text()(tr("Name")), 17, false, false, true},
                            {text()(tr("For")), 5, false, false, false},
                            {text()(tr("Caption")), 13, false, false, false},
                            {text()(tr("Added by")), 8, false, false, false},
                            {text()(tr("Added")), 16.5, false, false, false}},
                           true, std::move(means));
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(m_files, wxSizerFlags(1).Expand());
  SetSizer(outer);
  refresh();
}

void FilesTab::refresh() {
  const auto& file = page().file();
  std::vector<ShownFile> files;
  for (const auto& one : file.attachments)
    files.push_back(
        {one.id.value,
         one.originalName,
         one.fileName,
         one.mediaType,
         one.sha256,
         one.size,
         one.caption,
         {one.originalName, one.discipline, one.caption + marksOf(file, one.id), file.personName(one.addedBy),
          viewmodels::timeText(page().session().zone, one.addedAt)}});
  m_files->show(std::move(files));
  const auto actions = page().actions();
  showAction(m_files->addButton(), viewmodels::actionOf(actions, CaseActionId::attach), text());
}

void FilesTab::choose() {
  auto files = askForFiles(this, text());
  if (!files.empty()) showActionDialog(this, page(), attachForm(page(), std::move(files), std::nullopt));
}

}  // namespace octad::gui
