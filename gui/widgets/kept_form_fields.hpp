#pragma once

#include "gui/viewmodels/kept_form.hpp"

class wxWindow;

namespace octad::gui {

class SuggestField;

/// The name of a customer, with those that are known while one types.
SuggestField* makeCustomerField(wxWindow* parent, viewmodels::KeptForm& form);
/// The number of a part, with those that are known while one types.
SuggestField* makePartField(wxWindow* parent, viewmodels::KeptForm& form);

}  // namespace octad::gui
