#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// The answer of another line, product, site or project to the read-across of D7.
struct AcrossAnswer {
  CaseTarget target;
  RowId row;
  Date answeredOn;
  std::string answer;  ///< affected or not, and what is done there

  static constexpr auto describe() {
    return members(member("target", &AcrossAnswer::target), member("row", &AcrossAnswer::row),
                   member("answered_on", &AcrossAnswer::answeredOn), member("answer", &AcrossAnswer::answer));
  }
};

/// Whatever the state of D7, and after the case was closed too: answers often come later. Invalid("answer"),
/// Invalid("answered_on"); Refused("read-across") when it is answered already; Refused("right") for who is
/// neither of quality nor of the department that was asked.
class AnswerAcross {
 public:
  explicit AnswerAcross(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const AcrossAnswer& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
