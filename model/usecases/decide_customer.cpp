#include "model/usecases/decide_customer.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/look_alike.hpp"

namespace octad::model {

namespace {

constexpr int kAllCustomers = 100'000;

Customer knownCustomer(Reader& reader, const std::string& typed) {
  const std::string name = cleanLine(typed, "customer", kNameLength);
  const auto customers = reader.customers({}, kAllCustomers);
  if (const Customer* customer = findCustomer(customers, name)) return *customer;
  throw Invalid("customer", {tr("There is no customer \"{0}\"."), {name}});
}

void requireOther(const CaseFile& file, const Customer& customer) {
  if (file.complaint.customerId == customer.id)
    throw Invalid("customer",
                  {tr("{0} is the customer of this case: list the other ones."), {customer.name}});
  for (const auto& sibling : file.siblings)
    if (foldText(sibling.customerName) == foldText(customer.name))
      throw Invalid("customer",
                    {tr("{0} has case {1}, which this 8D serves already."), {customer.name, sibling.number}});
}

void requireWhole(const CaseEdit& edit, const CustomerNotice& input) {
  if (input.quantity) requireQuantity(*input.quantity, "quantity");
  if (input.decision == NotifyDecision::notNeeded) requireReason(input.reason);
  if (!input.notifiedOn) return;
  if (input.decision != NotifyDecision::notify)
    throw Invalid("notified_on", tr("Only a customer who is to be notified has a day of notification."));
  requireDayUntil(*input.notifiedOn, edit.today, "notified_on");
}

void decideOn(CaseEdit& edit, const CustomerNotice& input, const Customer& customer) {
  requireOther(edit.file, customer);
  requireWhole(edit, input);
  auto& known = edit.file.otherCustomers;
  const auto found = std::find_if(known.begin(), known.end(), [&customer](const OtherCustomer& other) {
    return other.customerId == customer.id;
  });
  OtherCustomer row = found == known.end() ? OtherCustomer{} : *found;
  row.problemId = edit.file.problem.id;
  row.customerId = customer.id;
  row.customerName = customer.name;
  row.lots = cleanText(input.lots, "lots");
  row.quantity = input.quantity;
  row.decision = input.decision;
  row.reason = cleanText(input.reason, "reason");
  row.notifiedOn = input.notifiedOn;
  const bool decided = input.decision != NotifyDecision::open;
  row.decidedBy = decided ? std::optional(edit.actor.id) : std::nullopt;
  row.decidedAt = decided ? std::optional(edit.now) : std::nullopt;
  if (found == known.end()) {
    insertRecord(edit.unit, row);
    known.push_back(std::move(row));
  } else {
    updateRecord(edit.unit, row);
    *found = std::move(row);
  }
  edit.problemChanged = true;
}

}  // namespace

Saved DecideCustomer::execute(const CustomerNotice& input) {
  requireRight(m_workplace.actor, Right::handleComplaint);
  const Customer customer = knownCustomer(m_workplace.store.reader(), input.customer);
  const CaseChange change{m_workplace,  "notify",     Right::handleComplaint,
                          input.target, input.reason, fingerprint(input)};
  return changeCase(change, [&](CaseEdit& edit) { decideOn(edit, input, customer); });
}

}  // namespace octad::model
