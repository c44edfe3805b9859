#include "gui/widgets/quantity_field.hpp"

#include <wx/textctrl.h>

#include "gui/viewmodels/form_values.hpp"
#include "gui/widgets/text.hpp"

namespace octad::gui {

wxTextCtrl* makeQuantityField(wxWindow* parent, std::function<void()> echoed) {
  auto* field = new wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_RIGHT);
  field->Bind(wxEVT_KILL_FOCUS, [field, echoed = std::move(echoed)](wxFocusEvent& event) {
    event.Skip();
    if (field->IsBeingDeleted() || !field->IsEditable()) return;
    const wxString read = toWx(viewmodels::quantityAsRead(fromWx(field->GetValue())));
    if (read == field->GetValue()) return;
    field->ChangeValue(read);
    if (echoed) echoed();
  });
  return field;
}

}  // namespace octad::gui
