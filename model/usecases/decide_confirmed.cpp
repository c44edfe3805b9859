#include "model/usecases/decide_confirmed.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/returns/return_state.hpp"
#include "model/usecases/return_change.hpp"
#include "model/usecases/return_links.hpp"

namespace octad::model {

namespace {

void attachTo(ReturnEdit& edit, ReturnLine& line, const LinkedCase& linked) {
  const Complaint& head = linked.file.complaint;
  if (head.customerId != edit.file.head.customerId)
    throw Invalid("case", {tr("Case {0} belongs to another customer."), {head.number}});
  line.complaintId = head.id;
  if (linked.item) line.itemId = linked.item->id;
  ReturnRecord record(line);
  edit.unit.returns().update(record);
  if (!edit.file.caseOf(line))
    edit.file.cases.push_back({head.id, head.number, head.title, head.state, head.safety, head.ownerId});
}

void decide(ReturnEdit& edit, const ConfirmedChoice& input, const LinkedCase* linked) {
  edit.file.line(input.lineId);  // NotFound when it is not there
  ReturnLine& line = *std::find_if(edit.file.lines.begin(), edit.file.lines.end(),
                                   [&input](const ReturnLine& row) { return row.id == input.lineId; });
  requireNoCase(line);
  ReturnDecision decision;
  decision.returnId = edit.file.head.id;
  decision.lineId = line.id;
  decision.decision = input.decision;
  decision.quantity = undecidedPieces(edit.file, line);
  decision.decidedBy = edit.actor.id;
  decision.decidedAt = edit.now;
  decision.reason = cleanText(input.reason, "reason");
  if (input.decision == ConfirmedDecision::belowTrigger) {
    const Part* part = edit.file.part(line.partId);
    if (part && part->safetyRelevant)
      throw Refused("safety", {tr("Part {0} is safety relevant: confirmed pieces always have a case."),
                               {part->number}});
    if (decision.quantity == 0)
      throw Refused("decision",
                    {tr("Line {0} has no confirmed pieces to decide on."), {std::to_string(line.position)}});
    decision.reason =
        requireWords(input.reason, "reason", tr("Say why these pieces stay below the trigger."));
  } else {
    attachTo(edit, line, *linked);
    decision.complaintId = line.complaintId;
  }
  ReturnRecord record(decision);
  edit.unit.returns().insert(record);
  edit.file.decisions.push_back(std::get<ReturnDecision>(std::move(record)));
}

/// A line of the blind return that can be what is announced.
ReturnLine* counterpart(ReturnFile& blind, const ReturnLine& announced) {
  for (auto& line : blind.lines)
    if (line.partId == announced.partId && line.nature == LineNature::asAnnounced &&
        (line.lot == announced.lot || line.lot.empty() || announced.lot.empty()))
      return &line;
  return nullptr;
}

void bookMatch(ReturnEdit& edit, ReturnFile& file, ReturnLineId line, ReturnPlace from, ReturnPlace to,
               long long quantity, const std::string& reason, Date day) {
  if (quantity <= 0) return;
  ReturnMovement movement;
  movement.lineId = line;
  movement.from = from;
  movement.to = to;
  movement.quantity = quantity;
  movement.reason = reason;
  movement.movedOn = day;
  book(edit, file, movement);
}

/// What the announcement knows of the pieces and the parcel did not say. Nothing new: false.
bool learns(ReturnLine& line, const ReturnLine& announced, const ReturnFile& other) {
  const ReturnLine before = line;
  if (!line.complaintId && announced.complaintId) {
    line.complaintId = announced.complaintId;
    line.itemId = announced.itemId;
    if (line.failure.empty()) line.failure = announced.failure;
  }
  // Of several lots announced nobody knows which one these pieces are.
  const auto lots = std::count_if(other.lines.begin(), other.lines.end(),
                                  [&](const ReturnLine& each) { return each.partId == announced.partId; });
  if (line.lot.empty() && lots == 1) line.lot = announced.lot;
  return line.complaintId != before.complaintId || line.lot != before.lot;
}

void takeLineOver(ReturnEdit& edit, const ReturnLine& announced) {
  ReturnFile& blind = edit.file;
  ReturnFile& other = *edit.together;
  const long long expected = other.balance(announced.id).expected();
  ReturnLine* line = counterpart(blind, announced);
  if (!line) {
    ReturnLine added = announced;
    added.id = {};
    line = &addLine(edit, blind, added);
  } else if (learns(*line, announced, other)) {
    ReturnRecord record(*line);
    edit.unit.returns().update(record);
  }
  const ReturnLineId id = line->id;
  bookMatch(edit, blind, id, ReturnPlace::outside, ReturnPlace::expected, expected, other.head.number,
            other.head.announcedOn.value_or(edit.today));
  bookMatch(edit, blind, id, ReturnPlace::expected, ReturnPlace::surplus,
            std::min(expected, blind.balance(id).surplus()), other.head.number, edit.today);
  bookMatch(edit, other, announced.id, ReturnPlace::expected, ReturnPlace::outside, expected,
            blind.head.number, edit.today);
}

void match(ReturnEdit& edit) {
  GoodsReturn& blind = edit.file.head;
  GoodsReturn& other = edit.together->head;
  if (!blind.blind || blind.announcedOn)
    throw Refused("match",
                  {tr("Return {0} did not come unannounced: there is nothing to match."), {blind.number}});
  if (other.closedAt || edit.together->balance().received() > 0)
    throw Refused("match",
                  {tr("Goods of return {0} were received already, or it is closed."), {other.number}});
  if (other.customerId != blind.customerId)
    throw Refused("match", {tr("Return {0} is of another customer."), {other.number}});
  const auto& lines = edit.together->lines;
  if (std::none_of(lines.begin(), lines.end(),
                   [&](const ReturnLine& line) { return counterpart(edit.file, line) != nullptr; }))
    throw Refused("match", {tr("Return {0} announces none of these parts."), {other.number}});
  for (const auto& known : edit.together->cases)
    if (std::none_of(edit.file.cases.begin(), edit.file.cases.end(),
                     [&known](const ReturnCase& own) { return own.id == known.id; }))
      edit.file.cases.push_back(known);
  const auto announcedLines = lines;  // lines are added while these are gone through
  for (const auto& line : announcedLines) takeLineOver(edit, line);
  blind.announcedOn = other.announcedOn;
  blind.expectedOn = other.expectedOn;
  blind.rmaNumber = other.rmaNumber;
  blind.conditions = other.conditions;
  blind.authorisedBy = other.authorisedBy;
  blind.authorisedOn = other.authorisedOn;
  if (blind.customerRef.empty()) blind.customerRef = other.customerRef;
  if (blind.noteNumber.empty()) blind.noteNumber = other.noteNumber;
  if (!blind.replacementDueOn) blind.replacementDueOn = other.replacementDueOn;
  if (blind.withoutCase.empty()) blind.withoutCase = other.withoutCase;
  blind.treatment = other.treatment;
  blind.kind = other.kind;
  other.rmaNumber.clear();  // the customer's number leads to the goods from now on
  other.matchedWith = blind.id;
  other.closedAt = edit.now;
}

}  // namespace

void requireNoCase(const ReturnLine& line) {
  if (line.complaintId)
    throw Refused("linked", {tr("Line {0} belongs to a case already."), {std::to_string(line.position)}});
}

ReturnSaved DecideConfirmed::execute(const ConfirmedChoice& input) {
  std::unique_ptr<LinkedCase> linked;
  if (input.decision != ConfirmedDecision::belowTrigger) {
    Reader& reader = m_workplace.store.reader();
    const ReturnFile file = reader.returns().open(input.target.id);
    linked = readLinkedCase(reader, input.caseNumber, input.item,
                            file.partNumber(file.line(input.lineId).partId), "");
  }
  const ReturnChange change{m_workplace,  "return-decide", Right::disposeReturn,
                            input.target, input.reason,    fingerprint(input)};
  return changeReturn(change, [&](ReturnEdit& edit) { decide(edit, input, linked.get()); });
}

ReturnSaved MatchReturn::execute(const ReturnMatch& input) {
  const std::string number = cleanLine(input.announced, "announced", kNameLength);
  const auto other = m_workplace.store.reader().returns().find(number);
  if (!other) throw Invalid("announced", {tr("There is no return {0}."), {number}});
  if (*other == input.target.id) throw Invalid("announced", tr("A return cannot be matched with itself."));
  ReturnChange change{m_workplace, "return-match",    Right::disposeReturn, input.target,
                      {},          fingerprint(input)};
  change.together = other;
  return changeReturn(change, match);
}

}  // namespace octad::model
