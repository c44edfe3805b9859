// Keys of enumerations are stored for good: each once, plain ASCII, with a label, and back again.
#include <gtest/gtest.h>
#include <set>

#include "model/cases/case_file.hpp"
#include "model/cases/queries.hpp"
#include "model/metrics/counts.hpp"
#include "model/returns/return_file.hpp"

namespace octad::tests {

using namespace octad::model;

template <class Enum>
class EnumKeysTest : public testing::Test {};

using Enums =
    testing::Types<Role, CaseState, Acceptance, Liability, SeverityClass, Origin, Turn, DecisionKind,
                   ReplyStage, CustomerStatus, ClockName, DefectKind, DayKind, CaseColumn, AssignmentState,
                   RejectReason, DisciplineCode, DisciplineState, TeamFunction, Question, SweepLocation,
                   CauseType, CauseResult, ActionKind, VerificationResult, DocumentKind, Dimension,
                   ReturnPlace, Finding, Disposition, ReturnState, ReturnKind, Treatment, CostBearer,
                   ReturnWait, LineNature, TestLevel, ConfirmedDecision, CostKind, ReturnPaper, Consent>;
TYPED_TEST_SUITE(EnumKeysTest, Enums);

TYPED_TEST(EnumKeysTest, AreUniqueAndComeBack) {
  std::set<std::string_view> keys;
  std::set<TypeParam> values;
  for (const auto& entry : EnumKeys<TypeParam>::entries) {
    EXPECT_TRUE(keys.insert(entry.key).second) << entry.key;
    EXPECT_TRUE(values.insert(entry.value).second) << entry.key;
    EXPECT_FALSE(entry.key.empty());
    EXPECT_EQ(entry.key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"),
              std::string_view::npos)
        << entry.key;
    EXPECT_STRNE(entry.label, "");
    EXPECT_EQ(fromKey<TypeParam>(entry.key), entry.value);
    EXPECT_EQ(keyOf(entry.value), entry.key);
    EXPECT_STREQ(labelOf(entry.value), entry.label);
  }
  // Entries from the first value to the last, none left out.
  for (std::size_t i = 0; i < keys.size(); ++i) EXPECT_TRUE(values.contains(static_cast<TypeParam>(i)));
  EXPECT_FALSE(fromKey<TypeParam>("no such key"));
}

}  // namespace octad::tests
