#include "db/repositories/reader.hpp"

#include <soci/soci.h>

#include "db/connection/database.hpp"
#include "db/connection/error_translation.hpp"
#include "db/repositories/audit_place_reader.hpp"
#include "db/repositories/audit_trail.hpp"
#include "db/repositories/audit_verifier.hpp"
#include "db/repositories/case_details_reader.hpp"
#include "db/repositories/case_file_reader.hpp"
#include "db/repositories/case_list_reader.hpp"
#include "db/repositories/challenge_reader.hpp"
#include "db/repositories/class_names_reader.hpp"
#include "db/repositories/counts_reader.hpp"
#include "db/repositories/family_reader.hpp"
#include "db/repositories/judged_cases_reader.hpp"
#include "db/repositories/master_data_reader.hpp"
#include "db/repositories/people_reader.hpp"
#include "db/repositories/return_file_reader.hpp"
#include "db/repositories/return_list_reader.hpp"
#include "db/repositories/work_reader.hpp"
#include "model/ports/family_reader.hpp"
#include "model/ports/return_reader.hpp"

namespace octad::db {

using model::Assignment;
using model::AttachmentId;
using model::AuditReport;
using model::CalendarDay;
using model::Campaign;
using model::CaseFile;
using model::CaseFilter;
using model::CaseKeyset;
using model::CasePage;
using model::CaseRow;
using model::CaseSort;
using model::ComplaintId;
using model::CountTable;
using model::Customer;
using model::CustomerId;
using model::Defect;
using model::Department;
using model::DepartmentId;
using model::Dimension;
using model::HistoryEvent;
using model::ImportedFile;
using model::ImportedLine;
using model::Instant;
using model::Part;
using model::PartId;
using model::Person;
using model::PersonId;
using model::Policy;
using model::Reader;
using model::SavedView;
using model::Shipment;
using model::SiteFacts;

namespace {

/// Reading returned goods; each call leases a session for as long as it runs.
class SqlReturnReader final : public model::ReturnReader {
 private:
  template <class Work>
  auto read(Work&& work) {
    return translated([&] {
      const Lease lease = m_database.reader();
      return work(lease.session());
    });
  }
  const Dialect& dialect() const { return m_database.dialect(); }

 public:
  explicit SqlReturnReader(Database& database) : m_database(database) {}

  model::ReturnList list(const model::ReturnFilter& filter, int limit) override {
    return read([&](auto& session) { return readReturns(session, filter, limit); });
  }
  std::optional<model::ReturnId> find(const std::string& number) override {
    return read([&](auto& session) { return findReturnByNumber(session, number); });
  }
  model::ReturnFile open(model::ReturnId id) override {
    return read([&](auto& session) { return readReturnFile(session, dialect(), id); });
  }
  std::vector<HistoryEvent> history(model::ReturnId id) override {
    return read([&](auto& session) { return readReturnHistory(session, id); });
  }
  std::string recordHash(model::ReturnId id) override {
    return read([&](auto& session) { return readReturnHash(session, id); });
  }
  void readAttachment(model::ReturnAttachmentId id,
                      const std::function<void(std::string_view)>& chunk) override {
    read([&](auto& session) { readOwnedBytes(session, dialect(), "return_attachment", id.value, chunk); });
  }
  std::vector<model::SweepTask> sweepTasks() override {
    return read([&](auto& session) { return readSweepTasks(session, dialect(), std::nullopt); });
  }
  std::vector<model::SweepDay> sweepDays(model::ProblemId id) override {
    return read([&](auto& session) { return readSweepDays(session, id); });
  }
  std::vector<model::FiguresMovement> figures(model::Date from, model::Date to) override {
    return read([&](auto& session) { return readFigures(session, from, to); });
  }
  std::vector<std::pair<model::TestLevel, long long>> foundByLevel(model::Date from,
                                                                   model::Date to) override {
    return read([&](auto& session) { return readFoundByLevel(session, from, to); });
  }

 private:
  Database& m_database;
};

class SqlFamilyReader final : public model::FamilyReader {
 private:
  template <class Work>
  auto read(Work&& work) {
    return translated([&] {
      const Lease lease = m_database.reader();
      return work(lease.session());
    });
  }

 public:
  explicit SqlFamilyReader(Database& database) : m_database(database) {}

  std::vector<model::ComparedCase> casesToCompare(const model::ComparedQuery& query) override {
    return read([&](auto& session) { return readComparedCases(session, m_database.dialect(), query); });
  }
  std::vector<model::SuppliedCustomer> customersSupplied(model::ProblemId problem,
                                                         const std::string& fromMonth) override {
    return read([&](auto& session) { return readSuppliedCustomers(session, problem, fromMonth); });
  }
  std::vector<model::KnownFailure> lessons(bool withdrawnToo) override {
    return read([&](auto& session) { return readLessons(session, withdrawnToo); });
  }

 private:
  Database& m_database;
};

class SqlReader final : public Reader {
 private:
  const Dialect& dialect() const { return m_database.dialect(); }

  template <class Work>
  auto read(Work&& work) {
    return translated([&] {
      const Lease lease = m_database.reader();
      return work(lease.session());
    });
  }

  /// Lines with what their own policies call their classes.
  template <class Row>
  std::vector<Row> named(soci::session& session, std::vector<Row> rows) {
    nameClasses(session, m_policies, rows);
    return rows;
  }

 public:
  explicit SqlReader(Database& database)
      : m_database(database), m_returns(database), m_family(database), m_audit(database, m_policies) {}

  CasePage casePage(const CaseFilter& filter, const CaseSort& sort, int limit,
                    const std::optional<CaseKeyset>& after) override {
    return read([&](auto& session) {
      CasePage page = readCasePage(session, dialect(), filter, sort, limit, after);
      nameClasses(session, m_policies, page.rows);
      return page;
    });
  }
  std::vector<ComplaintId> caseIds(const CaseFilter& filter, const CaseSort& sort, int limit) override {
    return read([&](auto& session) { return readCaseIds(session, dialect(), filter, sort, limit); });
  }
  std::vector<CaseRow> caseRows(const std::vector<ComplaintId>& ids) override {
    return read([&](auto& session) { return named(session, readCaseRows(session, dialect(), ids)); });
  }
  long long caseCount(const CaseFilter& filter) override {
    return read([&](auto& session) { return countCases(session, dialect(), filter); });
  }
  std::optional<ComplaintId> findCase(const std::string& number) override {
    return read([&](auto& session) { return findCaseByNumber(session, number); });
  }
  std::optional<ComplaintId> caseOfMail(const std::string& messageId) override {
    return read([&](auto& session) { return findCaseOfMail(session, messageId); });
  }
  CaseFile openCase(ComplaintId id) override {
    return read([&](auto& session) {
      CaseFile file = readCaseFile(session, dialect(), id);
      std::set<model::PolicyRevision> revisions{{file.complaint.policyName, file.complaint.policyRevision}};
      for (const auto& decision : file.decisions)
        revisions.emplace(decision.policyName, decision.policyRevision);
      file.classNames = readClassNames(session, m_policies, revisions);
      return file;
    });
  }
  std::vector<HistoryEvent> history(ComplaintId id) override {
    return read([&](auto& session) { return readHistory(session, dialect(), id); });
  }
  std::vector<CaseRow> similarCases(CustomerId customer, PartId part, const std::string& failure,
                                    Instant since) override {
    return read([&](auto& session) {
      return named(session, readSimilarCases(session, dialect(), customer, part, failure, since));
    });
  }
  std::vector<model::WatchedProblem> watchedProblems(const model::ComplaintItem& item) override {
    return read([&](auto& session) { return readWatchedProblems(session, item); });
  }
  std::vector<model::EffectChallenge> challengesBy(ComplaintId later) override {
    return read([&](auto& session) { return readChallengesBy(session, later); });
  }
  std::vector<Assignment> assignments(DepartmentId department, bool openOnly) override {
    return read([&](auto& session) { return readAssignments(session, department, openOnly); });
  }

  model::ReturnReader& returns() override { return m_returns; }

  std::vector<Department> departments() override { return read(readDepartments); }
  std::vector<Person> people() override { return read(readPeople); }
  std::vector<model::Deputy> deputies() override { return read(readDeputies); }
  std::vector<model::Account> accounts() override { return read(readAccounts); }
  std::vector<Customer> customers(const std::string& text, int limit) override {
    return read([&](auto& session) { return readCustomers(session, dialect(), text, limit); });
  }
  std::vector<Part> parts(const std::string& text, int limit) override {
    return read([&](auto& session) { return readParts(session, text, limit); });
  }
  std::vector<Defect> defects() override { return read(readDefects); }
  std::vector<CalendarDay> calendar() override { return read(readCalendar); }
  std::vector<Campaign> campaigns() override { return read(readCampaigns); }
  std::vector<Policy> policies() override {
    return read([&](auto& session) { return readPolicies(session, m_policies); });
  }
  SiteFacts site() override {
    return read([&](auto& session) { return readSite(session, dialect(), m_policies); });
  }
  Policy policy(const std::string& name, int revision) override {
    return read([&](auto& session) { return readPolicy(session, m_policies, name, revision); });
  }
  std::vector<model::JudgedCase> judgedCases(int limit) override {
    return read([&](auto& session) { return readJudgedCases(session, limit); });
  }
  std::string setting(const std::string& key) override {
    return read([&](auto& session) { return readSetting(session, key); });
  }
  std::optional<long long> shipped(CustomerId customer, PartId part, const std::string& month) override {
    return read([&](auto& session) { return readShipped(session, customer, part, month); });
  }
  model::WorkList work(const model::WorkQuery& query) override {
    return read([&](auto& session) {
      model::WorkList list = readWork(session, dialect(), query);
      nameClasses(session, m_policies, list.mine);
      nameClasses(session, m_policies, list.others);
      return list;
    });
  }
  std::vector<model::WorkItem> peopleWork(const model::PeopleQuery& query) override {
    return read([&](auto& session) { return named(session, readPeopleWork(session, query)); });
  }

  model::FamilyReader& family() override { return m_family; }
  model::AuditReader& audit() override { return m_audit; }

  std::vector<Shipment> shipments(const std::string& fromMonth, const std::string& toMonth) override {
    return read([&](auto& session) { return readShipments(session, fromMonth, toMonth); });
  }
  std::vector<SavedView> savedViews(PersonId person) override {
    return read([&](auto& session) { return readSavedViews(session, person); });
  }

  void readAttachment(AttachmentId id, const std::function<void(std::string_view)>& chunk) override {
    read([&](auto& session) { readOwnedBytes(session, dialect(), "attachment", id.value, chunk); });
  }
  std::optional<ImportedFile> importedFile(const std::string& sha256) override {
    return read([&](auto& session) { return readImportedFile(session, sha256); });
  }
  std::vector<ImportedLine> importedLines() override { return read(readImportedLines); }

  CountTable counts(const std::vector<Dimension>& dimensions, const std::string& fromMonth,
                    const std::string& toMonth) override {
    return read([&](auto& session) { return readCounts(session, dimensions, fromMonth, toMonth); });
  }
  std::string recordHash(ComplaintId id) override {
    return read([&](auto& session) { return readRecordHash(session, id); });
  }
  void readTrail(const model::TrailVisitor& visitor) override {
    read([&](auto& session) { db::readTrail(session, dialect(), visitor); });
  }
  AuditReport verifyAudit(std::optional<ComplaintId> only) override {
    return read([&](auto& session) { return db::verifyAudit(session, dialect(), only); });
  }

 private:
  Database& m_database;
  PolicyCache m_policies;
  SqlReturnReader m_returns;
  SqlFamilyReader m_family;
  SqlAuditReader m_audit;
};

}  // namespace

std::unique_ptr<Reader> makeReader(Database& database) {
  return std::make_unique<SqlReader>(database);
}

}  // namespace octad::db
