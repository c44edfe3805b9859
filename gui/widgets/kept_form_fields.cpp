#include "gui/widgets/kept_form_fields.hpp"

#include "gui/widgets/suggest_field.hpp"

namespace octad::gui {

SuggestField* makeCustomerField(wxWindow* parent, viewmodels::KeptForm& form) {
  return new SuggestField(parent, [&form](const std::string& typed, const SuggestField::Answer& answer) {
    form.findCustomers(typed, [answer](const std::vector<model::Customer>& customers) {
      std::vector<Suggestion> found;
      for (const auto& customer : customers) found.push_back({customer.name, customer.code});
      answer(found);
    });
  });
}

SuggestField* makePartField(wxWindow* parent, viewmodels::KeptForm& form) {
  return new SuggestField(parent, [&form](const std::string& typed, const SuggestField::Answer& answer) {
    form.findParts(typed, [answer](const std::vector<model::Part>& parts) {
      std::vector<Suggestion> found;
      for (const auto& part : parts) found.push_back({part.number, part.name});
      answer(found);
    });
  });
}

}  // namespace octad::gui
