#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// What is put into the library of known failures. An empty text is filled in from the disciplines
/// (eightd/lessons.hpp), but for the keywords.
struct LessonInput {
  CaseTarget target;
  std::string symptom;
  std::string cause;
  std::string action;
  std::string proof;
  std::string keywords;

  static constexpr auto describe() {
    return members(member("target", &LessonInput::target), member("symptom", &LessonInput::symptom),
                   member("cause", &LessonInput::cause), member("action", &LessonInput::action),
                   member("proof", &LessonInput::proof), member("keywords", &LessonInput::keywords));
  }
};

/// Puts what a problem taught into the library, or changes what stands there: one lesson a problem. From the
/// approved D6 on (Refused("lesson") before), also after closing.
class PublishLesson {
 public:
  explicit PublishLesson(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const LessonInput& input);

 private:
  Workplace m_workplace;
};

struct LessonWithdrawal {
  CaseTarget target;
  std::string reason;

  static constexpr auto describe() {
    return members(member("target", &LessonWithdrawal::target), member("reason", &LessonWithdrawal::reason));
  }
};

/// Takes a lesson out of what is offered; it stays in the database and may be published again.
class WithdrawLesson {
 public:
  explicit WithdrawLesson(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const LessonWithdrawal& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
