#include "gui/viewmodels/lessons.hpp"

#include "db/admin/shipped_words.hpp"
#include "gui/viewmodels/known_failures.hpp"
#include "model/usecases/decide_complaint.hpp"
#include "model/usecases/publish_lesson.hpp"
#include "model/usecases/register_complaint.hpp"
#include "model/usecases/review_discipline.hpp"
#include "templates/templates.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {
namespace {

/// The library of known failures, and what is offered of it while a complaint is typed.
class LessonsTest : public SessionTest {
 protected:
  LessonsTest() : wang(sessionOf("wang", immediate)) {
    wang.failureReader = std::make_shared<const model::FailureReader>(
        db::failureWords(resources::octad_templates().at(model::kFailureWordFile)));
    id = database.makeCase("焊点虚焊");
    // From the approved D6 on; one that is not needed is as good.
    model::DecideComplaint(wang.workplace())
        .execute({{id, 0, {}}, model::Acceptance::accepted, model::Liability::ours, {}, ""});
    model::DisciplineWaiver waiver;
    waiver.target = {id, 0, {}};
    waiver.code = model::DisciplineCode::d6;
    waiver.reason = "没有需要实施的对策";
    model::WaiveDiscipline(wang.workplace()).execute(waiver);
  }
  std::unique_ptr<CasePageViewModel> page() {
    auto shown = std::make_unique<CasePageViewModel>(wang, id);
    shown->load();
    return shown;
  }
  void publish(const std::string& cause = "炉温偏低", const std::string& action = "炉温联锁") {
    model::PublishLesson(wang.workplace()).execute({{id, 0, {}}, "焊点虚焊", cause, action, "", ""});
  }

  Session wang;
  model::ComplaintId id;
};

TEST_F(LessonsTest, TheFormStartsWithWhatTheDisciplinesSayAndPutsItIntoTheLibrary) {
  auto shown = page();
  EXPECT_FALSE(whyNotLesson(*shown));
  EXPECT_TRUE(whyNotWithdrawLesson(*shown));
  const auto form = lessonForm(*shown);
  auto values = startValues(form);
  EXPECT_FALSE(values["symptom"].empty());
  values["cause"] = "炉温偏低";
  values["action"] = "炉温联锁";
  form.execute(wang.workplace(), {id, 0, {}}, values);
  shown->load();
  EXPECT_EQ(lessonState(shown->file()).id, "In the library of known failures.");
  EXPECT_FALSE(whyNotWithdrawLesson(*shown));
  // The form of a lesson that is there starts with what stands there.
  EXPECT_EQ(startValues(lessonForm(*shown))["cause"], "炉温偏低");

  const auto withdrawal = withdrawLessonForm();
  withdrawal.execute(wang.workplace(), {id, 0, {}}, {{"reason", "内容有误需修改"}});
  shown->load();
  EXPECT_EQ(lessonState(shown->file()).id, "Taken out of the library.");
}

TEST_F(LessonsTest, TheLibraryIsSearchedInEitherLanguage) {
  publish();
  LessonsViewModel lessons(wang);
  lessons.refresh();
  ASSERT_EQ(lessons.rowCount(), 1);
  EXPECT_EQ(lessons.cell(0, LessonColumn::cause), "炉温偏低");
  EXPECT_EQ(lessons.at(0)->known.caseId, id);
  const auto parts = lessons.parts(0);
  ASSERT_EQ(parts.size(), 3u) << "no proof, no heading for it";
  EXPECT_EQ(parts[2].text, "炉温联锁");
  lessons.search("cold solder");
  EXPECT_EQ(lessons.rowCount(), 1);
  lessons.search("划伤");
  EXPECT_EQ(lessons.rowCount(), 0);
  EXPECT_TRUE(lessons.parts(0).empty());
}

TEST_F(LessonsTest, WhatIsKnownIsOfferedWhileAComplaintIsTyped) {
  publish();
  KnownFailuresViewModel known(wang);
  int changes = 0;
  known.changed.connect([&changes] { ++changes; });
  ComplaintDraft draft;
  known.look(draft);
  EXPECT_EQ(changes, 0) << "nothing typed, nothing to offer";
  draft.items.front().part = "P-100";
  draft.items.front().failure = "Cold solder joint";
  known.look(draft);
  EXPECT_EQ(changes, 1);
  ASSERT_EQ(known.lessons().size(), 1u);
  EXPECT_EQ(lessonInShort(known.lessons()[0].known.lesson), "炉温偏低 → 炉温联锁");
  known.look(draft);
  EXPECT_EQ(changes, 1) << "asked once";
  draft.items.front().failure = "标签贴错";
  known.look(draft);
  EXPECT_TRUE(known.lessons().empty());
  draft.items.front() = {};
  known.look(draft);
  EXPECT_TRUE(known.cases().empty());
}

TEST_F(LessonsTest, WhoeverTypesIsNotKeptWaitingAndOnlyTheLastQuestionIsAnswered) {
  publish();
  auto slow = sessionOf("wang", held);
  slow.failureReader = wang.failureReader;
  KnownFailuresViewModel known(slow);
  ComplaintDraft draft;
  draft.items.front().failure = "标签贴错";
  known.look(draft);
  draft.items.front().failure = "虚焊";
  known.look(draft);
  EXPECT_TRUE(known.lessons().empty());
  held.runAll();
  EXPECT_EQ(known.lessons().size(), 1u);
}

}  // namespace
}  // namespace octad::viewmodels
