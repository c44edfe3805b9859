#include "gui/shell/lock_cover.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/frame.h>
#include <wx/menu.h>
#include <wx/modalhook.h>
#include <wx/msgdlg.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/weakref.h>

#include "gui/widgets/gtk_call.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::Message;
using model::tr;

namespace {

constexpr double kWidthChars = 48;
constexpr int kGtkResponseCancel = -6;

/// What is seen instead: who is signed in, and the field for the password.
class LockPanel final : public wxPanel {
 public:
  LockPanel(wxWindow* parent, viewmodels::LockViewModel& lock, const viewmodels::Translator& text,
            const std::string& person, const std::string& database, std::function<void()> leave)
      : wxPanel(parent), m_lock(lock) {
    SetName("lock");
    const int width = chars(this, kWidthChars);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(makeTitle(this, text(tr("Octad is locked"))));
    column->Add(makeText(this, person), wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
    column->Add(makeMuted(this, database));
    column->Add(makeMuted(this, text(tr("What you were doing is still there, and what you typed.")), width),
                wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
    FormBuilder form(this, column);
    m_password = form.field("unlock-password", text(tr("Password")), 1, [](wxWindow* owner) {
      return new wxTextCtrl(owner, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
                            wxTE_PASSWORD | wxTE_PROCESS_ENTER);
    });
    m_password->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { unlock(); });
    m_error = makeText(this, {});
    m_error->SetForegroundColour(coloursOf(viewmodels::Tone::late).text);
    column->Add(m_error, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_unlock = makeButton(this, text(tr("&Unlock")), [this] { unlock(); });
    row->Add(m_unlock, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
    row->Add(makeButton(this, text(tr("Sign in as &someone else…")), std::move(leave)));
    column->Add(row, wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
    column->SetMinSize({width, -1});
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(column, wxSizerFlags().Border(wxALL, gap(this, Gap::section)));
    SetSizer(page);
    // Escape would end the dialog that is covered.
    Bind(wxEVT_CHAR_HOOK, [](wxKeyEvent& event) {
      if (event.GetKeyCode() != WXK_ESCAPE) event.Skip();
    });
    m_changed = m_lock.changed.connect([this] { showState(); });
  }

  void begin() { m_password->SetFocus(); }

 private:
  void unlock() {
    std::string typed = fromWx(m_password->GetValue());
    m_password->ChangeValue({});
    m_lock.unlock(std::move(typed));
  }
  void showState() {
    m_password->Enable(!m_lock.busy());
    m_unlock->Enable(!m_lock.busy());
    setText(m_error, m_lock.error(), chars(this, kWidthChars));
    if (!m_lock.busy() && !m_lock.error().empty()) m_password->SetFocus();
  }

  viewmodels::LockViewModel& m_lock;
  wxTextCtrl* m_password = nullptr;
  wxStaticText* m_error = nullptr;
  wxButton* m_unlock = nullptr;
  boost::signals2::scoped_connection m_changed;
};

/// True for what the desktop draws itself: there is nothing of ours in it to hide.
bool isNative(const wxDialog* dialog) {
  return dynamic_cast<const wxMessageDialog*>(dialog) != nullptr ||
         dynamic_cast<const wxFileDialog*>(dialog) != nullptr ||
         dynamic_cast<const wxDirDialog*>(dialog) != nullptr;
}

}  // namespace

/// One covered window: what it showed comes back when the cover goes.
class LockCover::Cover {
 public:
  Cover(wxTopLevelWindow* window, LockPanel* panel)
      : m_window(window), m_title(window->GetTitle()), m_panel(panel) {
    m_focus = wxWindow::FindFocus();
    m_size = window->GetSize();
    m_sizer = window->GetSizer();
    window->SetSizer(nullptr, false);
    for (wxWindow* child : window->GetChildren()) {
      if (child == panel || child->IsTopLevel() || !child->IsShown()) continue;
      child->Hide();
      m_hidden.emplace_back(child);
    }
    if (auto* frame = dynamic_cast<wxFrame*>(window)) {
      m_menu = frame->GetMenuBar();
      frame->SetMenuBar(nullptr);
    }
    window->SetTitle("Octad");
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(panel, wxSizerFlags(1).Expand());
    window->SetSizer(sizer);
    const wxSize needed = window->ClientToWindowSize(panel->GetBestSize());
    window->SetSize(std::max(m_size.x, needed.x), std::max(m_size.y, needed.y));
    window->Layout();
  }

  ~Cover() {
    if (!m_window) return;
    if (m_panel) m_panel->Destroy();
    m_window->SetSizer(m_sizer, true);
    for (const auto& child : m_hidden)
      if (child) child->Show();
    if (auto* frame = dynamic_cast<wxFrame*>(m_window.get());
        frame != nullptr && frame->GetMenuBar() == nullptr)
      frame->SetMenuBar(m_menu);
    m_window->SetTitle(m_title);
    m_window->SetSize(m_size);
    m_window->Layout();
    if (m_focus) m_focus->SetFocus();
  }

  Cover(const Cover&) = delete;
  Cover& operator=(const Cover&) = delete;

  bool covers(const wxTopLevelWindow* window) const { return m_window.get() == window; }

 private:
  wxWeakRef<wxTopLevelWindow> m_window;
  wxString m_title;
  wxWeakRef<LockPanel> m_panel;
  wxWeakRef<wxWindow> m_focus;
  wxSize m_size;
  wxSizer* m_sizer = nullptr;
  wxMenuBar* m_menu = nullptr;
  std::vector<wxWeakRef<wxWindow>> m_hidden;
};

/// The dialogs that are open, the newest last. The desktop's own are in no list of wx.
class LockCover::Dialogs final : public wxModalDialogHook {
 public:
  Dialogs() { Register(); }

  void cancelNative() {
    for (auto at = m_open.rbegin(); at != m_open.rend(); ++at)
      if (isNative(*at) && (*at)->m_widget != nullptr)
        callGtk<void, void*, int>("gtk_dialog_response", (*at)->m_widget, kGtkResponseCancel);
  }

  void endAll() {
    cancelNative();
    for (auto at = m_open.rbegin(); at != m_open.rend(); ++at)
      if (!isNative(*at) && (*at)->IsModal()) (*at)->EndModal(wxID_CANCEL);
  }
  bool any() const { return !m_open.empty(); }

 protected:
  int Enter(wxDialog* dialog) override {
    m_open.push_back(dialog);
    return wxID_NONE;
  }
  void Exit(wxDialog* dialog) override { std::erase(m_open, dialog); }

 private:
  std::vector<wxDialog*> m_open;
};

LockCover::LockCover(wxFrame& frame, viewmodels::LockViewModel& lock, const viewmodels::Translator& text,
                     std::function<void()> leave)
    : m_frame(frame),
      m_lock(lock),
      m_text(text),
      m_leave(std::move(leave)),
      m_dialogs(std::make_unique<Dialogs>()),
      // The panel that hears of it first is still speaking when the covers go.
      m_changed(lock.changed.connect([this] { m_frame.CallAfter([this] { follow(); }); })) {}

LockCover::~LockCover() = default;

void LockCover::setPerson(const std::string& name, const std::string& database) {
  m_person = name;
  m_database = database;
}

void LockCover::endDialogs() {
  m_dialogs->endAll();
}

bool LockCover::dialogsOpen() const {
  return m_dialogs->any();
}

void LockCover::follow() {
  if (!m_lock.locked()) {
    m_covers.clear();
    return;
  }
  m_dialogs->cancelNative();
  LockPanel* newest = nullptr;
  for (wxWindow* window : wxTopLevelWindows) {
    auto* top = dynamic_cast<wxTopLevelWindow*>(window);
    const auto* dialog = dynamic_cast<wxDialog*>(window);
    if (top == nullptr || !top->IsShown() || (dialog != nullptr && isNative(dialog))) continue;
    if (std::any_of(m_covers.begin(), m_covers.end(),
                    [top](const auto& cover) { return cover->covers(top); }))
      continue;
    newest = new LockPanel(top, m_lock, m_text, m_person, m_database, m_leave);
    m_covers.push_back(std::make_unique<Cover>(top, newest));
  }
  if (newest != nullptr) newest->begin();
}

}  // namespace octad::gui
