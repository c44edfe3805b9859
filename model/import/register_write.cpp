#include <map>

#include "model/cases/summary.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/core/uuid.hpp"
#include "model/import/all_or_nothing.hpp"
#include "model/import/register_import.hpp"
#include "model/policy/calendar.hpp"
#include "model/policy/classification.hpp"
#include "model/policy/deadlines.hpp"
#include "model/usecases/site.hpp"

namespace octad::model {

namespace {

/// Finds master data by the register's words and makes what is not there yet.
class MasterDataBook {
 public:
  explicit MasterDataBook(Reader& reader) {
    constexpr int kAll = 1'000'000;
    for (const Customer& customer : reader.customers("", kAll))
      m_customers[foldText(customer.name)] = customer;
    for (const Part& part : reader.parts("", kAll)) m_parts[foldText(part.number)] = part;
    for (const Defect& defect : reader.defects()) m_defects[foldText(defect.name)] = defect;
    for (const Department& department : reader.departments()) {
      m_departments[foldText(department.code)] = department;
      m_departments[foldText(department.name)] = department;
    }
    for (const Person& person : reader.people()) m_people[foldText(person.name)] = person;
  }

  CustomerId customer(UnitOfWork& unit, const std::string& name) {
    Customer made;
    made.name = name;
    return found(unit, m_customers, name, made).id;
  }
  PartId part(UnitOfWork& unit, const std::string& number, const std::string& name) {
    Part made;
    made.number = number;
    made.name = name;
    return found(unit, m_parts, number, made).id;
  }
  DefectId defect(UnitOfWork& unit, const std::string& name, DefectKind kind) {
    Defect made;
    made.name = name;
    made.kind = kind;
    return found(unit, m_defects, name, made).id;
  }
  std::optional<Department> department(UnitOfWork& unit, const std::string& name) {
    if (name.empty()) return std::nullopt;
    Department made;
    made.code = name;
    made.name = name;
    return found(unit, m_departments, name, made);
  }
  std::optional<Person> person(const std::string& name) const {
    const auto known = m_people.find(foldText(name));
    return known == m_people.end() ? std::nullopt : std::optional(known->second);
  }

 private:
  template <class Record>
  static const Record& found(UnitOfWork& unit, std::map<std::string, Record>& book, const std::string& name,
                             const Record& made) {
    const auto [at, isNew] = book.try_emplace(foldText(name), made);
    if (isNew) {
      Row row = made;
      unit.insert(row);
      at->second = std::get<Record>(row);
    }
    return at->second;
  }

  std::map<std::string, Customer> m_customers;
  std::map<std::string, Part> m_parts;
  std::map<std::string, Defect> m_defects;
  std::map<std::string, Department> m_departments;
  std::map<std::string, Person> m_people;
};

/// Writes entries one after the other in one transaction.
class EntryWriter {
 public:
  EntryWriter(UnitOfWork& unit, MasterDataBook& book, const Policy& policy, const WorkCalendar& calendar,
              const Actor& actor, Instant now)
      : m_unit(unit), m_book(book), m_policy(policy), m_calendar(calendar), m_actor(actor), m_now(now) {}

  void write(const RegisterEntry& entry) {
    CaseFile file;
    fillHead(file, entry);
    fillItem(file, entry);
    judge(file, entry);
    startClocks(file, entry);
    refreshSummary(file, m_calendar);
    if (entry.closedAt) closeOnRecord(file, entry);
    store(file, entry);
  }

 private:
  void fillHead(CaseFile& file, const RegisterEntry& entry) {
    Complaint& head = file.complaint;
    head.uuid = newUuid();
    file.problem.uuid = newUuid();
    head.externalNumber = entry.number;
    head.origin = Origin::imported;
    head.customerId = m_book.customer(m_unit, entry.customer);
    head.customerRef = entry.customerRef;
    head.channel = entry.channel;
    head.contact = entry.contact;
    head.receivedAt = m_calendar.zone().instant(entry.receivedAt);
    head.noticeMonth = entry.receivedAt.date.month();
    head.title = entry.failure;
    head.verbatim = entry.description.empty() ? entry.failure : entry.description;
    head.demand = entry.demand;
    head.penalty = entry.penalty;
    head.remarks = entry.remarks;
    head.lossMinor = entry.loss.minor;
    head.lossCurrency = entry.loss.currency;
    head.createdAt = m_now;
    const auto owner = m_book.person(entry.owner);
    head.ownerId = owner ? owner->id : m_actor.id;
    if (!owner && !entry.owner.empty())
      head.remarks +=
          (head.remarks.empty() ? "" : "\n") + std::string("受理人 / owner in the register: ") + entry.owner;
    if (const auto department = m_book.department(m_unit, entry.department))
      head.responsibleDepartmentId = department->id;
    // What a register lists was taken up as a complaint there.
    head.acceptance = Acceptance::accepted;
    head.liability = Liability::ours;
    head.state = CaseState::handling;
    file.problem.title = entry.failure;
    file.problem.failure = entry.failure;
    file.problem.createdAt = m_now;
  }

  void fillItem(CaseFile& file, const RegisterEntry& entry) {
    ComplaintItem item;
    item.partId = m_book.part(m_unit, entry.part, entry.partName);
    item.defectId = m_book.defect(m_unit, entry.failure, entry.defectKind);
    item.lot = entry.lot;
    item.failure = entry.failure;
    item.defectKind = entry.defectKind;
    item.quantityDefective = entry.defective;
    item.quantityDelivered = entry.delivered;
    item.builtOn = entry.builtOn;
    file.items.push_back(item);
    Part part;
    part.id = item.partId;
    part.number = entry.part;
    part.name = entry.partName;
    file.parts.push_back(part);
  }

  void judge(CaseFile& file, const RegisterEntry& entry) {
    ClassifyInput input;
    input.penalty = entry.penalty;
    input.items.push_back({entry.part, entry.failure, entry.defectKind, entry.defective, entry.delivered});
    const Classification result = classify(input, m_policy);
    Complaint& head = file.complaint;
    head.severity = result.severity;
    head.severityProvisional = false;
    head.weight = result.weight;
    head.rule = result.rule;
    head.policyName = result.policyName;
    head.policyRevision = result.policyRevision;
    file.items.front().severity = result.severity;
    file.items.front().rule = result.rule;
    Decision decision;
    decision.kind = DecisionKind::severity;
    decision.value = keyOf(result.severity);
    decision.reason = "imported";
    decision.rule = result.rule;
    decision.policyName = result.policyName;
    decision.policyRevision = result.policyRevision;
    decision.decidedBy = m_actor.id;
    decision.decidedAt = m_now;
    file.decisions.push_back(decision);
  }

  void startClocks(CaseFile& file, const RegisterEntry& entry) {
    if (entry.sampleAt) {
      Sample sample;
      sample.arrivedAt = m_calendar.zone().instant(*entry.sampleAt);
      sample.analysableAt = sample.arrivedAt;
      file.samples.push_back(sample);
    }
    if (!entry.closedAt) file.clocks = computeClocks(file, clockEvents(file), m_policy, m_calendar);
  }

  void closeOnRecord(CaseFile& file, const RegisterEntry& entry) {
    Closing closing;
    closing.reason = "imported history";
    closing.byPerson = *file.complaint.ownerId;
    closing.at = m_calendar.zone().instant(*entry.closedAt);
    file.closings.push_back(closing);
    file.complaint.turn = Turn::nobody;
    file.complaint.turnName.clear();
    file.complaint.dueAt.reset();
    file.complaint.dueName.clear();
  }

  void store(CaseFile& file, const RegisterEntry& entry) {
    m_unit.createProblem(file.problem);
    file.complaint.problemId = file.problem.id;
    m_unit.createComplaint(file.complaint);
    const ComplaintId id = file.complaint.id;
    const auto insertAll = [this, id](auto& rows) {
      for (auto& record : rows) {
        record.complaintId = id;
        Row row = record;
        m_unit.insert(row);
      }
    };
    insertAll(file.items);
    insertAll(file.decisions);
    insertAll(file.samples);
    insertAll(file.clocks);
    insertAll(file.closings);
    Row line = ImportedLine{{}, entry.number, contentOf(entry), id};
    m_unit.insert(line);
    if (!entry.closedAt) return;
    file.complaint.phase = "closed";
    m_unit.moveComplaint(file.complaint, CaseState::closing, "imported history");
    file.complaint.closedAt = file.closings.front().at;
    m_unit.moveComplaint(file.complaint, CaseState::closed, "imported history");
  }

  UnitOfWork& m_unit;
  MasterDataBook& m_book;
  const Policy& m_policy;
  const WorkCalendar& m_calendar;
  const Actor& m_actor;
  Instant m_now;
};

}  // namespace

long long ImportRegister::execute(const RegisterPlan& plan, const RegisterOptions& options, bool skipRefused,
                                  Progress* progress) {
  requireRight(m_workplace.actor, Right::import);
  requireStorable(plan.knownFile, plan.count(LineVerdict::refused) + plan.count(LineVerdict::conflict),
                  skipRefused);
  Reader& reader = m_workplace.store.reader();
  const Policy policy = readSite(reader, m_workplace.clock.now()).active;
  const WorkCalendar calendar(Zone(reader.setting("zone")), reader.calendar());
  MasterDataBook book(reader);

  Change change;
  change.actor = m_workplace.actor;
  change.useCase = "import";
  change.occurredAt = m_workplace.clock.now();
  const auto unit = m_workplace.store.begin(change);
  EntryWriter writer(*unit, book, policy, calendar, m_workplace.actor, change.occurredAt);
  long long written = 0;
  for (const RegisterEntry& entry : plan.entries) {
    tellProgress(progress, static_cast<double>(written) / static_cast<double>(plan.entries.size()),
                 {tr("{0} of {1} cases"), {std::to_string(written), std::to_string(plan.entries.size())}});
    writer.write(entry);
    ++written;
  }
  rememberFile(*unit, {{},
                       options.fileSha256,
                       options.fileName,
                       "complaints",
                       written,
                       m_workplace.actor.id,
                       change.occurredAt});
  unit->commit(std::to_string(written));
  return written;
}

}  // namespace octad::model
