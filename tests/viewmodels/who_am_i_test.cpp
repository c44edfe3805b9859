#include "gui/viewmodels/who_am_i.hpp"

#include <algorithm>

#include "gui/viewmodels/my_work.hpp"
#include "model/core/error.hpp"
#include "model/usecases/assign_department.hpp"
#include "model/usecases/decide_complaint.hpp"
#include "model/usecases/deputies.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {
namespace {

class WhoAmITest : public SessionTest {
 protected:
  model::Workplace as(const std::string& login) {
    return {database.store(), database.clock(), database.actor(login)};
  }
  model::Date today() { return model::Zone("Asia/Shanghai").date(database.clock().now()); }
  void stand(const std::string& absent, const std::string& deputy) {
    model::SetDeputy(as(absent)).execute({absent, deputy, today(), today().plusDays(3), "出差"});
  }
};

TEST_F(WhoAmITest, SaysRolesDepartmentAndRightsInWords) {
  Session session = sessionOf("liu", immediate);
  WhoAmIViewModel me(session);
  me.load();
  EXPECT_EQ(me.name(), database.actor("liu").name);
  EXPECT_EQ(me.roles(), "Department member");
  EXPECT_EQ(me.department().substr(0, 2), "TE");
  const auto rights = me.rights();
  EXPECT_NE(std::find(rights.begin(), rights.end(), "Answer the questions asked of your department"),
            rights.end());
  EXPECT_EQ(std::find(rights.begin(), rights.end(), "Register complaints"), rights.end());
  EXPECT_TRUE(me.standIns().empty());
  EXPECT_TRUE(me.deputies().empty());
}

TEST_F(WhoAmITest, NamesADeputyAndEndsIt) {
  Session session = sessionOf("liu", immediate);
  WhoAmIViewModel me(session);
  me.load();
  const auto form = me.deputyForm();
  FormValues typed = startValues(form->form());
  EXPECT_EQ(typed["person"], "liu") << "oneself, unless one says otherwise";
  bool saved = false;
  std::string field;
  const auto run = [&] {
    form->run(
        {}, typed, [&saved] { saved = true; },
        [&field](const std::exception_ptr& error) {
          try {
            std::rethrow_exception(error);
          } catch (const model::Invalid& invalid) {
            field = invalid.field();
          }
        });
  };
  typed["reason"] = "holiday";
  run();
  EXPECT_EQ(field, "deputy") << "told at its field";
  typed["deputy"] = "zhao";
  run();
  ASSERT_TRUE(saved);
  ASSERT_EQ(me.deputies().size(), 1U);
  EXPECT_NE(me.deputies()[0].words.find("holiday"), std::string::npos);

  Session other = sessionOf("zhao", immediate);
  WhoAmIViewModel deputy(other);
  deputy.load();
  ASSERT_EQ(deputy.standIns().size(), 1U);
  EXPECT_NE(deputy.standInWords(deputy.standIns()[0]).find(database.actor("liu").name), std::string::npos);

  me.end(me.deputies()[0].id);
  EXPECT_TRUE(me.deputies().empty());
  deputy.load();
  EXPECT_TRUE(deputy.standIns().empty());
}

TEST_F(WhoAmITest, MyWorkMarksWhatIsDoneInPlaceOfSomebody) {
  const auto id = database.makeCase();
  model::AcceptanceDecision decision;
  decision.target = {id, 0, {}};
  model::DecideComplaint(as("wang")).execute(decision);
  model::DepartmentQuestion question;
  question.target = {id, 0, {}};
  question.department = "TE";
  question.disciplines = "D4";
  question.question = "请分析原因";
  question.dueOn = today().plusDays(3);
  model::AssignDepartment(as("wang")).execute(question);
  Session session = sessionOf("zhao", immediate);
  MyWorkViewModel work(session);
  work.refresh();
  EXPECT_EQ(work.rowCount(), 0);
  stand("liu", "zhao");
  work.refresh();
  ASSERT_EQ(work.rowCount(), 1);
  EXPECT_EQ(work.row(0)->caseId, id);
  EXPECT_EQ(work.cell(0, WorkColumn::kind), "For " + database.actor("liu").name + ": Answer a question");
}

}  // namespace
}  // namespace octad::viewmodels
