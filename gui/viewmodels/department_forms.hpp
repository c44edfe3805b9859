#pragma once

#include "gui/viewmodels/action_forms.hpp"

namespace octad::viewmodels {

// The forms of questions to departments: asked, refused, ruled on, extended, answered for them.

ActionForm assignForm(const CasePageViewModel& page);
ActionForm refuseForm(const CasePageViewModel& page);
ActionForm ruleRefusalForm(const CasePageViewModel& page);
ActionForm withdrawForm(const CasePageViewModel& page);
ActionForm askExtensionForm(const CasePageViewModel& page);
ActionForm ruleExtensionForm(const CasePageViewModel& page);
ActionForm confirmForm(const CasePageViewModel& page);
ActionForm responsibilityForm(const CasePageViewModel& page);

/// "TE Test engineering, D4,D5": how a form names a question.
std::string questionLabel(const CasePageViewModel& page, const model::Assignment& question);

}  // namespace octad::viewmodels
