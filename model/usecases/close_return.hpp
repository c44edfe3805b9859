#pragma once

#include <string>

#include "model/usecases/return_target.hpp"

namespace octad::model {

struct ReturnEnding {
  ReturnTarget target;
  std::string reason;

  static constexpr auto describe() {
    return members(member("target", &ReturnEnding::target), member("reason", &ReturnEnding::reason));
  }
};

/// Refused("gate") with the list of what is missing: pieces not settled, confirmed pieces without a decision,
/// credit without its note, NTF dossier not concluded.
class CloseReturn {
 public:
  explicit CloseReturn(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const ReturnEnding& input);

 private:
  Workplace m_workplace;
};

/// A closed return goes on, with a reason.
class ReopenReturn {
 public:
  explicit ReopenReturn(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const ReturnEnding& input);

 private:
  Workplace m_workplace;
};

/// Nothing will come, with a reason: what was announced is withdrawn. Refused("state") once goods were
/// received.
class CancelReturn {
 public:
  explicit CancelReturn(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const ReturnEnding& input);

 private:
  Workplace m_workplace;
};

/// "Return continues": the case may close while the return goes on, and `owner` sees to it (design 4.7).
struct ReturnContinues {
  CaseTarget target;
  ReturnId returnId;
  std::string owner;  ///< login or name
  std::string reason;

  static constexpr auto describe() {
    return members(member("target", &ReturnContinues::target),
                   member("return_id", &ReturnContinues::returnId), member("owner", &ReturnContinues::owner),
                   member("reason", &ReturnContinues::reason));
  }
};

class HandOverReturn {
 public:
  explicit HandOverReturn(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ReturnContinues& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
