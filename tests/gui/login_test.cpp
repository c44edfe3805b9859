// Signing in at a server, the lock of the window, and who one is.
#include "model/ports/login.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/menu.h>
#include <wx/modalhook.h>
#include <wx/msgdlg.h>
#include <wx/textctrl.h>

#include "gui/viewmodels/keyring.hpp"
#include "gui/widgets/text.hpp"
#include "model/core/error.hpp"
#include "model/ports/change_feed.hpp"
#include "model/ports/reader.hpp"
#include "tests/gui/window_test.hpp"

namespace octad::gui {
namespace {

constexpr const char* kAddress = "postgresql://wang@db.example.com/octad";
constexpr const char* kPassword = "four horses drink tea";

/// A login with one password.
class OnePassword final : public model::Login {
 public:
  model::LoginFacts facts() override { return {"wang", true, false, "TLSv1.3", {}}; }
  bool asksPassword() override { return true; }
  void prove(const std::string& password) override {
    if (password != present) throw model::Invalid("password", {model::tr("This is not your password.")});
  }
  void changePassword(const std::string& current, const std::string& next) override {
    if (current != present)
      throw model::Invalid("current", {model::tr("This is not your present password.")});
    present = next;
  }
  std::string present = kPassword;
};

/// The store of the test database as a server with passwords has it.
class GuardedStore final : public model::Store {
 public:
  explicit GuardedStore(model::Store& store) : m_store(store) {}
  std::unique_ptr<model::UnitOfWork> begin(const model::Change& change) override {
    return m_store.begin(change);
  }
  model::Reader& reader() override { return m_store.reader(); }
  void actFor(std::optional<model::DepartmentId> department) override { actsFor = department; }
  model::Login& login() override { return guard; }
  model::NoticeReader& notices() override { return m_store.notices(); }
  model::Signer& signer() override { return m_store.signer(); }
  model::Presence& presence() override { return m_store.presence(); }
  std::unique_ptr<model::ChangeFeed> changes() override { return m_store.changes(); }

  OnePassword guard;
  std::optional<model::DepartmentId> actsFor;

 private:
  model::Store& m_store;
};

/// A server that wants a password.
class GuardedDatabases final : public viewmodels::Databases {
 public:
  explicit GuardedDatabases(std::shared_ptr<GuardedStore> store) : m_store(std::move(store)) {}
  void usePassword(const std::string&, const std::string& password) override { m_given = password; }
  Opened open(const std::string& url) override {
    if (m_given.empty()) throw model::Refused("password", {model::tr("A password is wanted.")});
    if (m_given != m_store->guard.present)
      throw model::Refused("login", {model::tr("This is not accepted.")});
    Opened opened;
    opened.store = m_store;
    opened.url = url;
    opened.displayName = "octad @ db.example.com";
    opened.embedded = false;
    opened.login = "wang";
    opened.people = m_store->reader().people();
    opened.departments = m_store->reader().departments();
    opened.zone = "Asia/Shanghai";
    opened.connection = {false, false, "TLSv1.3", true, {}};
    return opened;
  }
  Opened create(const NewSite& site) override { return open(site.path); }
  Opened openDemonstration(model::Progress&) override { return open("demo"); }
  Schema schemaOf(const std::string&) override { return {}; }
  Opened setUp(const std::string& url, const std::string&) override { return open(url); }
  Opened update(const std::string& url) override { return open(url); }
  std::string suggestedPath() const override { return {}; }

 private:
  std::shared_ptr<GuardedStore> m_store;
  std::string m_given;
};

/// Does something with every dialog once it is shown.
class InDialogs final : public wxModalDialogHook {
 public:
  explicit InDialogs(std::function<void(wxDialog*, int)> act) : m_act(std::move(act)) { Register(); }
  int shown() const { return m_shown; }

 protected:
  int Enter(wxDialog* dialog) override {
    dialog->CallAfter([this, dialog, number = ++m_shown] { m_act(dialog, number); });
    return wxID_NONE;
  }

 private:
  std::function<void(wxDialog*, int)> m_act;
  int m_shown = 0;
};

void fill(wxWindow* dialog, const std::string& name, const std::string& value) {
  auto* field = dynamic_cast<wxTextCtrl*>(findNamed(dialog, name));
  ASSERT_NE(field, nullptr) << name;
  field->ChangeValue(toWx(value));
}

void pressButton(wxWindow* dialog, const std::string& label) {
  auto* button = findButton(dialog, label);
  ASSERT_NE(button, nullptr) << label;
  wxCommandEvent pressed(wxEVT_BUTTON, button->GetId());
  pressed.SetEventObject(button);
  button->GetEventHandler()->ProcessEvent(pressed);
}

class LoginWindowTest : public WindowTest {
 protected:
  LoginWindowTest() : store(std::make_shared<GuardedStore>(database.store())), guarded(store) {
    services = std::make_unique<Services>(Services{*executor, translator, settings, drafts, guarded,
                                                   database.clock(), [](model::Language) {}, services->pages,
                                                   &keyring});
    window->Destroy();
    settle();
    window = new MainWindow(*services, {});
    window->Show();
    window->Raise();
    settle();
  }
  /// Signs in with the password.
  void signIn() {
    const InDialogs user([](wxDialog* dialog, int) {
      fill(dialog, "password", kPassword);
      pressButton(dialog, "Sign in");
    });
    window->openDatabase(kAddress);
    ASSERT_TRUE(waitFor([this] { return window->workArea() != nullptr && !executor->busy(); }));
    settle();
  }
  wxWindow* lockPanel() const { return findNamed(window, "lock"); }
  void unlock(wxWindow* root, const std::string& password) {
    fill(root, "unlock-password", password);
    pressButton(root, "Unlock");
    waitFor([this] { return !executor->busy(); });
    settle();
  }

  viewmodels::MemoryKeyring keyring;
  std::shared_ptr<GuardedStore> store;
  GuardedDatabases guarded;
};

TEST_F(LoginWindowTest, AServerIsAddedAndConnectedWithAWrongAndARightPassword) {
  EXPECT_EQ(findButton(window, "Connect"), nullptr) << "no server is known yet";
  {
    const InDialogs user([](wxDialog* dialog, int) {
      fill(dialog, "host", "db.example.com/x");
      fill(dialog, "login", "wang");
      pressButton(dialog, "Keep the server");
      EXPECT_TRUE(showsText(dialog, "Write only the name of the server"));
      fill(dialog, "host", "db.example.com");
      pressButton(dialog, "Keep the server");
    });
    click(findButton(window, "Add a server"));
  }
  ASSERT_NE(findButton(window, "Connect"), nullptr);
  std::string problem;
  const InDialogs user([&problem](wxDialog* dialog, int number) {
    if (number == 2 && showsText(dialog, "This is not accepted")) problem = "told";
    fill(dialog, "password", number == 1 ? "wrong" : kPassword);
    pressButton(dialog, "Sign in");
  });
  click(findButton(window, "Connect"));
  ASSERT_TRUE(waitFor([this] { return window->workArea() != nullptr && !executor->busy(); }));
  EXPECT_EQ(user.shown(), 2);
  EXPECT_EQ(problem, "told");
  EXPECT_FALSE(keyring.find(kAddress)) << "nobody asked to keep it";
  settle();
  EXPECT_TRUE(showsText(window, "octad @ db.example.com – TLSv1.3, certificate checked"));
  EXPECT_EQ(settings.value("profiles").find("horses"), std::string::npos);
  EXPECT_EQ(settings.value("database"), kAddress);
}

TEST_F(LoginWindowTest, TheLockCoversEverythingAndLosesNothing) {
  signIn();
  ASSERT_TRUE(waitFor([this] { return findButton(window, "New complaint") != nullptr; }));
  wxWindow* form = openForm();
  ASSERT_NE(form, nullptr);
  dynamic_cast<wxTextCtrl*>(findNamed(window, "title"))->SetValue("half a sentence");
  press('L', wxMOD_CONTROL);
  ASSERT_TRUE(waitFor([this] { return lockPanel() != nullptr; }));
  EXPECT_EQ(findButton(window, "New complaint"), nullptr);
  EXPECT_FALSE(findNamed(window, "title")->IsShownOnScreen());
  EXPECT_EQ(window->GetMenuBar(), nullptr);
  press('N', wxMOD_CONTROL);
  press(WXK_ESCAPE);
  EXPECT_NE(lockPanel(), nullptr) << "keys do nothing";
  unlock(window, "wrong");
  EXPECT_TRUE(showsText(window, "This is not your password"));
  type(kPassword);
  press(WXK_RETURN);
  ASSERT_TRUE(waitFor([this] { return lockPanel() == nullptr; })) << "typed as people do";
  EXPECT_TRUE(findNamed(window, "title")->IsShownOnScreen());
  EXPECT_EQ(dynamic_cast<wxTextCtrl*>(findNamed(window, "title"))->GetValue(), "half a sentence");
  EXPECT_NE(window->GetMenuBar(), nullptr);
}

TEST_F(LoginWindowTest, ADialogIsCoveredToo) {
  signIn();
  bool covered = false;
  bool back = false;
  const InDialogs user([&](wxDialog* dialog, int) {
    fill(dialog, "current", "typed before");
    database.clock().advanceHours(1);
    ASSERT_TRUE(waitFor([&] { return findNamed(dialog, "lock") != nullptr; }))
        << "nobody was there for an hour";
    covered = !findNamed(dialog, "current")->IsShownOnScreen() && lockPanel() != nullptr;
    unlock(dialog, kPassword);
    back = waitFor([&] { return findNamed(dialog, "lock") == nullptr; }) &&
           findNamed(dialog, "current")->IsShownOnScreen() &&
           dynamic_cast<wxTextCtrl*>(findNamed(dialog, "current"))->GetValue() == "typed before";
    dialog->EndModal(wxID_CANCEL);
  });
  const int item = window->GetMenuBar()->FindMenuItem("File", toWx("Change the password…"));
  ASSERT_NE(item, wxNOT_FOUND);
  wxCommandEvent chosen(wxEVT_MENU, item);
  window->ProcessWindowEvent(chosen);
  ASSERT_TRUE(waitFor([&] { return user.shown() == 1 && back; }));
  EXPECT_TRUE(covered);
}

TEST_F(LoginWindowTest, SomebodyElseSignsInFromTheLock) {
  signIn();
  press('L', wxMOD_CONTROL);
  ASSERT_TRUE(waitFor([this] { return lockPanel() != nullptr; }));
  pressButton(window, "Sign in as someone else");
  ASSERT_TRUE(waitFor([this] { return window->workArea() == nullptr; }));
  settle();
  EXPECT_EQ(lockPanel(), nullptr);
  EXPECT_NE(findButton(window, "Add a server"), nullptr);
  EXPECT_NE(window->GetMenuBar(), nullptr);
}

TEST_F(LoginWindowTest, SomebodyElseSignsInThoughADialogIsOpen) {
  signIn();
  const InDialogs user([&](wxDialog* dialog, int) {
    window->lock().lock();
    ASSERT_TRUE(waitFor([dialog] { return findNamed(dialog, "lock") != nullptr; }));
    pressButton(dialog, "Sign in as someone else");
  });
  wxCommandEvent chosen(wxEVT_MENU, window->GetMenuBar()->FindMenuItem("File", toWx("Change the password…")));
  window->ProcessWindowEvent(chosen);
  ASSERT_TRUE(waitFor([this] { return window->workArea() == nullptr; }));
  settle();
  EXPECT_EQ(user.shown(), 1);
  EXPECT_NE(findButton(window, "Add a server"), nullptr);
}

TEST_F(LoginWindowTest, AQuestionOfTheDesktopIsAnsweredWithCancel) {
  signIn();
  int answer = 0;
  window->CallAfter([&] {
    wxMessageDialog question(window, "Delete everything of Nordwind?", "Octad", wxOK | wxCANCEL);
    answer = question.ShowModal();
  });
  ASSERT_TRUE(waitFor([this] {
    window->lock().lock();
    return lockPanel() != nullptr;
  }));
  ASSERT_TRUE(waitFor([&] { return answer != 0; }));
  EXPECT_EQ(answer, wxID_CANCEL);
}

TEST_F(LoginWindowTest, ThePasswordIsChangedByTheRules) {
  signIn();
  const InDialogs user([](wxDialog* dialog, int) {
    fill(dialog, "current", kPassword);
    fill(dialog, "password", "short");
    fill(dialog, "repeat", "short");
    pressButton(dialog, "Change the password");
    ASSERT_TRUE(waitFor([dialog] { return showsText(dialog, "at least 12 characters"); }));
    fill(dialog, "password", "noon bells ring twice");
    fill(dialog, "repeat", "noon bells ring twice");
    pressButton(dialog, "Change the password");
  });
  wxCommandEvent chosen(wxEVT_MENU, window->GetMenuBar()->FindMenuItem("File", toWx("Change the password…")));
  window->ProcessWindowEvent(chosen);
  ASSERT_TRUE(waitFor([this] { return store->guard.present == "noon bells ring twice"; }));
  settle();
}

TEST_F(LoginWindowTest, WhoIAmAndWhatIMayDoIsOneClickAway) {
  signIn();
  bool told = false;
  const InDialogs user([&](wxDialog* dialog, int number) {
    if (number == 2) {  // who stands in
      fill(dialog, "reason", "holiday");
      return dialog->EndModal(wxID_CANCEL);
    }
    told = waitFor([&] { return !executor->busy() && findButton(dialog, "Stand in for me") != nullptr; }) &&
           showsText(dialog, "Handle complaints") && showsText(dialog, "certificate checked") &&
           showsText(dialog, "Who stands in for you");
    settle();
    pressButton(dialog, "Stand in for me");
    dialog->EndModal(wxID_CANCEL);
  });
  auto* button = findButton(window, "王芳");
  ASSERT_NE(button, nullptr) << "the name is always there";
  EXPECT_TRUE(showsText(window, "王芳 – CQE – CQE")) << "role and department too";
  click(button);
  EXPECT_TRUE(waitFor([&] { return told && user.shown() == 2; }));
  settle();
}

}  // namespace
}  // namespace octad::gui
