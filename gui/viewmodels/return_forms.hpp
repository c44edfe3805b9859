#pragma once

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_page.hpp"

namespace octad::viewmodels {

/// "Return continues": who sees to a return after the case is closed, and why (HandOverReturn). `chosen` is
/// the return it starts with; none: the first that goes on.
ActionForm handOverForm(const CasePageViewModel& page, model::ReturnId chosen = {});

/// The items of a case by their position, as a line of a return names them.
std::vector<FieldChoice> itemChoices(const model::CaseFile& file);

}  // namespace octad::viewmodels
