#include "gui/start/password_dialog.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::Message;
using model::tr;

namespace {
constexpr double kWidthChars = 52;
}

std::optional<TypedPassword> askPassword(wxWindow* parent, const viewmodels::StartViewModel::Wanted& wanted,
                                         const viewmodels::Translator& text) {
  const auto profile = viewmodels::profileOf(wanted.url).value_or(viewmodels::Profile{});
  wxDialog dialog(parent, wxID_ANY, toWx(text(tr("Sign in"))));
  const int width = chars(&dialog, kWidthChars);
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(
      makeText(&dialog, text(Message(tr("{0}, database {1}"), {profile.host, profile.database})), width));
  if (!wanted.problem.empty()) {
    auto* problem = makeText(&dialog, wanted.problem, width);
    problem->SetForegroundColour(coloursOf(viewmodels::Tone::late).text);
    column->Add(problem, wxSizerFlags().Border(wxTOP, gap(&dialog, Gap::field)));
  }
  FormBuilder form(&dialog, column);
  auto* field =
      form.field("password", text(Message(tr("Password of {0}"), {profile.login})), 1, [](wxWindow* owner) {
        return new wxTextCtrl(owner, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD);
      });
  field->SetMinSize({width, -1});
  wxCheckBox* remember = nullptr;
  if (wanted.canRemember) {
    remember =
        new wxCheckBox(&dialog, wxID_ANY, toWx(text(tr("&Keep it in the desktop's store of passwords"))));
    remember->SetValue(wanted.remember);
    column->Add(remember, wxSizerFlags().Border(wxTOP, gap(&dialog, Gap::field)));
  } else {
    column->Add(
        makeMuted(&dialog,
                  text(tr("This desktop has no store of passwords, so the password is kept nowhere and asked "
                          "for every time.")),
                  width),
        wxSizerFlags().Border(wxTOP, gap(&dialog, Gap::field)));
  }
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->AddStretchSpacer();
  buttons->Add(new wxButton(&dialog, wxID_CANCEL, toWx(text(tr("Cancel")))),
               wxSizerFlags().Border(wxRIGHT, gap(&dialog, Gap::field)));
  auto* go = new wxButton(&dialog, wxID_OK, toWx(text(tr("&Sign in"))));
  go->SetDefault();
  buttons->Add(go);
  column->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, gap(&dialog, Gap::group)));
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(column, wxSizerFlags(1).Expand().Border(wxALL, gap(&dialog, Gap::group)));
  dialog.SetSizerAndFit(outer);
  dialog.CentreOnParent();
  field->SetFocus();
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  TypedPassword typed{fromWx(field->GetValue()), remember != nullptr && remember->GetValue()};
  field->ChangeValue({});
  return typed;
}

}  // namespace octad::gui
