#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// A policy worked out: name, content and effective date. Revision 0 or the one it was made from: the release
/// gives the next number; another one means that somebody released in between.
struct PolicyDraft {
  Policy policy;
  int basedOn = 0;  ///< newest revision its author saw; 0: a new name
  std::string reason;
  std::string requestId;

  static constexpr auto describe() {
    return members(member("policy", &PolicyDraft::policy), member("based_on", &PolicyDraft::basedOn),
                   member("reason", &PolicyDraft::reason));
  }
};

/// Makes a draft the next revision of its policy. Released revisions never change (design 6); cases keep the
/// one they were judged by.
class ReleasePolicy {
 public:
  explicit ReleasePolicy(Workplace workplace) : m_workplace(std::move(workplace)) {}
  /// The stored revision. Throws Invalid at the first mistake of the policy (`policyProblems`), for a reason
  /// that is none, for a draft equal to the revision before, Conflict when a newer revision exists.
  Policy execute(const PolicyDraft& input);

 private:
  Workplace m_workplace;
};

/// Chooses the policy that judges new cases.
class UsePolicy {
 public:
  explicit UsePolicy(Workplace workplace) : m_workplace(std::move(workplace)) {}
  /// Throws NotFound for an unknown name, Refused when it is in force already. Done again with the same request id
  /// it is done once.
  void execute(const std::string& name, const std::string& reason, const std::string& requestId = {});

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
