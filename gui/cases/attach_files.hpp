#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <vector>

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_page.hpp"

namespace octad::gui {

/// A file to keep with a case or a return: from disk, or a picture from the clipboard.
struct FileSource {
  std::string name;
  std::function<std::unique_ptr<std::istream>()>
      open;  ///< binary, from its start; opened twice (hash, store)
};

/// Hash and size of a file, as a use case wants them before it reads the bytes.
struct FileDigest {
  std::string sha256;
  long long size = 0;
};
FileDigest digestOf(const FileSource& file);
/// The next piece of a stream; empty at its end.
std::string readPiece(std::istream& stream, std::size_t limit);

FileSource fileOnDisk(const std::string& path);
FileSource fileInMemory(std::string name, std::string bytes);

/// The form that asks for discipline and caption and keeps the files. Hashing and storing run where the form
/// is executed.
viewmodels::ActionForm attachForm(const viewmodels::CasePageViewModel& page, std::vector<FileSource> files,
                                  std::optional<model::DisciplineCode> discipline);

/// Media types that may be opened with the desktop's program; anything else has to be saved first.
bool mayBeOpened(const std::string& mediaType);

}  // namespace octad::gui
