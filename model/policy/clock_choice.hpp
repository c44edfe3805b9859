#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/core/message.hpp"
#include "model/policy/policy.hpp"

namespace octad::model {

/// One list of clocks that applies to a case, and what it applies by.
struct ClockSource {
  ClockScope scope = ClockScope::site;
  std::string name;  ///< of the set; empty: the policy's own clocks
  const std::vector<ClockStep>* steps = nullptr;
  const ClockSet* set = nullptr;  ///< null: the policy's own clocks
};

/// The lists that apply to a case: customer > campaign > class > site, the site's last. The first alone
/// counts, unless the earliest of all was asked for.
struct ClockChoice {
  std::vector<ClockSource> sources;
  bool strictest = false;
};

/// Which clocks a case has. The lists are the policy's, which has to live on.
ClockChoice chooseClocks(const CaseFile& file, const Policy& policy);

/// The set of a policy by its name and what it is chosen by; null when there is none.
const ClockSet* findClockSet(const Policy& policy, ClockScope scope, std::string_view name);

/// The set that a stored clock was chosen from; null for the clocks of the site, and when there is none (any
/// more).
const ClockSet* setOf(const CaseClock& clock, const Policy& policy);

/// The step that a stored clock was computed by; null when its policy does not have it.
const ClockStep* stepOf(const CaseClock& clock, const Policy& policy);

/// By what the clock was chosen, in sentences; empty for the site's own clocks where there is no other.
std::vector<Message> explainChoice(const CaseClock& clock, const CaseFile& file, const Policy& policy);

}  // namespace octad::model
