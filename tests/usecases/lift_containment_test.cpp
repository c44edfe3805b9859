#include "model/usecases/lift_containment.hpp"

#include "model/eightd/coverage.hpp"
#include "model/usecases/record_sample.hpp"
#include "model/usecases/save_discipline.hpp"
#include "model/usecases/verify_effect.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {

/// A firewall stands until the corrective actions hold.
class LiftTest : public UseCaseTest {
 protected:
  /// A case whose containment was done today.
  ActionId contain(ComplaintId id) {
    auto content = SaveDiscipline::from(open(id), DisciplineCode::d3);
    content.target = target(id);
    Action action;
    action.kind = ActionKind::containment;
    action.text = "全检 L2640B";
    action.owner = "李强";
    action.doneOn = today();
    action.proof = "0/300";
    content.actions = {action};
    SaveDiscipline(as("wang")).execute(content);
    return open(id).actions.front().id;
  }
  void lift(ComplaintId id, ActionId action, Date day, const std::string& reason,
            const std::string& who = "wang") {
    LiftContainment(as(who)).execute({target(id), action, day, reason});
  }
};

TEST_P(LiftTest, EndsOnceWithADayAndAReasonWhileActionsAreOpen) {
  const auto id = acceptedCase(20);
  const ActionId action = contain(id);
  const auto inForce = coverageOf(open(id)).holes();
  EXPECT_EQ(invalidField([&] { lift(id, action, today(), ""); }), "reason") << "nothing was corrected yet";
  EXPECT_EQ(invalidField([&] { lift(id, action, today().plusDays(-1), "停产"); }), "lifted_on");
  EXPECT_EQ(invalidField([&] { lift(id, action, today().plusDays(1), "停产"); }), "lifted_on");
  EXPECT_THROW(lift(id, action, today(), "停产", "liu"), Refused) << "a department does not lift";
  lift(id, action, today(), "该型号已停产");
  EXPECT_EQ(open(id).actions.front().liftedOn, today());
  EXPECT_EQ(coverageOf(open(id)).holes(), inForce - 1);
  EXPECT_EQ(refusedRule([&] { lift(id, action, today(), "再次"); }), "containment");
}

TEST_P(LiftTest, SavingD3AgainDoesNotPutItBackNorLiftIt) {
  const auto id = acceptedCase(20);
  const ActionId action = contain(id);
  auto content = SaveDiscipline::from(open(id), DisciplineCode::d3);
  content.target = target(id);
  content.actions.front().liftedOn = today();
  content.actions.front().owner = "王强";
  SaveDiscipline(as("wang")).execute(content);
  EXPECT_FALSE(open(id).actions.front().liftedOn) << "lifting is a step of its own";
  lift(id, action, today(), "该型号已停产");
  content = SaveDiscipline::from(open(id), DisciplineCode::d3);
  content.target = target(id);
  content.actions.front().liftedOn.reset();
  content.actions.front().owner = "李强";
  SaveDiscipline(as("wang")).execute(content);
  EXPECT_EQ(open(id).actions.front().liftedOn, today());
}

TEST_P(LiftTest, NewsOfASampleMovesTheReminderAndDoesNotEndIt) {
  const auto id = acceptedCase(20);
  const auto due = [&] { return open(id).complaint; };
  SampleNews news;
  news.target = target(id);
  news.note = "客户说下周寄出";
  RecordSample(as("wang")).execute(news);
  ASSERT_TRUE(open(id).samples.front().toldAt);
  clock().advanceHours(24 * 40);
  news.target = target(id);
  news.note = "客户再次承诺";
  RecordSample(as("wang")).execute(news);
  const auto told = open(id).samples;
  EXPECT_EQ(*told.back().toldAt, clock().now());
  EXPECT_NE(due().dueName, "") << "something stays due until the sample is here";
}

INSTANTIATE_TEST_SUITE_P(Databases, LiftTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace octad::model
