#include "model/usecases/case_change.hpp"

#include <algorithm>
#include <charconv>

#include "model/cases/state_table.hpp"
#include "model/cases/summary.hpp"
#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/policy/deadlines.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/site.hpp"

namespace octad::model {

namespace {

/// Writes the clocks that came out differently; the others stay as they are.
void writeClocks(CaseEdit& edit) {
  CaseFile& file = edit.file;
  ClockEvents events = clockEvents(file);
  if (edit.moveTo == CaseState::closed) events.met.try_emplace(ClockName::closing, edit.now);
  auto clocks = computeClocks(file, events, edit.policy, edit.calendar);
  for (auto& clock : clocks) {
    clock.complaintId = file.complaint.id;
    const auto known =
        std::find_if(file.clocks.begin(), file.clocks.end(),
                     [&clock](const CaseClock& stored) { return stored.id == clock.id && clock.id; });
    if (known == file.clocks.end())
      insertRecord(edit.unit, clock);
    else if (fingerprint(*known) != fingerprint(clock))
      updateRecord(edit.unit, clock);
  }
  file.clocks = std::move(clocks);
}

/// The other cases of a problem show its phase and its next deadline too.
void refreshSiblings(CaseEdit& edit) {
  for (const auto& sibling : edit.file.siblings) {
    if (isEnded(sibling.state)) continue;
    CaseFile other = edit.unit.lockCase(sibling.id);
    const auto before = fingerprint(other.complaint);
    refreshSummary(other, edit.calendar);
    if (fingerprint(other.complaint) != before) edit.unit.updateComplaint(other.complaint);
  }
}

void writeHead(CaseEdit& edit, const std::string& before) {
  Complaint& head = edit.file.complaint;
  if (isEnded(head.state)) return;  // replies and answers after closing leave the head alone
  if (edit.problemReplaced) {
    edit.unit.updateComplaint(head);
    edit.file = edit.unit.lockCase(head.id);
  }
  writeClocks(edit);
  const CaseState state = head.state;
  if (edit.moveTo) head.state = *edit.moveTo;
  refreshSummary(edit.file, edit.calendar);
  head.state = state;
  if (edit.raiseVersion || fingerprint(head) != before) edit.unit.updateComplaint(head);
  if (edit.moveTo) {
    if (*edit.moveTo == CaseState::closed) head.closedAt = edit.now;
    edit.unit.moveComplaint(head, *edit.moveTo, edit.moveReason);
  }
  if (edit.problemChanged) refreshSiblings(edit);
}

}  // namespace

Saved changeCase(const CaseChange& change, const std::function<void(CaseEdit&)>& edit, std::string* extra) {
  Workplace& workplace = change.workplace;
  requireRight(workplace.actor, change.right);
  // Read before the transaction begins: on SQLite it holds the only writer's place from its first statement.
  const Instant now = workplace.clock.now();
  const Site site = readSite(workplace.store.reader(), now);
  // The trail takes the reason as text: what no text may hold is refused before anything is locked.
  const std::string reason = cleanText(change.reason, "reason");
  auto unit = workplace.store.begin({workplace.actor, change.useCase, reason, now, change.target.requestId,
                                     change.useCase + ' ' + change.fingerprint});
  if (const auto earlier = unit->replayed()) return savedFromText(*earlier, extra);
  CaseFile file = unit->lockCase(change.target.id, change.target.version);
  if (change.openCasesOnly) requireOpenCase(file.complaint);

  const std::string before = fingerprint(file.complaint);
  CaseEdit work{*unit,
                file,
                now,
                workplace.actor,
                site.policyOf(file.complaint),
                site.calendar,
                site.calendar.zone().date(now),
                std::nullopt,
                {},
                true,
                false,
                false,
                {}};
  edit(work);
  writeHead(work, before);
  if (extra) *extra = work.extra;
  const Saved saved{file.complaint.id, file.complaint.number, file.complaint.rowVersion};
  unit->commit(savedText(saved, work.extra));
  return saved;
}

void planMove(CaseEdit& edit, CaseState to, const std::string& reason) {
  const Transition& transition = requireTransition(edit.file.complaint.state, to);
  requireRight(edit.actor, transition.right);
  edit.moveReason = transition.needsReason ? requireReason(reason) : reason;
  edit.moveTo = to;
}

std::string savedText(const Saved& saved, std::string_view extra) {
  std::string text =
      std::to_string(saved.id.value) + ';' + saved.number + ';' + std::to_string(saved.version);
  if (!extra.empty()) text += ';' + std::string(extra);
  return text;
}

Saved savedFromText(std::string_view text, std::string* extra) {
  const auto next = [&text] {
    const auto end = std::min(text.find(';'), text.size());
    const auto piece = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return piece;
  };
  const auto number = [](std::string_view digits) {
    long long value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  };
  Saved saved;
  saved.id = ComplaintId(number(next()));
  saved.number = std::string(next());
  saved.version = number(next());
  if (extra) *extra = std::string(text);
  return saved;
}

}  // namespace octad::model
