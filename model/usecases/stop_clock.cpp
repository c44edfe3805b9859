#include "model/usecases/stop_clock.hpp"

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

ClockPause* openPause(CaseFile& file, ClockName clock) {
  const auto open = std::find_if(file.pauses.begin(), file.pauses.end(), [clock](const ClockPause& pause) {
    return pause.clock == clock && pause.isOpen();
  });
  return open == file.pauses.end() ? nullptr : &*open;
}

void requireRunning(const CaseFile& file, ClockName name) {
  const auto clock = std::find_if(file.clocks.begin(), file.clocks.end(),
                                  [name](const CaseClock& row) { return row.name == name; });
  if (clock == file.clocks.end() || !clock->startedAt || clock->metAt)
    throw Refused("clock", {tr("The clock \"{0}\" is not running."), {translated(labelOf(name))}});
}

Date requireExpectedEnd(const ClockStop& input, Date today) {
  if (!input.expectedEnd) throw Invalid("expected_end", tr("Say when the clock is expected to go on."));
  requireDay(*input.expectedEnd, "expected_end");
  if (*input.expectedEnd < today)
    throw Invalid("expected_end",
                  {tr("{0} has passed. Enter today or a later day."), {input.expectedEnd->iso()}});
  return *input.expectedEnd;
}

/// The manager whom the input names; none when it names nobody.
std::optional<PersonId> approverOf(Reader& reader, const ClockStop& input, const Actor& actor) {
  const auto people = reader.people();
  if (approvesTime(actor, people)) return actor.id;
  if (input.approver.empty()) return std::nullopt;
  for (const auto& person : people) {
    if (!person.active || (person.login != input.approver && person.name != input.approver)) continue;
    const Actor named{person.id, person.name, person.login, person.roles, person.departmentId};
    if (person.id != actor.id && named.has(Role::manager)) return person.id;
    throw Invalid("approver",
                  {tr("{0} does not approve stops. Name the quality manager, or nobody: then it is "
                      "asked for."),
                   {person.name}});
  }
  throw Invalid("approver", {tr("There is no active person \"{0}\". Enter a login or a name of the list."),
                             {input.approver}});
}

void stop(CaseEdit& edit, const ClockStop& input, std::optional<PersonId> approver) {
  if (const ClockPause* open = openPause(edit.file, input.clock))
    throw Refused("clock", {open->stands() == PauseState::asked
                                ? tr("A stop of the clock \"{0}\" is asked for already.")
                                : tr("The clock \"{0}\" is paused already."),
                            {translated(labelOf(input.clock))}});
  requireRunning(edit.file, input.clock);
  ClockPause pause;
  pause.complaintId = edit.file.complaint.id;
  pause.clock = input.clock;
  pause.startedAt = edit.now;
  pause.expectedEnd = requireExpectedEnd(input, edit.today);
  pause.reason = requireReason(input.reason);
  pause.waitsFor = input.waitsFor;
  pause.askedBy = edit.actor.id;
  pause.state = approver ? PauseState::approved : PauseState::asked;
  pause.approvedBy = approver.value_or(edit.actor.id);
  if (approver) pause.decidedAt = edit.now;
  insertRecord(edit.unit, pause);
  edit.file.pauses.push_back(std::move(pause));
}

/// A stop ends; one that was only asked for is taken back.
void resume(CaseEdit& edit, ClockName clock) {
  ClockPause* open = openPause(edit.file, clock);
  if (!open) throw Refused("clock", {tr("The clock \"{0}\" is not paused."), {translated(labelOf(clock))}});
  if (open->stands() == PauseState::asked) {
    if (open->askedBy != edit.actor.id)
      throw Refused("clock", tr("Whoever asked for the stop takes it back; the quality manager approves or "
                                "refuses it."));
    open->state = PauseState::refused;
    open->decidedAt = edit.now;
  } else {
    open->endedAt = edit.now;
    open->endedBy = edit.actor.id;
  }
  updateRecord(edit.unit, *open);
}

void decideOn(CaseEdit& edit, const StopDecision& input) {
  ClockPause* open = openPause(edit.file, input.clock);
  if (!open || open->stands() != PauseState::asked)
    throw Refused("clock",
                  {tr("No stop of the clock \"{0}\" is asked for."), {translated(labelOf(input.clock))}});
  if (open->askedBy == edit.actor.id)
    throw Refused("four-eyes", tr("You asked for this stop yourself. Somebody else has to approve it."));
  open->decision = cleanText(input.words, "words");
  if (!input.approve && open->decision.empty()) throw Invalid("words", tr("Say why the clock goes on."));
  open->state = input.approve ? PauseState::approved : PauseState::refused;
  open->approvedBy = edit.actor.id;
  open->decidedAt = edit.now;
  updateRecord(edit.unit, *open);
}

}  // namespace

Saved StopClock::execute(const ClockStop& input) {
  const CaseChange change{m_workplace,
                          input.resume ? "resume" : "pause",
                          Right::handleComplaint,
                          input.target,
                          input.reason,
                          fingerprint(input)};
  std::optional<PersonId> approver;
  if (!input.resume) approver = approverOf(m_workplace.store.reader(), input, m_workplace.actor);
  return changeCase(change, [&](CaseEdit& edit) {
    if (input.resume)
      resume(edit, input.clock);
    else
      stop(edit, input, approver);
  });
}

Saved DecideStop::execute(const StopDecision& input) {
  if (!approvesTime(m_workplace.actor, m_workplace.store.reader().people()))
    throw Refused("right", {tr("{0} does not approve stops of clocks. Ask the quality manager."),
                            {m_workplace.actor.name}});
  const CaseChange change{m_workplace,  "decide-stop", Right::handleComplaint,
                          input.target, input.words,   fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) { decideOn(edit, input); });
}

}  // namespace octad::model
