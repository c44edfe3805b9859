// The head of a document about a case: who complains about what, and how many.
#include <algorithm>

#include "reports/forms/case_words.hpp"
#include "reports/forms/form.hpp"
#include "reports/forms/report_subject.hpp"
#include "reports/forms/return_values.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {
namespace {

using model::tr;

const model::Part* partOf(const model::CaseFile& file, model::PartId id) {
  for (const auto& part : file.parts)
    if (part.id == id) return &part;
  return nullptr;
}

/// The different values of the items in their order, e.g. of their lots.
template <class Get>
std::string distinct(const std::vector<model::ComplaintItem>& items, const Get& get) {
  std::vector<std::string> seen;
  std::string text;
  for (const auto& item : items) {
    const std::string value = get(item);
    if (value.empty() || std::find(seen.begin(), seen.end(), value) != seen.end()) continue;
    seen.push_back(value);
    text += (text.empty() ? "" : ", ") + value;
  }
  return text;
}

std::string partText(const model::CaseFile& file, const model::ComplaintItem& item) {
  const auto* part = partOf(file, item.partId);
  return part ? joined(" ", {part->number, part->name}) : std::string();
}

/// The decision as the customer may read it: an open one and a merge are our own affair.
std::string acceptanceText(model::Acceptance acceptance, const Labels& labels) {
  if (acceptance == model::Acceptance::undecided || acceptance == model::Acceptance::merged) return {};
  return labels.of(acceptance);
}

struct Sum {
  long long defective = 0;
  std::optional<long long> delivered = 0;  ///< none as soon as one is not known
};

Sum sumOf(const std::vector<model::ComplaintItem>& items) {
  Sum sum;
  for (const auto& item : items) {
    sum.defective += item.quantityDefective;
    if (item.quantityDelivered && sum.delivered)
      *sum.delivered += *item.quantityDelivered;
    else
      sum.delivered.reset();
  }
  if (items.empty()) sum.delivered.reset();
  return sum;
}

}  // namespace

void setCaseHead(Value& root, const ReportSubject& subject) {
  const auto& [file, labels, options] = subject;
  const auto& head = file.complaint;
  const auto sum = sumOf(file.items);
  root.set("company", companyText(options, labels))
      .set("number", subject.number())
      .set("problemNumber", file.problem.number)
      .set("title", head.title)
      .set("customer", file.customer.name)
      .set("customerCode", file.customer.code)
      .set("customerAddress", file.customer.address)
      .set("customerRef", head.customerRef)
      .set("contact", head.contact)
      .set("channel", head.channel.empty() ? std::string() : channelText(head.channel, labels))
      .set("demand", demandText(head.demand, labels))
      .set("received",
           head.receivedAt.microseconds == 0 ? std::string() : momentText(head.receivedAt, options.zone))
      .set("requested", dateText(head.requestedDate))
      .set("parts", distinct(file.items, [&](const auto& item) { return partText(file, item); }))
      .set("lots", distinct(file.items, [](const auto& item) { return item.lot; }))
      .set("defective", file.items.empty() ? std::string() : quantityText(sum.defective))
      .set("delivered", sum.delivered ? quantityText(*sum.delivered) : std::string())
      .set("rate", rateText(sum.defective, sum.delivered))
      .set("severity", labels.sentence(model::classWords(head.severity, file.className())))
      .set("severityChip", severityChip(head.severity))
      .set("provisional", head.severityProvisional)
      .set("state", labels.of(head.state))
      .set("acceptance", acceptanceText(head.acceptance, labels))
      .set("safety", head.safety)
      .set("repeat", head.repeat)
      .set("verbatim", head.verbatim)
      .set("statement", forCustomer(head.statementCustomer, head.statement))
      .set("owner", subject.person(head.ownerId))
      .set("firstContact", subject.person(head.firstContactId))
      .set("responsible", subject.department(head.responsibleDepartmentId))
      .set("escape", subject.department(subject.file.problem.escapeDepartmentId))
      .set("analysis", subject.department(subject.file.problem.analysisDepartmentId));
}

Value itemRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& item : subject.file.items) {
    const auto* part = partOf(subject.file, item.partId);
    rows.add(Value()
                 .set("position", std::to_string(item.position))
                 .set("part", part ? part->number : std::string())
                 .set("partName", part ? part->name : std::string())
                 .set("lot", item.lot)
                 .set("builtOn", item.builtOn ? item.builtOn->iso() : std::string())
                 .set("failure", item.failure)
                 .set("kind", subject.labels.of(item.defectKind))
                 .set("delivered", item.quantityDelivered ? quantityText(*item.quantityDelivered)
                                                          : subject.labels.text(tr("not known")))
                 .set("defective", quantityText(item.quantityDefective))
                 .set("rate", ppmText(item.quantityDefective, item.quantityDelivered)));
  }
  return rows;
}

Value returnRows(const ReportSubject& subject) {
  using model::Finding;
  Value rows{Value::List{}};
  for (const auto& share : subject.file.returns) {
    const auto balance = subject.file.returnBalance(share.id);
    if (balance.announced() + balance.surplus() == 0) continue;  // taken over by another return, or withdrawn
    const auto* handOver = subject.file.handOver(share.returnId);
    rows.add(Value()
                 .set("number", share.number)
                 .set("part", joined(" · ", {subject.file.partNumber(share.partId), share.lot}))
                 .set("date", dateText(share.receivedOn))
                 .set("announced", quantityText(balance.announced()))
                 .set("surplus", balance.surplus() > 0 ? quantityText(balance.surplus()) : std::string())
                 .set("received", quantityText(balance.received()))
                 .set("missing", quantityText(balance.missing()))
                 .set("confirmed", quantityText(balance.found(Finding::confirmed)))
                 .set("ntf", quantityText(balance.found(Finding::noTroubleFound)))
                 .set("customerCaused", quantityText(balance.found(Finding::customerCaused)))
                 .set("transport", quantityText(balance.found(Finding::transport)))
                 .set("settled", settledText(balance, subject.labels))
                 .set("open", quantityText(balance.open()))
                 .set("openText", balance.open() > 0
                                      ? subject.labels.text(tr("Open")) + " " + quantityText(balance.open())
                                      : std::string())
                 .set("continues",
                      handOver ? subject.labels.sentence({tr("return continues with {0}"),
                                                          {subject.file.personName(handOver->ownerId)}})
                               : std::string()));
  }
  return rows;
}

}  // namespace octad::reports
