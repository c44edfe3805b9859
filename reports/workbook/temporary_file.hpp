#pragma once

#include <string>

namespace octad::reports {

/// A file only this user may read (0600), gone with the object.
class TemporaryFile {
 public:
  /// Throws model::Invalid("workbook") when the temporary folder cannot be written.
  TemporaryFile();
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return m_path; }
  std::string read() const;

 private:
  std::string m_path;
};

}  // namespace octad::reports
