#pragma once

#include "gui/viewmodels/action_forms.hpp"

namespace octad::viewmodels {

/// Records what another line, product, site or project answered (AnswerAcross).
ActionForm answerAcrossForm(const CasePageViewModel& page, model::RowId row);
/// Why a row takes no answer; none when it does.
std::optional<model::Message> whyNotAnswerAcross(const CasePageViewModel& page, model::RowId row);

}  // namespace octad::viewmodels
