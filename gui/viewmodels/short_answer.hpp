#pragma once

#include "gui/viewmodels/action_forms.hpp"

namespace octad::viewmodels {

/// Cause, action and their wording for the customer on one form (AnswerShort).
ActionForm shortAnswerForm(const CasePageViewModel& page);
/// Makes an 8D out of a short answer (AnswerInFull).
ActionForm fullAnswerForm();

}  // namespace octad::viewmodels
