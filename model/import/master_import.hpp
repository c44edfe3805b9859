#pragma once

#include "model/import/register_import.hpp"

namespace octad::model {

/// The dry run of a shipment or calendar file.
struct MasterPlan {
  std::vector<ImportLine> lines;
  std::vector<Shipment> shipments;     ///< ids of customer and part are filled when they exist
  std::vector<std::string> customers;  ///< names beside shipments, for those that have to be made
  std::vector<std::string> parts;
  std::vector<CalendarDay> days;
  std::vector<Message> columns;
  std::vector<Message> notes;
  std::vector<std::vector<std::string>> refusedRows;
  std::optional<ImportedFile> knownFile;

  long long count(LineVerdict verdict) const;
};

/// Reads delivered quantities by customer, part and month, or the days that differ from Monday-Friday work.
/// `progress` may be null; when it says stop, Refused("cancelled").
MasterPlan planMasterData(ImportKind kind, const RowSource& rows, const RegisterOptions& options,
                          Reader& reader, Progress* progress);

/// Writes a plan: all or nothing, like ImportRegister. A shipment or day that is there already with the same
/// content is "same".
class ImportMasterData {
 public:
  explicit ImportMasterData(Workplace workplace) : m_workplace(std::move(workplace)) {}
  long long execute(ImportKind kind, const MasterPlan& plan, const RegisterOptions& options, bool skipRefused,
                    Progress* progress);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
