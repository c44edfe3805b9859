#include "gui/returns/return_files_tab.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

#include "gui/cases/files_panel.hpp"
#include "gui/returns/return_files.hpp"
#include "gui/widgets/action_button.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::ReturnActionId;

ReturnFilesTab::ReturnFilesTab(wxWindow* parent, ReturnTabHost& host) : ReturnTabPanel(parent, host) {
  FilesPanel::Means means;
  means.read = [store = page().session().store](long long id) {
    std::string bytes;
    store->reader().returns().readAttachment(model::ReturnAttachmentId{id},
                                             [&bytes](std::string_view chunk) { bytes += chunk; });
    return bytes;
  };
  means.add = [this] { chooseFiles(model::ReturnPaper::other); };
  means.showError = host.showError;
  means.showStatus = host.showStatus;
  m_files = new FilesPanel(this, page().session(),
                           {{text()(tr("Name")), 18, false, false, true},
                            {text()(tr("What it is")), 16, false, false, false},
                            {text()(tr("Unit")), 12, false, false, false},
                            {text()(tr("Caption")), 14, false, false, true},
                            {text()(tr("Added by")), 8, false, false, false},
                            {text()(tr("Added")), 16.5, false, false, false}},
                           false, std::move(means));
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(m_files, wxSizerFlags(1).Expand());
  SetSizer(outer);
  refresh();
}

void ReturnFilesTab::refresh() {
  const auto& file = page().file();
  std::vector<ShownFile> files;
  for (const auto& one : file.attachments) {
    std::string serial;
    for (const auto& unit : file.units)
      if (one.unitId == unit.id) serial = unit.serial;
    files.push_back(
        {one.id.value,
         one.originalName,
         one.fileName,
         one.mediaType,
         one.sha256,
         one.size,
         one.caption,
         {one.originalName, text().label(one.paper), serial, one.caption, file.personName(one.addedBy),
          viewmodels::timeText(page().session().zone, one.addedAt)}});
  }
  m_files->show(std::move(files));
  const auto actions = page().actions();
  showAction(m_files->addButton(), viewmodels::actionOf(actions, ReturnActionId::attach), text());
}

void ReturnFilesTab::chooseFiles(model::ReturnPaper paper) {
  auto files = askForFiles(this, text());
  if (!files.empty()) host().ask(returnAttachForm(page(), std::move(files), paper, {}));
}

}  // namespace octad::gui
