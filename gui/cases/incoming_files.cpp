#include "gui/cases/incoming_files.hpp"

#include <wx/clipbrd.h>
#include <wx/filedlg.h>
#include <wx/mstream.h>

#include "gui/widgets/text.hpp"

namespace octad::gui {

using model::tr;

namespace {

std::vector<FileSource> filesOnDisk(const wxArrayString& paths) {
  std::vector<FileSource> files;
  for (const auto& path : paths) files.push_back(fileOnDisk(fromWx(path)));
  return files;
}

}  // namespace

std::vector<FileSource> askForFiles(wxWindow* parent, const viewmodels::Translator& text) {
  wxFileDialog dialog(wxGetTopLevelParent(parent), toWx(text(tr("Add files"))), {}, {},
                      wxFileSelectorDefaultWildcardStr, wxFD_OPEN | wxFD_MULTIPLE | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return {};
  wxArrayString paths;
  dialog.GetPaths(paths);
  return filesOnDisk(paths);
}

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

bool FileDrop::OnDropFiles(wxCoord, wxCoord, const wxArrayString& paths) {
  return m_taker(filesOnDisk(paths));
}

}  // namespace octad::gui
