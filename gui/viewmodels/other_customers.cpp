#include "gui/viewmodels/other_customers.hpp"

#include <algorithm>

#include "gui/viewmodels/action_form_parts.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/ports/family_reader.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/decide_customer.hpp"

namespace octad::viewmodels {

using model::Message;
using model::NotifyDecision;
using model::tr;

namespace {

constexpr int kSuggestions = 8;

const model::OtherCustomer* knownOf(const model::CaseFile& file, const std::string& customer) {
  for (const auto& other : file.otherCustomers)
    if (other.customerName == customer) return &other;
  return nullptr;
}

}  // namespace

OtherCustomersViewModel::OtherCustomersViewModel(CasePageViewModel& page)
    : ListRead(page.session()), m_page(page) {}

void OtherCustomersViewModel::refresh() {
  const auto& file = m_page.file();
  read(
      [store = m_session.store, problem = file.problem.id,
       from = model::monthsBefore(file.complaint.noticeMonth, model::kShipmentMonths)] {
        return store->reader().family().customersSupplied(problem, from);
      },
      [this](std::vector<model::SuppliedCustomer> supplied) { m_suggested = std::move(supplied); });
}

std::vector<OtherCustomerRow> OtherCustomersViewModel::rows() const {
  const auto& text = m_session.translator;
  std::vector<OtherCustomerRow> rows;
  for (const auto& other : m_page.file().otherCustomers) {
    const bool waits = other.decision == NotifyDecision::open ||
                       (other.decision == NotifyDecision::notify && !other.notifiedOn);
    rows.push_back({other.customerName, other.lots, other.quantity ? groupedNumber(*other.quantity) : "",
                    text.label(other.decision), other.notifiedOn ? other.notifiedOn->iso() : "", other.reason,
                    false, waits});
  }
  for (const auto& customer : m_suggested) {
    if (knownOf(m_page.file(), customer.customerName)) continue;
    rows.push_back({customer.customerName, "", groupedNumber(customer.quantity),
                    text(tr("Got the same part")), "", customer.fromMonth + " … " + customer.toMonth, true,
                    false});
  }
  return rows;
}

void OtherCustomersViewModel::suggest(const std::string& typed,
                                      std::function<void(std::vector<FieldSuggestion>)> answer) const {
  inBackground(
      m_session.executor, m_life,
      [store = m_session.store, typed] {
        std::vector<FieldSuggestion> found;
        for (const auto& customer : store->reader().customers(typed, kSuggestions))
          found.push_back({customer.name, customer.code});
        return found;
      },
      std::move(answer), [](const std::exception_ptr&) {});
}

std::optional<Message> whyNotDecideCustomer(const CasePageViewModel& page) {
  if (!isOpen(page.file().complaint.state)) return Message(tr("The case is not open any more."));
  try {
    model::requireRight(page.session().actor, model::Right::handleComplaint);
  } catch (const model::Refused& refused) {
    return refused.message();
  }
  return std::nullopt;
}

ActionForm otherCustomerForm(const CasePageViewModel& page, const std::string& customer, Suggest suggest) {
  const auto* known = knownOf(page.file(), customer);
  ActionForm form;
  form.title = customer.empty() ? Message(tr("Another customer who received suspect lots"))
                                : Message(tr("Other customer: {0}"), {customer});
  form.okLabel = tr("Save");
  FormField name{"customer", tr("Customer"), FormFieldKind::line, customer, {}, false};
  name.suggest = std::move(suggest);
  const auto decision = known ? known->decision : NotifyDecision::open;
  form.fields = {
      name,
      {"lots", tr("Lots"), FormFieldKind::line, known ? known->lots : std::string(), {}, false},
      {"quantity",
       tr("Suspect pieces delivered"),
       FormFieldKind::quantity,
       known && known->quantity ? std::to_string(*known->quantity) : std::string(),
       {},
       true},
      {"decision", tr("Decision"), FormFieldKind::choice, key(decision), choicesOf<NotifyDecision>(), false},
      {"notified_on",
       tr("Notified on"),
       FormFieldKind::date,
       known && known->notifiedOn ? known->notifiedOn->iso() : std::string(),
       {},
       true},
      {"reason",
       tr("Why this customer need not be notified"),
       FormFieldKind::text,
       known ? known->reason : std::string(),
       {},
       false},
  };
  form.whyNot = whyNotDecideCustomer;
  form.execute = [](model::Workplace workplace, model::CaseTarget target, const FormValues& values) {
    model::CustomerNotice input;
    input.target = std::move(target);
    input.customer = at(values, "customer");
    input.lots = at(values, "lots");
    if (!at(values, "quantity").empty()) input.quantity = quantity(values, "quantity");
    input.decision = chosen(values, "decision", NotifyDecision::open);
    input.reason = at(values, "reason");
    if (!at(values, "notified_on").empty()) input.notifiedOn = requiredDay(values, "notified_on");
    return model::DecideCustomer(std::move(workplace)).execute(input);
  };
  return form;
}

}  // namespace octad::viewmodels
