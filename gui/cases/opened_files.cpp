#include "gui/cases/opened_files.hpp"

#include <filesystem>
#include <fstream>
#include <wx/filedlg.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>
#include <wx/window.h>

#include "gui/viewmodels/session.hpp"
#include "gui/widgets/text.hpp"
#include "model/core/error.hpp"

namespace octad::gui {

using model::tr;

std::string sizeText(long long bytes) {
  constexpr long long kKilo = 1024;
  if (bytes < kKilo) return std::to_string(bytes) + " B";
  if (bytes < kKilo * kKilo) return std::to_string(bytes / kKilo) + " kB";
  return std::to_string(bytes / (kKilo * kKilo)) + "." +
         std::to_string(bytes % (kKilo * kKilo) * 10 / (kKilo * kKilo)) + " MB";
}

void writeFile(const std::string& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw model::Invalid("file", {tr("{0} cannot be written. Is the disk full?"), {path}});
}

OpenedFiles::~OpenedFiles() {
  for (const auto& folder : m_folders) {
    std::error_code ignored;  // a viewer may still hold the file; the system clears its temporary folder
    std::filesystem::remove_all(folder, ignored);
  }
}

void OpenedFiles::open(const std::string& name, const std::string& bytes) {
  const std::string folder = (std::filesystem::path(fromWx(wxStandardPaths::Get().GetTempDir())) /
                              ("octad-" + viewmodels::newUuid()))
                                 .string();
  std::filesystem::create_directory(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  m_folders.push_back(folder);
  const std::string path = folder + "/" + name;
  writeFile(path, bytes);
  std::filesystem::permissions(path, std::filesystem::perms::owner_read);
  if (!wxLaunchDefaultApplication(toWx(path)))
    throw model::Invalid("file",
                         {tr("No program is set up to open {0}. Save it and open it yourself."), {name}});
}

std::string askSavePath(wxWindow* parent, const std::string& title, const std::string& name) {
  wxFileDialog dialog(wxGetTopLevelParent(parent), toWx(title), {}, toWx(name),
                      wxFileSelectorDefaultWildcardStr, wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  return dialog.ShowModal() == wxID_OK ? fromWx(dialog.GetPath()) : std::string();
}

}  // namespace octad::gui
