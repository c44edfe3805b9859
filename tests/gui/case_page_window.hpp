#pragma once

#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <utility>
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/frame.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

#include "gui/cases/case_page.hpp"
#include "gui/viewmodels/keeping.hpp"
#include "gui/widgets/text.hpp"
#include "tests/gui/window_test.hpp"

namespace octad::gui {

/// What the main window is to a page.
class PageFrame final : public PageHost {
 public:
  explicit PageFrame(viewmodels::Session session) : m_session(std::move(session)) {}
  viewmodels::Session& session() override { return m_session; }
  void openCase(model::ComplaintId) override {}
  void openReturn(model::ReturnId asked) override { openedReturn = asked; }
  void announceReturn(std::optional<model::ComplaintId> asked) override { announcedFor = asked; }
  void setPageTitle(wxWindow*, const std::string& text) override { title = text; }
  void closePage(wxWindow*) override { ++closeAsked; }
  void caseSaved(model::ComplaintId) override { ++saved; }
  void showStatus(const std::string& sentence) override { status = sentence; }

  std::string title;
  std::string status;
  int closeAsked = 0;
  int saved = 0;
  model::ReturnId openedReturn;
  std::optional<model::ComplaintId> announcedFor;

 private:
  viewmodels::Session m_session;
};

inline void pressButton(wxButton* button) {
  wxCommandEvent pressed(wxEVT_BUTTON, button->GetId());
  pressed.SetEventObject(button);
  button->ProcessWindowEvent(pressed);
}

/// The dialog that is shown on top now; null when there is none.
inline wxDialog* topDialog() {
  wxDialog* top = nullptr;
  for (wxWindow* window : wxTopLevelWindows)
    if (auto* found = dynamic_cast<wxDialog*>(window); found != nullptr && found->IsShown()) top = found;
  return top;
}

/// A user in front of a modal dialog: does something from within its event loop.
class Later {
 public:
  /// `ready` is asked until it says yes; without one until a dialog is shown.
  explicit Later(std::function<void()> what, std::function<bool()> ready = {})
      : m_what(std::move(what)), m_ready(std::move(ready)) {
    m_timer.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
      if (!(m_ready ? m_ready() : topDialog() != nullptr)) return;
      m_timer.Stop();
      m_what();
    });
    constexpr int kSoonMs = 100;
    m_timer.Start(kSoonMs);
  }

 private:
  std::function<void()> m_what;
  std::function<bool()> m_ready;
  wxTimer m_timer;
};

/// A shown window of that name (every discipline has a field "text").
inline wxWindow* findVisible(wxWindow* root, const std::string& name) {
  if (root->GetName() == toWx(name) && root->IsShownOnScreen()) return root;
  for (wxWindow* child : root->GetChildren())
    if (wxWindow* found = findVisible(child, name)) return found;
  return nullptr;
}

/// A registered case in a real window of 1280 x 800, opened by Wang (its owner).
class CasePageWindow : public testing::Test {
 protected:
  CasePageWindow()
      : id(database.makeCase()),
        host({std::shared_ptr<model::Store>(std::shared_ptr<model::Store>(), &database.store()),
              database.clock(), executor, translator, database.actor("wang"), model::Zone("Asia/Shanghai"),
              "test"}),
        frame(new wxFrame(nullptr, wxID_ANY, "case", wxDefaultPosition, {1280, 800})) {}
  ~CasePageWindow() override {
    waitFor([this] { return !executor.busy(); });
    frame->Destroy();
    settle();
  }

  CasePage& open() {
    PageServices services;
    services.drafts = &drafts;
    page = new CasePage(frame, host, id, services);
    show(page);
    EXPECT_TRUE(waitFor([this] { return page->viewModel().loaded() && !executor.busy(); }));
    settle();
    return *page;
  }
  void show(wxWindow* window) {
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(window, 1, wxEXPAND);
    frame->SetSizer(sizer);
    frame->Show();
    frame->Raise();
    frame->Layout();
    settle();
  }
  wxTextCtrl* field(const std::string& name) { return dynamic_cast<wxTextCtrl*>(findVisible(page, name)); }
  /// Presses a button of the page, fills the dialog that comes and confirms it; back when it is stored.
  void answer(const std::string& button, const std::string& confirm,
              const std::map<std::string, std::string>& typed) {
    const int before = host.saved;
    const Later user([&] {
      for (const auto& [name, value] : typed) {
        auto* control = dynamic_cast<wxTextCtrl*>(findVisible(topDialog(), name));
        ASSERT_NE(control, nullptr) << name;
        control->SetValue(toWx(value));
      }
      auto* ok = dynamic_cast<wxButton*>(findButton(topDialog(), confirm));
      ASSERT_NE(ok, nullptr) << confirm;
      pressButton(ok);
    });
    auto* press = dynamic_cast<wxButton*>(findButton(page, button));
    ASSERT_NE(press, nullptr) << button;
    ASSERT_TRUE(press->IsEnabled()) << button;
    pressButton(press);
    EXPECT_TRUE(
        waitFor([&] { return host.saved > before && !executor.busy() && !page->viewModel().loading(); }));
    settle();
  }

  support::TestDatabase database{support::DatabaseKind::sqlite};
  model::ComplaintId id;
  WorkerExecutor executor{2};
  viewmodels::Translator translator;
  viewmodels::MemoryDrafts drafts;
  PageFrame host;
  wxFrame* frame;
  CasePage* page = nullptr;
};

}  // namespace octad::gui
