#pragma once

#include <optional>
#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// What becomes of a question that a department refused.
enum class RefusalRuling { insist, withdraw, forward };

template <>
struct EnumKeys<RefusalRuling> {
  static constexpr std::array entries{
      EnumEntry<RefusalRuling>{RefusalRuling::insist, "insist", tr("Insist: the department answers")},
      EnumEntry<RefusalRuling>{RefusalRuling::forward, "forward",
                               tr("Accept the refusal and ask another department")},
      EnumEntry<RefusalRuling>{RefusalRuling::withdraw, "withdraw",
                               tr("Accept the refusal: nobody is asked")},
  };
};

/// The ruling on a refusal.
struct RefusalDecision {
  CaseTarget target;
  AssignmentId assignmentId;
  RefusalRuling ruling = RefusalRuling::insist;
  std::string department;     ///< to forward: code or name; empty: the one the refusing department named
  std::optional<Date> dueOn;  ///< needed to forward; to insist: another day
  std::string reason;         ///< said to whoever has to answer

  static constexpr auto describe() {
    return members(
        member("target", &RefusalDecision::target), member("assignment_id", &RefusalDecision::assignmentId),
        member("ruling", &RefusalDecision::ruling), member("department", &RefusalDecision::department),
        member("due_on", &RefusalDecision::dueOn), member("reason", &RefusalDecision::reason));
  }
};

/// Refused("ruling") when the quality manager has to rule and somebody else tries.
class RuleRefusal {
 public:
  explicit RuleRefusal(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const RefusalDecision& input);

 private:
  Workplace m_workplace;
};

/// Takes a question back that is open.
struct QuestionWithdrawal {
  CaseTarget target;
  AssignmentId assignmentId;
  std::string reason;

  static constexpr auto describe() {
    return members(member("target", &QuestionWithdrawal::target),
                   member("assignment_id", &QuestionWithdrawal::assignmentId),
                   member("reason", &QuestionWithdrawal::reason));
  }
};

class WithdrawQuestion {
 public:
  explicit WithdrawQuestion(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const QuestionWithdrawal& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
