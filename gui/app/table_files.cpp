#include "gui/app/table_files.hpp"

#include <filesystem>
#include <fstream>
#include <memory>
#include <utility>

#include "model/core/error.hpp"
#include "reports/exchange/file_checksum.hpp"
#include "reports/exchange/table_reader.hpp"
#include "reports/workbook/csv_writer.hpp"

namespace octad::gui {

using model::tr;

viewmodels::TableFile ExchangeFiles::open(const std::string& path) {
  const std::shared_ptr<reports::TableReader> table = reports::openTable(path);
  viewmodels::TableFile file;
  file.name = std::filesystem::path(path).filename().string();
  file.sha256 = reports::fileSha256(path);
  file.rows = [table]() -> std::optional<model::SourceRow> {
    auto row = table->next();
    if (!row) return std::nullopt;
    return model::SourceRow{row->line, std::move(row->cells)};
  };
  file.notes = [table] { return table->facts().notes; };
  return file;
}

void ExchangeFiles::writeCsv(const std::string& path, const std::vector<std::vector<std::string>>& rows) {
  std::ofstream out(path, std::ios::binary);
  reports::CsvWriter csv(out);
  csv.header(rows.front());
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) csv.record({row->begin(), row->end()});
  if (!out.flush()) throw model::Invalid("file", {tr("{0} cannot be written."), {path}});
}

}  // namespace octad::gui
