#include "tests/support/test_database.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <unistd.h>

#include "db/connection/open_store.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/register_complaint.hpp"
#include "model/usecases/release_policy.hpp"
#include "tests/support/private_postgres.hpp"
#include "tests/support/seed.hpp"
#include "tests/support/team_server.hpp"

namespace octad::support {
namespace {

namespace fs = std::filesystem;

std::string newFolder() {
  char pattern[] = "/tmp/octad-test-XXXXXX";
  if (mkdtemp(pattern) == nullptr) throw std::runtime_error("No folder can be made in /tmp.");
  return pattern;
}

/// A migrated and seeded SQLite file, made once a program; tests copy it.
class SqliteTemplate {
 public:
  SqliteTemplate() : m_folder(newFolder()) {
    const auto store = db::openStore(db::DatabaseUrl(file()), {.create = true, .migrate = true});
    seed(*store, FakeClock().now());
  }
  ~SqliteTemplate() {
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
  }
  SqliteTemplate(const SqliteTemplate&) = delete;
  SqliteTemplate& operator=(const SqliteTemplate&) = delete;
  std::string file() const { return m_folder + "/template.octad"; }

 private:
  std::string m_folder;
};

const SqliteTemplate& sqliteTemplate() {
  static const SqliteTemplate made;
  return made;
}

/// The same on PostgreSQL: a template database, made once a program.
const std::string& postgresTemplate() {
  static const std::string name = [] {
    PrivatePostgres& server = PrivatePostgres::instance();
    server.administer("create database octad_template");
    const auto store =
        db::openStore(db::DatabaseUrl(server.url("octad_template")), {.create = true, .migrate = true});
    seed(*store, FakeClock().now());
    if (withLogins()) installTeam("octad_template");
    return std::string("octad_template");
  }();
  return name;
}

}  // namespace

bool withLogins() {
  return std::getenv("OCTAD_TEST_LOGINS") != nullptr;
}

std::vector<DatabaseKind> bothDatabases() {
  return {DatabaseKind::sqlite, DatabaseKind::postgres};
}

const char* kindName(DatabaseKind kind) {
  return kind == DatabaseKind::sqlite ? "sqlite" : "postgres";
}

TestDatabase::TestDatabase(DatabaseKind kind) : m_kind(kind) {
  if (kind == DatabaseKind::sqlite) {
    const std::string source = sqliteTemplate().file();
    m_name = newFolder();
    m_url = "sqlite://" + m_name + "/test.octad";
    fs::copy_file(source, m_name + "/test.octad");
    return;
  }
  const std::string& source = postgresTemplate();
  PrivatePostgres& server = PrivatePostgres::instance();
  m_name = server.nextName();
  m_url = server.url(m_name);
  server.administer("create database " + m_name + " template " + source + " strategy file_copy");
  if (withLogins())  // a copy of a database does not have its grants
    server.administer("revoke all on database " + m_name + " from public; grant connect on database " +
                      m_name + " to octad_user");
}

TestDatabase::~TestDatabase() {
  m_store.reset();
  try {
    if (m_kind == DatabaseKind::postgres)
      PrivatePostgres::instance().administer("drop database " + m_name + " with (force)");
    else
      fs::remove_all(m_name);
  } catch (const std::exception&) {
    // The folder or server is thrown away with the program anyway; a test may have broken it on purpose.
  }
}

model::Store& TestDatabase::store() {
  if (!m_store && m_kind == DatabaseKind::postgres && withLogins())
    m_store = std::make_unique<TeamStore>(m_name);
  if (!m_store) m_store = openAnother();
  return *m_store;
}

std::unique_ptr<model::Store> TestDatabase::openAnother() const {
  return db::openStore(url(), {});
}

model::Actor TestDatabase::actor(const std::string& login) {
  for (const model::Person& person : store().reader().people())
    if (person.login == login)
      return model::Actor{person.id, person.name, person.login, person.roles, person.departmentId};
  throw std::invalid_argument("no test person " + login);
}

model::Change TestDatabase::change(const std::string& login, const std::string& useCase,
                                   const std::string& reason) {
  model::Change change;
  change.actor = actor(login);
  change.useCase = useCase;
  change.reason = reason;
  change.occurredAt = m_clock.now();
  return change;
}

model::DepartmentId TestDatabase::department(const std::string& code) {
  for (const model::Department& department : store().reader().departments())
    if (department.code == code) return department.id;
  throw std::invalid_argument("no test department " + code);
}

model::CustomerId TestDatabase::customer(const std::string& name) {
  for (const model::Customer& customer : store().reader().customers(name, 10))
    if (customer.name == name) return customer.id;
  throw std::invalid_argument("no test customer " + name);
}

model::PartId TestDatabase::part(const std::string& number) {
  for (const model::Part& part : store().reader().parts(number, 10))
    if (part.number == number) return part.id;
  throw std::invalid_argument("no test part " + number);
}

model::ComplaintId TestDatabase::registerMajor() {
  model::NewComplaint notice;
  notice.uuid = model::newUuid();
  notice.customer = "甲公司";
  notice.title = "上电无输出";
  model::NewItem item;
  item.part = "P-100";
  item.failure = "无输出";
  item.quantityDefective = 20;
  notice.items = {item};
  return model::RegisterComplaint({store(), m_clock, actor("wang")}).execute(notice).id;
}

void TestDatabase::nameClasses(std::vector<model::ClassName> classes, int uncountedHours) {
  model::PolicyDraft draft;
  draft.policy = store().reader().policy("default", 0);
  draft.basedOn = draft.policy.revision;
  draft.policy.rules = store().reader().policy("default", 1).rules;
  draft.policy.classes = std::move(classes);
  draft.policy.uncountedHours = uncountedHours;
  if (!model::hasClass(draft.policy, model::SeverityClass::general))
    std::erase(draft.policy.rules, "quantity_general");
  if (!model::hasClass(draft.policy, model::SeverityClass::other))
    std::erase(draft.policy.rules, "rate_other");
  draft.reason = "Agreed in the review of July";
  model::ReleasePolicy({store(), m_clock, actor("zhou")}).execute(draft);
}

model::ComplaintId TestDatabase::makeCase(const std::string& title) {
  const model::Change by = change("li", "register");
  const model::CustomerId customerId = customer("甲公司");
  const model::PartId partId = part("P-100");
  const model::PersonId owner = person("wang");
  const auto unit = store().begin(by);
  model::Problem problem;
  problem.uuid = model::newUuid();
  problem.title = title;
  problem.failure = title;
  unit->createProblem(problem);
  model::Complaint complaint;
  complaint.uuid = model::newUuid();
  complaint.problemId = problem.id;
  complaint.customerId = customerId;
  complaint.channel = "email";
  complaint.receivedAt = m_clock.now();
  complaint.noticeMonth = "2026-11";
  complaint.title = title;
  complaint.verbatim = "客户原话：" + title;
  complaint.ownerId = owner;
  complaint.lossCurrency = "CNY";
  unit->createComplaint(complaint);
  model::ComplaintItem item;
  item.complaintId = complaint.id;
  item.partId = partId;
  item.failure = title;
  item.quantityDefective = 5;
  item.quantityDelivered = 1000;
  model::Row row = item;
  unit->insert(row);
  unit->commit(std::to_string(complaint.id.value));
  return complaint.id;
}

EmptyPlace::EmptyPlace(DatabaseKind kind) : m_kind(kind) {
  if (kind == DatabaseKind::sqlite) {
    m_name = newFolder();
    m_url = "sqlite://" + m_name + "/empty.octad";
    return;
  }
  PrivatePostgres& server = PrivatePostgres::instance();
  m_name = server.nextName();
  m_url = server.url(m_name);
  server.administer("create database " + m_name);
}

EmptyPlace::~EmptyPlace() {
  std::error_code ignored;
  if (m_kind == DatabaseKind::sqlite) fs::remove_all(m_name, ignored);
}

}  // namespace octad::support
