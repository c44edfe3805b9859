#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/cases/queries.hpp"
#include "model/import/cells.hpp"
#include "model/import/columns.hpp"
#include "model/import/source.hpp"
#include "model/ports/progress.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

/// What becomes of one line of a file.
enum class LineVerdict { fresh, same, conflict, refused, totals };

template <>
struct EnumKeys<LineVerdict> {
  static constexpr std::array entries{
      EnumEntry<LineVerdict>{LineVerdict::fresh, "new", tr("New")},
      EnumEntry<LineVerdict>{LineVerdict::same, "same", tr("Same as before")},
      EnumEntry<LineVerdict>{LineVerdict::conflict, "conflict", tr("Conflict")},
      EnumEntry<LineVerdict>{LineVerdict::refused, "refused", tr("Refused")},
      EnumEntry<LineVerdict>{LineVerdict::totals, "totals", tr("Totals line, left out")},
  };
};

/// A line and its verdict, with field and reason unless it is new.
struct ImportLine {
  long long line = 0;
  std::string number;
  LineVerdict verdict = LineVerdict::fresh;
  std::string field;
  Message reason;
};

/// One complaint of a register, read and checked. Its fingerprint tells "same" from "conflict" when the
/// number comes again.
struct RegisterEntry {
  std::string number;
  std::string customer;
  std::string customerRef;
  LocalTime receivedAt;
  std::string channel;
  std::string contact;
  std::string part;
  std::string partName;
  std::string lot;
  std::string failure;
  DefectKind defectKind = DefectKind::other;
  long long defective = 0;
  std::optional<long long> delivered;
  std::optional<Date> builtOn;
  bool penalty = false;
  std::string demand;
  std::string department;
  std::string owner;
  std::optional<LocalTime> sampleAt;
  std::optional<LocalTime> closedAt;
  CellMoney loss;
  std::string remarks;
  std::string description;
};

/// The hash by which two lines of the same number are compared, whatever file format or date form they came
/// in.
std::string contentOf(const RegisterEntry& entry);

/// The dry run of a register: a verdict for every line and what would be written.
struct RegisterPlan {
  std::vector<ImportLine> lines;
  std::vector<RegisterEntry> entries;  ///< the new ones, in file order
  std::vector<Message> columns;        ///< which column fills which field
  std::vector<Message> notes;          ///< every conversion that was made
  std::vector<std::vector<std::string>>
      refusedRows;                        ///< heading and the cells of refused and conflicting lines
  std::optional<ImportedFile> knownFile;  ///< the same file was imported before

  long long count(LineVerdict verdict) const;
};

struct RegisterOptions {
  std::vector<std::pair<std::string, std::string>> map;  ///< see ColumnMap
  std::string fileName;
  std::string fileSha256;
};

/// Reads and judges a whole register without storing anything (rows 46-53 of the bad inputs, rules S2-21,
///
RegisterPlan planRegister(const RowSource& rows, const RegisterOptions& options, Reader& reader, Instant now,
                          Progress* progress);

/// Writes a plan: all or nothing. Refused lines stop it unless `skipRefused`. Closed lines enter as imported
/// history, closed with the dates they carry; open ones are classified and their clocks run.
class ImportRegister {
 public:
  explicit ImportRegister(Workplace workplace) : m_workplace(std::move(workplace)) {}
  /// The number of cases written. Throws Refused("import") when lines are refused, the file is known, or it
  /// was cancelled.
  long long execute(const RegisterPlan& plan, const RegisterOptions& options, bool skipRefused,
                    Progress* progress);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
