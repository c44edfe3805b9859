#pragma once

#include <optional>
#include <string_view>

#include "model/cases/case_file.hpp"
#include "model/core/message.hpp"
#include "model/policy/policy.hpp"

namespace octad::model {

/// What decides whether a case counts, besides its class.
struct CountingFacts {
  SeverityClass severity = SeverityClass::other;
  Acceptance acceptance = Acceptance::undecided;
  Instant noticeAt;
  std::optional<Instant> solvedAt;  ///< its closing was asked for then; none: open
  bool departmentAsked = false;     ///< beyond the first level
  bool safety = false;
  bool repeat = false;
  bool escalated = false;
  bool dissatisfied = false;

  static constexpr auto describe() {
    return members(
        member("class", &CountingFacts::severity), member("acceptance", &CountingFacts::acceptance),
        member("notice_at", &CountingFacts::noticeAt), member("solved_at", &CountingFacts::solvedAt),
        member("department_asked", &CountingFacts::departmentAsked), member("safety", &CountingFacts::safety),
        member("repeat", &CountingFacts::repeat), member("escalated", &CountingFacts::escalated),
        member("dissatisfied", &CountingFacts::dissatisfied));
  }
};

/// What a case counts by a policy, and why.
struct Counted {
  int weight = 0;
  bool excludedBySpeed = false;  ///< it would count, had it not been solved so fast (X-16)
  Message reason;
};

/// The weight of the class, or 0 for what was solved in time when the policy leaves that out (S1-21, S1-24).
/// Repeated, escalated, unsatisfied and safety complaints count however fast they are solved (S1-26).
Counted countOf(const CountingFacts& facts, const Policy& policy);

/// The facts of a case as it stands, solved at `solvedAt`.
CountingFacts countingFacts(const CaseFile& file, std::optional<Instant> solvedAt);

/// When the closing that counts was asked for: the newest request behind which nothing was returned or opened
/// again.
std::optional<Instant> solvedAt(const CaseFile& file);

/// Why a closed case is not counted, for lists that do not open it.
Message speedReason(const Policy& policy, Instant noticeAt, Instant solvedAt);

/// The value of a decision about counting in words, for the catalogue.
const char* countingLabel(std::string_view value);

/// The customer objects to the newest reply, or the result is "dissatisfied".
bool isDissatisfied(const CaseFile& file);

}  // namespace octad::model
