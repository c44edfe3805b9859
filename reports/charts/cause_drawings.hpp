#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/eightd/problem.hpp"
#include "reports/charts/fishbone.hpp"
#include "reports/charts/why_tree.hpp"

namespace octad::reports {

/// What a cause is called in a drawing; the window and the report word it differently.
struct CauseWords {
  std::string text;
  std::string evidence;
  std::string verified;  ///< empty: not verified
};

/// The why-tree of one cause: its whys, and the cause itself at the end of the main chain. `rootCause` marks
/// the whys where a branch ends in a root cause.
WhyNode whyBranch(const model::Cause& cause, const std::vector<model::WhyStep>& steps,
                  const CauseWords& words, const std::string& rootCause);

/// The fishbone of the causes that have a branch; no bones when none has. `text` translates.
Fishbone fishboneOf(const std::vector<model::Cause>& causes, const std::string& problem,
                    const std::function<std::string(const model::Cause&)>& words,
                    const std::function<std::string(const char*)>& text);

}  // namespace octad::reports
