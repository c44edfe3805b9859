#include "gui/cases/files_panel.hpp"

#include <algorithm>
#include <wx/bmpbuttn.h>
#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

#include "gui/cases/attach_files.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/picture.hpp"

namespace octad::gui {

using model::tr;

namespace {

constexpr int kListRows = 6;
constexpr int kPreviewSide = 320;  ///< DIP
constexpr int kStripSide = 96;     ///< DIP

bool isPicture(const ShownFile& file) {
  return file.mediaType.starts_with("image/");
}

wxImage fitted(const wxImage& image, int side) {
  const double factor =
      std::min(1.0, static_cast<double>(side) / std::max(image.GetWidth(), image.GetHeight()));
  return image.Scale(std::max(1, static_cast<int>(image.GetWidth() * factor)),
                     std::max(1, static_cast<int>(image.GetHeight() * factor)), wxIMAGE_QUALITY_HIGH);
}

}  // namespace

FilesPanel::FilesPanel(wxWindow* parent, const viewmodels::Session& session, std::vector<RowColumn> columns,
                       bool withStrip, Means means)
    : wxPanel(parent), m_session(session), m_text(session.translator), m_means(std::move(means)) {
  const int side = gap(this, Gap::group);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(makeHead(), wxSizerFlags().Expand().Border(wxALL, side));
  outer->Add(
      makeMuted(this, m_text(tr("Drop files here, or paste a picture with Ctrl+V. At most 50 MB a file."))),
      wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, side));
  outer->Add(makeMiddle(std::move(columns)), wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, side));
  if (withStrip) {
    m_strip = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHSCROLL);
    m_strip->SetScrollRate(FromDIP(kStripSide) / 4, 0);
    m_strip->SetMinSize({-1, FromDIP(kStripSide) + lines(this, 2.2)});
    m_strip->SetSizer(new wxBoxSizer(wxHORIZONTAL));
    outer->Add(m_strip, wxSizerFlags().Expand().Border(wxALL, side));
  } else {
    outer->AddSpacer(side);
  }
  SetSizer(outer);
}

wxSizer* FilesPanel::makeHead() {
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeTitle(this, m_text(tr("Files and pictures"))), wxSizerFlags(1).CentreVertical());
  m_open = makeButton(this, m_text(tr("&Open")), [this] { open(); });
  m_save = makeButton(this, m_text(tr("Sa&ve as…")), [this] { saveAs(); });
  m_add = makeButton(this, m_text(tr("Add &files…")), [this] { m_means.add(); });
  if (m_means.mark) m_mark = makeButton(this, m_text(tr("&Mark…")), [this] { markChosen(); });
  for (auto* button : {m_mark, m_open, m_save, m_add})
    if (button != nullptr)
      head->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  return head;
}

wxSizer* FilesPanel::makeMiddle(std::vector<RowColumn> columns) {
  auto* middle = new wxBoxSizer(wxHORIZONTAL);
  m_list = new TextTable(this, m_text(tr("Files and pictures")), std::move(columns), kListRows, kListRows);
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
  return middle;
}

const ShownFile* FilesPanel::chosen() const {
  if (const auto* row = m_list->selected())
    for (const auto& file : m_files)
      if (file.id == row->key) return &file;
  return nullptr;
}

void FilesPanel::show(std::vector<ShownFile> files) {
  m_files = std::move(files);
  std::vector<TextTable::Row> rows;
  for (const auto& file : m_files) rows.push_back({file.cells, {}, file.id});
  m_list->show(std::move(rows));
  if (!m_files.empty() && !chosen()) m_list->list()->selectRow(0);
  if (m_strip != nullptr) {
    for (const auto& file : m_files)
      if (isPicture(file) && m_pictures.count(file.id) == 0) loadPicture(file);
    showStrip();
  }
  showChosen();
}

void FilesPanel::loadPicture(const ShownFile& file) {
  m_pictures[file.id] = wxImage();
  viewmodels::inBackground(
      m_session.executor, m_life,
      [read = m_means.read, id = file.id, side = FromDIP(kPreviewSide)] {
        return decodeThumbnail(read(id), side);
      },
      [this, id = file.id](const std::optional<wxImage>& image) {
        if (!image) return;
        m_pictures[id] = *image;
        if (m_strip != nullptr) showStrip();
        showChosen();
      },
      // A picture that cannot be read is not shown; opening it says why.
      [](const std::exception_ptr&) {});
}

void FilesPanel::showStrip() {
  auto* sizer = m_strip->GetSizer();
  sizer->Clear(true);
  for (std::size_t at = 0; at < m_files.size(); ++at) {
    const auto& file = m_files[at];
    const auto found = m_pictures.find(file.id);
    if (found == m_pictures.end() || !found->second.IsOk()) continue;
    auto* button =
        new wxBitmapButton(m_strip, wxID_ANY, wxBitmap(fitted(found->second, FromDIP(kStripSide))));
    const std::string name = file.caption.empty() ? file.originalName : file.caption;
    button->SetToolTip(toWx(name));
    setAccessibleName(button, name);
    button->Bind(wxEVT_BUTTON, [this, at](wxCommandEvent&) {
      m_list->list()->selectRow(static_cast<long>(at));
      showChosen();
    });
    sizer->Add(button, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  }
  m_strip->FitInside();
  m_strip->Layout();
}

void FilesPanel::showChosen() {
  const auto* file = chosen();
  m_open->Enable(file && mayBeOpened(file->mediaType));
  m_save->Enable(file != nullptr);
  if (m_mark != nullptr) {
    m_mark->Enable(file != nullptr && isPicture(*file));
    m_mark->SetToolTip(
        toWx(m_text(tr("Arrows, circles and words over the picture; the file stays as it came"))));
  }
  wxBitmap bitmap;
  std::string words = m_text(tr("No file yet."));
  if (file) {
    words = file->originalName + "\n" + sizeText(file->size) + " · " + file->mediaType + "\nSHA-256 " +
            file->sha256.substr(0, 16) + "…";
    if (!mayBeOpened(file->mediaType))
      words += "\n" + m_text(tr("This kind of file is not opened from here; save it first."));
    const auto known = m_pictures.find(file->id);
    if (known == m_pictures.end() && isPicture(*file))
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

void FilesPanel::readChosen(std::function<void(const std::string&)> then) {
  viewmodels::inBackground(
      m_session.executor, m_life, [read = m_means.read, id = chosen()->id] { return read(id); },
      [this, then = std::move(then)](const std::string& bytes) {
        try {
          then(bytes);
        } catch (const std::exception&) {
          m_means.showError(std::current_exception());
        }
      },
      [this](const std::exception_ptr& error) { m_means.showError(error); });
}

void FilesPanel::markChosen() {
  const auto* file = chosen();
  if (!file || !isPicture(*file)) return;
  constexpr int kSide = 1600;  // pixels; more is not seen in a window
  viewmodels::inBackground(
      m_session.executor, m_life,
      [read = m_means.read, id = file->id] { return decodeThumbnail(read(id), kSide); },
      [this, id = file->id](const std::optional<wxImage>& picture) {
        if (picture)
          m_means.mark(id, *picture);
        else
          m_means.showStatus(m_text(tr("This picture cannot be read. Save it to look at it elsewhere.")));
      },
      [this](const std::exception_ptr& error) { m_means.showError(error); });
}

void FilesPanel::open() {
  const auto* file = chosen();
  if (!file || !mayBeOpened(file->mediaType)) return;
  readChosen([this, name = file->fileName](const std::string& bytes) { m_opened.open(name, bytes); });
}

void FilesPanel::saveAs() {
  const auto* file = chosen();
  if (!file) return;
  const std::string place = askSavePath(this, m_text(tr("Save as")), file->fileName);
  if (place.empty()) return;
  readChosen([this, place](const std::string& bytes) {
    writeFile(place, bytes);
    m_means.showStatus(m_text(model::Message(tr("Saved as {0}"), {place})));
  });
}

}  // namespace octad::gui
