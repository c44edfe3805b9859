#pragma once

#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <wx/uiaction.h>
#include <wx/window.h>

#include "gui/shell/main_window.hpp"
#include "gui/shell/services.hpp"
#include "gui/shell/work_area.hpp"
#include "gui/shell/worker_executor.hpp"
#include "gui/viewmodels/start.hpp"
#include "tests/support/test_database.hpp"

namespace octad::gui {

/// Lets events pass until the condition holds; false after twenty seconds.
bool waitFor(const std::function<bool()>& condition);
/// Lets what is pending pass.
void settle();
/// The first window of a type and name below `root`; null when there is none.
wxWindow* findNamed(wxWindow* root, const std::string& name);
template <class Window>
Window* findFirst(wxWindow* root) {
  if (auto* found = dynamic_cast<Window*>(root)) return found;
  for (wxWindow* child : root->GetChildren())
    if (auto* found = findFirst<Window>(child)) return found;
  return nullptr;
}
/// A visible button whose label contains `text`.
wxWindow* findButton(wxWindow* root, const std::string& text);
/// True when a visible label below `root` contains `text`.
bool showsText(wxWindow* root, const std::string& text);

/// Keyboard and mouse as a user has them.
void click(wxWindow* window);
void type(const std::string& ascii);
void press(int key, int modifiers = 0);

/// The test database behind the start page.
class TestDatabases final : public viewmodels::Databases {
 public:
  TestDatabases(support::TestDatabase& database, std::string login)
      : m_database(database), m_login(std::move(login)) {}
  Opened open(const std::string& url) override;
  void setLogin(const std::string& login) { m_login = login; }
  Schema schema;         ///< when it wants something, `open` refuses until it was done
  std::string setUpFor;  ///< company of the last setUp
  int updates = 0;
  Opened create(const NewSite& site) override { return open(site.path); }
  Opened openDemonstration(model::Progress&) override { return open("demo"); }
  Schema schemaOf(const std::string&) override { return schema; }
  Opened setUp(const std::string& url, const std::string& company) override {
    setUpFor = company;
    schema = {};
    return open(url);
  }
  Opened update(const std::string& url) override {
    ++updates;
    schema = {};
    return open(url);
  }
  std::string suggestedPath() const override { return "/tmp/new.octad"; }

 private:
  support::TestDatabase& m_database;
  std::string m_login;
};

/// The main window over a small SQLite database, opened as wang (CQE).
class WindowTest : public testing::Test {
 protected:
  WindowTest();
  ~WindowTest() override;
  /// Opens the database and waits for the list.
  void openWork();
  /// Presses Ctrl+N and waits for the form.
  wxWindow* openForm();

  support::TestDatabase database{support::DatabaseKind::sqlite};
  viewmodels::Translator translator;
  viewmodels::MemorySettings settings;
  viewmodels::MemoryDrafts drafts;
  std::unique_ptr<TestDatabases> databases;
  std::unique_ptr<WorkerExecutor> executor;
  std::unique_ptr<Services> services;
  model::ComplaintId openedCase;  ///< the last one for which a page was asked
  MainWindow* window = nullptr;
};

}  // namespace octad::gui
