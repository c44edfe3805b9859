#pragma once

#include <functional>
#include <string>

#include "gui/viewmodels/keeping.hpp"
#include "model/cases/queries.hpp"
#include "model/core/ids.hpp"
#include "model/metrics/counts.hpp"

namespace octad::gui {

/// 8D report, complaint record sheet (客户投诉记录单), working paper for the house.
enum class ReportForm { eightD, record, workingPaper };
enum class ReportFormat { pdf, html, xlsx };
enum class ReportLanguage { chinese, english, both };

/// A report of one case, as asked for in its dialog.
struct CaseReportRequest {
  model::ComplaintId id;
  ReportForm form = ReportForm::eightD;
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

/// The cases of a list to be written as a register (客户投诉登记簿), in the order of the list.
struct ListExportRequest {
  model::CaseFilter filter;
  model::CaseSort sort;
  std::string about;  ///< what stands under the title
  std::string path;   ///< its ending says whether PDF, HTML or workbook
};

/// What pages need from the composition root. Both run inside the executor and throw what went wrong; an
/// empty function hides its button.
struct PageServices {
  viewmodels::Drafts* drafts = nullptr;  ///< the journal of what is typed; null: nothing is kept
  std::function<void(const CaseReportRequest&)> writeCaseReport;
  std::function<void(const CountExportRequest&)> writeCounts;
  /// Writes a case with everything that proves it as one zip file and puts that on record; gives the SHA-256 of
  /// its manifest.
  std::function<std::string(model::ComplaintId, const std::string& path)> writePackage;
};

}  // namespace octad::gui
