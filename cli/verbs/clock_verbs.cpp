// What if: the due times of a policy's clocks for made-up events (docs/clocks.md).
#include <algorithm>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/shipped.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/policy/deadlines.hpp"
#include "model/policy/policy_calendar.hpp"
#include "model/policy/policy_check.hpp"

namespace octad::cli {

using boost::program_options::value;
using model::member;
using model::members;
using std::string;

namespace {

struct WhatIfEvents {
  std::optional<model::Instant> notice, acceptance, sampleAnalysable, noSample, firstReply, closing;

  static constexpr auto describe() {
    return members(member("notice", &WhatIfEvents::notice), member("acceptance", &WhatIfEvents::acceptance),
                   member("sample_analysable", &WhatIfEvents::sampleAnalysable),
                   member("no_sample", &WhatIfEvents::noSample),
                   member("first_reply", &WhatIfEvents::firstReply),
                   member("closing", &WhatIfEvents::closing));
  }

  model::ClockEvents events() const {
    model::ClockEvents out;
    model::forEachMember(*this, [&out](std::string_view name, const std::optional<model::Instant>& at) {
      if (at) out.starts[model::fromKey<model::ClockStart>(name).value()] = *at;
    });
    return out;
  }
};

struct WhatIfPause {
  string clock;
  model::Instant from;
  std::optional<model::Instant> to;

  static constexpr auto describe() {
    return members(member("clock", &WhatIfPause::clock), member("from", &WhatIfPause::from),
                   member("to", &WhatIfPause::to));
  }
};

struct WhatIfExtension {
  string clock;
  model::Date date;
  bool byCustomer = false;

  static constexpr auto describe() {
    return members(member("clock", &WhatIfExtension::clock), member("date", &WhatIfExtension::date),
                   member("by_customer", &WhatIfExtension::byCustomer));
  }
};

struct WhatIf {
  string profile = "factory";
  string zone = "Asia/Shanghai";
  string calendar;
  string workHours;
  std::optional<model::ClockSet> clockSet;  ///< in place of the profile's clocks, by its zone, hours and days
  WhatIfEvents events;
  std::optional<model::Date> requestedDate;
  std::vector<WhatIfPause> pauses;
  std::vector<WhatIfExtension> extensions;

  static constexpr auto describe() {
    return members(member("profile", &WhatIf::profile), member("zone", &WhatIf::zone),
                   member("calendar", &WhatIf::calendar), member("work_hours", &WhatIf::workHours),
                   member("clock_set", &WhatIf::clockSet), member("events", &WhatIf::events),
                   member("requested_date", &WhatIf::requestedDate), member("pauses", &WhatIf::pauses),
                   member("extensions", &WhatIf::extensions));
  }
};

/// The names of clocks in a what-if say in full what databases keep short.
string wordOf(model::ClockName clock) {
  if (clock == model::ClockName::preliminary) return "preliminary_cause";
  if (clock == model::ClockName::finalReport) return "final_report";
  return string(model::keyOf(clock));
}

/// A clock of the policy by its name; Invalid(field) names those the policy has.
model::ClockName clockOf(const string& word, const model::Policy& policy, const string& field) {
  string known;
  for (const auto& step : policy.clocks) {
    if (word == wordOf(step.name) || word == model::keyOf(step.name)) return step.name;
    known += (known.empty() ? "" : ", ") + wordOf(step.name);
  }
  throw model::Invalid(field, {model::tr("\"{0}\" is not known here; use one of: {1}."), {word, known}});
}

model::ClockFacts factsOf(model::ClockName clock, const WhatIf& input, const model::Policy& policy) {
  model::ClockFacts facts;
  facts.requestedDate = input.requestedDate;
  for (std::size_t i = 0; i < input.pauses.size(); ++i) {
    const auto& pause = input.pauses[i];
    const string field = "pauses[" + std::to_string(i) + "]";
    if (pause.to && *pause.to < pause.from)
      throw model::Invalid(field + ".to", {model::tr("A pause ends after it begins.")});
    if (clockOf(pause.clock, policy, field + ".clock") == clock)
      facts.pauses.push_back({pause.from, pause.to});
  }
  for (std::size_t i = 0; i < input.extensions.size(); ++i) {
    const auto& extension = input.extensions[i];
    if (clockOf(extension.clock, policy, "extensions[" + std::to_string(i) + "].clock") != clock) continue;
    facts.extensions.push_back({extension.date, extension.byCustomer});
  }
  return facts;
}

/// A moment as the site's wall clock with its distance from UTC: 2026-10-01T16:00:00+08:00.
string localIso(const model::Zone& zone, model::Instant at) {
  const model::LocalTime local = zone.local(at);
  const model::Instant asUtc = model::Zone("UTC").instant(local);
  const long long minutes = (asUtc.microseconds - at.microseconds) / 60'000'000;
  const auto two = [](long long number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const long long distance = std::abs(minutes);
  return local.date.iso() + "T" + two(local.hour) + ":" + two(local.minute) + ":" + two(local.second) +
         (minutes < 0 ? "-" : "+") + two(distance / 60) + ":" + two(distance % 60);
}

const model::ClockSet* setOf(const WhatIf& input) {
  return input.clockSet ? &*input.clockSet : nullptr;
}

/// The profile, with a set of clocks in place of its own where one is given. Throws Invalid("clock_set…").
model::Policy policyOf(WhatIf& input) {
  model::Policy policy = shippedPolicy(input.profile);
  if (!input.clockSet) return policy;
  if (input.clockSet->name.empty()) input.clockSet->name = "clock_set";
  const string path = "clock_sets.0";
  policy.clockSets = {*input.clockSet};
  for (const auto& problem : model::policyProblems(policy))
    if (problem.field.rfind(path, 0) == 0)
      throw model::Invalid("clock_set" + problem.field.substr(path.size()), problem.sentence);
  policy.clocks = input.clockSet->clocks;
  return policy;
}

nlohmann::ordered_json clockJson(Context& context, const model::ClockStep& step, const WhatIf& input,
                                 const model::Policy& policy, const model::WorkCalendar& calendar) {
  model::ClockFacts facts = factsOf(step.name, input, policy);
  const auto start = input.events.events().start(step.startEvent);
  if (start) facts.start = start->second;
  const model::ClockStart event = start ? start->first : step.startEvent;
  const model::Due due = model::dueTime(step, facts, calendar);
  string explanation;
  for (const auto& sentence : model::explainDue(step, model::labelOf(event), facts, due, calendar))
    explanation += (explanation.empty() ? "" : " ") + context.text(sentence);
  for (const auto& sentence : model::explainCalendar(setOf(input), step, due, calendar))
    explanation += " " + context.text(sentence);
  nlohmann::ordered_json at;
  if (due.at) at = localIso(calendar.siteZone(), *due.at);
  return {{"clock", wordOf(step.name)},
          {"due", at},
          {"start_event", model::keyOf(event)},
          {"unit", model::keyOf(step.unit())},
          {"target", step.target()},
          {"due_by", model::keyOf(due.by)},
          {"explanation", explanation}};
}

void clocksVerb(Context& context, const Arguments& arguments) {
  auto input = db::fromJson<WhatIf>(db::parseJson(context.readText(needed(arguments, "json")), "json"));
  const model::Policy policy = policyOf(input);
  const model::WorkCalendar site(model::Zone(input.zone), shippedCalendar(input.calendar),
                                 model::parseWorkHours(input.workHours));
  const model::WorkCalendar calendar =
      model::calendarOf(setOf(input), input.workHours.empty() ? model::calendarUnder(policy, site) : site);
  nlohmann::ordered_json clocks = nlohmann::ordered_json::array();
  for (const auto& step : policy.clocks) clocks.push_back(clockJson(context, step, input, policy, calendar));
  context.print({{"clocks", clocks}});
}

}  // namespace

std::vector<Verb> clockVerbs() {
  return {{"clocks",
           {},
           "when the clocks of a policy would be due for given events; stores nothing",
           [](auto&) {},
           clocksVerb}};
}

}  // namespace octad::cli
