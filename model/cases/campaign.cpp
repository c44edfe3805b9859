#include "model/cases/campaign.hpp"

#include <algorithm>

#include "model/core/text.hpp"

namespace octad::model {

namespace {

/// What is compared: folded, without outer blanks.
std::string wordOf(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return foldText(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

/// An empty list holds everything.
bool holds(const std::string& list, const std::vector<std::string>& names) {
  bool empty = true;
  for (std::size_t at = 0; at <= list.size();) {
    const auto end = std::min(list.find(',', at), list.size());
    const std::string entry = wordOf(list.substr(at, end - at));
    at = end + 1;
    if (entry.empty()) continue;
    empty = false;
    for (const auto& name : names)
      if (!name.empty() && wordOf(name) == entry) return true;
  }
  return empty;
}

}  // namespace

bool fits(const Campaign& campaign, const CampaignFacts& facts) {
  return campaign.isOn(facts.noticed) && holds(campaign.parts, facts.parts) &&
         holds(campaign.customers, facts.customers);
}

}  // namespace octad::model
