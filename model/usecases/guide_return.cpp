#include "model/usecases/guide_return.hpp"

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/returns/return_state.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/return_change.hpp"
#include "model/usecases/return_links.hpp"

namespace octad::model {

namespace {

void requireNotArrived(const ReturnFile& file) {
  if (file.balance().received() > 0)
    throw Refused("state", {tr("The goods of return {0} are here already."), {file.head.number}});
}

/// A planned day: not before the announcement.
std::optional<Date> plannedDay(const std::optional<Date>& day, const GoodsReturn& head,
                               std::string_view field) {
  if (!day) return day;
  requireDay(*day, field);
  if (head.announcedOn && *day < *head.announcedOn)
    throw Invalid(std::string(field),
                  {tr("{0} is before the announcement of {1}."), {day->iso(), head.announcedOn->iso()}});
  return day;
}

/// Throws Invalid when the RMA number already leads to another return, by its RMA number or our own.
void requireOwnRma(Reader& reader, const std::string& rma, ReturnId id) {
  if (rma.empty()) return;
  const auto found = reader.returns().find(rma);
  if (found && *found != id)
    throw Invalid("rma_number",
                  {tr("{0} is the RMA number of return {1} already: give another one, or none for "
                      "the number of the return itself."),
                   {rma, reader.returns().open(*found).head.number}});
}

/// A day of what was done about an announcement: not before it, nor in the future.
Date dayAfterAnnouncement(const std::optional<Date>& given, const ReturnEdit& edit, std::string_view field) {
  const Date day = dayOr(given, edit.today, field);
  const auto& announced = edit.file.head.announcedOn;
  if (announced && day < *announced)
    throw Invalid(std::string(field),
                  {tr("{0} is before the announcement of {1}."), {day.iso(), announced->iso()}});
  return day;
}

}  // namespace

ReturnSaved AuthoriseReturn::execute(const ReturnAuthorisation& input) {
  requireOwnRma(m_workplace.store.reader(), cleanLine(input.rmaNumber, "rma_number", kNameLength, false),
                input.target.id);
  const ReturnChange change{m_workplace,  "return-authorise", Right::disposeReturn,
                            input.target, input.conditions,   fingerprint(input)};
  return changeReturn(change, [&input](ReturnEdit& edit) {
    GoodsReturn& head = edit.file.head;
    if (head.authorisedOn)
      throw Refused("state",
                    {tr("Return {0} is authorised already, as {1}."), {head.number, head.rmaNumber}});
    requireNotArrived(edit.file);
    head.rmaNumber = cleanLine(input.rmaNumber, "rma_number", kNameLength, false);
    if (head.rmaNumber.empty()) head.rmaNumber = head.number;
    head.conditions = cleanText(input.conditions, "conditions");
    if (input.costBearer != CostBearer::undecided) head.costBearer = input.costBearer;
    head.authorisedOn = dayAfterAnnouncement(input.authorisedOn, edit, "authorised_on");
    head.authorisedBy = edit.actor.id;
  });
}

ReturnSaved SendReturn::execute(const ReturnShipment& input) {
  const ReturnChange change{m_workplace, "return-sent",     Right::announceReturn, input.target,
                            {},          fingerprint(input)};
  return changeReturn(change, [&input](ReturnEdit& edit) {
    GoodsReturn& head = edit.file.head;
    requireNotArrived(edit.file);
    if (!head.authorisedOn)
      throw Refused("state", {tr("Return {0} is not authorised yet. Authorise it first."), {head.number}});
    head.carrier = cleanLine(input.carrier, "carrier", kNameLength, false);
    head.noteNumber = cleanLine(input.noteNumber, "note_number", kNameLength, false);
    if (head.carrier.empty() && head.noteNumber.empty())
      throw Invalid("carrier", tr("Enter the carrier or the number of the delivery note."));
    if (input.costBearer != CostBearer::undecided) head.costBearer = input.costBearer;
    head.sentOn = dayAfterAnnouncement(input.sentOn, edit, "sent_on");
    if (input.expectedOn) head.expectedOn = plannedDay(input.expectedOn, head, "expected_on");
  });
}

ReturnSaved AmendReturn::execute(const ReturnDetails& input) {
  Reader& reader = m_workplace.store.reader();
  std::optional<Person> owner;
  if (!input.owner.empty()) owner = findPerson(reader, input.owner, "owner");
  std::optional<DepartmentId> department;
  if (!input.testDepartment.empty())
    department = findDepartment(reader.departments(), input.testDepartment, "test_department").id;
  const ReturnChange change{m_workplace, "return-amend",    Right::disposeReturn, input.target,
                            {},          fingerprint(input)};
  return changeReturn(change, [&](ReturnEdit& edit) {
    GoodsReturn& head = edit.file.head;
    head.kind = input.kind;
    head.treatment = input.treatment;
    head.withoutCase = cleanText(input.withoutCase, "without_case");
    head.customerRef = cleanLine(input.customerRef, "customer_ref", kNameLength, false);
    head.conditions = cleanText(input.conditions, "conditions");
    head.carrier = cleanLine(input.carrier, "carrier", kNameLength, false);
    head.noteNumber = cleanLine(input.noteNumber, "note_number", kNameLength, false);
    head.costBearer = input.costBearer;
    head.expectedOn = plannedDay(input.expectedOn, head, "expected_on");
    head.replacementDueOn = plannedDay(input.replacementDueOn, head, "replacement_due_on");
    head.ownerId = owner ? std::optional(owner->id) : std::nullopt;
    head.testDepartmentId = department;
    head.remarks = cleanText(input.remarks, "remarks");
  });
}

ReturnDetails AmendReturn::from(const ReturnFile& file) {
  const GoodsReturn& head = file.head;
  ReturnDetails details;
  details.target = {head.id, head.rowVersion, {}};
  details.kind = head.kind;
  details.treatment = head.treatment;
  details.withoutCase = head.withoutCase;
  details.customerRef = head.customerRef;
  details.conditions = head.conditions;
  details.carrier = head.carrier;
  details.noteNumber = head.noteNumber;
  details.costBearer = head.costBearer;
  details.expectedOn = head.expectedOn;
  details.replacementDueOn = head.replacementDueOn;
  if (head.ownerId) details.owner = file.personName(*head.ownerId);
  if (head.testDepartmentId) details.testDepartment = file.departmentName(*head.testDepartmentId);
  details.remarks = head.remarks;
  return details;
}

}  // namespace octad::model
