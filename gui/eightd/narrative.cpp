#include "gui/eightd/narrative.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {
constexpr double kNarrativeLines = 5;
}

Narrative::Narrative(wxWindow* parent, const viewmodels::Translator& text)
    : wxPanel(parent), m_internal(nullptr), m_customer(nullptr) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(makeSection(this, text(tr("Narrative"))),
             wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::inside)));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_internal = addSide(row, "text", text(tr("Internal")));
  m_customer = addSide(row, "text_customer", text(tr("For the customer")));
  outer->Add(row, wxSizerFlags(1).Expand());
  SetSizer(outer);
}

wxTextCtrl* Narrative::addSide(wxSizer* row, const std::string& name, const std::string& label) {
  auto* side = new wxBoxSizer(wxVERTICAL);
  side->Add(makeMuted(this, label));
  auto* field = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition,
                               {chars(this, 20), lines(this, kNarrativeLines)}, wxTE_MULTILINE);
  field->SetMinSize({chars(this, 20), lines(this, kNarrativeLines)});
  field->SetName(toWx(name));
  setAccessibleName(field, label);
  field->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
    event.Skip();
    if (onEdit) onEdit();
  });
  side->Add(field, wxSizerFlags(1).Expand().Border(wxTOP, gap(this, Gap::inside) / 2));
  row->Add(side, wxSizerFlags(1).Expand().Border(wxLEFT, row->IsEmpty() ? 0 : gap(this, Gap::group)));
  return field;
}

void Narrative::show(const std::string& internal, const std::string& customer) {
  if (fromWx(m_internal->GetValue()) != internal) m_internal->ChangeValue(toWx(internal));
  if (fromWx(m_customer->GetValue()) != customer) m_customer->ChangeValue(toWx(customer));
}

void Narrative::setReadOnly(bool readOnly) {
  m_internal->SetEditable(!readOnly);
  m_customer->SetEditable(!readOnly);
}

void Narrative::jump(bool customer) {
  (customer ? m_customer : m_internal)->SetFocus();
}

std::string Narrative::internal() const {
  return fromWx(m_internal->GetValue());
}

std::string Narrative::customer() const {
  return fromWx(m_customer->GetValue());
}

}  // namespace octad::gui
