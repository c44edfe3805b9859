#include "model/eightd/owed_answers.hpp"

#include <algorithm>

namespace octad::model {

bool asksFor(const Assignment& assignment, DisciplineCode code) {
  return assignment.disciplines.find(keyOf(code)) != std::string::npos;
}

bool hasAnswered(const CaseFile& file, const Assignment& assignment, DisciplineCode code) {
  return std::any_of(file.submissions.begin(), file.submissions.end(), [&](const Submission& submission) {
    if (submission.assignmentId != assignment.id || submission.discipline != code ||
        submission.submittedAt < assignment.askedAt)
      return false;
    return std::none_of(file.reviews.begin(), file.reviews.end(), [&submission](const Review& review) {
      return review.submissionId == submission.id && !review.approved;
    });
  });
}

bool owes(const CaseFile& file, const Assignment& assignment, DisciplineCode code) {
  const bool asked =
      assignment.state == AssignmentState::asked || assignment.state == AssignmentState::rejected;
  return asked && asksFor(assignment, code) && !hasAnswered(file, assignment, code);
}

const AnswerConfirmation* confirmationOf(const CaseFile& file, SubmissionId submission) {
  const AnswerConfirmation* newest = nullptr;
  for (const auto& word : file.confirmations)
    if (word.submissionId == submission && (!newest || !(word.confirmedAt < newest->confirmedAt)))
      newest = &word;
  return newest;
}

const ExtensionRequest* openExtension(const CaseFile& file, AssignmentId assignment) {
  for (const auto& request : file.extensions)
    if (request.assignmentId == assignment && request.state == ExtensionState::asked) return &request;
  return nullptr;
}

}  // namespace octad::model
