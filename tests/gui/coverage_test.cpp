#include <algorithm>

#include "gui/cases/case_page.hpp"
#include "gui/eightd/row_editor.hpp"
#include "gui/widgets/row_list.hpp"
#include "gui/widgets/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/decide_complaint.hpp"
#include "model/usecases/save_discipline.hpp"
#include "tests/gui/case_page_window.hpp"
#include "tests/gui/journey_steps.hpp"

namespace octad::gui {

using model::DisciplineCode;
using viewmodels::CaseTab;

/// Cause x action x evidence of a case in a real window.
class CoverageWindow : public CasePageWindow {
 protected:
  model::Workplace as(const std::string& login) {
    return {database.store(), database.clock(), database.actor(login)};
  }
  model::CaseFile file() { return database.store().reader().openCase(id); }
  void save(DisciplineCode code, const std::function<void(model::DisciplineContent&)>& edit) {
    auto content = model::SaveDiscipline::from(file(), code);
    content.target.id = id;
    edit(content);
    model::SaveDiscipline(as("wang")).execute(content);
  }
  void addCauses() {
    model::DecideComplaint(as("wang"))
        .execute({{id, 0, {}}, model::Acceptance::accepted, model::Liability::ours, {}, ""});
    save(DisciplineCode::d4, [](model::DisciplineContent& content) {
      for (const char* text : {"钢网开口偏小", "AOI 未覆盖"}) {
        model::Cause cause;
        cause.id = model::CauseId(-1 - static_cast<long long>(content.causes.size()));
        cause.text = text;
        content.causes.push_back(cause);
      }
    });
  }
  void contain() {
    save(DisciplineCode::d3, [this](model::DisciplineContent& content) {
      model::Action action;
      action.kind = model::ActionKind::containment;
      action.text = "全检库存";
      action.doneOn = model::Zone("Asia/Shanghai").date(database.clock().now());
      action.proof = "0/300";
      content.actions = {action};
    });
  }
  static RowList* shownList(wxWindow* root) {
    if (auto* list = dynamic_cast<RowList*>(root); list && list->IsShownOnScreen()) return list;
    for (wxWindow* child : root->GetChildren())
      if (RowList* list = shownList(child)) return list;
    return nullptr;
  }
};

TEST_F(CoverageWindow, AHoleLeadsToTheRowWhereItIsMended) {
  addCauses();
  open();
  page->choose(CaseTab::coverage);
  settle();
  EXPECT_TRUE(showsText(page, "Each leads to where it is mended"));
  auto* list = shownList(page);
  ASSERT_NE(list, nullptr);
  list->selectRow(1);
  EXPECT_NE(list->selectedText().find("AOI 未覆盖"), std::string::npos) << list->selectedText();
  EXPECT_NE(list->selectedText().find("✗"), std::string::npos);
  list->onActivate(1);
  settle();
  EXPECT_EQ(page->current(), CaseTab::d4);
  const auto editors = findAll<RowEditor>(page);
  const auto shown = std::find_if(editors.begin(), editors.end(),
                                  [](const RowEditor* editor) { return editor->IsShownOnScreen(); });
  ASSERT_NE(shown, editors.end());
  EXPECT_EQ((*shown)->selectedRow(), 1) << "the second cause, not the first of its kind";
}

TEST_F(CoverageWindow, AContainmentIsLiftedHere) {
  contain();
  open();
  page->choose(CaseTab::coverage);
  settle();
  auto* list = shownList(page);
  ASSERT_NE(list, nullptr);
  auto* lift = dynamic_cast<wxButton*>(findButton(page, "Lift the containment"));
  ASSERT_NE(lift, nullptr);
  EXPECT_FALSE(lift->IsEnabled()) << "the first row is no containment";
  const auto rows = page->viewModel().coverage().rows;
  for (std::size_t row = 0; row < rows.size(); ++row)
    if (rows[row].actionId) list->selectRow(static_cast<long>(row));
  list->onSelect(list->selectedRow());
  ASSERT_TRUE(lift->IsEnabled());
  const Later user([&] {
    auto* reason = dynamic_cast<wxTextCtrl*>(findVisible(topDialog(), "reason"));
    ASSERT_NE(reason, nullptr);
    reason->SetValue(toWx("该型号已停产"));
    pressButton(dynamic_cast<wxButton*>(findButton(topDialog(), "Lift it")));
  });
  pressButton(lift);
  EXPECT_TRUE(waitFor([&] { return host.saved > 0 && !executor.busy() && !page->viewModel().loading(); }));
  settle();
  EXPECT_TRUE(file().actions.front().liftedOn);
  EXPECT_FALSE(lift->IsEnabled());
}

}  // namespace octad::gui
