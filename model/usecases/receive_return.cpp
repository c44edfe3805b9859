#include "model/usecases/receive_return.hpp"

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/return_change.hpp"
#include "model/usecases/return_links.hpp"

namespace octad::model {

namespace {

std::string lineField(const char* list, std::size_t index, const char* member) {
  return std::string(list) + '.' + std::to_string(index) + '.' + member;
}

/// Books one way of a line unless there are no pieces on it.
void bookPieces(ReturnEdit& edit, ReturnMovement movement, ReturnPlace from, ReturnPlace to,
                long long quantity) {
  if (quantity == 0) return;
  movement.from = from;
  movement.to = to;
  movement.quantity = quantity;
  if (to != ReturnPlace::quarantine) movement.toLocation.clear();
  book(edit, edit.file, std::move(movement));
}

void receiveLine(ReturnEdit& edit, const CountedLine& counted, std::size_t index, const ReturnReceipt& input,
                 const ReturnMovement& pattern) {
  const ReturnLine line = edit.file.line(counted.lineId);
  requireQuantity(counted.counted, lineField("lines", index, "counted"));
  requireOpenCaseOf(edit.file, line);
  ReturnMovement movement = pattern;
  movement.lineId = line.id;
  movement.reason = cleanText(counted.reason, lineField("lines", index, "reason"));
  const long long expected = edit.file.balance(line.id).expected();
  const bool differs = counted.counted > expected || (input.complete && counted.counted < expected);
  const long long before = edit.file.balance(line.id).received();
  if (counted.counted > expected && before > 0 && movement.reason.empty())
    throw Invalid(
        lineField("lines", index, "reason"),
        {tr("{0} pieces of this line were received before and {1} are still expected; these {2} come on "
            "top. Explain the surplus, or take the wrong count back first."),
         {std::to_string(before), std::to_string(expected), std::to_string(counted.counted)}});
  if (differs && movement.reason.empty())
    throw Invalid(lineField("lines", index, "reason"),
                  {tr("{0} announced, {1} received: explain the difference."),
                   {std::to_string(expected), std::to_string(counted.counted)}});
  if (counted.counted > 0)
    requireDelivered(edit.file, line, counted.counted, movement.reason, lineField("lines", index, "counted"));
  if (movement.reason.empty()) movement.reason = pattern.reason;
  const long long announced = std::min(counted.counted, expected);
  bookPieces(edit, movement, ReturnPlace::expected, ReturnPlace::quarantine, announced);
  bookPieces(edit, movement, ReturnPlace::surplus, ReturnPlace::quarantine, counted.counted - announced);
  if (input.complete)
    bookPieces(edit, movement, ReturnPlace::expected, ReturnPlace::missing, expected - announced);
}

void receiveOther(ReturnEdit& edit, const ForeignPieces& other, const Part& part, std::size_t index,
                  const ReturnMovement& pattern) {
  requirePieces(other.counted, lineField("others", index, "counted"));
  if (other.nature == LineNature::asAnnounced)
    throw Invalid(
        lineField("others", index, "nature"),
        tr("Pieces that are announced belong to their line. Choose \"wrong part\" or \"not our product\"."));
  ReturnLine line;
  line.partId = part.id;
  line.lot = cleanLine(other.lot, lineField("others", index, "lot"), kNameLength, false);
  line.nature = other.nature;
  ReturnMovement movement = pattern;
  movement.reason = requireWords(other.reason, lineField("others", index, "reason"),
                                 tr("Say how these pieces came into the parcel: it goes into the record."));
  movement.lineId = addLine(edit, edit.file, line).id;
  bookPieces(edit, movement, ReturnPlace::surplus, ReturnPlace::quarantine, other.counted);
}

/// The part of that number; one that is not known yet is made by whoever may register complaints, as there.
Part partInParcel(Workplace& workplace, const std::string& text, const std::string& field) {
  constexpr int kEverything = 100'000;
  const std::string number = cleanLine(text, field, kNameLength);
  for (const auto& part : workplace.store.reader().parts(number, kEverything))
    if (foldText(part.number) == foldText(number)) return part;
  if (!may(workplace.actor, Right::registerComplaint))
    throw Invalid(field,
                  {tr("Part \"{0}\" is not known yet: let the CQE or the registrar record these pieces, who "
                      "may enter a new part."),
                   {number}});
  Part part;
  part.number = number;
  return part;
}

/// A note that is not the one the goods left with is a discrepancy.
std::string reasonForNote(const ReturnReceipt& input, const std::string& sent, const std::string& came) {
  std::string reason = cleanText(input.noteReason, "note_reason");
  for (const auto& line : input.lines)
    if (reason.empty()) reason = cleanText(line.reason, "lines.0.reason");
  if (reason.find_first_not_of(" .\t\r\n") == std::string::npos)
    throw Invalid("note_number", {tr("The goods left with delivery note {0} and came with {1}: explain the "
                                     "difference, both numbers stay on record."),
                                  {sent, came}});
  return reason;
}

/// Goods that were announced are not here before that, nor before they left.
void requireDayOfReceipt(const GoodsReturn& head, Date day) {
  if (head.blind) return;
  if (head.announcedOn && day < *head.announcedOn)
    throw Invalid("received_on",
                  {tr("{0} is before the announcement of {1}."), {day.iso(), head.announcedOn->iso()}});
  if (head.sentOn && day < *head.sentOn)
    throw Invalid("received_on", {tr("{0} is before {1}, the day on which the goods left. Correct the date."),
                                  {day.iso(), head.sentOn->iso()}});
}

}  // namespace

ReturnSaved ReceiveReturn::execute(const ReturnReceipt& input) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < input.others.size(); ++i)
    parts.push_back(partInParcel(m_workplace, input.others[i].part, lineField("others", i, "part")));
  const ReturnChange change{m_workplace, "return-receive",  Right::recordReturn, input.target,
                            {},          fingerprint(input)};
  return changeReturn(change, [&](ReturnEdit& edit) {
    if (input.lines.empty() && input.others.empty())
      throw Invalid("lines", tr("Enter what was counted of at least one line."));
    ReturnMovement pattern;
    pattern.movedOn = dayOr(input.receivedOn, edit.today, "received_on");
    edit.dayField = "received_on";
    requireDayOfReceipt(edit.file.head, pattern.movedOn);
    pattern.toLocation = cleanLine(input.location, "location", kNameLength, false);
    const std::string note = cleanLine(input.noteNumber, "note_number", kNameLength, false);
    GoodsReturn& head = edit.file.head;
    if (head.noteNumber.empty()) head.noteNumber = note;
    pattern.document = note.empty() ? head.noteNumber : note;
    if (pattern.document != head.noteNumber) pattern.reason = reasonForNote(input, head.noteNumber, note);
    for (std::size_t i = 0; i < input.lines.size(); ++i) receiveLine(edit, input.lines[i], i, input, pattern);
    for (std::size_t i = 0; i < input.others.size(); ++i) {
      for (std::size_t known = 0; known < i && !parts[i].id; ++known)
        if (foldText(parts[known].number) == foldText(parts[i].number)) parts[i] = parts[known];
      if (!parts[i].id) insertRecord(edit.unit, parts[i]);
      edit.file.parts.push_back(parts[i]);
      receiveOther(edit, input.others[i], parts[i], i, pattern);
    }
    if (edit.booked == 0)
      throw Invalid("lines.0.counted", tr("Nothing was counted. Enter at least one piece."));
    if (!head.receivedOn && edit.file.balance().received() > 0) head.receivedOn = pattern.movedOn;
  });
}

}  // namespace octad::model
