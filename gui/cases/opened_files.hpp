#pragma once

#include <string>
#include <vector>

class wxWindow;

namespace octad::gui {

/// "1.2 MB".
std::string sizeText(long long bytes);

/// Copies of kept files that the desktop's programs have opened; the copies go with this object.
class OpenedFiles {
 public:
  OpenedFiles() = default;
  ~OpenedFiles();
  OpenedFiles(const OpenedFiles&) = delete;
  OpenedFiles& operator=(const OpenedFiles&) = delete;
  /// Writes a copy that only its owner can read, and opens it. Throws Invalid("file") when it cannot.
  void open(const std::string& name, const std::string& bytes);

 private:
  std::vector<std::string> m_folders;
};

/// Asks where to save a file; empty when it is left.
std::string askSavePath(wxWindow* parent, const std::string& title, const std::string& name);

/// Writes a file; Invalid("file") when it cannot be written.
void writeFile(const std::string& path, const std::string& bytes);

}  // namespace octad::gui
