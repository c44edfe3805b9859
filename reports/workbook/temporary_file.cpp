#include "reports/workbook/temporary_file.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdlib.h>
#include <unistd.h>

#include "model/core/error.hpp"

namespace octad::reports {

TemporaryFile::TemporaryFile() {
  std::error_code failure;
  const auto folder = std::filesystem::temp_directory_path(failure);
  m_path = (failure ? std::filesystem::path("/tmp") : folder) / "octad-XXXXXX";
  const int file = mkstemp(m_path.data());  // creates with 0600
  if (file < 0) {
    throw model::Invalid("workbook",
                         {model::tr("The temporary folder cannot be written: {0}. Free some space there."),
                          {std::strerror(errno)}});
  }
  close(file);
}

TemporaryFile::~TemporaryFile() {
  unlink(m_path.c_str());
}

std::string TemporaryFile::read() const {
  std::ifstream file(m_path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

}  // namespace octad::reports
