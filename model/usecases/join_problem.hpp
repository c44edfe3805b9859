#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// Joins a case to the open or recent problem of another case: one 8D serves both (principle 4).
struct ProblemJoin {
  CaseTarget target;
  std::string otherNumber;  ///< number of a case that the problem serves
  std::string reason;       ///< why it is the same problem

  static constexpr auto describe() {
    return members(member("target", &ProblemJoin::target), member("other", &ProblemJoin::otherNumber),
                   member("reason", &ProblemJoin::reason));
  }
};

class JoinProblem {
 public:
  explicit JoinProblem(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ProblemJoin& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
