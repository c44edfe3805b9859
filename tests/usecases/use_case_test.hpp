#pragma once

#include <gtest/gtest.h>
#include <string>

#include "model/ports/reader.hpp"
#include "model/usecases/assign_department.hpp"
#include "model/usecases/decide_complaint.hpp"
#include "model/usecases/register_complaint.hpp"
#include "model/usecases/review_discipline.hpp"
#include "model/usecases/save_discipline.hpp"
#include "model/usecases/submit_discipline.hpp"
#include "tests/support/test_database.hpp"

namespace octad::model {

/// A fresh site on SQLite or PostgreSQL with a few people, and short words for what every test does.
class UseCaseTest : public testing::TestWithParam<support::DatabaseKind> {
 protected:
  UseCaseTest() : m_database(GetParam()) {}

  /// The place of a person of TestDatabase, e.g. wang (CQE and owner), hu (other CQE), chen (manager), liu
  /// (TE), zhao (PIE), qian (checker), li (registrar), sun (auditor), zhou (administrator).
  Workplace as(const std::string& login) {
    return {m_database.store(), m_database.clock(), m_database.actor(login)};
  }
  Reader& reader() { return m_database.store().reader(); }
  support::FakeClock& clock() { return m_database.clock(); }
  Date today() { return Zone("Asia/Shanghai").date(clock().now()); }
  PersonId person(const std::string& login) { return m_database.person(login); }

  /// A complaint about `defective` functional pieces: 20 is major, 8 general, 2 other.
  static NewComplaint notice(long long defective = 20);
  ComplaintId registerCase(long long defective = 20);
  /// Registered, accepted and in handling.
  ComplaintId acceptedCase(long long defective = 20);
  CaseFile open(ComplaintId id) { return reader().openCase(id); }
  /// The case as it is now, without a version check and without a request id.
  static CaseTarget target(ComplaintId id) { return {id, 0, {}}; }
  void accept(ComplaintId id);
  void assign(ComplaintId id, const std::string& department, const std::string& disciplines,
              const std::string& login = "wang");
  /// What the form of a discipline starts with.
  DisciplineContent content(ComplaintId id, DisciplineCode code);
  void save(const std::string& login, const DisciplineContent& content);
  void submit(const std::string& login, ComplaintId id, DisciplineCode code);
  void approve(const std::string& login, ComplaintId id, DisciplineCode code, const std::string& text = {});
  /// Fills a discipline so that its gate is satisfied (D0 … D7).
  void fill(const std::string& login, ComplaintId id, DisciplineCode code);
  /// Filled, submitted by `login`, approved by hu.
  void finish(const std::string& login, ComplaintId id, DisciplineCode code);
  DisciplineState state(ComplaintId id, DisciplineCode code);

  support::TestDatabase m_database;
};

/// The rule of the Refused that `work` throws; "" when it throws none.
template <class Work>
std::string refusedRule(Work&& work) {
  try {
    work();
  } catch (const Refused& refused) {
    return refused.rule();
  } catch (const NotFound&) {
    // On a server with logins, what one has no right to is not there.
    if (!support::withLogins()) throw;
    return "right";
  }
  return {};
}

/// The field of the Invalid that `work` throws; "" when it throws none.
template <class Work>
std::string invalidField(Work&& work) {
  try {
    work();
  } catch (const Invalid& invalid) {
    return invalid.field();
  }
  return {};
}

}  // namespace octad::model
