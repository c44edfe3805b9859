// Two people with a window each on one server: one edits, the other sees it; both edit, and the dialog
// merges.
#include <wx/textctrl.h>

#include "db/connection/open_store.hpp"
#include "gui/cases/case_page.hpp"
#include "tests/gui/case_page_window.hpp"
#include "tests/support/team_server.hpp"

namespace octad::gui {
namespace {

using viewmodels::CaseTab;

/// The server as one login has it.
class SeatDatabases final : public viewmodels::Databases {
 public:
  SeatDatabases(std::string url, std::string login) : m_url(std::move(url)), m_login(std::move(login)) {}
  Opened open(const std::string& url) override {
    Opened opened;
    opened.store = db::openStore(db::DatabaseUrl(m_url), {});
    opened.url = url;
    opened.displayName = "team";
    opened.embedded = false;
    opened.login = m_login;
    opened.people = opened.store->reader().people();
    opened.zone = "Asia/Shanghai";
    return opened;
  }
  Opened create(const NewSite& site) override { return open(site.path); }
  Opened openDemonstration(model::Progress&) override { return open("demo"); }
  Schema schemaOf(const std::string&) override { return {}; }
  Opened setUp(const std::string& url, const std::string&) override { return open(url); }
  Opened update(const std::string& url) override { return open(url); }
  std::string suggestedPath() const override { return {}; }

 private:
  std::string m_url;
  std::string m_login;
};

/// One person in front of a window.
struct Seat {
  Seat(const std::string& database, const std::string& login, const model::Clock& clock)
      : databases(support::urlAs(database, login), login) {
    PageFactories pages;
    pages.casePage = [this](wxWindow* parent, PageHost& host, model::ComplaintId id) {
      page = new CasePage(parent, host, id, {});
      return Page{page, page};
    };
    services = std::make_unique<Services>(Services{executor, translator, settings, drafts, databases, clock,
                                                   [](model::Language) {}, std::move(pages)});
    window = new MainWindow(*services, {});
    window->Show();
    window->openDatabase("team");
    EXPECT_TRUE(waitFor([this] { return window->workArea() != nullptr && !executor.busy(); }));
  }
  ~Seat() {
    waitFor([this] { return !executor.busy(); });
    window->Destroy();
    settle();
  }
  Seat(const Seat&) = delete;
  Seat& operator=(const Seat&) = delete;

  void open(model::ComplaintId id) {
    window->workArea()->openCase(id);
    EXPECT_TRUE(waitFor([this] { return page && page->viewModel().loaded() && !executor.busy(); }));
    page->choose(CaseTab::d0);
    settle();
  }
  wxTextCtrl* text() { return dynamic_cast<wxTextCtrl*>(findVisible(page, "text")); }
  void write(const std::string& words) { text()->SetValue(toWx(words)); }
  bool shows(const std::string& words) { return text()->GetValue() == toWx(words); }

  SeatDatabases databases;
  WorkerExecutor executor{2};
  viewmodels::Translator translator;
  viewmodels::MemorySettings settings;
  viewmodels::MemoryDrafts drafts;
  std::unique_ptr<Services> services;
  MainWindow* window = nullptr;
  CasePage* page = nullptr;
};

class TwoWindows : public testing::Test {
 protected:
  TwoWindows() : database(support::DatabaseKind::postgres), id(database.makeCase()) {
    const std::string url = database.url().text();
    name = url.substr(url.rfind('/') + 1);
    support::installTeam(name);
    wang = std::make_unique<Seat>(name, "wang", database.clock());
    hu = std::make_unique<Seat>(name, "hu", database.clock());
  }
  model::CaseFile stored() { return database.store().reader().openCase(id); }
  std::string storedText() { return stored().discipline(model::DisciplineCode::d0).text; }

  support::TestDatabase database;
  model::ComplaintId id;
  std::string name;
  std::unique_ptr<Seat> wang;
  std::unique_ptr<Seat> hu;
};

TEST_F(TwoWindows, OneEditsAndTheOtherSeesItBothEditAndTheDialogMerges) {
  wang->open(id);
  hu->open(id);
  EXPECT_TRUE(waitFor([&] { return showsText(wang->window, "Also open by 胡军"); }));
  EXPECT_TRUE(showsText(hu->window, "Also open by 王芳"));

  // Without a key in the other window.
  wang->write("Shipment stopped");
  wang->page->save();
  EXPECT_TRUE(waitFor([&] { return hu->shows("Shipment stopped"); }));

  // What hu types stays, whatever wang saves, and is merged when it is saved.
  hu->write("Customer was told");
  wang->write("Shipment stopped at both lines");
  wang->page->save();
  ASSERT_TRUE(waitFor([&] { return storedText() == "Shipment stopped at both lines"; }));
  EXPECT_TRUE(waitFor([&] {
    return hu->page->viewModel().file().discipline(model::DisciplineCode::d0).text == storedText();
  })) << "the page of hu read it again";
  EXPECT_TRUE(hu->shows("Customer was told"));
  bool bothShown = false;
  const Later chooser([&] {
    const auto sides = [&](const std::string& words) {
      std::function<bool(wxWindow*)> below = [&](wxWindow* root) {
        auto* field = dynamic_cast<wxTextCtrl*>(root);
        if (field != nullptr && field->GetValue() == toWx(words)) return true;
        for (wxWindow* child : root->GetChildren())
          if (below(child)) return true;
        return false;
      };
      return below(topDialog());
    };
    bothShown = sides("Customer was told") && sides("Shipment stopped at both lines");
    pressButton(dynamic_cast<wxButton*>(findButton(topDialog(), "Take these and save")));
  });
  hu->page->save();
  EXPECT_TRUE(waitFor([&] { return storedText() == "Customer was told"; }));
  EXPECT_TRUE(bothShown);
  EXPECT_TRUE(waitFor([&] { return wang->shows("Customer was told"); }));

  // Who leaves is no longer named.
  hu->window->workArea()->closeCurrentPage();
  EXPECT_TRUE(waitFor([&] { return !showsText(wang->window, "Also open by"); }));
}

}  // namespace
}  // namespace octad::gui
