#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "model/policy/calendar.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

/// How every change of one case runs: right checked, request recognised, case locked and read, `edit`
/// applied, clocks and summary brought up to date, committed. Private to the use cases.
struct CaseChange {
  Workplace& workplace;
  std::string useCase;
  Right right = Right::handleComplaint;
  CaseTarget target;
  std::string reason;
  std::string fingerprint;
  bool openCasesOnly = true;  ///< Refused("closed") on closed, archived and cancelled cases
};

/// What `edit` works with.
struct CaseEdit {
  UnitOfWork& unit;
  CaseFile& file;
  Instant now;
  const Actor& actor;
  const Policy& policy;  ///< the revision this case is judged by
  const WorkCalendar& calendar;
  Date today;  ///< of `now` at the site

  std::optional<CaseState> moveTo;  ///< planned by planMove; made after everything else is written
  std::string moveReason;
  bool raiseVersion = true;      ///< false: the head is written only when one of its values changed
  bool problemChanged = false;   ///< disciplines changed: the other cases of the problem are refreshed too
  bool problemReplaced = false;  ///< the head points to another problem: the file is read again
  std::string extra;             ///< kept behind the result of the request, see changeCase
};

/// Runs the change. `extra`, when given, receives what `edit` left in CaseEdit::extra, also when the request
/// is a repetition of an earlier one.
Saved changeCase(const CaseChange& change, const std::function<void(CaseEdit&)>& edit,
                 std::string* extra = nullptr);

/// Plans a move of the case by the transition table: right and reason are checked at once.
void planMove(CaseEdit& edit, CaseState to, const std::string& reason);

/// What the table of requests remembers: "id;number;version", then `extra` when it is not empty.
std::string savedText(const Saved& saved, std::string_view extra = {});
/// Reads it back; what follows the version goes to `extra`.
Saved savedFromText(std::string_view text, std::string* extra = nullptr);

}  // namespace octad::model
