#include "gui/cases/files_tab.hpp"

#include <wx/bmpbuttn.h>
#include <wx/button.h>
#include <wx/clipbrd.h>
#include <wx/filedlg.h>
#include <wx/mstream.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/picture.hpp"
#include "model/core/error.hpp"
#include "model/ports/reader.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::CaseActionId;

namespace {

constexpr int kListRows = 6;
constexpr int kPreviewSide = 320;  ///< DIP
constexpr int kStripSide = 96;     ///< DIP

bool isPicture(const model::Attachment& file) {
  return file.mediaType.rfind("image/", 0) == 0;
}

wxImage fitted(const wxImage& image, int side) {
  const double factor =
      std::min(1.0, static_cast<double>(side) / std::max(image.GetWidth(), image.GetHeight()));
  return image.Scale(std::max(1, static_cast<int>(image.GetWidth() * factor)),
                     std::max(1, static_cast<int>(image.GetHeight() * factor)), wxIMAGE_QUALITY_HIGH);
}

}  // namespace

std::optional<FileSource> pictureOnClipboard(const std::string& name) {
  const wxClipboardLocker lock;
  if (!lock || !wxTheClipboard->IsSupported(wxDF_BITMAP)) return std::nullopt;
  wxBitmapDataObject data;
  if (!wxTheClipboard->GetData(data) || !data.GetBitmap().IsOk()) return std::nullopt;
  wxMemoryOutputStream stream;
  if (!data.GetBitmap().ConvertToImage().SaveFile(stream, wxBITMAP_TYPE_PNG)) return std::nullopt;
  std::string bytes(stream.GetSize(), '\0');
  stream.CopyTo(bytes.data(), bytes.size());
  return fileInMemory(name, std::move(bytes));
}

FilesTab::FilesTab(wxWindow* parent, CaseTabHost& host) : CaseTabPanel(parent, host) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeTitle(this, text()(tr("Files and pictures"))), wxSizerFlags(1).CentreVertical());
  m_open = makeButton(this, text()(tr("&Open")), [this] { open(); });
  m_save = makeButton(this, text()(tr("Sa&ve as…")), [this] { saveAs(); });
  m_add = makeButton(this, text()(tr("Add &files…")), [this] { choose(); });
  for (auto* button : {m_open, m_save, m_add})
    head->Add(button, wxSizerFlags().Border(wxLEFT, gap(this, Gap::field)));
  outer->Add(head, wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::group)));
  outer->Add(
      makeMuted(this, text()(tr("Drop files here, or paste a picture with Ctrl+V. At most 50 MB a file."))),
      wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::group)));
  auto* middle = new wxBoxSizer(wxHORIZONTAL);
  m_list = new TextTable(this, text()(tr("Files and pictures")),
                         {{text()(tr("Name")), 17, false, false, true},
                          {text()(tr("For")), 5, false, false, false},
                          {text()(tr("Caption")), 13, false, false, false},
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
  outer->Add(middle, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap(this, Gap::group)));
  m_strip = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHSCROLL);
  m_strip->SetScrollRate(FromDIP(kStripSide) / 4, 0);
  m_strip->SetMinSize({-1, FromDIP(kStripSide) + lines(this, 2.2)});
  m_strip->SetSizer(new wxBoxSizer(wxHORIZONTAL));
  outer->Add(m_strip, wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::group)));
  SetSizer(outer);
  refresh();
}

const model::Attachment* FilesTab::chosen() const {
  const auto* row = m_list->selected();
  if (row)
    for (const auto& file : page().file().attachments)
      if (file.id.value == row->key) return &file;
  return nullptr;
}

void FilesTab::refresh() {
  const auto& file = page().file();
  std::vector<TextTable::Row> rows;
  for (const auto& attachment : file.attachments)
    rows.push_back({{attachment.originalName, attachment.discipline, attachment.caption,
                     file.personName(attachment.addedBy),
                     viewmodels::timeText(page().session().zone, attachment.addedAt)},
                    {},
                    attachment.id.value});
  const bool any = !rows.empty();
  m_list->show(std::move(rows));
  if (any && !chosen()) m_list->list()->selectRow(0);
  for (const auto& attachment : file.attachments)
    if (isPicture(attachment) && m_thumbnails.count(attachment.id.value) == 0) loadThumbnail(attachment);
  const auto action = viewmodels::actionOf(page().actions(), CaseActionId::attach);
  m_add->Enable(action.enabled());
  m_add->SetToolTip(toWx(action.whyNot ? text()(*action.whyNot) : std::string()));
  showStrip();
  showChosen();
}

void FilesTab::loadThumbnail(const model::Attachment& file) {
  m_thumbnails[file.id.value] = wxImage();
  auto& session = page().session();
  viewmodels::inBackground(
      session.executor, m_life,
      [store = session.store, id = file.id, side = FromDIP(kPreviewSide)] {
        std::string bytes;
        store->reader().readAttachment(id, [&bytes](std::string_view chunk) { bytes += chunk; });
        return decodeThumbnail(bytes, side);
      },
      [this, id = file.id.value](const std::optional<wxImage>& image) {
        if (!image) return;
        m_thumbnails[id] = *image;
        showStrip();
        showChosen();
      },
      // A picture that cannot be read has no thumbnail; opening it says why.
      [](const std::exception_ptr&) {});
}

void FilesTab::showStrip() {
  auto* sizer = m_strip->GetSizer();
  sizer->Clear(true);
  for (const auto& file : page().file().attachments) {
    const auto found = m_thumbnails.find(file.id.value);
    if (found == m_thumbnails.end() || !found->second.IsOk()) continue;
    auto* button =
        new wxBitmapButton(m_strip, wxID_ANY, wxBitmap(fitted(found->second, FromDIP(kStripSide))));
    const std::string name = file.caption.empty() ? file.originalName : file.caption;
    button->SetToolTip(toWx(name));
    setAccessibleName(button, name);
    button->Bind(wxEVT_BUTTON, [this, id = file.id](wxCommandEvent&) {
      const auto& files = page().file().attachments;
      for (std::size_t index = 0; index < files.size(); ++index)
        if (files[index].id == id) m_list->list()->selectRow(static_cast<long>(index));
      showChosen();
    });
    sizer->Add(button, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  }
  m_strip->FitInside();
  m_strip->Layout();
}

void FilesTab::showChosen() {
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
    const auto found = m_thumbnails.find(file->id.value);
    if (found != m_thumbnails.end() && found->second.IsOk()) bitmap = wxBitmap(found->second);
    setAccessibleName(m_picture, file->originalName);
  }
  m_picture->SetBitmap(bitmap);
  m_picture->Show(bitmap.IsOk());
  setText(m_words, words, FromDIP(kPreviewSide));
  Layout();
}

void FilesTab::choose() {
  wxFileDialog dialog(wxGetTopLevelParent(this), toWx(text()(tr("Add files"))), {}, {},
                      wxFileSelectorDefaultWildcardStr, wxFD_OPEN | wxFD_MULTIPLE | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return;
  wxArrayString paths;
  dialog.GetPaths(paths);
  std::vector<FileSource> files;
  for (const auto& path : paths) files.push_back(fileOnDisk(fromWx(path)));
  showActionDialog(this, page(), attachForm(page(), std::move(files), std::nullopt));
}

void FilesTab::open() {
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

void FilesTab::saveAs() {
  const auto* file = chosen();
  if (!file) return;
  const std::string chosenPath = askSavePath(this, text()(tr("Save as")), file->fileName);
  if (chosenPath.empty()) return;
  page().readAttachment(
      file->id,
      [this, path = chosenPath](const std::string& bytes) {
        try {
          writeFile(path, bytes);
          host().showStatus(text()(model::Message(tr("Saved as {0}"), {path})));
        } catch (const std::exception&) {
          host().showError(std::current_exception());
        }
      },
      [this](const std::exception_ptr& error) { host().showError(error); });
}

}  // namespace octad::gui
