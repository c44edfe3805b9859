#pragma once

#include <string>
#include <vector>

#include "model/policy/classification.hpp"
#include "model/policy/counting.hpp"

namespace octad::model {

/// How many closed cases a policy is tried out on, and the most at once.
inline constexpr int kTryOutCases = 200;
inline constexpr int kMostTryOutCases = 10'000;

/// A case as far as a policy looks at it.
struct JudgedCase {
  ComplaintId id;
  std::string number;
  std::string customerName;
  SeverityClass severity = SeverityClass::other;  ///< as it stands
  Acceptance acceptance = Acceptance::undecided;
  std::string policyName;  ///< the revision it was judged by
  int policyRevision = 0;
  ClassifyInput input;
  CountingFacts counting;  ///< without class and acceptance, which stand above
  int weight = 0;          ///< as it counts now
};

/// A case that another policy judges differently.
struct TryOutLine {
  std::string number;
  std::string customerName;
  SeverityClass from = SeverityClass::other;
  SeverityClass to = SeverityClass::other;
  int weightFrom = 0;
  int weightTo = 0;
  Message reason;    ///< the rule of the new policy that fires
  Message nameFrom;  ///< what the two policies call the classes
  Message nameTo;
};

/// What a policy would have made of cases that are judged already. Nothing is changed by it.
struct TryOut {
  int cases = 0;                    ///< judged by both
  int byHand = 0;                   ///< whose class a person decided: it stays
  std::vector<TryOutLine> changed;  ///< in the order given, those whose class or weight would differ
  long long weightFrom = 0;         ///< counted by the policies the cases were judged by
  long long weightTo = 0;           ///< counted by the new one
  int excluded = 0;                 ///< not counted by the new one because they were solved so fast (X-16)
};

/// Judges cases by `policy` and by the revision each was judged by, found in `revisions` (a case without one
/// is compared with its class as it stands). Throws Invalid as `classify` does for a policy that cannot
/// judge.
TryOut tryOut(const Policy& policy, const std::vector<JudgedCase>& cases,
              const std::vector<Policy>& revisions);

/// "200 closed cases under this policy: 7 would change class, …", for window and command line alike.
Message tryOutSummary(const TryOut& result);
/// "3 of them would not be counted …": whom the new policy leaves out for speed.
Message excludedWords(const TryOut& result);

}  // namespace octad::model
