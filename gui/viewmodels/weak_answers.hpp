#pragma once

#include <string>
#include <vector>

#include "gui/viewmodels/case_page.hpp"
#include "gui/viewmodels/discipline.hpp"
#include "model/eightd/weak_answers.hpp"

namespace octad::viewmodels {

/// One weak answer as the page of its discipline tells it.
struct WeakPoint {
  std::string answer;  ///< the beginning of the text
  std::string reason;
  std::string question;
  JumpTarget target;
};

/// The weak answers of one page (D3 to D7) as it is typed now, not only as it is stored. Empty for other
/// disciplines.
std::vector<WeakPoint> weakPoints(const model::CaseFile& file, const DisciplineViewModel& editor,
                                  const model::WeakAnswerRules& rules, model::Language language);

}  // namespace octad::viewmodels
