#include "gui/returns/return_line_fields.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "gui/widgets/kept_form_fields.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/quantity_field.hpp"
#include "gui/widgets/suggest_field.hpp"

namespace octad::gui {

using model::tr;

namespace {

constexpr double kQuantityChars = 8;

}  // namespace

ReturnLineFields::ReturnLineFields(wxWindow* parent, viewmodels::NewReturnViewModel& viewModel,
                                   const viewmodels::Translator& text, std::size_t index, FieldErrors& errors,
                                   Events events)
    : wxPanel(parent) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  auto* box = new wxBoxSizer(wxVERTICAL);
  FormBuilder form(this, box, &errors);
  const std::string prefix = "lines." + std::to_string(index) + ".";
  const auto add = [&](const char* member, const char* label, int share, auto make) {
    auto* control = form.field(prefix + member, index == 0 ? text(label) : std::string(), share, make);
    setAccessibleName(control, text(label));
    return control;
  };
  m_case = add("case", tr("Case no."), 3, [&viewModel](wxWindow* owner) {
    return new SuggestField(
        owner, [&viewModel](const std::string& typed, const SuggestField::Answer& answer) {
          viewModel.findCases(typed, [answer](const std::vector<viewmodels::FieldSuggestion>& cases) {
            std::vector<Suggestion> found;
            for (const auto& one : cases) found.push_back({one.value, one.detail});
            answer(found);
          });
        });
  });
  m_part =
      add("part", tr("Part"), 4, [&viewModel](wxWindow* owner) { return makePartField(owner, viewModel); });
  const auto line = [](wxWindow* owner) { return new wxTextCtrl(owner, wxID_ANY); };
  m_lot = add("lot", tr("Lot"), 3, line);
  m_failure = add("failure", tr("Failure as told"), 4, line);
  m_quantity = add("quantity", tr("Pieces *"), 0, [&events](wxWindow* owner) {
    auto* field = makeQuantityField(owner, events.changed);
    field->SetInitialSize({chars(owner, kQuantityChars), -1});
    return field;
  });
  row->Add(box, wxSizerFlags(1).Expand());
  auto* remove = new wxButton(this, wxID_ANY, "×", wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
  remove->SetToolTip(toWx(text(tr("Remove this line"))));
  setAccessibleName(remove, text(tr("Remove this line")));
  remove->Show(static_cast<bool>(events.removeThis));
  // Beside the fields, which may have labels above and sentences below.
  auto* column = new wxBoxSizer(wxVERTICAL);
  if (index == 0) column->AddSpacer(GetCharHeight() + gap(this, Gap::inside));
  column->Add(remove);
  row->Add(column, wxSizerFlags().Border(wxLEFT, gap(this, Gap::inside)));
  SetSizer(row);

  if (events.removeThis) remove->Bind(wxEVT_BUTTON, [gone = events.removeThis](wxCommandEvent&) { gone(); });
  for (wxTextCtrl* field :
       {static_cast<wxTextCtrl*>(m_case), static_cast<wxTextCtrl*>(m_part), m_lot, m_failure, m_quantity})
    field->Bind(wxEVT_TEXT, [changed = events.changed](wxCommandEvent& event) {
      event.Skip();
      changed();
    });
  m_case->Bind(wxEVT_KILL_FOCUS, [left = events.caseLeft](wxFocusEvent& event) {
    event.Skip();
    left();
  });
  m_case->onChosen = events.caseLeft;
}

viewmodels::ReturnLineDraft ReturnLineFields::draft() const {
  return {m_case->text(), m_part->text(), fromWx(m_lot->GetValue()), fromWx(m_failure->GetValue()),
          fromWx(m_quantity->GetValue())};
}

void ReturnLineFields::show(const viewmodels::ReturnLineDraft& draft) {
  m_case->setText(draft.caseNumber);
  m_part->setText(draft.part);
  m_lot->ChangeValue(toWx(draft.lot));
  m_failure->ChangeValue(toWx(draft.failure));
  m_quantity->ChangeValue(toWx(draft.quantity));
}

void ReturnLineFields::SetFocus() {
  m_case->SetFocus();
}

}  // namespace octad::gui
