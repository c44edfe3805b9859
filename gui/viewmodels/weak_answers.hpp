#pragma once

#include <string>
#include <vector>

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_page.hpp"
#include "gui/viewmodels/discipline.hpp"
#include "model/eightd/weak_answers.hpp"

namespace octad::viewmodels {

/// One weak answer as the page of its discipline tells it.
struct WeakPoint {
  std::string answer;  ///< the beginning of the text
  std::string reason;
  std::string question;
  std::string rule;   ///< key of the rule that found it
  std::string words;  ///< the whole text
  JumpTarget target;
};

/// The weak answers of one page (D3 to D7) as it is typed now, not only as it is stored. Empty for other
/// disciplines.
std::vector<WeakPoint> weakPoints(const model::CaseFile& file, const DisciplineViewModel& editor,
                                  const model::WeakAnswerRules& rules, model::Language language);

/// Lets these words pass, with a reason (AcceptWeakAnswer).
ActionForm passForm(model::DisciplineCode code, const WeakPoint& point);
/// Why the words cannot be let pass; none when they can.
std::optional<model::Message> whyNotPass(const CasePageViewModel& page);

}  // namespace octad::viewmodels
