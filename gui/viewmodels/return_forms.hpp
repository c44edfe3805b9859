#pragma once

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_page.hpp"

namespace octad::viewmodels {

/// "Return continues": who sees to a return after the case is closed, and why (HandOverReturn). `chosen` is
/// the return it starts with; none: the first that goes on.
ActionForm handOverForm(const CasePageViewModel& page, model::ReturnId chosen = {});

}  // namespace octad::viewmodels
