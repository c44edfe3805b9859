#include <wx/modalhook.h>
#include <wx/msgdlg.h>
#include <wx/textctrl.h>
#include <wx/textdlg.h>

#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/text.hpp"
#include "tests/gui/window_test.hpp"

namespace octad::gui {
namespace {

class StartWindowTest : public WindowTest {};

TEST_F(StartWindowTest, OffersEveryWayIn) {
  EXPECT_NE(findButton(window, "Open the demonstration"), nullptr);
  EXPECT_NE(findButton(window, "Make a new database"), nullptr);
  EXPECT_NE(findButton(window, "Add a server"), nullptr);
  EXPECT_NE(findButton(window, "Open a file"), nullptr);
  EXPECT_EQ(findButton(window, "New complaint"), nullptr) << "nothing to register into yet";
}

TEST_F(StartWindowTest, AsksWhoIsWorkingWhenNobodyIsKnown) {
  databases = std::make_unique<TestDatabases>(database, "nobody");
  services = std::make_unique<Services>(Services{*executor, translator, settings, drafts, *databases,
                                                 database.clock(), [](model::Language) {}, services->pages});
  window->Destroy();
  settle();
  window = new MainWindow(*services, {});
  window->Show();
  settle();
  click(findButton(window, "Open the demonstration"));
  ASSERT_TRUE(waitFor([this] { return findButton(window, "Work as this person") != nullptr; }));
  click(findButton(window, "Work as this person"));
  EXPECT_TRUE(waitFor([this] { return window->workArea() != nullptr; }));
  EXPECT_NE(settings.value("person"), "");
}

/// Confirms every dialog, with a text where one is asked for.
class Confirming final : public wxModalDialogHook {
 public:
  Confirming() { Register(); }
  std::string told;

 protected:
  int Enter(wxDialog* dialog) override {
    if (auto* text = dynamic_cast<wxTextEntryDialog*>(dialog)) text->SetValue("Example Power");
    if (auto* message = dynamic_cast<wxMessageDialog*>(dialog)) told = message->GetMessage().utf8_string();
    return wxID_OK;
  }
};

TEST_F(StartWindowTest, SetsUpAnEmptyDatabaseWhenAskedTo) {
  databases->schema.need = viewmodels::Databases::SchemaNeed::setUp;
  window->openDatabase("postgresql://wang@server/octad");
  auto* bar = findFirst<ErrorBar>(window);
  ASSERT_TRUE(waitFor([&] { return bar->offersAction(); }));
  EXPECT_NE(bar->sentence().find("empty"), std::string::npos);
  EXPECT_EQ(databases->setUpFor, "");
  const Confirming user;
  bar->runAction();
  EXPECT_TRUE(waitFor([this] { return window->workArea() != nullptr; }));
  EXPECT_EQ(databases->setUpFor, "Example Power");
}

TEST_F(StartWindowTest, UpdatesAnOlderDatabaseAfterSayingSo) {
  databases->schema = {viewmodels::Databases::SchemaNeed::update, 4, 5, "/data/old.octad.schema-4"};
  window->openDatabase("/data/old.octad");
  auto* bar = findFirst<ErrorBar>(window);
  ASSERT_TRUE(waitFor([&] { return bar->offersAction(); }));
  EXPECT_NE(bar->sentence().find("older schema 4"), std::string::npos);
  const Confirming user;
  bar->runAction();
  EXPECT_TRUE(waitFor([this] { return window->workArea() != nullptr; }));
  EXPECT_EQ(databases->updates, 1);
  EXPECT_NE(user.told.find("/data/old.octad.schema-4"), std::string::npos) << "where the copy is kept";
}

TEST_F(StartWindowTest, ANewerDatabaseGetsASentenceOnly) {
  databases->schema.need = viewmodels::Databases::SchemaNeed::newerProgram;
  window->openDatabase("/data/new.octad");
  auto* bar = findFirst<ErrorBar>(window);
  ASSERT_TRUE(waitFor([&] { return !bar->sentence().empty(); }));
  EXPECT_FALSE(bar->offersAction());
}

}  // namespace
}  // namespace octad::gui
