#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// Approve or reject a submitted discipline (S3-D34). Approving passes its gate: hard for major, soft with
/// `reason` for general.
struct DisciplineVerdict {
  CaseTarget target;
  DisciplineCode code = DisciplineCode::d4;
  bool approve = true;
  RejectReason reasonCode = RejectReason::none;  ///< needed to reject
  std::string text;             ///< needed to reject; to approve with points missing (general class)
  std::string department = {};  ///< to reject one department's answer of several: code or name; empty: all

  static constexpr auto describe() {
    return members(
        member("target", &DisciplineVerdict::target), member("code", &DisciplineVerdict::code),
        member("approve", &DisciplineVerdict::approve), member("reason_code", &DisciplineVerdict::reasonCode),
        member("text", &DisciplineVerdict::text), member("department", &DisciplineVerdict::department));
  }
};

/// Refused("gate") lists what is missing; Refused("departments") names those asked who have not answered;
/// Refused("four-eyes") when the reviewer entered an answer on behalf of a department.
class ReviewDiscipline {
 public:
  explicit ReviewDiscipline(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const DisciplineVerdict& input);

 private:
  Workplace m_workplace;
};

/// Declares a discipline not required, with a reason, or opens it again.
struct DisciplineWaiver {
  CaseTarget target;
  DisciplineCode code = DisciplineCode::d0;
  bool required = false;
  std::string reason;

  static constexpr auto describe() {
    return members(member("target", &DisciplineWaiver::target), member("code", &DisciplineWaiver::code),
                   member("required", &DisciplineWaiver::required),
                   member("reason", &DisciplineWaiver::reason));
  }
};

class WaiveDiscipline {
 public:
  explicit WaiveDiscipline(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const DisciplineWaiver& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
