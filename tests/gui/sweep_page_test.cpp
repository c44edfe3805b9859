#include "gui/returns/sweep_page.hpp"

#include <wx/checkbox.h>

#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/row_list.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/save_discipline.hpp"
#include "tests/gui/case_page_window.hpp"

namespace octad::gui {

/// The page of the warehouse over one case with 500 suspect pieces in raw material and 40 in transit.
class SweepWindow : public CasePageWindow {
 protected:
  SweepWindow() {
    auto content = model::SaveDiscipline::from(file(), model::DisciplineCode::d3);
    content.target.id = id;
    content.code = model::DisciplineCode::d3;
    for (const auto& [location, pieces] :
         {std::pair{model::SweepLocation::raw, 500}, {model::SweepLocation::transit, 40}}) {
      model::SweepRow row;
      row.location = location;
      row.suspect = pieces;
      content.sweep.push_back(row);
    }
    model::SaveDiscipline({database.store(), database.clock(), database.actor("wang")}).execute(content);
  }
  model::CaseFile file() { return database.store().reader().openCase(id); }
  SweepPage& openAs(const std::string& login) {
    host.session().actor = database.actor(login);
    sweep = new SweepPage(frame, host);
    show(sweep);
    EXPECT_TRUE(waitFor([this] { return sweep->viewModel().loaded() && !executor.busy(); }));
    settle();
    return *sweep;
  }
  wxTextCtrl* entry(const std::string& name) { return dynamic_cast<wxTextCtrl*>(findVisible(sweep, name)); }

  SweepPage* sweep = nullptr;
};

TEST_F(SweepWindow, TakesTheCountByKeyboardAlone) {
  openAs("qian");
  EXPECT_TRUE(showsText(sweep, "2 of 2 locations have open pieces: 540 in all"));
  auto* list = findFirst<RowList>(sweep);
  list->SetFocus();
  settle();
  press(WXK_RETURN);
  ASSERT_EQ(wxWindow::FindFocus(), entry("ok")) << "Enter goes from the list to the count";
  type("480");
  press(WXK_TAB);
  type("5");
  press(WXK_RETURN);
  EXPECT_TRUE(waitFor([this] { return !executor.busy() && !sweep->viewModel().loading(); }));
  settle();
  EXPECT_EQ(host.status, "Count saved: 15 pieces are still open there");
  EXPECT_TRUE(showsText(sweep, "485 of 500 sorted (97 %), 15 open"));
  EXPECT_EQ(entry("ok")->GetValue(), "");
  ASSERT_EQ(file().sweepCounts.size(), 1U);
  EXPECT_EQ(file().sweepCounts[0].ng, 5);
  EXPECT_TRUE(sweep->mayClose());
}

TEST_F(SweepWindow, SaysBelowTheFieldWhatIsWrong) {
  openAs("qian");
  entry("ok")->SetValue("600");
  sweep->save();
  EXPECT_TRUE(waitFor([this] { return !executor.busy(); }));
  settle();
  EXPECT_TRUE(showsText(sweep, "600 counted"));
  EXPECT_EQ(entry("ok")->GetValue(), "600") << "nothing typed is lost";
  EXPECT_TRUE(file().sweepCounts.empty());
}

TEST_F(SweepWindow, WhoMayNotCountOnlyLooks) {
  openAs("sun");
  EXPECT_TRUE(showsText(sweep, "2 of 2 locations"));
  EXPECT_FALSE(entry("ok")->IsEditable());
  auto* save = findButton(sweep, "Save the count");
  ASSERT_NE(save, nullptr);
  EXPECT_FALSE(save->IsEnabled());
}

}  // namespace octad::gui
