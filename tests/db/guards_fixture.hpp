#pragma once

#include <gtest/gtest.h>
#include <soci/soci.h>
#include <string>

#include "db/connection/database.hpp"
#include "db/connection/error_translation.hpp"
#include "model/core/error.hpp"
#include "model/ports/reader.hpp"
#include "tests/support/test_database.hpp"

namespace octad::db {

/// Writes straight in SQL, past the model, as another program would that knows the schema.
class Guards : public testing::TestWithParam<support::DatabaseKind> {
 protected:
  void SetUp() override {
    m_id = m_test.makeCase();
    m_problem = m_test.store().reader().openCase(m_id).problem.id;
  }
  /// What the database answers: "" when it took the statement, otherwise the field or rule.
  std::string answer(std::string sql, const std::string& reason = {}, const std::string& useCase = "test") {
    const auto put = [&sql](const std::string& mark, long long value) {
      for (std::size_t at = sql.find(mark); at != std::string::npos; at = sql.find(mark))
        sql.replace(at, mark.size(), std::to_string(value));
    };
    put("@case", m_id.value);
    put("@problem", m_problem.value);
    put("@wang", m_wang.value);
    const Lease lease = m_database.writer();
    try {
      translated([&] {
        m_database.dialect().beginWrite(lease.session(), {"测试", useCase, reason});
        lease.session() << sql;
        lease.session() << "commit";
      });
      return "";
    } catch (const model::Invalid& invalid) {
      return invalid.field().empty() ? "invalid" : invalid.field();
    } catch (const model::Refused& refused) {
      return refused.rule();
    } catch (const model::Conflict&) {
      return "conflict";
    }
  }
  void move(std::initializer_list<model::CaseState> states) {
    const auto unit = m_test.store().begin(m_test.change("wang", "move", "移动状态的原因"));
    model::CaseFile file = unit->lockCase(m_id, 0);
    for (const model::CaseState state : states) unit->moveComplaint(file.complaint, state, "移动状态的原因");
    unit->commit("");
  }
  std::string setTitle(const std::string& title) {
    const Lease lease = m_database.writer();
    try {
      translated([&] {
        m_database.dialect().beginWrite(lease.session(), {"测试", "test", ""});
        lease.session() << "update complaint set title = :t, row_version = row_version + 1 where id = :id",
            soci::use(title), soci::use(m_id.value);
      });
      return "";
    } catch (const model::Invalid& invalid) {
      return invalid.field();
    }
  }

  support::TestDatabase m_test{GetParam()};
  Database m_database{m_test.url(), {}};
  model::ComplaintId m_id;
  model::ProblemId m_problem;
  model::PersonId m_wang = m_test.person("wang");
};

}  // namespace octad::db
