#pragma once

#include "gui/viewmodels/action_forms.hpp"

namespace octad::viewmodels {

// The forms about the effect of the actions: verified, challenged by later complaints.

ActionForm verifyForm(const CasePageViewModel& page);
ActionForm ruleChallengeForm(const CasePageViewModel& page);
/// The self-assessment of the 8D that leaves next.
ActionForm assessForm(const CasePageViewModel& page);

}  // namespace octad::viewmodels
