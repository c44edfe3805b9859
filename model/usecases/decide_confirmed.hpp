#pragma once

#include <string>

#include "model/returns/return_records.hpp"
#include "model/usecases/return_target.hpp"

namespace octad::model {

/// What becomes of confirmed pieces without a case, or to which case a line belongs after all.
struct ConfirmedChoice {
  ReturnTarget target;
  ReturnLineId lineId;
  ConfirmedDecision decision = ConfirmedDecision::attach;
  std::string caseNumber;  ///< attach, new_case
  int item = 0;            ///< position of its item; 0: the one with this part
  std::string reason;      ///< below_trigger

  static constexpr auto describe() {
    return members(member("target", &ConfirmedChoice::target), member("line_id", &ConfirmedChoice::lineId),
                   member("decision", &ConfirmedChoice::decision),
                   member("case", &ConfirmedChoice::caseNumber), member("item", &ConfirmedChoice::item),
                   member("reason", &ConfirmedChoice::reason));
  }
};

/// Refused("safety"): a safety-relevant part always has a case. Refused("linked") when the line has one.
/// Refused("closed") for a closed case. Attaching is possible before anything is confirmed, too.
class DecideConfirmed {
 public:
  explicit DecideConfirmed(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const ConfirmedChoice& input);

 private:
  Workplace m_workplace;
};

/// Refused("linked") when the line has a case: asked before a case is registered for it, too.
void requireNoCase(const ReturnLine& line);

/// A blind return turns out to be one that is announced: it takes the announcement over, which then ends as
/// "matched".
struct ReturnMatch {
  ReturnTarget target;    ///< the blind return
  std::string announced;  ///< number or RMA number of the announcement

  static constexpr auto describe() {
    return members(member("target", &ReturnMatch::target), member("announced", &ReturnMatch::announced));
  }
};

/// Refused("match") unless customer and parts agree and nothing of the announcement was received.
class MatchReturn {
 public:
  explicit MatchReturn(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const ReturnMatch& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
