#pragma once

#include <string>
#include <vector>

#include "demo/story.hpp"
#include "model/cases/case_records.hpp"
#include "model/usecases/save_discipline.hpp"

namespace octad::demo {

// What the disciplines hold beside their texts: comparisons, drawings, matrices and plans.

/// D2: where the failure is and is not.
void compare(model::DisciplineContent& d2, const Story& story, const std::string& lot);
/// D4: every cause on its bone, with two that were looked at and excluded.
void place(model::DisciplineContent& d4, const std::string& by, model::Date day);
/// D5: each action beside what else could have been done.
void weigh(model::DisciplineContent& d5);
/// D6: how the effect is judged, and the change behind each action.
void planValidation(model::DisciplineContent& d6, unsigned seed);
/// D7: the line of the FMEA before the actions and with them.
void rateLine(model::DocumentChange& fmea);
/// D7: who else was asked; the answers are there except for the new project's.
void askAcross(model::DisciplineContent& d7, model::Date day);

/// Where the photos of the demonstration show the defect.
std::vector<model::PictureMark> defectMarks(const std::string& failure);

}  // namespace octad::demo
