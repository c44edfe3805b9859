#pragma once

#include <string>
#include <vector>

#include "model/eightd/owed_answers.hpp"
#include "model/usecases/case_change.hpp"

namespace octad::model {

// What the use cases about questions to departments share. Private to them.

/// What a department is asked.
struct Asked {
  DepartmentId department;
  std::vector<DisciplineCode> codes;
  std::string words;
  Date dueOn;
  int bounces = 0;  ///< refusals of this question by other departments so far
};

/// The question of the case with that key; NotFound when it has none.
Assignment& questionIn(CaseFile& file, AssignmentId id);
/// Not before today; Invalid("due_on").
void requireDueDay(Date day, Date today);
/// Stores the question, or asks the department's open one again. D4 … D8 need an accepted case.
void askDepartment(CaseEdit& edit, const Asked& asked);
/// Takes the question back.
void withdrawQuestion(CaseEdit& edit, Assignment& question);
/// Refused("ruling") unless the actor may rule on this refusal.
void requireRuling(const Assignment& refused, const Actor& actor);

}  // namespace octad::model
