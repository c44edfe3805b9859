#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <vector>

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_page.hpp"

namespace octad::gui {

/// A file to keep with the case: from disk, or a picture from the clipboard.
struct FileSource {
  std::string name;
  std::function<std::unique_ptr<std::istream>()>
      open;  ///< binary, from its start; opened twice (hash, store)
};

FileSource fileOnDisk(const std::string& path);
FileSource fileInMemory(std::string name, std::string bytes);

/// The form that asks for discipline and caption and keeps the files. Hashing and storing run where the form
/// is executed.
viewmodels::ActionForm attachForm(const viewmodels::CasePageViewModel& page, std::vector<FileSource> files,
                                  std::optional<model::DisciplineCode> discipline);

/// Media types that may be opened with the desktop's program; anything else has to be saved first.
bool mayBeOpened(const std::string& mediaType);

}  // namespace octad::gui
