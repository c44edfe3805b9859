#pragma once

#include <optional>
#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// A department asks for more time. No clock of the case stops for it: what was promised to the customer
/// stands.
struct ExtensionAsked {
  CaseTarget target;
  AssignmentId assignmentId;
  Date wantedDay;  ///< later than the day it is due now
  std::string reason;

  static constexpr auto describe() {
    return members(
        member("target", &ExtensionAsked::target), member("assignment_id", &ExtensionAsked::assignmentId),
        member("wanted_day", &ExtensionAsked::wantedDay), member("reason", &ExtensionAsked::reason));
  }
};

class AskExtension {
 public:
  explicit AskExtension(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ExtensionAsked& input);

 private:
  Workplace m_workplace;
};

/// The CQE's ruling on it.
struct ExtensionDecision {
  CaseTarget target;
  AssignmentId assignmentId;
  bool grant = true;
  std::optional<Date> day;  ///< to grant: another day than the one asked for
  std::string words;        ///< needed to refuse

  static constexpr auto describe() {
    return members(member("target", &ExtensionDecision::target),
                   member("assignment_id", &ExtensionDecision::assignmentId),
                   member("grant", &ExtensionDecision::grant), member("day", &ExtensionDecision::day),
                   member("words", &ExtensionDecision::words));
  }
};

class RuleExtension {
 public:
  explicit RuleExtension(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ExtensionDecision& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
