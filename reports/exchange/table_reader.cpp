#include "reports/exchange/table_reader.hpp"

#include <array>
#include <fstream>
#include <string_view>

#include "model/core/error.hpp"
#include "reports/exchange/csv_reader.hpp"
#include "reports/exchange/xlsx_reader.hpp"

namespace octad::reports {

using model::Invalid;
using model::tr;

std::unique_ptr<TableReader> openTable(const std::filesystem::path& path, const ReadOptions& options) {
  std::ifstream file(path, std::ios::binary);
  std::error_code error;
  if (!file || !std::filesystem::is_regular_file(path, error))
    throw Invalid("file", {tr("The file {0} cannot be opened: check its name and your rights."),
                           {path.filename().string()}});
  std::array<char, 8> first{};
  file.read(first.data(), first.size());
  const std::string_view start(first.data(), static_cast<std::size_t>(file.gcount()));
  if (start.empty()) throw Invalid("file", {tr("The file {0} is empty."), {path.filename().string()}});

  if (start.starts_with("PK\x03\x04") || start.starts_with("PK\x05\x06"))
    return std::make_unique<XlsxReader>(path, options);
  if (start.starts_with("\xD0\xCF\x11\xE0"))
    throw Invalid(
        "file",
        {tr("The file is an old XLS workbook or is protected by a password: save it as XLSX or CSV, without "
            "a password.")});
  if (start.starts_with("%PDF"))
    throw Invalid("file", {tr("The file is a PDF, not a table: use the XLSX or CSV file it was made from.")});
  return std::make_unique<CsvReader>(path, options);
}

}  // namespace octad::reports
