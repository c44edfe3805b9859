#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// The department's word on an answer that the CQE entered for it: confirmed, or what is not right. It stops
/// nothing; whoever reviews the answer sees it.
struct AnswerWord {
  CaseTarget target;
  DisciplineCode code = DisciplineCode::d4;  ///< its newest answer on behalf of the department
  bool agreed = true;
  std::string note;  ///< needed to object

  static constexpr auto describe() {
    return members(member("target", &AnswerWord::target), member("code", &AnswerWord::code),
                   member("agreed", &AnswerWord::agreed), member("note", &AnswerWord::note));
  }
};

class ConfirmAnswer {
 public:
  explicit ConfirmAnswer(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const AnswerWord& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
