#pragma once

#include "gui/viewmodels/import_dialog.hpp"

namespace octad::gui {

/// CSV, TSV and XLSX files, read by the reports room.
class ExchangeFiles final : public viewmodels::TableFiles {
 public:
  viewmodels::TableFile open(const std::string& path) override;
  void writeCsv(const std::string& path, const std::vector<std::vector<std::string>>& rows) override;
};

}  // namespace octad::gui
