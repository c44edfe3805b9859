// The trail of one case, as it lies in a package: what octadverify finds in it.
#include "audit/case_log.hpp"

#include <gtest/gtest.h>
#include <sstream>

#include "audit/verification.hpp"
#include "model/core/error.hpp"
#include "model/ports/audit_reader.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/take_checkpoint.hpp"
#include "tests/support/test_database.hpp"

namespace octad::audit {
namespace {

class CaseLogTest : public testing::Test {
 protected:
  CaseLogTest() {
    id = database.makeCase("输出电压偏低");
    database.makeCase("二");
    model::TakeCheckpoint({database.store(), database.clock(), database.actor("chen")}).execute();
    log = caseLog(database.store().reader().audit(), id, "test", database.clock().now());
  }
  static Verification verified(const std::string& text) {
    std::istringstream in(text);
    return verifyLog(in, {}, {});
  }
  std::string without(const std::string& what) const {
    std::istringstream in(log);
    std::string out;
    for (std::string line; std::getline(in, line);)
      if (line.find(what) == std::string::npos) out += line + "\n";
    return out;
  }

  support::TestDatabase database{support::DatabaseKind::sqlite};
  model::ComplaintId id;
  std::string log;
};

TEST_F(CaseLogTest, TheTrailOfOneCaseVerifiesAgainstCheckpointsOfAll) {
  const auto result = verified(log);
  EXPECT_TRUE(result.report.faults.empty());
  EXPECT_EQ(result.onlyChains, 2);
  EXPECT_EQ(result.report.chains, 2) << "the case and its problem";
  EXPECT_EQ(result.checkpoints, 1);
}

TEST_F(CaseLogTest, WhatIsAlteredInItIsFound) {
  std::string altered = log;
  const auto at = altered.find("输出电压偏低");
  ASSERT_NE(at, std::string::npos);
  altered.replace(at, std::string("输出").size(), "输入");
  EXPECT_FALSE(verified(altered).report.faults.empty());
  // Cut: the number of lines in the last one, the head and the checkpoint tell.
  EXPECT_THROW(verified(without("\"table\":\"complaint_item\"")), model::Invalid);
  // A log that pretends to hold a chain it has no event of.
  std::string claims = log;
  const auto only = claims.find("\"only\":[\"");
  ASSERT_NE(only, std::string::npos);
  claims.insert(only + 8, "\"00000000-0000-0000-0000-000000000000\",");
  EXPECT_FALSE(verified(claims).report.faults.empty());
  // A whole log with a chain left out is not excused by saying so afterwards: its bound events are missing.
  std::string silent = log;
  silent.erase(only - 1, silent.find(']', only) - only + 2);
  EXPECT_FALSE(verified(silent).report.faults.empty()) << "without saying so, other cases are missing";
}

}  // namespace
}  // namespace octad::audit
