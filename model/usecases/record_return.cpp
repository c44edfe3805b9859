#include "model/usecases/record_return.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/core/uuid.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

const ComplaintItem& itemOf(const CaseFile& file, ItemId id) {
  const auto found = std::find_if(file.items.begin(), file.items.end(),
                                  [id](const ComplaintItem& item) { return item.id == id; });
  if (found == file.items.end())
    throw Invalid("item_id",
                  {tr("Case {0} has no such item. Choose one of its items."), {file.complaint.number}});
  return *found;
}

void checkQuantities(const ReturnedQuantity& entry) {
  requireQuantity(entry.announced, "announced");
  requireQuantity(entry.received, "received");
  requireQuantity(entry.confirmed, "confirmed");
  requireQuantity(entry.noTroubleFound, "no_trouble_found");
  requireQuantity(entry.customerCaused, "customer_caused");
  requireQuantity(entry.transport, "transport");
  if (entry.announced == 0 && entry.received == 0)
    throw Invalid("received", tr("Enter how many pieces were announced or received: 1 to 10,000,000."));
  if (entry.awaiting() < 0)
    throw Invalid("confirmed", {tr("Findings for {0} pieces of {1} received cannot be. Correct the numbers."),
                                {std::to_string(entry.found()), std::to_string(entry.received)}});
}

/// announced + surplus = received + missing needs words when it is not simply equal; more than was shipped
/// needs them too, also as the sum of several returns (security rows 23, 25).
void checkBalance(const ReturnedQuantity& entry, const CaseFile& file) {
  const ComplaintItem& item = itemOf(file, entry.itemId);
  long long returned = entry.received;
  for (const auto& other : file.returns)
    if (other.itemId == entry.itemId && other.id != entry.id) returned += other.received;
  if (item.quantityDelivered && returned > *item.quantityDelivered && entry.explanation.empty())
    throw Invalid("received", {tr("Returned {0} of {1} shipped. Correct the quantity, or explain it."),
                               {std::to_string(returned), std::to_string(*item.quantityDelivered)}});
  // What is only announced is still on its way.
  if (entry.received > 0 && entry.received != entry.announced && entry.explanation.empty())
    throw Invalid("explanation", {tr("{0} announced, {1} received: explain the difference."),
                                  {std::to_string(entry.announced), std::to_string(entry.received)}});
}

void record(CaseEdit& edit, const ReturnEntry& input) {
  CaseFile& file = edit.file;
  edit.raiseVersion = false;
  ReturnedQuantity entry = input.entry;
  entry.complaintId = file.complaint.id;
  if (entry.uuid.empty()) entry.uuid = isUuid(input.target.requestId) ? input.target.requestId : newUuid();
  const auto known = std::find_if(file.returns.begin(), file.returns.end(), [&](const ReturnedQuantity& row) {
    return entry.id.value > 0 ? row.id == entry.id : row.uuid == entry.uuid;
  });
  if (known == file.returns.end() && entry.id.value > 0)
    throw NotFound({tr("Case {0} has no such return. Open the case again."), {file.complaint.number}});
  if (known != file.returns.end() && entry.id.value <= 0) return;  // the same return saved twice is one
  entry.note = cleanLine(entry.note, "note", kNameLength, false);
  entry.explanation = cleanText(entry.explanation, "explanation");
  requireDayUntil(entry.receivedOn, edit.today.plusDays(1), "received_on");
  checkQuantities(entry);
  checkBalance(entry, file);
  if (known == file.returns.end()) {
    insertRecord(edit.unit, entry);
    file.returns.push_back(std::move(entry));
    return;
  }
  entry.uuid = known->uuid;
  updateRecord(edit.unit, entry);
  *known = std::move(entry);
}

}  // namespace

Saved RecordReturn::execute(const ReturnEntry& input) {
  CaseTarget target = input.target;
  target.version = 0;  // the warehouse counts whatever the CQE writes meanwhile
  const CaseChange change{m_workplace,       "return", Right::recordReturn, target, input.entry.explanation,
                          fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) { record(edit, input); });
}

}  // namespace octad::model
