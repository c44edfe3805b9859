#include "gui/shell/change_password.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "model/access/password_rule.hpp"
#include "model/core/error.hpp"
#include "model/ports/login.hpp"

namespace octad::gui {

using model::tr;

namespace {

constexpr double kWidthChars = 52;

class PasswordChange final : public wxDialog {
 public:
  PasswordChange(wxWindow* parent, viewmodels::Session& session)
      : wxDialog(parent, wxID_ANY, toWx(session.translator(tr("Change the password")))),
        m_session(session),
        m_text(session.translator) {
    auto* all = new wxBoxSizer(wxVERTICAL);
    m_bar = new ErrorBar(this);
    all->Add(m_bar, wxSizerFlags().Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    FormBuilder form(this, column, &m_errors);
    m_current = field(form, "current", tr("Your present password"));
    form.row();
    m_next = field(form, "password", tr("The new password"));
    form.row();
    m_again = field(form, "repeat", tr("The new password once more"));
    column->Add(
        makeMuted(this,
                  m_text(tr("At least 12 characters, without your login and name. Four words are easy to "
                            "remember. The password itself never leaves this computer.")),
                  chars(this, kWidthChars)),
        wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
    column->SetMinSize({chars(this, kWidthChars), -1});
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(new wxButton(this, wxID_CANCEL, toWx(m_text(tr("Cancel")))),
                 wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
    m_go = makeButton(this, m_text(tr("C&hange the password")), [this] { send(); });
    m_go->SetDefault();
    buttons->Add(m_go);
    column->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::group)));
    all->Add(column, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::group)));
    SetSizerAndFit(all);
    CentreOnParent();
    m_current->SetFocus();
  }

 private:
  wxTextCtrl* field(FormBuilder& form, const char* name, const char* label) {
    return form.field(name, m_text(label), 1, [](wxWindow* owner) {
      return new wxTextCtrl(owner, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD);
    });
  }

  void send() {
    m_errors.clear();
    if (m_bar->IsShown()) m_bar->Dismiss();
    m_go->Disable();
    viewmodels::inBackground(
        m_session.executor, m_life,
        [store = m_session.store, name = m_session.actor.name, current = fromWx(m_current->GetValue()),
         next = fromWx(m_next->GetValue()), again = fromWx(m_again->GetValue())]() mutable {
          try {
            model::Login& login = store->login();
            model::requireGoodPassword(login.facts().login, name, next, again);
            login.changePassword(current, next);
          } catch (...) {
            wipe(current, next, again);
            throw;
          }
          wipe(current, next, again);
          return true;
        },
        [this](bool) {
          for (wxTextCtrl* typed : {m_current, m_next, m_again}) typed->ChangeValue({});
          EndModal(wxID_OK);
        },
        [this](const std::exception_ptr& error) { refused(error); });
  }

  static void wipe(std::string& current, std::string& next, std::string& again) {
    for (std::string* text : {&current, &next, &again}) model::wipe(*text);
  }

  void refused(const std::exception_ptr& error) {
    m_go->Enable();
    try {
      std::rethrow_exception(error);
    } catch (const model::Invalid& invalid) {
      if (m_errors.show(invalid.field(), m_text(invalid.message()))) {
        m_errors.focus(invalid.field());
        Fit();
        return;
      }
    } catch (const std::exception&) {
      // Told below, whatever it is.
    }
    m_bar->showError(error, m_text);
    Fit();
  }

  viewmodels::Session& m_session;
  const viewmodels::Translator& m_text;
  FieldErrors m_errors;
  ErrorBar* m_bar = nullptr;
  wxTextCtrl* m_current = nullptr;
  wxTextCtrl* m_next = nullptr;
  wxTextCtrl* m_again = nullptr;
  wxButton* m_go = nullptr;
  viewmodels::Lifetime m_life;
};

}  // namespace

bool changePassword(wxWindow* parent, viewmodels::Session& session) {
  PasswordChange dialog(wxGetTopLevelParent(parent), session);
  return dialog.ShowModal() == wxID_OK;
}

}  // namespace octad::gui
