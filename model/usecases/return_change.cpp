#include "model/usecases/return_change.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/reader.hpp"
#include "model/returns/return_state.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/site.hpp"

namespace octad::model {

namespace {

void requireOpenReturn(const ReturnFile& file) {
  const GoodsReturn& head = file.head;
  if (head.matchedWith)
    throw Refused("return-closed",
                  {tr("Return {0} was matched with another one. Go on with that one."), {head.number}});
  if (head.closedAt)
    throw Refused("return-closed",
                  {tr("Return {0} is closed. Reopen it with a reason to change it."), {head.number}});
}

/// Both returns, the one with the lower key first, so that two people who lock the same two never wait for
/// each other.
struct LockedReturns {
  ReturnFile file;
  std::optional<ReturnFile> together;
};

LockedReturns lockReturns(ReturnRows& rows, const ReturnChange& change) {
  LockedReturns locked;
  if (change.together && *change.together < change.target.id) locked.together = rows.lock(*change.together);
  locked.file = rows.lock(change.target.id, change.target.version);
  if (change.together && !locked.together) locked.together = rows.lock(*change.together);
  return locked;
}

std::string placeWords(const ReturnMovement& movement) {
  return movement.from == ReturnPlace::quarantine && !movement.fromLocation.empty()
             ? movement.fromLocation
             : translated(labelOf(movement.from));
}

void requireBalance(const ReturnFile& file, const ReturnMovement& movement) {
  if (movement.from == ReturnPlace::outside || movement.from == ReturnPlace::surplus) return;
  const long long pieces = piecesAtSource(file, movement);
  if (movement.quantity <= pieces) return;
  const ReturnLine& line = file.line(movement.lineId);
  throw Refused("balance",
                {tr("{0} pieces cannot be taken from \"{1}\": only {2} of line {3} ({4}) are there. Correct "
                    "the number."),
                 {std::to_string(movement.quantity), placeWords(movement), std::to_string(pieces),
                  std::to_string(line.position), file.partNumber(line.partId)}});
}

/// Pieces of the movement's kind that `row` brought to its source, or took from there.
long long broughtToSource(const ReturnMovement& row, const ReturnMovement& movement) {
  const bool disposed = isDisposed(movement.from);
  if (row.lineId != movement.lineId || (disposed && row.disposition != movement.disposition)) return 0;
  long long pieces = 0;
  if (row.to == movement.from && row.toFinding == movement.fromFinding &&
      row.toLocation == movement.fromLocation)
    pieces += row.quantity;
  if (row.from == movement.from && row.fromFinding == movement.fromFinding &&
      row.fromLocation == movement.fromLocation)
    pieces -= row.quantity;
  return pieces;
}

/// The first day from which on as many pieces are at the source as the movement takes. What was taken back
/// never happened.
std::optional<Date> thereSince(const ReturnFile& file, const ReturnMovement& movement) {
  std::set<MovementId> takenBack;
  for (const auto& row : file.movements)
    if (row.reverses) takenBack.insert(*row.reverses);
  std::map<Date, long long> changes;
  long long pieces = 0;  // at the end
  for (const auto& row : file.movements) {
    if (row.reverses || takenBack.contains(row.id)) continue;
    const long long brought = broughtToSource(row, movement);
    pieces += brought;
    if (brought != 0) changes[row.movedOn] += brought;
  }
  std::optional<Date> since;
  for (auto day = changes.rbegin(); day != changes.rend() && pieces >= movement.quantity; ++day) {
    since = day->first;
    pieces -= day->second;
  }
  return since;
}

/// Goods that were announced do not move before that, and are not here before they left.
void requireDayOfReturn(const ReturnEdit& edit, const GoodsReturn& head, const ReturnMovement& movement) {
  if (head.blind) return;
  if (head.announcedOn && movement.movedOn < *head.announcedOn)
    throw Invalid(edit.dayField, {tr("{0} is before the announcement of {1}."),
                                  {movement.movedOn.iso(), head.announcedOn->iso()}});
  const bool comes = isPhysical(movement.to) && !isPhysical(movement.from);
  if (comes && head.sentOn && movement.movedOn < *head.sentOn)
    throw Invalid(edit.dayField, {tr("{0} is before {1}, the day on which the goods left. Correct the date."),
                                  {movement.movedOn.iso(), head.sentOn->iso()}});
}

}  // namespace

void requireDayThere(const ReturnEdit& edit, const ReturnFile& file, const ReturnMovement& movement) {
  if (movement.reverses) return;
  requireDayOfReturn(edit, file.head, movement);
  if (movement.from == ReturnPlace::outside || movement.from == ReturnPlace::surplus) return;
  const auto since = thereSince(file, movement);
  if (!since || movement.movedOn >= *since) return;
  if (movement.from == ReturnPlace::expected)
    throw Invalid(edit.dayField,
                  {tr("{0} is before the announcement of {1}."), {movement.movedOn.iso(), since->iso()}});
  throw Invalid(edit.dayField,
                {tr("{0} is before {1}, the day on which these pieces came to \"{2}\". Correct the date."),
                 {movement.movedOn.iso(), since->iso(), placeWords(movement)}});
}

long long piecesAtSource(const ReturnFile& file, const ReturnMovement& movement) {
  const ReturnBalance balance = file.balance(movement.lineId);
  const Disposition disposition = isDisposed(movement.from) ? movement.disposition : Disposition::none;
  const long long pieces = balance.at(movement.from, movement.fromFinding, disposition);
  if (movement.from != ReturnPlace::quarantine) return pieces;
  const auto locations = file.locations(movement.lineId);
  const auto found = locations.find(movement.fromLocation);
  return found == locations.end() ? 0 : std::min(pieces, found->second);
}

ReturnSaved changeReturn(const ReturnChange& change, const std::function<void(ReturnEdit&)>& edit,
                         std::string* extra) {
  Workplace& workplace = change.workplace;
  requireRight(workplace.actor, change.right);
  const Zone zone = siteZone(workplace.store.reader());  // before the transaction holds SQLite's only writer
  const Instant now = workplace.clock.now();
  const std::string reason = cleanText(change.reason, "reason");
  auto unit = workplace.store.begin({workplace.actor, change.useCase, reason, now, change.target.requestId,
                                     change.useCase + ' ' + change.fingerprint});
  const auto asReturn = [](const Saved& saved) {
    return ReturnSaved{ReturnId(saved.id.value), saved.number, saved.version};
  };
  if (const auto earlier = unit->replayed()) return asReturn(savedFromText(*earlier, extra));
  LockedReturns locked = lockReturns(unit->returns(), change);
  if (change.openOnly) requireOpenReturn(locked.file);
  ReturnEdit work{*unit,
                  locked.file,
                  locked.together ? &*locked.together : nullptr,
                  now,
                  workplace.actor,
                  zone.date(now),
                  change.target.requestId.empty() ? newUuid() : change.target.requestId,
                  0,
                  {}};
  edit(work);
  writeReturn(*unit, locked.file);
  if (locked.together) writeReturn(*unit, *locked.together);
  if (extra) *extra = work.extra;
  const GoodsReturn& head = locked.file.head;
  // The table of requests remembers returns as it remembers cases: key, number, version.
  const Saved saved{ComplaintId(head.id.value), head.number, head.rowVersion};
  unit->commit(savedText(saved, work.extra));
  return asReturn(saved);
}

void book(ReturnEdit& edit, ReturnFile& file, ReturnMovement movement) {
  requireBalance(file, movement);
  requireDayThere(edit, file, movement);
  movement.returnId = file.head.id;
  movement.uuid = edit.requestId + (edit.booked == 0 ? std::string() : "/" + std::to_string(edit.booked));
  ++edit.booked;
  movement.recordedBy = edit.actor.id;
  movement.recordedAt = edit.now;
  ReturnRecord record(std::move(movement));
  edit.unit.returns().insert(record);
  file.movements.push_back(std::get<ReturnMovement>(std::move(record)));
}

ReturnLine& addLine(ReturnEdit& edit, ReturnFile& file, ReturnLine line) {
  line.returnId = file.head.id;
  line.position = 1;
  for (const auto& known : file.lines) line.position = std::max(line.position, known.position + 1);
  ReturnRecord record(std::move(line));
  edit.unit.returns().insert(record);
  file.lines.push_back(std::get<ReturnLine>(std::move(record)));
  return file.lines.back();
}

void writeReturn(UnitOfWork& unit, ReturnFile& file) {
  refreshReturn(file);
  unit.returns().update(file.head);
}

void requirePieces(long long quantity, std::string_view field) {
  if (quantity < 1 || quantity > kMaxQuantity)
    throw Invalid(std::string(field),
                  {tr("{0} is not a number of pieces: enter 1 to 10,000,000."), {std::to_string(quantity)}});
}

std::string requireWords(std::string_view text, std::string_view field, const char* sentence) {
  std::string words = cleanText(text, field);
  if (words.find_first_not_of(" .\t\r\n") == std::string::npos) throw Invalid(std::string(field), sentence);
  return words;
}

Date dayOr(const std::optional<Date>& day, Date today, std::string_view field) {
  if (!day) return today;
  requireDayUntil(*day, today, field);
  return *day;
}

void requireOpenCaseOf(const ReturnFile& file, const ReturnLine& line) {
  const ReturnCase* owner = file.caseOf(line);
  if (!owner || !isEnded(owner->state)) return;
  const bool handedOn =
      std::any_of(file.handOvers.begin(), file.handOvers.end(),
                  [owner](const ReturnHandOver& row) { return row.complaintId == owner->id; });
  if (!handedOn)
    throw Refused("closed", {tr("Case {0} is closed. Reopen it with a reason to change its returned goods."),
                             {owner->number}});
}

void requireDelivered(const ReturnFile& file, const ReturnLine& line, long long received,
                      const std::string& reason, std::string_view field) {
  if (!line.itemId || !reason.empty()) return;
  for (const auto& item : file.items) {
    if (item.id != *line.itemId || !item.quantityDelivered) continue;
    long long returned = received + item.receivedElsewhere;
    for (const auto& other : file.lines)
      if (other.itemId == line.itemId) returned += file.balance(other.id).received();
    if (returned > *item.quantityDelivered)
      throw Invalid(std::string(field),
                    {tr("Returned {0} of {1} shipped. Correct the quantity, or explain it."),
                     {std::to_string(returned), std::to_string(*item.quantityDelivered)}});
  }
}

}  // namespace octad::model
