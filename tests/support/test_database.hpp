#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "db/connection/database_url.hpp"
#include "model/access/people.hpp"
#include "model/policy/policy_parts.hpp"
#include "model/ports/clock.hpp"
#include "model/ports/unit_of_work.hpp"

namespace octad::support {

/// A clock that stands still until it is moved. Begins on Monday 2026-11-16 08:00 UTC, 16:00 in Shanghai.
class FakeClock final : public model::Clock {
 public:
  model::Instant now() const override { return m_now; }
  void set(model::Instant at) { m_now = at; }
  void advance(long long seconds) { m_now = model::plusSeconds(m_now, seconds); }
  void advanceHours(long long hours) { advance(hours * 3600); }

 private:
  model::Instant m_now{1'794'816'000'000'000};
};

enum class DatabaseKind { sqlite, postgres };

/// Both kinds, for INSTANTIATE_TEST_SUITE_P(…, testing::ValuesIn(bothDatabases()), databaseName).
std::vector<DatabaseKind> bothDatabases();
/// True when PostgreSQL has a login for every person and holds them to their rights (CTest team_test).
bool withLogins();
const char* kindName(DatabaseKind kind);

/// The name of a test parameter, as GoogleTest asks for it.
struct DatabaseName {
  template <class Info>
  std::string operator()(const Info& info) const {
    return kindName(info.param);
  }
};
inline constexpr DatabaseName databaseName{};

/// A database of one test, thrown away with it: the schema, the default policies, the standard departments
/// and these people (login: roles, department):
///   li: registrar, MKT        wang: CQE        chen: manager        hu: CQE (a second one)
///   liu: member, TE           ma: head, TE     zhao: member, PIE    qian: checker, PROD
///   sun: auditor              zhou: administrator
/// Settings: zone Asia/Shanghai, policy default, currency CNY, company 示例电源有限公司 / Example Power Ltd.
/// Holidays: 2026-10-01 … 07; make-up workday 2026-10-10. Customers: 甲公司 (C001), 乙公司 (C002). Parts:
/// P-100 (family P), P-200.
class TestDatabase {
 public:
  explicit TestDatabase(DatabaseKind kind);
  ~TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  DatabaseKind kind() const { return m_kind; }
  db::DatabaseUrl url() const { return db::DatabaseUrl(m_url); }
  /// The store, opened at the first call.
  model::Store& store();
  /// One more store on the same database, as another program would open it.
  std::unique_ptr<model::Store> openAnother() const;
  FakeClock& clock() { return m_clock; }
  /// A person by login, with roles and department as stored.
  model::Actor actor(const std::string& login);
  /// A change by that person now, without a request id.
  model::Change change(const std::string& login, const std::string& useCase, const std::string& reason = {});

  model::PersonId person(const std::string& login) { return actor(login).id; }
  model::DepartmentId department(const std::string& code);
  model::CustomerId customer(const std::string& name);
  model::PartId part(const std::string& number);
  /// A stored case of 甲公司 with its problem and one item (P-100, 5 of 1000), state registered, owned by
  /// wang.
  model::ComplaintId makeCase(const std::string& title = "输出电压偏低");
  /// Registers a complaint of 甲公司 about 20 pieces of P-100, which the policy in force judges; wang's.
  model::ComplaintId registerMajor();
  /// Releases the default policy with these classes and without the rules for others; what is solved within
  /// so many hours is not counted.
  void nameClasses(std::vector<model::ClassName> classes, int uncountedHours = 0);

 private:
  DatabaseKind m_kind;
  std::string m_url;
  std::string m_name;  ///< of the PostgreSQL database, or the folder of the file
  FakeClock m_clock;
  std::unique_ptr<model::Store> m_store;
};

/// An empty place for a database: nothing created yet. Removed with the object.
class EmptyPlace {
 public:
  explicit EmptyPlace(DatabaseKind kind);
  ~EmptyPlace();
  EmptyPlace(const EmptyPlace&) = delete;
  EmptyPlace& operator=(const EmptyPlace&) = delete;
  const std::string& url() const { return m_url; }

 private:
  DatabaseKind m_kind;
  std::string m_url;
  std::string m_name;
};

}  // namespace octad::support
