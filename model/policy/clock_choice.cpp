#include "model/policy/clock_choice.hpp"

#include <algorithm>

namespace octad::model {

namespace {

/// The set of a class; it is found by the class, its name is for people.
const ClockSet* setOfClass(const Policy& policy, SeverityClass severity) {
  for (const auto& set : policy.clockSets)
    if (set.scope == ClockScope::severity && set.severity == severity) return &set;
  return nullptr;
}

void add(ClockChoice& choice, const ClockSet* set) {
  if (!set) return;
  choice.sources.push_back({set->scope, set->name, &set->clocks, set});
  choice.strictest = choice.strictest || set->strictest;
}

Message chosenBy(const CaseClock& clock, const CaseFile& file, const Policy& policy) {
  switch (clock.chosenBy.value_or(ClockScope::site)) {
    case ClockScope::customer:
      return {tr("The clocks “{0}” were agreed with the customer {1}."),
              {clock.clockSet, file.customer.name}};
    case ClockScope::campaign:
      return {tr("The clocks “{0}” are those of the campaign {1}."),
              {clock.clockSet, file.campaigns.empty() ? std::string() : file.campaigns.front().name}};
    case ClockScope::severity:
      return {tr("The clocks “{0}” are those of the class: {1}."),
              {clock.clockSet, classNameArgument(policy, file.complaint.severity)}};
    case ClockScope::site:
      break;
  }
  return {tr("These are the clocks of the site.")};
}

}  // namespace

ClockChoice chooseClocks(const CaseFile& file, const Policy& policy) {
  ClockChoice choice;
  if (!file.customer.clockSet.empty())
    add(choice, findClockSet(policy, ClockScope::customer, file.customer.clockSet));
  for (const auto& campaign : file.campaigns)
    if (!campaign.clockSet.empty())
      add(choice, findClockSet(policy, ClockScope::campaign, campaign.clockSet));
  add(choice, setOfClass(policy, file.complaint.severity));
  choice.sources.push_back({ClockScope::site, {}, &policy.clocks, nullptr});
  return choice;
}

const ClockSet* findClockSet(const Policy& policy, ClockScope scope, std::string_view name) {
  for (const auto& set : policy.clockSets)
    if (set.scope == scope && set.name == name) return &set;
  return nullptr;
}

const ClockSet* setOf(const CaseClock& clock, const Policy& policy) {
  return clock.chosenBy ? findClockSet(policy, *clock.chosenBy, clock.clockSet) : nullptr;
}

const ClockStep* stepOf(const CaseClock& clock, const Policy& policy) {
  const std::vector<ClockStep>* steps = &policy.clocks;
  if (clock.chosenBy) {
    const ClockSet* set = setOf(clock, policy);
    if (!set) return nullptr;
    steps = &set->clocks;
  }
  const auto step = std::find_if(steps->begin(), steps->end(),
                                 [&clock](const ClockStep& known) { return known.name == clock.name; });
  return step == steps->end() ? nullptr : &*step;
}

std::vector<Message> explainChoice(const CaseClock& clock, const CaseFile& file, const Policy& policy) {
  const ClockChoice choice = chooseClocks(file, policy);
  if (choice.sources.size() == 1 && !clock.chosenBy) return {};
  std::vector<Message> words{chosenBy(clock, file, policy)};
  if (choice.strictest)
    words.push_back({tr("Of every clock the earliest counts: of the customer, campaign, class and site.")});
  return words;
}

}  // namespace octad::model
