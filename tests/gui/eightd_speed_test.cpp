// A case with 200 whys and 100 actions opens its pages about as fast as a small one.
#include <cstdio>

#include "model/usecases/decide_complaint.hpp"
#include "model/usecases/save_discipline.hpp"
#include "tests/gui/case_page_window.hpp"
#include "tests/gui/processor_time.hpp"

namespace octad::gui {
namespace {

using model::DisciplineCode;

constexpr int kCauses = 20;
constexpr int kWhysEach = 10;
constexpr int kActions = 100;
constexpr double kGrowth = 4;  ///< of a page with twenty times as many rows
constexpr double kAllowance =
    120;  ///< ms of a build without optimisation: a page has its fields whatever it shows

class EightdSpeedWindow : public CasePageWindow {
 protected:
  model::Workplace wang() { return {database.store(), database.clock(), database.actor("wang")}; }

  void fill(model::ComplaintId which, int causes, int whysEach, int actions) {
    model::AcceptanceDecision decision;
    decision.target = {which, 0, {}};
    decision.acceptance = model::Acceptance::accepted;
    decision.reason = "不良已确认";
    model::DecideComplaint(wang()).execute(decision);
    auto d4 = model::SaveDiscipline::from(database.store().reader().openCase(which), DisciplineCode::d4);
    long long step = 0;
    for (int i = 1; i <= causes; ++i) {
      model::Cause cause;
      cause.id = model::CauseId(-i);
      cause.text = "cause " + std::to_string(i);
      cause.branch = static_cast<model::CauseBranch>(i % 6);
      d4.causes.push_back(cause);
      for (int why = 1; why <= whysEach; ++why) {
        model::WhyStep row;
        row.id = model::WhyStepId(--step);
        row.causeId = cause.id;
        row.position = why;
        row.answer = "because of reason " + std::to_string(why);
        if (why % 4 == 0) row.parentId = model::WhyStepId(step + 1);
        d4.whySteps.push_back(row);
      }
    }
    model::SaveDiscipline(wang()).execute(d4);
    auto d5 = model::SaveDiscipline::from(database.store().reader().openCase(which), DisciplineCode::d5);
    for (int i = 1; i <= actions; ++i) {
      model::Action action;
      action.text = "action " + std::to_string(i);
      action.causeId = database.store().reader().openCase(which).causes.front().id;
      action.owner = "Li";
      d5.actions.push_back(action);
    }
    model::SaveDiscipline(wang()).execute(d5);
  }

  /// Processor time for opening each page of the case the first time.
  std::map<viewmodels::CaseTab, double> measure(model::ComplaintId which) {
    id = which;
    open();
    std::map<viewmodels::CaseTab, double> times;
    for (int tab = static_cast<int>(viewmodels::CaseTab::d0);
         tab <= static_cast<int>(viewmodels::CaseTab::coverage); ++tab)
      times[static_cast<viewmodels::CaseTab>(tab)] =
          processorTime([&] { page->choose(static_cast<viewmodels::CaseTab>(tab)); });
    frame->GetSizer()->Detach(page);
    page->Destroy();
    page = nullptr;
    return times;
  }
};

TEST_F(EightdSpeedWindow, ManyWhysAndActionsOpenAsFastAsFew) {
  const auto small = id;
  const auto large = database.makeCase();
  fill(small, 2, 3, 5);
  fill(large, kCauses, kWhysEach, kActions);
  const auto few = measure(small);
  const auto many = measure(large);
  for (const auto& [tab, time] : many) {
    std::printf("page %d: %.0f ms with few rows, %.0f ms with many\n", static_cast<int>(tab), few.at(tab),
                time);
    EXPECT_LE(time, kGrowth * few.at(tab) + kAllowance);
  }
}

}  // namespace
}  // namespace octad::gui
