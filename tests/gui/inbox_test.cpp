#include <wx/button.h>

#include "gui/shell/places_panel.hpp"
#include "gui/widgets/row_list.hpp"
#include "gui/widgets/text.hpp"
#include "gui/work/inbox_page.hpp"
#include "model/ports/notice_rows.hpp"
#include "tests/gui/journey_steps.hpp"

namespace octad::gui {
namespace {

class InboxPlaceTest : public WindowTest {
 protected:
  void give(model::ComplaintId id, int count) {
    const auto unit = database.store().begin(database.change("zhou", "jobs"));
    for (int made = 0; made < count; ++made) {
      model::Notice notice;
      notice.noticeKey = "key" + std::to_string(made);
      notice.personId = database.person("wang");
      notice.complaintId = id;
      notice.number = "C26-00001";
      notice.dueName = "first_reply";
      notice.dueAt = database.clock().now();
      notice.madeAt = database.clock().now();
      unit->notices().add(notice);
    }
    unit->commit({});
  }

  void openPlace() {
    openWork();
    press('I', wxMOD_CONTROL);
    ASSERT_TRUE(waitFor([this] { return findFirst<InboxPage>(window) != nullptr && !executor->busy(); }));
    settle();
    place = findFirst<InboxPage>(window);
  }

  long long unread() {
    return static_cast<long long>(
        database.store().notices().inbox(database.person("wang"), true, 100).size());
  }

  InboxPage* place = nullptr;
};

TEST_F(InboxPlaceTest, SaysThatNothingIsUnread) {
  openPlace();
  EXPECT_TRUE(showsText(place, "No unread notices."));
  EXPECT_FALSE(findButton(place, "Mark all as read")->IsEnabled());
}

TEST_F(InboxPlaceTest, EnterOpensTheCaseAndMarksTheNotice) {
  const auto id = database.makeCase();
  give(id, 2);
  openPlace();
  place->list().selectRow(0);
  place->list().SetFocus();
  settle();
  press(WXK_RETURN);
  EXPECT_TRUE(waitFor([&] { return openedCase == id; }));
  EXPECT_TRUE(waitFor([this] { return !executor->busy() && unread() == 1; }));
}

TEST_F(InboxPlaceTest, SpaceMarksAndTheButtonMarksAll) {
  give(database.makeCase(), 3);
  openPlace();
  place->list().selectRow(1);
  place->list().SetFocus();
  settle();
  press(WXK_SPACE);
  EXPECT_TRUE(waitFor([this] { return !executor->busy() && unread() == 2; }));
  settle();
  click(findButton(place, "Mark all as read"));
  EXPECT_TRUE(waitFor([this] { return !executor->busy() && unread() == 0; }));
  settle();
  EXPECT_FALSE(findButton(place, "Mark all as read")->IsEnabled());
}

}  // namespace
}  // namespace octad::gui
