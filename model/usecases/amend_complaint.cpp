#include "model/usecases/amend_complaint.hpp"

#include <algorithm>
#include <tuple>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/complaint_input.hpp"
#include "model/usecases/item_records.hpp"
#include "model/usecases/raise_challenges.hpp"
#include "model/usecases/severity_update.hpp"

namespace octad::model {

namespace {

constexpr long long kMaxLossMinor = 1'000'000'000'000;

/// The lists an amendment chooses from, each read when something was chosen anew: most amendments need none.
class Choices {
 public:
  explicit Choices(Reader& reader) : m_reader(reader) {}

  const std::vector<Person>& people() { return once(m_people, &Reader::people); }
  const std::vector<Department>& departments() { return once(m_departments, &Reader::departments); }
  const std::vector<Part>& parts() {
    constexpr int kEverything = 100'000;
    if (!m_parts) m_parts = m_reader.parts({}, kEverything);
    return *m_parts;
  }
  /// Finds the defect of a failure, or makes it.
  MasterRecords& records() {
    if (!m_records) m_records.emplace(std::vector<Part>{}, m_reader.defects());
    return *m_records;
  }
  /// Finds the part of a number, or makes it.
  MasterRecords& partRecords() {
    if (!m_partRecords) m_partRecords.emplace(parts(), std::vector<Defect>{});
    return *m_partRecords;
  }

 private:
  template <class T>
  const std::vector<T>& once(std::optional<std::vector<T>>& list, std::vector<T> (Reader::*read)()) {
    if (!list) list = (m_reader.*read)();
    return *list;
  }

  Reader& m_reader;
  std::optional<std::vector<Person>> m_people;
  std::optional<std::vector<Department>> m_departments;
  std::optional<std::vector<Part>> m_parts;
  std::optional<MasterRecords> m_records;
  std::optional<MasterRecords> m_partRecords;
};

void amendLoss(Complaint& head, const ComplaintAmendment& input) {
  if (input.lossMinor < 0 || input.lossMinor > kMaxLossMinor)
    throw Invalid("loss_minor", tr("The loss is an amount of 0 or more. Check the number."));
  const std::string currency = cleanLine(input.lossCurrency, "loss_currency", 3, false);
  const bool code = currency.size() == 3 && std::all_of(currency.begin(), currency.end(),
                                                        [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!code && (input.lossMinor > 0 || !currency.empty()))
    throw Invalid("loss_currency", tr("Enter the currency by its three letters, such as CNY or EUR."));
  head.lossMinor = input.lossMinor;
  head.lossCurrency = currency;
}

void amendOwner(CaseEdit& edit, const ComplaintAmendment& input, Choices& choices) {
  Complaint& head = edit.file.complaint;
  if (input.ownerId != head.ownerId && input.ownerId) {
    const auto& people = choices.people();
    const auto owner = std::find_if(people.begin(), people.end(),
                                    [&](const Person& p) { return p.id == *input.ownerId && p.active; });
    if (owner == people.end())
      throw Invalid("owner_id", tr("The owner is not an active person of the list. Choose another one."));
    edit.file.people.push_back(*owner);
  }
  head.ownerId = input.ownerId;
  const auto& department = input.responsibleDepartmentId;
  if (department && department != head.responsibleDepartmentId &&
      std::ranges::none_of(choices.departments(),
                           [&](const Department& d) { return d.id == *department && d.active; }))
    throw Invalid("responsible_department_id",
                  tr("The department is not an active one of the list. Choose another one."));
  head.responsibleDepartmentId = department;
}

void amendHead(CaseEdit& edit, const ComplaintAmendment& input, Choices& choices) {
  Complaint& head = edit.file.complaint;
  head.title = cleanLine(input.title, "title", kTitleLength);
  head.statement = cleanText(input.statement, "statement");
  head.statementCustomer = cleanText(input.statementCustomer, "statement_customer");
  head.customerRef = cleanLine(input.customerRef, "customer_ref", kNameLength, false);
  head.contact = cleanLine(input.contact, "contact", kNameLength, false);
  head.demand = cleanDemand(input.demand);
  head.remarks = cleanText(input.remarks, "remarks");
  if (input.requestedDate && input.requestedDate != head.requestedDate)
    requireDateAfterNotice(*input.requestedDate, edit.calendar.zone().date(head.receivedAt),
                           "requested_date");
  head.requestedDate = input.requestedDate;
  head.safety = input.safety;
  head.penalty = input.penalty;
  head.repeat = input.repeat;
  std::tie(head.escalatedTo, head.escalatedOn) = checkedEscalation(
      input.escalatedTo, input.escalatedOn, edit.calendar.zone().date(head.receivedAt), edit.today);
  amendOwner(edit, input, choices);
  amendLoss(head, input);
}

/// The number that names the part of an item; empty when its part id does.
std::string partNumber(const ComplaintAmendment& input, std::size_t index) {
  if (index >= input.partNumbers.size() || input.partNumbers[index].empty()) return {};
  return cleanLine(input.partNumbers[index], itemField(index, "part"), kNameLength);
}

/// Takes over what may change of an item; its class is decided afterwards.
void takeItem(ComplaintItem& item, const ComplaintItem& typed, std::size_t index, Date today) {
  requireItemQuantities(typed.quantityDefective, typed.quantityDelivered, itemField(index, "qty_defective"),
                        itemField(index, "qty_delivered"));
  item.partId = typed.partId;
  item.lot = cleanLine(typed.lot, itemField(index, "lot"), kNameLength, false);
  item.failure = cleanLine(typed.failure, itemField(index, "failure"), kNameLength);
  item.defectKind = typed.defectKind;
  item.quantityDefective = typed.quantityDefective;
  item.quantityDelivered = typed.quantityDelivered;
  if (typed.builtOn && typed.builtOn != item.builtOn)
    requireDayUntil(*typed.builtOn, today, itemField(index, "built_on"));
  item.builtOn = typed.builtOn;
}

void knowPart(CaseFile& file, PartId id, Choices& choices, std::size_t index) {
  if (!file.partNumber(id).empty()) return;
  const auto& parts = choices.parts();
  const auto part =
      std::find_if(parts.begin(), parts.end(), [id](const Part& candidate) { return candidate.id == id; });
  if (part == parts.end())
    throw Invalid(itemField(index, "part"), tr("The part is not in the list. Choose another one."));
  file.parts.push_back(*part);
}

void amendItems(CaseEdit& edit, const ComplaintAmendment& input, Choices& choices) {
  CaseFile& file = edit.file;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const ComplaintItem& typed = input.items[i];
    const auto known = std::find_if(file.items.begin(), file.items.end(),
                                    [&typed](const ComplaintItem& item) { return item.id == typed.id; });
    const bool isNew = typed.id.value <= 0;
    if (!isNew && known == file.items.end())
      throw Invalid(itemField(i, "id"),
                    {tr("Case {0} has no such item. Open the case again."), {file.complaint.number}});
    ComplaintItem item = isNew ? ComplaintItem{} : *known;
    takeItem(item, typed, i, edit.today);
    if (const std::string number = partNumber(input, i); !number.empty()) {
      const Part& part = choices.partRecords().part(edit.unit, number, {});
      item.partId = part.id;
      if (file.partNumber(part.id).empty()) file.parts.push_back(part);
    }
    knowPart(file, item.partId, choices, i);
    if (isNew || item.failure != known->failure)
      item.defectId = choices.records().defect(edit.unit, item.failure, item.defectKind).id;
    if (isNew) {
      item.complaintId = file.complaint.id;
      item.position = static_cast<int>(file.items.size()) + 1;
      insertRecord(edit.unit, item);
      file.items.push_back(std::move(item));
    } else if (fingerprint(item) != fingerprint(*known)) {
      updateRecord(edit.unit, item);
      *known = std::move(item);
    }
  }
}

/// The names of the case stand copied on its questions to departments.
void refreshAssignments(CaseEdit& edit) {
  const CaseFile& file = edit.file;
  if (file.items.empty()) return;
  const std::string part = file.partNumber(file.items.front().partId);
  const std::string& failure = file.items.front().failure;
  for (auto& assignment : edit.file.assignments) {
    if (assignment.partNumber == part && assignment.failure == failure) continue;
    assignment.partNumber = part;
    assignment.failure = failure;
    updateRecord(edit.unit, assignment);
  }
}

}  // namespace

Saved AmendComplaint::execute(const ComplaintAmendment& input) {
  requireRight(m_workplace.actor, Right::handleComplaint);
  Choices choices(m_workplace.store.reader());
  const CaseChange change{m_workplace, "amend", Right::handleComplaint, input.target, {}, fingerprint(input)};
  return changeCase(change, [&](CaseEdit& edit) {
    const ClassifyInput before = classifyInput(edit.file);
    amendHead(edit, input, choices);
    amendItems(edit, input, choices);
    refreshAssignments(edit);
    reclassify(edit, before);
    raiseChallenges(edit, m_workplace.store.reader());
  });
}

ComplaintAmendment AmendComplaint::from(const CaseFile& file) {
  const Complaint& head = file.complaint;
  ComplaintAmendment input;
  input.target = {head.id, head.rowVersion, {}};
  input.title = head.title;
  input.statement = head.statement;
  input.statementCustomer = head.statementCustomer;
  input.customerRef = head.customerRef;
  input.contact = head.contact;
  input.demand = head.demand;
  input.requestedDate = head.requestedDate;
  input.safety = head.safety;
  input.penalty = head.penalty;
  input.repeat = head.repeat;
  input.escalatedTo = head.escalatedTo;
  input.escalatedOn = head.escalatedOn;
  input.ownerId = head.ownerId;
  input.responsibleDepartmentId = head.responsibleDepartmentId;
  input.remarks = head.remarks;
  input.lossMinor = head.lossMinor;
  input.lossCurrency = head.lossCurrency;
  input.items = file.items;
  return input;
}

}  // namespace octad::model
