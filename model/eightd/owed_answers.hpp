#pragma once

#include "model/cases/case_file.hpp"

namespace octad::model {

/// From this refusal of one question on, counted over all departments it was put to, the quality manager
/// rules and not the CQE (design 5).
constexpr int kManagersBounce = 2;

/// True when the assignment asks for the discipline.
bool asksFor(const Assignment& assignment, DisciplineCode code);
/// True when the department has handed in this discipline since it was asked, and it was not sent back.
/// Departments that are asked in parallel each owe an answer of their own.
bool hasAnswered(const CaseFile& file, const Assignment& assignment, DisciplineCode code);
/// The department still owes this discipline.
bool owes(const CaseFile& file, const Assignment& assignment, DisciplineCode code);

/// The newest word of the department on an answer entered for it; none when it has not said any.
const AnswerConfirmation* confirmationOf(const CaseFile& file, SubmissionId submission);

/// The extension that waits for a ruling; none when none was asked for.
const ExtensionRequest* openExtension(const CaseFile& file, AssignmentId assignment);

}  // namespace octad::model
