#include "gui/viewmodels/lessons.hpp"

#include "gui/viewmodels/action_form_parts.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/ports/family_reader.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/publish_lesson.hpp"

namespace octad::viewmodels {

using model::Message;
using model::tr;

namespace {

/// In one line, for a cell.
std::string oneLine(const std::string& text) {
  std::string line = text;
  for (char& c : line)
    if (c == '\n') c = ' ';
  return line;
}

std::optional<Message> whyNotHandle(const CasePageViewModel& page) {
  try {
    model::requireRight(page.session().actor, model::Right::handleComplaint);
  } catch (const model::Refused& refused) {
    return refused.message();
  }
  return std::nullopt;
}

bool inLibrary(const model::CaseFile& file) {
  return !file.lessons.empty() && !file.lessons.front().withdrawn;
}

}  // namespace

LessonsViewModel::LessonsViewModel(Session& session) : ListRead(session) {}

void LessonsViewModel::refresh() {
  if (!m_session.failureReader) return;
  read(
      [store = m_session.store, words = m_session.failureReader, text = m_text] {
        return model::searchLessons(*words, store->reader().family().lessons(false), text);
      },
      [this](std::vector<model::FoundLesson> found) { m_found = std::move(found); });
}

void LessonsViewModel::search(const std::string& text) {
  if (text == m_text) return;
  m_text = text;
  refresh();
}

const model::FoundLesson* LessonsViewModel::at(long row) const {
  if (row < 0 || row >= rowCount()) return nullptr;
  return &m_found[static_cast<std::size_t>(row)];
}

std::string LessonsViewModel::cell(long row, LessonColumn column) const {
  const auto* found = at(row);
  if (!found) return {};
  const auto& lesson = found->known.lesson;
  switch (column) {
    case LessonColumn::family:
      return lesson.partFamily;
    case LessonColumn::failure:
      return lesson.failure;
    case LessonColumn::symptom:
      return oneLine(lesson.symptom);
    case LessonColumn::cause:
      return oneLine(lesson.cause);
    case LessonColumn::from:
      return found->known.caseNumber;
    case LessonColumn::published:
      return m_session.zone.date(lesson.publishedAt).iso();
  }
  return {};
}

std::vector<LessonPart> LessonsViewModel::parts(long row) const {
  std::vector<LessonPart> parts;
  const auto* found = at(row);
  if (!found) return parts;
  const auto& lesson = found->known.lesson;
  for (const auto& [title, text] :
       {std::pair{tr("Symptom"), &lesson.symptom}, std::pair{tr("Cause"), &lesson.cause},
        std::pair{tr("Action"), &lesson.action}, std::pair{tr("Proof"), &lesson.proof}})
    if (!text->empty()) parts.push_back({title, *text});
  return parts;
}

Message lessonState(const model::CaseFile& file) {
  if (inLibrary(file)) return Message(tr("In the library of known failures."));
  if (!file.lessons.empty()) return Message(tr("Taken out of the library."));
  return Message(tr("Not in the library of known failures."));
}

std::optional<Message> whyNotLesson(const CasePageViewModel& page) {
  const auto& file = page.file();
  if (file.complaint.state == model::CaseState::cancelled)
    return Message(tr("The case is not open any more."));
  if (!model::mayBeLesson(file)) return Message(tr("Once D6 is approved: until then nothing is proven."));
  return whyNotHandle(page);
}

std::optional<Message> whyNotWithdrawLesson(const CasePageViewModel& page) {
  if (!inLibrary(page.file())) return lessonState(page.file());
  return whyNotHandle(page);
}

ActionForm lessonForm(const CasePageViewModel& page) {
  const auto& file = page.file();
  const model::Lesson lesson = file.lessons.empty() ? model::lessonFrom(file) : file.lessons.front();
  ActionForm form;
  form.title = {tr("What this case taught")};
  form.okLabel = tr("Put into the library");
  form.notes.push_back(
      tr("Everybody may read it and it is offered while complaints are typed: write no customer's name."));
  form.fields = {
      {"symptom", tr("Symptom"), FormFieldKind::text, lesson.symptom, {}, false},
      {"cause", tr("Cause"), FormFieldKind::text, lesson.cause, {}, false},
      {"action", tr("Action"), FormFieldKind::text, lesson.action, {}, false},
      {"proof", tr("Proof"), FormFieldKind::text, lesson.proof, {}, false},
      {"keywords", tr("More words to find it by"), FormFieldKind::line, lesson.keywords, {}, false},
  };
  form.whyNot = whyNotLesson;
  form.execute = [](model::Workplace workplace, model::CaseTarget target, const FormValues& values) {
    return model::PublishLesson(std::move(workplace))
        .execute({std::move(target), at(values, "symptom"), at(values, "cause"), at(values, "action"),
                  at(values, "proof"), at(values, "keywords")});
  };
  return form;
}

ActionForm withdrawLessonForm() {
  ActionForm form;
  form.title = {tr("Take the lesson out of the library")};
  form.okLabel = tr("Take it out");
  form.dangerous = true;
  form.fields = {reasonField()};
  form.whyNot = whyNotWithdrawLesson;
  form.execute = [](model::Workplace workplace, model::CaseTarget target, const FormValues& values) {
    return model::WithdrawLesson(std::move(workplace)).execute({std::move(target), at(values, "reason")});
  };
  return form;
}

}  // namespace octad::viewmodels
