#include "model/usecases/publish_lesson.hpp"

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/eightd/lessons.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

void requireText(const std::string& text, const char* field, const char* sentence) {
  if (text.empty()) throw Invalid(field, sentence);
}

/// What is given, or what the disciplines say.
void take(std::string& into, const std::string& given, const char* field) {
  const std::string text = cleanText(given, field);
  if (!text.empty()) into = text;
}

void publish(CaseEdit& edit, const LessonInput& input) {
  CaseFile& file = edit.file;
  if (file.complaint.state == CaseState::cancelled)
    throw Refused("closed", {tr("Case {0} was entered in error and cancelled: it teaches nothing."),
                             {file.complaint.number}});
  if (!mayBeLesson(file))
    throw Refused(
        "lesson",
        {tr("Case {0} becomes a lesson when D6 is approved: until then its actions are not proven."),
         {file.complaint.number}});
  Lesson lesson = lessonFrom(file);
  take(lesson.symptom, input.symptom, "symptom");
  take(lesson.cause, input.cause, "cause");
  take(lesson.action, input.action, "action");
  take(lesson.proof, input.proof, "proof");
  lesson.keywords = cleanText(input.keywords, "keywords");
  requireText(lesson.symptom, "symptom", tr("Say how the failure shows."));
  requireText(lesson.cause, "cause", tr("Say what caused the failure."));
  requireText(lesson.action, "action", tr("Say what was done against the cause."));
  lesson.publishedBy = edit.actor.id;
  lesson.publishedAt = edit.now;
  if (file.lessons.empty()) {
    insertRecord(edit.unit, lesson);
    file.lessons.push_back(std::move(lesson));
  } else {
    lesson.id = file.lessons.front().id;
    updateRecord(edit.unit, lesson);
    file.lessons.front() = std::move(lesson);
  }
}

void withdraw(CaseEdit& edit) {
  CaseFile& file = edit.file;
  if (file.lessons.empty() || file.lessons.front().withdrawn)
    throw Refused("lesson", {tr("Case {0} has no lesson in the library."), {file.complaint.number}});
  file.lessons.front().withdrawn = true;
  updateRecord(edit.unit, file.lessons.front());
}

}  // namespace

Saved PublishLesson::execute(const LessonInput& input) {
  CaseChange change{m_workplace, "lesson", Right::handleComplaint, input.target, {}, fingerprint(input)};
  change.openCasesOnly = false;  // most is learned at the end
  return changeCase(change, [&input](CaseEdit& edit) { publish(edit, input); });
}

Saved WithdrawLesson::execute(const LessonWithdrawal& input) {
  const std::string reason = requireReason(input.reason);
  CaseChange change{m_workplace, "withdraw_lesson", Right::handleComplaint, input.target,
                    reason,      fingerprint(input)};
  change.openCasesOnly = false;
  return changeCase(change, [](CaseEdit& edit) { withdraw(edit); });
}

}  // namespace octad::model
