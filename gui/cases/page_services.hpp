#pragma once

#include <functional>
#include <string>

#include "model/core/ids.hpp"
#include "model/metrics/counts.hpp"

namespace octad::gui {

enum class ReportFormat { pdf, html, xlsx };
enum class ReportLanguage { chinese, english, both };

/// A report of one case, as asked for in its dialog.
struct CaseReportRequest {
  model::ComplaintId id;
  ReportFormat format = ReportFormat::pdf;
  ReportLanguage language = ReportLanguage::both;
  std::string path;
};

/// Counts to be written as a document.
struct CountExportRequest {
  model::CountTable table;
  bool workbook = true;  ///< xlsx; otherwise PDF
  std::string path;
};

/// What pages need from the composition root. Both run inside the executor and throw what went wrong; an
/// empty function hides its button.
struct PageServices {
  std::function<void(const CaseReportRequest&)> writeCaseReport;
  std::function<void(const CountExportRequest&)> writeCounts;
};

}  // namespace octad::gui
