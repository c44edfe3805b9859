#include "gui/returns/return_files_tab.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

#include "gui/cases/text_table.hpp"
#include "gui/returns/action_button.hpp"
#include "gui/returns/return_files.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/picture.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::ReturnActionId;

namespace {
constexpr int kListRows = 6;
constexpr int kPreviewSide = 320;  ///< DIP
}  // namespace

ReturnFilesTab::ReturnFilesTab(wxWindow* parent, ReturnTabHost& host) : ReturnTabPanel(parent, host) {
  const int side = gap(this, Gap::group);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeTitle(this, text()(tr("Files and pictures"))), wxSizerFlags(1).CentreVertical());
  m_open = makeButton(this, text()(tr("&Open")), [this] { open(); });
  m_save = makeButton(this, text()(tr("Sa&ve as…")), [this] { saveAs(); });
  m_add = makeButton(this, text()(tr("Add &files…")), [this] { chooseFiles(model::ReturnPaper::other); });
  for (auto* button : {m_open, m_save, m_add})
    head->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  outer->Add(head, wxSizerFlags().Expand().Border(wxALL, side));
  outer->Add(
      makeMuted(this, text()(tr("Drop files here, or paste a picture with Ctrl+V. At most 50 MB a file."))),
      wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, side));
  auto* middle = new wxBoxSizer(wxHORIZONTAL);
  m_list = new TextTable(this, text()(tr("Files and pictures")),
                         {{text()(tr("Name")), 18, false, false, true},
                          {text()(tr("What it is")), 16, false, false, false},
                          {text()(tr("Unit")), 12, false, false, false},
                          {text()(tr("Caption")), 14, false, false, true},
                          {text()(tr("Added by")), 8, false, false, false},
                          {text()(tr("Added")), 16.5, false, false, false}},
                         kListRows, kListRows);
  m_list->list()->onSelect = [this](long) { showChosen(); };
  m_list->list()->onActivate = [this](long) { open(); };
  middle->Add(m_list->list(), wxSizerFlags(1).Expand());
  auto* preview = new wxBoxSizer(wxVERTICAL);
  m_picture = new wxStaticBitmap(this, wxID_ANY, wxNullBitmap);
  preview->Add(m_picture);
  m_words = makeMuted(this, {});
  preview->Add(m_words, wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
  preview->SetMinSize({FromDIP(kPreviewSide), -1});
  middle->Add(preview, wxSizerFlags().Expand().Border(wxLEFT, gap(this, Gap::group)));
  outer->Add(middle, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, side));
  SetSizer(outer);
  refresh();
}

const model::ReturnAttachment* ReturnFilesTab::chosen() const {
  if (const auto* row = m_list->selected())
    for (const auto& file : page().file().attachments)
      if (file.id.value == row->key) return &file;
  return nullptr;
}

void ReturnFilesTab::refresh() {
  const auto& file = page().file();
  std::vector<TextTable::Row> rows;
  for (const auto& paper : file.attachments) {
    std::string serial;
    for (const auto& unit : file.units)
      if (paper.unitId == unit.id) serial = unit.serial;
    rows.push_back(
        {{paper.originalName, text().label(paper.paper), serial, paper.caption,
          file.personName(paper.addedBy), viewmodels::timeText(page().session().zone, paper.addedAt)},
         {},
         paper.id.value});
  }
  const bool any = !rows.empty();
  m_list->show(std::move(rows));
  if (any && !chosen()) m_list->list()->selectRow(0);
  const auto actions = page().actions();
  showAction(m_add, viewmodels::actionOf(actions, ReturnActionId::attach), text());
  showChosen();
}

void ReturnFilesTab::loadPicture(const model::ReturnAttachment& file) {
  m_pictures[file.id.value] = wxImage();
  auto& session = page().session();
  viewmodels::inBackground(
      session.executor, m_life,
      [store = session.store, id = file.id, side = FromDIP(kPreviewSide)] {
        std::string bytes;
        store->reader().returns().readAttachment(id, [&bytes](std::string_view chunk) { bytes += chunk; });
        return decodeThumbnail(bytes, side);
      },
      [this, id = file.id.value](const std::optional<wxImage>& image) {
        if (!image) return;
        m_pictures[id] = *image;
        showChosen();
      },
      // A picture that cannot be read is not shown; opening it says why.
      [](const std::exception_ptr&) {});
}

void ReturnFilesTab::showChosen() {
  const auto* file = chosen();
  m_open->Enable(file && mayBeOpened(file->mediaType));
  m_save->Enable(file != nullptr);
  wxBitmap bitmap;
  std::string words = text()(tr("No file yet."));
  if (file) {
    words = file->originalName + "\n" + sizeText(file->size) + " · " + file->mediaType + "\nSHA-256 " +
            file->sha256.substr(0, 16) + "…";
    if (!mayBeOpened(file->mediaType))
      words += "\n" + text()(tr("This kind of file is not opened from here; save it first."));
    const auto known = m_pictures.find(file->id.value);
    if (known == m_pictures.end() && file->mediaType.starts_with("image/"))
      loadPicture(*file);
    else if (known != m_pictures.end() && known->second.IsOk())
      bitmap = wxBitmap(known->second);
    setAccessibleName(m_picture, file->originalName);
  }
  m_picture->SetBitmap(bitmap);
  m_picture->Show(bitmap.IsOk());
  setText(m_words, words, FromDIP(kPreviewSide));
  Layout();
}

void ReturnFilesTab::chooseFiles(model::ReturnPaper paper) {
  auto files = askForFiles(this, text());
  if (files.empty()) return;
  host().ask(returnAttachForm(page(), std::move(files), paper, {}));
}

void ReturnFilesTab::open() {
  const auto* file = chosen();
  if (!file || !mayBeOpened(file->mediaType)) return;
  page().readAttachment(
      file->id,
      [this, name = file->fileName](const std::string& bytes) {
        try {
          m_opened.open(name, bytes);
        } catch (const std::exception&) {
          host().showError(std::current_exception());
        }
      },
      [this](const std::exception_ptr& error) { host().showError(error); });
}

void ReturnFilesTab::saveAs() {
  const auto* file = chosen();
  if (!file) return;
  const std::string place = askSavePath(this, text()(tr("Save as")), file->fileName);
  if (place.empty()) return;
  page().readAttachment(
      file->id,
      [this, place](const std::string& bytes) {
        try {
          writeFile(place, bytes);
          host().showStatus(text()(model::Message(tr("Saved as {0}"), {place})));
        } catch (const std::exception&) {
          host().showError(std::current_exception());
        }
      },
      [this](const std::exception_ptr& error) { host().showError(error); });
}

}  // namespace octad::gui
