#include "model/usecases/move_returned.hpp"

#include <algorithm>
#include <set>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/returns/return_state.hpp"
#include "model/usecases/return_change.hpp"

namespace octad::model {

namespace {

using Place = ReturnPlace;

/// Pieces have no finding before they were looked at.
bool mayHaveFinding(Place place) {
  return place == Place::awaiting || place == Place::external || place == Place::retained ||
         place == Place::destroyed || isDisposed(place);
}

/// Which pieces are meant when nothing was said and there is only one kind.
void deduceSource(const ReturnFile& file, ReturnMovement& movement) {
  const ReturnBalance balance = file.balance(movement.lineId);
  if (isDisposed(movement.from) && movement.disposition == Disposition::none) {
    std::vector<Disposition> present;
    for (const auto& entry : EnumKeys<Disposition>::entries)
      if (balance.disposed(entry.value, movement.from) > 0) present.push_back(entry.value);
    if (present.size() > 1)
      throw Invalid("disposition", tr("Several dispositions are under way there. Say which one is meant."));
    if (!present.empty()) movement.disposition = present.front();
  }
  if (movement.from == Place::quarantine && movement.fromLocation.empty()) {
    const auto locations = file.locations(movement.lineId);
    if (!locations.contains("") && locations.size() == 1) movement.fromLocation = locations.begin()->first;
  }
  if (!mayHaveFinding(movement.from) || movement.fromFinding != Finding::open) return;
  const Disposition disposition = isDisposed(movement.from) ? movement.disposition : Disposition::none;
  std::vector<Finding> present;
  for (const auto& entry : EnumKeys<Finding>::entries)
    if (balance.at(movement.from, entry.value, disposition) > 0) present.push_back(entry.value);
  if (present.size() > 1 && balance.at(movement.from, Finding::open, disposition) == 0)
    throw Invalid("from_finding", tr("Pieces with several findings are there. Say which ones are meant."));
  if (present.size() == 1) movement.fromFinding = present.front();
}

Finding findingAfter(const ReturnMovement& movement, Finding given) {
  if (!mayHaveFinding(movement.to)) return Finding::open;
  if (movement.to == Place::awaiting) {
    const bool decidedAgain = movement.from == Place::work || movement.from == Place::retained ||
                              (movement.from == Place::external && given == Finding::open);
    const Finding finding = decidedAgain ? movement.fromFinding : given;
    if (finding == Finding::open)
      throw Invalid(
          "finding",
          tr("Say what was found: confirmed, no trouble found, customer-caused or transport damage."));
    if (movement.from == Place::awaiting && finding == movement.fromFinding)
      throw Invalid("finding", tr("The pieces have this finding already. Choose another one."));
    return finding;
  }
  if (movement.to == Place::destroyed && movement.fromFinding == Finding::open) return given;
  return movement.fromFinding;
}

void checkDisposition(const ReturnFile& file, const ReturnLine& line, const ReturnMovement& movement) {
  if (movement.to == Place::work) {
    if (movement.disposition == Disposition::none)
      throw Invalid("disposition", tr("Say what is to be done with the pieces."));
    if (movement.fromFinding == Finding::confirmed && undecidedPieces(file, line) > 0)
      throw Refused("decision",
                    {tr("Confirmed pieces of line {0} have no case. Attach them to one, open one, or say why "
                        "they stay below the trigger; then decide what is done with them."),
                     {std::to_string(line.position)}});
    if (movement.fromFinding == Finding::noTroubleFound && waitsForDossier(file, line))
      throw Refused("ntf",
                    {tr("The NTF dossier of line {0} has to be concluded before its pieces are disposed of."),
                     {std::to_string(line.position)}});
  } else if (isDisposed(movement.to) && !carriesOut(movement.disposition, movement.from, movement.to)) {
    throw Refused("disposition", {tr("\"{0}\" is not carried out by going from \"{1}\" to \"{2}\"."),
                                  {translated(labelOf(movement.disposition)),
                                   translated(labelOf(movement.from)), translated(labelOf(movement.to))}});
  }
  if (isDisposed(movement.to) && movement.disposition == Disposition::repair &&
      !file.has(ReturnPaper::authorisation))
    throw Refused("authorisation",
                  tr("A repair needs the customer's authorisation. Attach it to the return first."));
}

/// The units named, all of this line and where the movement takes them from.
std::vector<ReturnUnit*> chooseUnits(ReturnFile& file, const ReturnLine& line,
                                     const std::vector<ReturnUnitId>& ids) {
  const std::set<ReturnUnitId> wanted(ids.begin(), ids.end());
  std::vector<ReturnUnit*> units;
  for (auto& unit : file.units)
    if (unit.lineId == line.id && wanted.contains(unit.id)) units.push_back(&unit);
  if (units.size() != wanted.size())
    throw Invalid("units",
                  {tr("Line {0} has no such unit. Open the return again."), {std::to_string(line.position)}});
  return units;
}

void requireUnitsThere(const std::vector<ReturnUnit*>& units, const ReturnMovement& movement) {
  for (const ReturnUnit* unit : units)
    if (unit->place != movement.from || unit->finding != movement.fromFinding ||
        (movement.from == Place::quarantine && unit->location != movement.fromLocation) ||
        (isDisposed(movement.from) && unit->disposition != movement.disposition))
      throw Refused("place", {tr("Unit {0} is not there: it is in \"{1}\"."),
                              {unit->serial, translated(labelOf(unit->place))}});
}

/// Pieces that go by number are those without a name: the others have to be chosen.
void requireUnnamed(const ReturnFile& file, const ReturnMovement& movement) {
  long long named = 0;
  for (const auto& unit : file.units)
    if (unit.lineId == movement.lineId && unit.place == movement.from &&
        unit.finding == movement.fromFinding &&
        (movement.from != Place::quarantine || unit.location == movement.fromLocation) &&
        (!isDisposed(movement.from) || unit.disposition == movement.disposition))
      ++named;
  if (named == 0) return;
  const long long pieces = piecesAtSource(file, movement);
  if (movement.quantity > pieces - named && movement.quantity <= pieces)
    throw Refused(
        "units",
        {tr("{0} of the {1} pieces in \"{2}\" are known by serial number: choose the units that go."),
         {std::to_string(named), std::to_string(pieces), translated(labelOf(movement.from))}});
}

void placeUnits(ReturnEdit& edit, const std::vector<ReturnUnit*>& units, const ReturnMovement& movement,
                const ReturnTransfer& input) {
  std::vector<ReturnUnit> changed;
  for (ReturnUnit* unit : units) {
    unit->place = movement.to;
    unit->moved = true;
    unit->location = movement.to == Place::quarantine ? movement.toLocation : std::string();
    unit->disposition = isDisposed(movement.to) ? movement.disposition : Disposition::none;
    if (movement.toFinding != unit->finding) {
      unit->finding = movement.toFinding;
      unit->foundBy = movement.toFinding == Finding::open ? std::nullopt : input.foundBy;
      if (!input.failure.empty()) unit->failure = cleanLine(input.failure, "failure", kNameLength, false);
    }
    changed.push_back(*unit);
  }
  if (!changed.empty()) edit.unit.returns().update(changed);
}

ReturnMovement movementOf(ReturnEdit& edit, const ReturnTransfer& input,
                          const std::vector<ReturnUnit*>& units) {
  ReturnMovement movement;
  movement.lineId = input.lineId;
  movement.from = input.from;
  movement.to = input.to;
  movement.quantity = units.empty() ? input.quantity : static_cast<long long>(units.size());
  movement.fromFinding = mayHaveFinding(input.from) ? input.fromFinding : Finding::open;
  movement.disposition =
      isDisposed(input.from) || isDisposed(input.to) ? input.disposition : Disposition::none;
  if (input.from == Place::quarantine)
    movement.fromLocation = cleanLine(input.fromLocation, "from_location", kNameLength, false);
  if (input.to == Place::quarantine)
    movement.toLocation = cleanLine(input.toLocation, "to_location", kNameLength, false);
  if (!units.empty()) {  // they know best where they are
    movement.fromLocation = input.from == Place::quarantine ? units.front()->location : std::string();
    if (mayHaveFinding(input.from)) movement.fromFinding = units.front()->finding;
    if (isDisposed(input.from)) movement.disposition = units.front()->disposition;
  }
  movement.document = cleanLine(input.document, "document", kNameLength, false);
  movement.reason = cleanText(input.reason, "reason");
  movement.movedOn = dayOr(input.movedOn, edit.today, "moved_on");
  return movement;
}

void transfer(ReturnEdit& edit, const ReturnTransfer& input, const ReturnMove& move) {
  const ReturnLine line = edit.file.line(input.lineId);
  requireOpenCaseOf(edit.file, line);
  const auto units = chooseUnits(edit.file, line, input.units);
  ReturnMovement movement = movementOf(edit, input, units);
  requirePieces(movement.quantity, "quantity");
  if (units.empty()) deduceSource(edit.file, movement);
  movement.toFinding = findingAfter(movement, input.finding);
  if (units.empty() && movement.toFinding != Finding::open && movement.toFinding != movement.fromFinding) {
    movement.foundBy = input.foundBy;
    movement.failure = cleanLine(input.failure, "failure", kNameLength, false);
  }
  if (move.needsReason)
    movement.reason =
        requireWords(movement.reason, "reason", tr("Give the reason: it goes into the record."));
  if (move.needsDocument && movement.document.empty())
    throw Invalid("document", tr("Enter the number of the paper: delivery note, credit note, certificate or "
                                 "inspection record."));
  if (movement.from == Place::quarantine && movement.to == Place::quarantine &&
      movement.fromLocation == movement.toLocation)
    throw Invalid("to_location", tr("The pieces are at this location already. Enter another one."));
  checkDisposition(edit.file, line, movement);
  if (isPhysical(movement.to) && !isPhysical(movement.from)) {
    requireDelivered(edit.file, line, movement.quantity, movement.reason, "quantity");
    if (!edit.file.head.receivedOn) edit.file.head.receivedOn = movement.movedOn;
  }
  if (units.empty())
    requireUnnamed(edit.file, movement);
  else
    requireUnitsThere(units, movement);
  book(edit, edit.file, movement);
  placeUnits(edit, units, edit.file.movements.back(), input);
}

/// The same way back.
ReturnMovement mirrored(const ReturnMovement& movement) {
  ReturnMovement back;
  back.lineId = movement.lineId;
  back.from = movement.to;
  back.to = movement.from;
  back.fromFinding = movement.toFinding;
  back.toFinding = movement.fromFinding;
  back.disposition = movement.disposition;
  back.fromLocation = movement.toLocation;
  back.toLocation = movement.fromLocation;
  back.quantity = movement.quantity;
  back.document = movement.document;
  back.reverses = movement.id;
  back.foundBy = movement.foundBy;
  back.failure = movement.failure;
  return back;
}

/// Named units that went with the movement go back with it: as many as are not covered by pieces without a
/// name.
void returnUnits(ReturnEdit& edit, const ReturnMovement& back) {
  const Disposition disposition = isDisposed(back.from) ? back.disposition : Disposition::none;
  std::vector<ReturnUnit*> there;
  for (auto& unit : edit.file.units)
    if (unit.lineId == back.lineId && unit.place == back.from && unit.finding == back.fromFinding &&
        unit.disposition == disposition &&
        (back.from != Place::quarantine || unit.location == back.fromLocation))
      there.push_back(&unit);
  // Counted after the booking: what is left at the place has to hold the units that stay.
  const long long left = piecesAtSource(edit.file, back);
  const long long surplus = static_cast<long long>(there.size()) - left;
  if (surplus <= 0) return;
  std::vector<ReturnUnit> changed;
  for (auto unit = there.rbegin(); unit != there.rend() && static_cast<long long>(changed.size()) < surplus;
       ++unit) {
    (*unit)->place = back.to;
    (*unit)->moved = true;
    (*unit)->location = back.to == Place::quarantine ? back.toLocation : std::string();
    (*unit)->finding = back.toFinding;
    (*unit)->disposition = isDisposed(back.to) ? back.disposition : Disposition::none;
    if (back.toFinding == Finding::open) (*unit)->foundBy.reset();
    changed.push_back(**unit);
  }
  if (!isPhysical(back.to))
    throw Refused(
        "units",
        tr("Units with serial numbers were entered for these pieces: the receipt cannot be taken back."));
  edit.unit.returns().update(changed);
}

void correct(ReturnEdit& edit, const MovementCorrection& input) {
  const auto& movements = edit.file.movements;
  const auto found = std::find_if(movements.begin(), movements.end(),
                                  [&](const ReturnMovement& row) { return row.id == input.movementId; });
  if (found == movements.end())
    throw NotFound({tr("Return {0} has no such movement. Open the return again."), {edit.file.head.number}});
  if (found->reverses)
    throw Refused("reversed", tr("This movement is itself a correction. Book the right movement instead."));
  if (std::any_of(movements.begin(), movements.end(),
                  [&](const ReturnMovement& row) { return row.reverses == input.movementId; }))
    throw Refused("reversed", tr("This movement was taken back already."));
  requireOpenCaseOf(edit.file, edit.file.line(found->lineId));
  ReturnMovement back = mirrored(*found);
  back.reason = requireWords(input.reason, "reason", tr("Give the reason: it goes into the record."));
  back.movedOn = std::max(edit.today, found->movedOn);  // whatever became of the clock or the zone
  book(edit, edit.file, back);
  returnUnits(edit, back);
}

/// The customer's newest word about a sample allows to destroy it.
bool consented(const CaseFile& file, SampleId sample) {
  bool granted = false;
  for (const auto& word : file.sampleConsents)
    if (word.sampleId == sample) granted = word.state == Consent::granted;
  return granted;
}

/// A sample is destroyed only when the customer agreed (S3-R6).
void requireConsent(Reader& reader, const ReturnTransfer& input) {
  if (input.to != Place::destroyed) return;
  const ReturnFile file = reader.returns().open(input.target.id);
  const ReturnLine& line = file.line(input.lineId);
  if (!line.sampleId || !line.complaintId) return;
  if (!consented(reader.openCase(*line.complaintId), *line.sampleId))
    throw Refused("consent",
                  tr("The customer has not agreed to a destructive test of this sample. Record the consent "
                     "first."));
}

/// Refused("return-move") with quantity, place and the ways that lead on from there.
void requireWay(Reader& reader, const ReturnTransfer& input) {
  std::vector<Message> ways;
  for (const auto& move : returnMoves()) {
    if (move.from == input.from && move.to == input.to) return;
    if (move.from == input.from) ways.emplace_back(labelOf(move.to));
  }
  const ReturnFile file = reader.returns().open(input.target.id);
  const ReturnLine& line = file.line(input.lineId);
  const std::string pieces =
      std::to_string(input.units.empty() ? input.quantity : static_cast<long long>(input.units.size()));
  const std::string there = std::to_string(file.balance(line.id).at(input.from));
  if (ways.empty())
    throw Refused(
        "return-move",
        {tr("{0} pieces cannot go from \"{1}\" to \"{2}\": {3} are there, and no way leads on. Take "
            "their movement back when it was wrong."),
         {pieces, translated(labelOf(input.from)), translated(labelOf(input.to)), there}});
  throw Refused(
      "return-move",
      {tr("{0} pieces cannot go from \"{1}\" to \"{2}\": {3} are there. From there they "
          "can go to {4}."),
       {pieces, translated(labelOf(input.from)), translated(labelOf(input.to)), there, listed(ways)}});
}

/// The most that taking a movement back may need is the right to book it.
Right rightToCorrect(const Actor& actor) {
  for (const Right right :
       {Right::disposeReturn, Right::recordReturn, Right::testReturn, Right::announceReturn})
    if (may(actor, right)) return right;
  return Right::recordReturn;
}

}  // namespace

ReturnSaved MoveReturned::execute(const ReturnTransfer& input) {
  requireWay(m_workplace.store.reader(), input);
  const ReturnMove& move = requireReturnMove(input.from, input.to);
  requireConsent(m_workplace.store.reader(), input);
  const ReturnChange change{m_workplace,  "return-move", move.right,
                            input.target, input.reason,  fingerprint(input)};
  return changeReturn(change, [&](ReturnEdit& edit) { transfer(edit, input, move); });
}

ReturnSaved CorrectMovement::execute(const MovementCorrection& input) {
  const ReturnChange change{m_workplace,  "return-correct", rightToCorrect(m_workplace.actor),
                            input.target, input.reason,     fingerprint(input)};
  return changeReturn(change, [&](ReturnEdit& edit) {
    for (const auto& movement : edit.file.movements)
      if (movement.id == input.movementId)
        requireRight(edit.actor, requireReturnMove(movement.from, movement.to).right);
    correct(edit, input);
  });
}

}  // namespace octad::model
