#include "gui/cases/value_field.hpp"

#include <wx/checkbox.h>
#include <wx/textctrl.h>

#include "gui/widgets/choice.hpp"
#include "gui/widgets/date_field.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"
#include "gui/widgets/quantity_field.hpp"
#include "gui/widgets/suggest_field.hpp"
#include "model/core/message.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::FieldChoice;
using viewmodels::FormFieldKind;

namespace {

constexpr double kTextLines = 2.6;
constexpr double kQuantityChars = 9;

KeyChoice::Entries entriesOf(const std::vector<FieldChoice>& choices, const viewmodels::Translator& text) {
  KeyChoice::Entries entries;
  for (const auto& choice : choices)
    entries.emplace_back(choice.key, choice.translate ? text(choice.label) : choice.label);
  return entries;
}

wxTextCtrl* suggestField(wxWindow* parent, const viewmodels::Suggest& suggest) {
  return new SuggestField(parent, [suggest](const std::string& typed, const SuggestField::Answer& answer) {
    suggest(typed, [answer](const std::vector<viewmodels::FieldSuggestion>& found) {
      std::vector<Suggestion> suggestions;
      for (const auto& one : found) suggestions.push_back({one.value, one.detail});
      answer(std::move(suggestions));
    });
  });
}

}  // namespace

FormFieldKind controlKind(viewmodels::FieldKind kind) {
  switch (kind) {
    case viewmodels::FieldKind::text:
      return FormFieldKind::text;
    case viewmodels::FieldKind::choice:
      return FormFieldKind::choice;
    case viewmodels::FieldKind::date:
      return FormFieldKind::date;
    case viewmodels::FieldKind::quantity:
    case viewmodels::FieldKind::percent:
      return FormFieldKind::quantity;
    case viewmodels::FieldKind::line:
    case viewmodels::FieldKind::computed:
      break;
  }
  return FormFieldKind::line;
}

ValueField::ValueField(wxWindow* parent, FormFieldKind kind, const std::string& label,
                       const std::vector<FieldChoice>& choices, const viewmodels::Translator& text,
                       const viewmodels::Suggest& suggest)
    : m_kind(kind) {
  switch (kind) {
    case FormFieldKind::choice:
      m_window = m_choice = new KeyChoice(parent, entriesOf(choices, text));
      m_choice->SetMinSize({chars(parent, 12), -1});
      break;
    case FormFieldKind::date:
      m_window = m_date = new DateField(parent, label, text(tr("Open calendar")));
      m_text = m_date->textCtrl();
      break;
    case FormFieldKind::check:
      m_window = m_check = new wxCheckBox(parent, wxID_ANY, toWx(label));
      break;
    case FormFieldKind::text:
      m_window = m_text = new wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition,
                                         {chars(parent, 12), lines(parent, kTextLines)}, wxTE_MULTILINE);
      m_text->SetMinSize({chars(parent, 12), lines(parent, kTextLines)});
      break;
    case FormFieldKind::quantity:
      m_window = m_text = makeQuantityField(parent);
      m_text->SetInitialSize({chars(parent, kQuantityChars), -1});
      break;
    case FormFieldKind::secret:
      m_window = m_text =
          new wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD);
      m_text->SetMinSize({chars(parent, 10), -1});
      break;
    case FormFieldKind::moment:
    case FormFieldKind::line:
      m_window = m_text = suggest ? suggestField(parent, suggest) : new wxTextCtrl(parent, wxID_ANY);
      if (kind == FormFieldKind::moment) m_text->SetHint("YYYY-MM-DD HH:MM");
      m_text->SetMinSize({chars(parent, 10), -1});
      break;
  }
}

std::string ValueField::value() const {
  if (m_choice) return m_choice->key();
  if (m_check) return m_check->GetValue() ? "1" : "";
  return fromWx(m_text->GetValue());
}

void ValueField::setValue(const std::string& value) {
  if (m_choice)
    m_choice->setKey(value);
  else if (m_check)
    m_check->SetValue(value == "1");
  else if (fromWx(m_text->GetValue()) != value)
    m_text->ChangeValue(toWx(value));
}

void ValueField::setChoices(const std::vector<FieldChoice>& choices, const viewmodels::Translator& text) {
  if (m_choice) m_choice->setEntries(entriesOf(choices, text));
}

void ValueField::setReadOnly(bool readOnly) {
  if (m_text) {
    // Still selectable and readable by assistive technology, unlike a disabled field.
    m_text->SetEditable(!readOnly);
    m_text->SetForegroundColour(readOnly ? mutedColour() : wxColour());
    if (m_date) m_date->Enable(!readOnly);
  } else {
    m_window->Enable(!readOnly);
  }
}

void ValueField::onChange(std::function<void()> changed) {
  const auto tell = [changed = std::move(changed)](wxCommandEvent& event) {
    event.Skip();
    changed();
  };
  if (m_choice) m_choice->Bind(wxEVT_CHOICE, tell);
  if (m_check) m_check->Bind(wxEVT_CHECKBOX, tell);
  if (m_text) m_text->Bind(wxEVT_TEXT, tell);
}

void ValueField::onLeave(std::function<void()> left) {
  wxWindow* focused = m_text ? m_text : m_window;
  focused->Bind(wxEVT_KILL_FOCUS, [left = std::move(left)](wxFocusEvent& event) {
    event.Skip();
    left();
  });
}

}  // namespace octad::gui
