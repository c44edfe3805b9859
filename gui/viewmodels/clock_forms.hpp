#pragma once

#include "gui/viewmodels/action_forms.hpp"

// The forms about the time of a case: stops and extensions of clocks, its campaign, the visit after its
// closing.
namespace octad::viewmodels {

ActionForm stopClockForm(const CasePageViewModel& page);
ActionForm resumeClockForm(const CasePageViewModel& page);
ActionForm decideStopForm(const CasePageViewModel& page);
ActionForm extendClockForm(const CasePageViewModel& page);
ActionForm campaignForm(const CasePageViewModel& page);
ActionForm followUpForm(const CasePageViewModel& page);

}  // namespace octad::viewmodels
