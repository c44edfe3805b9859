#pragma once

#include <optional>
#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// The short path of a complaint that needs no 8D: cause, action and the reply at once, in the same records
/// an 8D keeps them in, so that nothing is typed twice when it becomes one.
struct ShortAnswer {
  CaseTarget target;
  std::string cause;
  std::string causeCustomer;  ///< the customer's wording; empty: the same
  std::string action;
  std::string actionCustomer;
  std::string owner;
  std::optional<Date> dueOn;
  std::optional<Date> doneOn;
  std::string reason;  ///< why no 8D; needed for a general complaint
  std::string reply;   ///< what is sent to the customer with it; empty: nothing now
  std::string medium = "email";
  std::string recipient;

  static constexpr auto describe() {
    return members(
        member("target", &ShortAnswer::target), member("cause", &ShortAnswer::cause),
        member("cause_customer", &ShortAnswer::causeCustomer), member("action", &ShortAnswer::action),
        member("action_customer", &ShortAnswer::actionCustomer), member("owner", &ShortAnswer::owner),
        member("due_on", &ShortAnswer::dueOn), member("done_on", &ShortAnswer::doneOn),
        member("reason", &ShortAnswer::reason), member("reply", &ShortAnswer::reply),
        member("medium", &ShortAnswer::medium), member("recipient", &ShortAnswer::recipient));
  }
};

/// Puts the case on the short path, or changes its answer there: disciplines that nobody worked on are not
/// required. Refused("short-answer") for a major complaint, when disciplines were handed in or departments
/// were asked, and when the 8D has more than one cause or action.
class AnswerShort {
 public:
  explicit AnswerShort(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ShortAnswer& input);
  /// What is stored, to start a form from.
  static ShortAnswer from(const CaseFile& file);
  /// Why the case cannot be answered short; none when it can.
  static std::optional<Message> whyNot(const CaseFile& file);

 private:
  Workplace m_workplace;
};

/// Makes a full 8D out of a short answer: its disciplines are required again, cause and action stay.
struct FullAnswer {
  CaseTarget target;
  std::string reason;

  static constexpr auto describe() {
    return members(member("target", &FullAnswer::target), member("reason", &FullAnswer::reason));
  }
};

/// Refused("short-answer") when the case is not answered short.
class AnswerInFull {
 public:
  explicit AnswerInFull(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const FullAnswer& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
