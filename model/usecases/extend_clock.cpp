#include "model/usecases/extend_clock.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

void requireOpenClock(const CaseFile& file, ClockName name) {
  const auto clock = std::find_if(file.clocks.begin(), file.clocks.end(),
                                  [name](const CaseClock& row) { return row.name == name; });
  if (clock == file.clocks.end())
    throw Refused("clock", {tr("The case has no clock \"{0}\"."), {translated(labelOf(name))}});
  if (clock->metAt)
    throw Refused(
        "clock", {tr("The clock \"{0}\" was met: there is nothing to extend."), {translated(labelOf(name))}});
}

void extend(CaseEdit& edit, const ClockAgreement& input, bool approves) {
  requireOpenClock(edit.file, input.clock);
  if (!input.byCustomer && !approves)
    throw Refused("extension-approval",
                  tr("More time in the house is the quality manager's word. Ask the manager "
                     "to record it."));
  requireDay(input.untilDay, "until_day");
  if (input.untilDay < edit.today)
    throw Invalid("until_day", {tr("{0} has passed. Enter today or a later day."), {input.untilDay.iso()}});
  ClockExtension row;
  row.complaintId = edit.file.complaint.id;
  row.clock = input.clock;
  row.untilDay = input.untilDay;
  row.byCustomer = input.byCustomer;
  row.agreedWith = cleanLine(input.agreedWith, "agreed_with", 200, input.byCustomer);
  row.reason = requireReason(input.reason);
  row.document = cleanLine(input.document, "document", 300, false);
  row.recordedBy = edit.actor.id;
  row.recordedAt = edit.now;
  insertRecord(edit.unit, row);
  edit.file.clockExtensions.push_back(std::move(row));
}

}  // namespace

Saved ExtendClock::execute(const ClockAgreement& input) {
  const CaseChange change{m_workplace,  "extend-clock", Right::handleComplaint,
                          input.target, input.reason,   fingerprint(input)};
  const bool approves = approvesTime(m_workplace.actor, m_workplace.store.reader().people());
  return changeCase(change, [&](CaseEdit& edit) { extend(edit, input, approves); });
}

}  // namespace octad::model
