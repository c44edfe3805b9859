#include "model/returns/replacement.hpp"

#include <algorithm>

#include "model/cases/case_file.hpp"
#include "model/returns/return_file.hpp"
#include "model/returns/return_state.hpp"

namespace octad::model {

namespace {

using Place = ReturnPlace;

/// Pieces that have to be replaced, or of which nobody can say yet that they need not be.
long long mayBeReplaced(const ReturnBalance& balance) {
  return balance.expected() + balance.at(Place::quarantine) + balance.at(Place::test) +
         balance.at(Place::external) + balance.at(Place::awaiting) +
         balance.disposed(Disposition::replace, Place::work) +
         balance.disposed(Disposition::replace, Place::ready);
}

void judge(ReplacementClock& clock, ReturnState state, const ReturnBalance& balance,
           const std::optional<Date>& lastReplaced) {
  clock.pending = isEnded(state) ? 0 : mayBeReplaced(balance);
  if (clock.pending > 0) return;
  if (balance.disposed(Disposition::replace, Place::shipped) == 0 || !lastReplaced) {
    clock.state = ReplacementState::notNeeded;
    return;
  }
  clock.metOn = lastReplaced;
  clock.state = *lastReplaced > clock.dueOn ? ReplacementState::metLate : ReplacementState::met;
}

/// The day of the last replacement that left and was not taken back.
std::optional<Date> lastReplacedOn(const ReturnFile& file) {
  std::optional<Date> last;
  for (const auto& movement : file.movements) {
    if (movement.to != Place::shipped || movement.disposition != Disposition::replace) continue;
    const bool takenBack =
        std::any_of(file.movements.begin(), file.movements.end(),
                    [&movement](const ReturnMovement& other) { return other.reverses == movement.id; });
    if (!takenBack && (!last || movement.movedOn > *last)) last = movement.movedOn;
  }
  return last;
}

}  // namespace

std::optional<ReplacementClock> replacementClock(const ReturnFile& file) {
  const GoodsReturn& head = file.head;
  if (!head.replacementDueOn) return std::nullopt;
  ReplacementClock clock;
  clock.returnId = head.id;
  clock.number = head.number;
  clock.dueOn = *head.replacementDueOn;
  judge(clock, stateOf(file), file.balance(), lastReplacedOn(file));
  return clock;
}

std::vector<ReplacementClock> replacementClocks(const CaseFile& file) {
  std::vector<ReplacementClock> clocks;
  for (const auto& share : file.returns) {
    const auto same = [&share](const auto& entry) { return entry.returnId == share.returnId; };
    if (!share.replacementDueOn || std::any_of(clocks.begin(), clocks.end(), same)) continue;
    ReplacementClock clock;
    clock.returnId = share.returnId;
    clock.number = share.number;
    clock.dueOn = *share.replacementDueOn;
    ReturnBalance balance;
    std::optional<Date> last;
    for (const auto& other : file.returns) {
      if (other.returnId != share.returnId) continue;
      for (const auto& flow : file.returnFlows)
        if (flow.lineId == other.id) balance.add(flow);
      if (other.replacedOn && (!last || *other.replacedOn > *last)) last = other.replacedOn;
    }
    judge(clock, share.state, balance, last);
    clocks.push_back(std::move(clock));
  }
  return clocks;
}

Message replacementWords(const ReplacementClock& clock, Date today) {
  if (clock.metOn)
    return {clock.state == ReplacementState::metLate ? tr("✓ met late, {0}") : tr("✓ met {0}"),
            {clock.metOn->iso()}};
  if (clock.state == ReplacementState::notNeeded) return {tr("not needed")};
  return {clock.overdue(today) ? tr("⚠ overdue, pieces left: {0}") : tr("▷ runs, pieces left: {0}"),
          {std::to_string(clock.pending)}};
}

}  // namespace octad::model
