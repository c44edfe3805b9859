#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

struct CaseEdit;
class Reader;

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

// What joining is made of, for other use cases.

/// The case of that number, as typed. Invalid("other") when there is none.
CaseFile readJoinedCase(Reader& reader, const std::string& number);
/// Joins the case that is edited to the problem of another one. Refused("join") when it cannot.
void joinProblem(CaseEdit& edit, const CaseFile& other, const std::string& reason);

}  // namespace octad::model
