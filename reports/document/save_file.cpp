#include "reports/document/save_file.hpp"

#include <fstream>

#include "model/core/error.hpp"

namespace octad::reports {

using model::tr;

void saveFile(const std::filesystem::path& path, std::string_view bytes) {
  auto partial = path;
  partial += ".part";
  std::ofstream file(partial, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(partial, path, error);
  if (file && !error) return;
  std::filesystem::remove(partial, error);
  throw model::Invalid(
      "output", {tr("{0} cannot be written: is the folder there, and space on the disk?"), {path.string()}});
}

}  // namespace octad::reports
