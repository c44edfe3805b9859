#include <cstdio>

#include "gui/returns/units_tab.hpp"
#include "gui/widgets/row_list.hpp"
#include "model/usecases/return_units.hpp"
#include "tests/gui/processor_time.hpp"
#include "tests/gui/return_page_window.hpp"

namespace octad::gui {
namespace {

constexpr double kGrowth = 12;     ///< for ten times as many units
constexpr double kAllowance = 30;  ///< ms: drawing a window takes its time with few rows, too

/// What the thread of the windows takes for a return of many units, whatever else the machine does.
class UnitsSpeedWindow : public ReturnPageWindow {
 protected:
  struct Times {
    double opened = 0;
    double searched = 0;
    double chosen = 0;
    double scrolled = 0;
  };

  void enter(int count) {
    announce(count);
    receive(count);
    model::NewUnits input;
    input.target = {returnId, 0, {}};
    input.lineId = stored().lines.front().id;
    for (int at = 1; at <= count; ++at) input.units.push_back({"S-" + std::to_string(at), "2634", {}});
    model::AddReturnUnits(as("wang")).execute(input);
  }

  Times measure(int count) {
    enter(count);
    openReturn();
    Times times;
    times.opened = processorTime([this] { choose(viewmodels::ReturnTab::units); });
    auto& list = findFirst<UnitsTab>(shownReturn)->list();
    auto* search = dynamic_cast<wxTextEntry*>(inPage("unit-search"));
    EXPECT_NE(search, nullptr);
    if (search == nullptr) return times;
    times.searched = processorTime([&] {
      search->SetValue("S-4");
      EXPECT_TRUE(waitFor([this] { return showsText(shownReturn, " of "); }));
    });
    search->SetValue("");
    EXPECT_TRUE(waitFor([this] { return !showsText(shownReturn, " of "); }));
    times.chosen = processorTime([&list] {
      list.SelectAll();
      list.onSelect(0);
    });
    EXPECT_EQ(list.selectedRows().size(), static_cast<std::size_t>(count));
    times.scrolled = processorTime([&list, count] {
      for (int part = 1; part <= 4; ++part) {
        list.selectRow(count * part / 4 - 1);
        settle();
      }
    });
    frame->GetSizer()->Detach(shownReturn);
    shownReturn->Destroy();
    shownReturn = nullptr;
    return times;
  }
};

TEST_F(UnitsSpeedWindow, TenTimesAsManyUnitsTakeAtMostAboutTenTimesAsLong) {
  const Times few = measure(500);
  const Times many = measure(5000);
  const auto compare = [](const char* what, double small, double large) {
    std::printf("%s: 500 units %.1f ms, 5,000 units %.1f ms, x%.1f\n", what, small, large, large / small);
    EXPECT_LE(large, small * kGrowth + kAllowance) << what;
  };
  compare("opened", few.opened, many.opened);
  compare("searched", few.searched, many.searched);
  compare("all chosen", few.chosen, many.chosen);
  compare("scrolled", few.scrolled, many.scrolled);
}

}  // namespace
}  // namespace octad::gui
