#include "model/ports/family_reader.hpp"

#include <map>
#include <memory>
#include <set>

#include "tests/db/bulk_fixture.hpp"

namespace octad::db {
namespace {

/// Where cases to compare with are looked for, among many.
class FamilyReaderTest : public testing::TestWithParam<support::DatabaseKind> {
 protected:
  /// Only read from, so one for all tests of the suite.
  static BulkWorld& sharedWorld(support::DatabaseKind kind) {
    auto& world = s_worlds[kind];
    if (!world)
      world = std::make_unique<BulkWorld>(kind, support::BulkOptions{.cases = 400, .customers = 20});
    return *world;
  }
  static void TearDownTestSuite() { s_worlds.clear(); }
  static inline std::map<support::DatabaseKind, std::unique_ptr<BulkWorld>> s_worlds;

  std::vector<model::ComparedCase> compared(const model::ComparedQuery& query) {
    return m_world.reader->family().casesToCompare(query);
  }

  BulkWorld& m_world = sharedWorld(GetParam());
};

TEST_P(FamilyReaderTest, OfAPartTheNewestAreComparedAndNotAll) {
  model::ComparedQuery query;
  query.part = m_world.heads.at(7).partNumber;
  std::vector<long long> ofPart;
  for (const auto& head : m_world.heads)
    if (head.partNumber == query.part) ofPart.push_back(head.id.value);
  const auto found = compared(query);
  ASSERT_FALSE(found.empty());
  EXPECT_LE(found.size(), 100u);
  for (const auto& other : found) {
    EXPECT_EQ(other.traits.part, query.part);
    EXPECT_NE(other.state, model::CaseState::cancelled);
    EXPECT_FALSE(other.customerName.empty());
    EXPECT_FALSE(other.problemNumber.empty());
    EXPECT_NE(other.traits.text.find(other.title), std::string::npos);
  }
  if (ofPart.size() > 120) {
    EXPECT_GT(found.front().id.value, ofPart.front()) << "the newest ones";
  }
}

TEST_P(FamilyReaderTest, AWordFindsCasesOfOtherPartsToo) {
  model::ComparedQuery query;
  query.words = {std::string(support::kRareWord)};
  const auto found = compared(query);
  ASSERT_FALSE(found.empty());
  std::set<std::string> parts;
  for (const auto& other : found) parts.insert(other.traits.part);
  EXPECT_GT(parts.size(), 1u);
}

TEST_P(FamilyReaderTest, TheCaseItselfAndThoseOfItsProblemAreLeftOut) {
  model::ComparedQuery query;
  query.part = m_world.heads.at(7).partNumber;
  const auto all = compared(query);
  ASSERT_GT(all.size(), 1u);
  query.leftOut = all.front().id;
  query.leftOutProblem = all.back().problemId;
  const auto rest = compared(query);
  EXPECT_LT(rest.size(), all.size());
  for (const auto& other : rest) {
    EXPECT_NE(other.id, *query.leftOut);
    EXPECT_NE(other.problemId, *query.leftOutProblem);
  }
}

TEST_P(FamilyReaderTest, NowhereToLookFindsNothing) {
  EXPECT_TRUE(compared({}).empty());
  model::ComparedQuery query;
  query.part = "no such part";
  query.family = "no such family";
  query.words = {"没有这种不良"};
  EXPECT_TRUE(compared(query).empty());
}

TEST_P(FamilyReaderTest, ConfirmedCausesAreCompared) {
  model::ComparedQuery query;
  for (const auto& head : m_world.heads) query.alsoIds.push_back(head.id);
  bool caused = false;
  for (const auto& other : compared(query)) caused = caused || !other.traits.causes.empty();
  EXPECT_TRUE(caused);
}

INSTANTIATE_TEST_SUITE_P(Databases, FamilyReaderTest, ::testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::db
