#include "model/usecases/close_return.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/returns/return_state.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/return_change.hpp"
#include "model/usecases/return_links.hpp"

namespace octad::model {

namespace {

void close(ReturnEdit& edit, const ReturnEnding& input) {
  std::vector<Message> missing;
  for (auto& point : missingForReturn(edit.file)) missing.push_back(std::move(point.text));
  if (!missing.empty()) refuseGate(tr("The return cannot be closed yet. Missing: {0}"), missing);
  if (edit.file.balance().received() + edit.file.balance().missing() == 0)
    throw Refused("state",
                  {tr("Nothing of return {0} was received. Cancel it instead."), {edit.file.head.number}});
  edit.file.head.closedAt = edit.now;
  edit.file.head.closeReason = cleanText(input.reason, "reason");
}

void cancel(ReturnEdit& edit, const std::string& reason) {
  if (edit.file.balance().received() > 0)
    throw Refused("state", {tr("The goods of return {0} are here already. Settle them and close the return."),
                            {edit.file.head.number}});
  const auto lines = edit.file.lines;
  for (const auto& line : lines) {
    ReturnMovement movement;
    movement.lineId = line.id;
    movement.from = ReturnPlace::expected;
    movement.to = ReturnPlace::outside;
    movement.quantity = edit.file.balance(line.id).expected();
    movement.reason = reason;
    movement.movedOn = edit.today;
    if (movement.quantity > 0) book(edit, edit.file, movement);
  }
  edit.file.head.closedAt = edit.now;
  edit.file.head.closeReason = reason;
}

void reopen(ReturnEdit& edit, const std::string& reason) {
  GoodsReturn& head = edit.file.head;
  if (head.matchedWith)
    throw Refused("state",
                  {tr("Return {0} was matched with another one. Go on with that one."), {head.number}});
  if (!head.closedAt)
    throw Refused("state", {tr("Return {0} is not closed. Its state is: {1}."),
                            {head.number, translated(labelOf(head.state))}});
  head.closedAt.reset();
  head.closeReason = reason;
}

void handOver(CaseEdit& edit, const ReturnContinues& input, const Person& owner) {
  edit.raiseVersion = false;
  const CaseFile& file = edit.file;
  const auto share = std::find_if(file.returns.begin(), file.returns.end(), [&input](const ReturnShare& row) {
    return row.returnId == input.returnId;
  });
  if (share == file.returns.end())
    throw NotFound({tr("Case {0} has no such return. Open the case again."), {file.complaint.number}});
  if (isEnded(share->state))
    throw Refused("state", {tr("Return {0} is closed: there is nothing to hand on."), {share->number}});
  ReturnHandOver row;
  row.complaintId = file.complaint.id;
  row.returnId = input.returnId;
  row.ownerId = owner.id;
  row.reason = requireReason(input.reason);
  row.byPerson = edit.actor.id;
  row.at = edit.now;
  insertRecord(edit.unit, row);
  edit.file.handOvers.push_back(std::move(row));
  edit.file.people.push_back(owner);
}

}  // namespace

ReturnSaved CloseReturn::execute(const ReturnEnding& input) {
  const ReturnChange change{m_workplace,  "return-close", Right::disposeReturn,
                            input.target, input.reason,   fingerprint(input)};
  return changeReturn(change, [&input](ReturnEdit& edit) { close(edit, input); });
}

ReturnSaved ReopenReturn::execute(const ReturnEnding& input) {
  ReturnChange change{m_workplace,  "return-reopen", Right::disposeReturn,
                      input.target, input.reason,    fingerprint(input)};
  change.openOnly = false;
  return changeReturn(change, [&input](ReturnEdit& edit) { reopen(edit, requireReason(input.reason)); });
}

ReturnSaved CancelReturn::execute(const ReturnEnding& input) {
  const ReturnChange change{m_workplace,  "return-cancel", Right::disposeReturn,
                            input.target, input.reason,    fingerprint(input)};
  return changeReturn(change, [&input](ReturnEdit& edit) { cancel(edit, requireReason(input.reason)); });
}

Saved HandOverReturn::execute(const ReturnContinues& input) {
  const Person owner = findPerson(m_workplace.store.reader(), input.owner, "owner");
  const CaseChange change{m_workplace,  "return-continues", Right::handleComplaint,
                          input.target, input.reason,       fingerprint(input)};
  return changeCase(change, [&](CaseEdit& edit) { handOver(edit, input, owner); });
}

}  // namespace octad::model
