#include "db/admin/shipped_words.hpp"
#include "gui/lessons/lessons_page.hpp"
#include "model/usecases/decide_complaint.hpp"
#include "model/usecases/publish_lesson.hpp"
#include "model/usecases/review_discipline.hpp"
#include "templates/templates.hpp"
#include "tests/gui/case_page_window.hpp"

namespace octad::gui {

/// The place "Lessons" in a real window.
TEST_F(CasePageWindow, TheLibraryIsSearchedWhileOneTypes) {
  host.session().failureReader = std::make_shared<const model::FailureReader>(
      db::failureWords(resources::octad_templates().at(model::kFailureWordFile)));
  const model::Workplace wang{database.store(), database.clock(), database.actor("wang")};
  model::DecideComplaint(wang).execute(
      {{id, 0, {}}, model::Acceptance::accepted, model::Liability::ours, {}, ""});
  model::DisciplineWaiver waiver;
  waiver.target = {id, 0, {}};
  waiver.code = model::DisciplineCode::d6;
  waiver.reason = "没有需要实施的对策";
  model::WaiveDiscipline(wang).execute(waiver);
  model::PublishLesson(wang).execute({{id, 0, {}}, "焊点虚焊", "炉温偏低", "炉温联锁", "", ""});

  auto* lessons = new LessonsPage(frame, host);
  show(lessons);
  EXPECT_TRUE(waitFor([&] { return lessons->viewModel().rowCount() == 1 && !executor.busy(); }));
  settle();
  EXPECT_TRUE(showsText(lessons, "炉温联锁")) << "the first lesson is shown beside the list";
  auto* search = dynamic_cast<wxTextCtrl*>(findVisible(lessons, "lesson_search"));
  ASSERT_NE(search, nullptr);
  search->SetFocus();
  search->SetValue("scratch");
  EXPECT_TRUE(waitFor([&] { return lessons->viewModel().rowCount() == 0 && !executor.busy(); }));
  settle();
  EXPECT_TRUE(showsText(lessons, "No lesson says this"));
  EXPECT_EQ(wxWindow::FindFocus(), search) << "typing goes on";
  search->SetValue("cold solder");
  EXPECT_TRUE(waitFor([&] { return lessons->viewModel().rowCount() == 1; }));
}

}  // namespace octad::gui
