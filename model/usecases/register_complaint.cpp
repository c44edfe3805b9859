#include "model/usecases/register_complaint.hpp"

#include <algorithm>

#include "model/cases/summary.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/core/uuid.hpp"
#include "model/policy/deadlines.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/campaigns.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/complaint_input.hpp"
#include "model/usecases/item_records.hpp"
#include "model/usecases/look_alike.hpp"
#include "model/usecases/pattern_copy.hpp"
#include "model/usecases/routing.hpp"
#include "model/usecases/severity_update.hpp"
#include "model/usecases/site.hpp"

namespace octad::model {

namespace {

constexpr int kEverything = 100'000;

/// The customer as chosen, or a new one (then its id is 0). An unknown name is refused unless new ones are
/// allowed; one that only looks different is always refused (security rows 11, 12).
Customer chooseCustomer(Reader& reader, const NewComplaint& input) {
  const auto customers = reader.customers({}, kEverything);
  if (const Customer* known = findCustomer(customers, input.customer)) return *known;
  if (const Customer* similar = findLookAlike(customers, input.customer))
    throw Invalid("customer", {tr("\"{0}\" looks like the customer \"{1}\". Choose that one, or give the new "
                                  "customer a name that differs."),
                               {input.customer, similar->name}});
  if (!input.newCustomerAllowed)
    throw Invalid(
        "customer",
        {tr("There is no customer \"{0}\". Choose one of the list, or allow a new one."), {input.customer}});
  Customer customer;
  customer.name = input.customer;
  return customer;
}

PersonId personNamed(Reader& reader, const std::string& name, const char* field) {
  for (const auto& person : reader.people())
    if (person.active && (person.login == name || person.name == name)) return person.id;
  throw Invalid(field,
                {tr("There is no active person \"{0}\". Enter a login or a name of the list."), {name}});
}

/// The CQE named, or the person registering when a CQE.
std::optional<PersonId> chooseOwner(Reader& reader, const NewComplaint& input, const Actor& actor) {
  if (!input.owner.empty()) return personNamed(reader, input.owner, "owner");
  return may(actor, Right::handleComplaint) && actor.id ? std::optional(actor.id) : std::nullopt;
}

/// Who took the complaint first: the person named, or the one registering (首问责任).
std::optional<PersonId> chooseFirstContact(Reader& reader, const NewComplaint& input, const Actor& actor) {
  if (!input.firstContact.empty()) return personNamed(reader, input.firstContact, "first_contact");
  return actor.id ? std::optional(actor.id) : std::nullopt;
}

void chooseCampaign(Reader& reader, const NewComplaint& input, CaseFile& file) {
  if (input.campaign.empty()) return;
  file.campaigns = {campaignNamed(reader.campaigns(), input.campaign)};
  file.complaint.campaignId = file.campaigns.front().id;
}

std::optional<CaseFile> readPattern(Reader& reader, const std::string& number) {
  if (number.empty()) return std::nullopt;
  const auto id = reader.findCase(number);
  if (!id) throw Invalid("pattern", {tr("There is no case {0} to take as a pattern."), {number}});
  return reader.openCase(*id);
}

Complaint headOf(const NewComplaint& input, const Zone& zone, Instant now) {
  Complaint head;
  head.uuid = input.uuid;
  head.customerRef = input.customerRef;
  head.channel = input.channel;
  head.contact = input.contact;
  head.receivedAt = input.receivedAt;
  head.noticeMonth = zone.date(input.receivedAt).month();
  head.title = input.title;
  head.verbatim = input.verbatim;
  head.statement = input.title;
  head.demand = input.demand;
  head.requestedDate = input.requestedDate;
  head.safety = input.safety;
  head.penalty = input.penalty;
  head.repeat = input.repeat;
  head.escalatedTo = input.escalatedTo;
  head.escalatedOn = input.escalatedOn;
  head.remarks = input.remarks;
  head.messageId = input.messageId;
  head.createdAt = now;
  return head;
}

/// The case's own problem with its nine open disciplines.
void addProblem(UnitOfWork& unit, CaseFile& file, Instant now) {
  Problem& problem = file.problem;
  problem.uuid = newUuid();
  problem.title = file.complaint.title;
  problem.failure = file.items.front().failure;
  problem.partFamily = file.parts.front().family;
  problem.leaderId = file.complaint.ownerId;
  problem.createdAt = now;
  unit.createProblem(problem);
  file.complaint.problemId = problem.id;
  for (const auto& entry : EnumKeys<DisciplineCode>::entries) {
    Discipline discipline;
    discipline.problemId = problem.id;
    discipline.code = entry.value;
    file.disciplines.push_back(discipline);
  }
}

Decision severityDecision(const CaseFile& file, const Actor& actor, Instant now) {
  Decision decision;
  decision.complaintId = file.complaint.id;
  decision.kind = DecisionKind::severity;
  decision.value = keyOf(file.complaint.severity);
  decision.rule = file.complaint.rule;
  decision.inputs = inputsText(classifyInput(file));
  decision.policyName = file.complaint.policyName;
  decision.policyRevision = file.complaint.policyRevision;
  decision.decidedBy = actor.id;
  decision.decidedAt = now;
  return decision;
}

/// Gives the file its problem, class, clocks and summary, and stores it.
void storeCase(UnitOfWork& unit, CaseFile& file, const Site& site, const Actor& actor, Instant now) {
  applyClassification(file, classify(classifyInput(file), site.active), site.active);
  addProblem(unit, file, now);
  file.clocks = computeClocks(file, clockEvents(file), site.active, site.calendar);
  refreshSummary(file, site.calendar);
  unit.createComplaint(file.complaint);
  for (auto& item : file.items) {
    item.complaintId = file.complaint.id;
    insertRecord(unit, item);
  }
  Decision decision = severityDecision(file, actor, now);
  insertRecord(unit, decision);
  for (auto& clock : file.clocks) {
    clock.complaintId = file.complaint.id;
    insertRecord(unit, clock);
  }
}

}  // namespace

Saved RegisterComplaint::execute(const NewComplaint& input) {
  const Actor& actor = m_workplace.actor;
  requireRight(actor, Right::registerComplaint);
  Reader& reader = m_workplace.store.reader();
  const Instant now = m_workplace.clock.now();
  const Site site = readSite(reader, now);
  const Zone& zone = site.calendar.zone();
  FieldErrors errors;
  NewComplaint clean = cleanComplaint(input, now, zone, errors);
  errors.throwAny();

  const std::string print = "register " + fingerprint(input);
  const std::string requestId = clean.uuid;
  if (clean.uuid.empty()) clean.uuid = newUuid();
  const auto pattern = readPattern(reader, clean.patternNumber);
  const auto departments = reader.departments();
  CaseFile file;
  file.complaint = headOf(clean, zone, now);
  file.complaint.ownerId = chooseOwner(reader, clean, actor);
  file.complaint.firstContactId = chooseFirstContact(reader, clean, actor);
  chooseCampaign(reader, clean, file);
  file.customer = chooseCustomer(reader, clean);
  MasterRecords records(reader.parts({}, kEverything), reader.defects());

  const auto unit = m_workplace.store.begin({actor, "register", {}, now, requestId, print});
  if (const auto earlier = unit->replayed()) return savedFromText(*earlier);
  if (!file.customer.id) insertRecord(*unit, file.customer);
  file.complaint.customerId = file.customer.id;
  addItems(*unit, records, clean.items, file);
  file.complaint.responsibleDepartmentId =
      clean.responsibleDepartment.empty()
          ? routeDepartment(file.items, site.active, departments)
          : findDepartment(departments, clean.responsibleDepartment, "responsible_department").id;
  file.departments = departments;
  file.people.push_back({actor.id, actor.login, actor.name, {}, actor.departmentId, true, actor.roles});
  storeCase(*unit, file, site, actor, now);
  Complaint& head = file.complaint;
  if (pattern) {
    CaseFile stored = unit->lockCase(head.id);
    copyPattern(*unit, *pattern, stored);
  }
  const Saved saved{head.id, head.number, head.rowVersion};
  unit->commit(savedText(saved));
  return saved;
}

}  // namespace octad::model
