#include "gui/viewmodels/answer_words.hpp"

#include "gui/viewmodels/case_page.hpp"
#include "model/eightd/challenge.hpp"
#include "model/eightd/owed_answers.hpp"
#include "model/eightd/self_assessment.hpp"
#include "model/usecases/reply_customer.hpp"

namespace octad::viewmodels {

using model::CaseFile;
using model::Message;
using model::Submission;
using model::tr;

namespace {

const Submission* newest(const CaseFile& file, model::DisciplineCode code) {
  const Submission* found = nullptr;
  for (const auto& submission : file.submissions)
    if (submission.discipline == code && (!found || submission.revision > found->revision))
      found = &submission;
  return found;
}

void join(std::string& words, const std::string& more) {
  words += (words.empty() ? "" : " · ") + more;
}

Message confirmation(const CaseFile& file, const Submission& submission, const std::string& department) {
  const auto* word = model::confirmationOf(file, submission.id);
  if (!word) return {tr("not confirmed by {0} yet"), {department}};
  const std::string who = file.personName(word->confirmedBy);
  if (word->agreed) return {tr("confirmed by {0}"), {who}};
  return {tr("{0} objects: {1}"), {who, word->note}};
}

}  // namespace

std::string answerWords(const CaseFile& file, model::DisciplineCode code, const model::Zone& zone,
                        const Translator& text) {
  std::string words;
  const auto department = [&](model::DepartmentId id) { return departmentLabel(file, id, text.language()); };
  if (const auto* submission = newest(file, code)) {
    const std::string who = submission->onBehalfOf ? department(*submission->onBehalfOf)
                                                   : file.personName(submission->submittedBy);
    join(words,
         text(Message(tr("submitted by {0}, revision {1}, {2}"),
                      {who, std::to_string(submission->revision), timeText(zone, submission->submittedAt)})));
    if (submission->onBehalfOf) join(words, text(confirmation(file, *submission, who)));
  }
  const auto state = file.discipline(code).state;
  const bool written = state == model::DisciplineState::open || state == model::DisciplineState::rejected;
  for (const auto& question : file.assignments) {
    const bool asked =
        question.state == model::AssignmentState::asked || question.state == model::AssignmentState::rejected;
    if (written && asked && question.disciplines.find(model::keyOf(code)) != std::string::npos)
      join(words, text(Message(tr("due {1} from {0}: {2}"), {department(question.departmentId),
                                                             question.dueOn.iso(), question.question})));
  }
  if (state != model::DisciplineState::submitted) return words;
  for (const auto& question : file.assignments)
    if (model::owes(file, question, code))
      join(words, text(Message(tr("{0} owes its answer"), {department(question.departmentId)})));
  return words;
}

std::string askedLabel(const CaseFile& file, const model::Assignment& question, const Translator& text) {
  const std::string label = departmentLabel(file, question.departmentId, text.language());
  for (const auto& department : file.departments)
    if (department.id == question.departmentId && department.supplier)
      return label + " (" + text(tr("supplier")) + ")";
  return label;
}

std::string questionWords(const CaseFile& file, const model::Assignment& question, const Translator& text) {
  std::string words = question.question;
  if (question.state == model::AssignmentState::refused) {
    words = question.refusal;
    if (question.proposedId)
      join(words,
           text(Message(tr("names {0}"), {departmentLabel(file, *question.proposedId, text.language())})));
  }
  if (const auto* open = model::openExtension(file, question.id))
    join(words, text(Message(tr("asks for time until {0}: {1}"), {open->wantedDay.iso(), open->reason})));
  return words;
}

std::string questionState(const model::Assignment& question, const Translator& text) {
  const std::string state = text.label(question.state);
  return question.bounces > 0 ? state + " (" + std::to_string(question.bounces) + ")" : state;
}

std::string assessmentWords(const CaseFile& file, const Translator& text) {
  const auto score = [&](model::Assessor assessor) {
    const auto* done = model::assessmentOf(file, assessor);
    return text.label(assessor) + " " + (done ? model::scoreText(*done) : text(tr("not yet")));
  };
  std::string words = text(Message(tr("Self-assessment of the 8D report, revision {0}: {1}, {2}"),
                                   {std::to_string(model::nextReportRevision(file)),
                                    score(model::Assessor::department), score(model::Assessor::cqe)}));
  if (const int objected = model::objections(file); objected > 0)
    join(words, text(Message(tr("Objections of the customer: {0}"), {std::to_string(objected)})));
  return words;
}

Message challengeWords(const CaseFile& file) {
  std::string numbers;
  for (const auto* challenge : model::openChallenges(file))
    numbers += (numbers.empty() ? "" : ", ") + challenge->laterNumber;
  if (numbers.empty()) return {};
  return {tr("Effect challenged by {0}"), {numbers}};
}

}  // namespace octad::viewmodels
