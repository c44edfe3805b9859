#include "tests/gui/window_test.hpp"

#include <wx/app.h>
#include <wx/button.h>
#include <wx/evtloop.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/stopwatch.h>

#include "gui/widgets/text.hpp"
#include "model/core/error.hpp"
#include "model/ports/reader.hpp"

namespace octad::gui {

namespace {

constexpr long kPatienceMs = 20000;
constexpr unsigned long kTickMs = 10;

/// One turn of the event loop; waits a little when nothing happens.
void turn() {
  auto* loop = wxEventLoopBase::GetActive();
  loop->DispatchTimeout(kTickMs);
  wxTheApp->ProcessPendingEvents();
  loop->ProcessIdle();
}

}  // namespace

bool waitFor(const std::function<bool()>& condition) {
  const wxStopWatch watch;
  while (!condition()) {
    if (watch.Time() > kPatienceMs) return false;
    turn();
  }
  return true;
}

void settle() {
  for (int idle = 0, turns = 0; idle < 3 && turns < 200; ++turns) {
    idle = wxEventLoopBase::GetActive()->Pending() || wxTheApp->HasPendingEvents() ? 0 : idle + 1;
    turn();
  }
}

wxWindow* findNamed(wxWindow* root, const std::string& name) {
  return wxWindow::FindWindowByName(toWx(name), root);
}

wxWindow* findButton(wxWindow* root, const std::string& text) {
  if (auto* button = dynamic_cast<wxButton*>(root);
      button != nullptr && button->IsShownOnScreen() && button->GetLabelText().Contains(toWx(text)))
    return button;
  for (wxWindow* child : root->GetChildren())
    if (wxWindow* found = findButton(child, text)) return found;
  return nullptr;
}

bool showsText(wxWindow* root, const std::string& text) {
  if (dynamic_cast<wxStaticText*>(root) != nullptr && root->IsShownOnScreen() &&
      root->GetLabel().Contains(toWx(text)))
    return true;
  for (wxWindow* child : root->GetChildren())
    if (showsText(child, text)) return true;
  return false;
}

void click(wxWindow* window) {
  wxUIActionSimulator simulator;
  const wxRect place = window->GetScreenRect();
  simulator.MouseMove(place.x + place.width / 2, place.y + place.height / 2);
  settle();
  simulator.MouseClick();
  settle();
}

void type(const std::string& ascii) {
  wxUIActionSimulator simulator;
  simulator.Text(ascii.c_str());
  settle();
}

void press(int key, int modifiers) {
  wxUIActionSimulator simulator;
  simulator.Char(key, modifiers);
  settle();
}

viewmodels::Databases::Opened TestDatabases::open(const std::string& url) {
  if (schema.need != SchemaNeed::nothing) throw model::Refused("schema", model::tr("Another schema."));
  Opened opened;
  opened.store = std::shared_ptr<model::Store>(std::shared_ptr<model::Store>(), &m_database.store());
  opened.url = url;
  opened.displayName = "test.octad";
  opened.login = m_login;
  opened.people = opened.store->reader().people();
  opened.zone = "Asia/Shanghai";
  return opened;
}

WindowTest::WindowTest()
    : databases(std::make_unique<TestDatabases>(database, "wang")),
      executor(std::make_unique<WorkerExecutor>(2)) {
  PageFactories pages;
  pages.casePage = [this](wxWindow* parent, PageHost&, model::ComplaintId id) {
    openedCase = id;
    return Page{new wxPanel(parent), nullptr};
  };
  services = std::make_unique<Services>(Services{*executor, translator, settings, drafts, *databases,
                                                 database.clock(), [](model::Language) {}, std::move(pages)});
  window = new MainWindow(*services, {});
  window->Show();
  window->Raise();
  settle();
}

WindowTest::~WindowTest() {
  waitFor([this] { return !executor->busy(); });
  window->Destroy();
  window = nullptr;
  settle();
  executor.reset();
}

void WindowTest::openWork() {
  window->openDatabase("test");
  ASSERT_TRUE(waitFor([this] { return window->workArea() != nullptr && !executor->busy(); }));
  settle();
}

wxWindow* WindowTest::openForm() {
  press('N', wxMOD_CONTROL);
  waitFor([this] { return findNamed(window, "customer") != nullptr && !executor->busy(); });
  settle();
  return findNamed(window, "customer");
}

}  // namespace octad::gui
