// The part of a policy that gives some cases other clocks than the site's (X-4, docs/clocks.md).
#include <algorithm>

#include "gui/viewmodels/form_values.hpp"
#include "gui/viewmodels/policy_parts.hpp"
#include "model/core/error.hpp"
#include "model/core/zone.hpp"

namespace octad::viewmodels {

using model::ClockScope;
using model::ClockSet;
using model::ClockStep;
using model::Invalid;
using model::Policy;
using model::SeverityClass;
using model::tr;

namespace {

constexpr const char* kSets = "clock_sets";
constexpr std::size_t kSpareSlots = 2;  ///< for clocks that are added to a set

std::string slotPath(std::size_t row, std::size_t slot) {
  return rowField(kSets, row, "clocks.") + std::to_string(slot);
}

/// How many clocks a set of the form has room for: the same of every set, so that its rows can move up.
std::size_t slotsOf(const Policy& base) {
  std::size_t most = base.clocks.size();
  for (const auto& set : base.clockSets) most = std::max(most, set.clocks.size());
  return std::min(most + kSpareSlots, std::max(most, model::EnumKeys<model::ClockName>::entries.size()));
}

/// A set is never chosen by the site: those clocks are the policy's own.
std::vector<FieldChoice> scopes() {
  std::vector<FieldChoice> choices;
  for (const ClockScope scope : {ClockScope::customer, ClockScope::campaign, ClockScope::severity})
    choices.push_back({key(scope), model::labelOf(scope)});
  return choices;
}

std::vector<FieldChoice> zones(const std::string& own) {
  std::vector<FieldChoice> choices{{"", tr("of the site"), true}};
  for (const auto& zone : model::zoneNames()) choices.push_back({zone, zone, false});
  const bool known = own.empty() || std::any_of(choices.begin(), choices.end(),
                                                [&own](const auto& choice) { return choice.key == own; });
  if (!known) choices.push_back({own, own, false});
  return choices;
}

std::string withoutBlanks(const std::string& text) {
  const std::size_t from = text.find_first_not_of(" \t\r");
  return from == std::string::npos ? std::string()
                                   : text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

/// Days as they are typed, one a line: "2026-12-24 Christmas Eve", "+2026-12-27" for a make-up workday.
std::string daysText(const std::vector<model::PolicyDay>& days) {
  std::string text;
  for (const auto& day : days)
    text += (text.empty() ? "" : "\n") + std::string(day.kind == model::DayKind::workday ? "+" : "") +
            day.day.iso() + (day.name.empty() ? "" : " " + day.name);
  return text;
}

/// One line of the days. Throws Invalid(field).
model::PolicyDay dayTyped(const std::string& line, const std::string& field) {
  constexpr std::size_t kDay = 10;  // 2026-12-24
  const std::string text = withoutBlanks(line);
  const std::size_t from = text.starts_with('+') ? 1 : 0;
  const auto day = model::Date::parse(text.substr(from, kDay));
  const std::string rest = text.size() > from + kDay ? text.substr(from + kDay) : std::string();
  if (!day || (!rest.empty() && rest.front() != ' '))
    throw Invalid(field,
                  {tr("\"{0}\" is no day: write 2026-12-24 and its name, one a line, with + in front of a "
                      "make-up workday."),
                   {text}});
  return {*day, from == 1 ? model::DayKind::workday : model::DayKind::holiday, withoutBlanks(rest)};
}

std::vector<model::PolicyDay> daysTyped(const std::string& text, const std::string& field) {
  std::vector<model::PolicyDay> days;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const std::string line = text.substr(from, end - from);
    from = end + 1;
    if (!withoutBlanks(line).empty()) days.push_back(dayTyped(line, field));
  }
  return days;
}

/// A new set starts with the site's clocks: it stands in place of them, and one that it leaves out is gone.
std::vector<FormField> setFields(const Policy& base, std::size_t row) {
  ClockSet set;
  set.clocks = base.clocks;
  if (row < base.clockSets.size()) set = base.clockSets[row];
  const auto name = [row](const char* field) { return rowField(kSets, row, field); };
  std::vector<FormField> fields{
      {name("name"), tr("Set of clocks"), FormFieldKind::line, set.name},
      {name("scope"), tr("Chosen by"), FormFieldKind::choice, key(set.scope), scopes(), true},
      {name("class"), tr("Complaint class"), FormFieldKind::choice,
       set.severity ? key(*set.severity) : std::string(), classesOf(base, tr("none")), true},
      {name("strictest"), tr("Earliest counts"), FormFieldKind::check, set.strictest ? "1" : "", {}, true},
      {name("zone"), tr("Time zone"), FormFieldKind::choice, set.zone, zones(set.zone)},
      {name("work_hours"),
       tr("Hours of work, e.g. 09:00-17:00 (empty: those of the policy)"),
       FormFieldKind::line,
       set.workHours,
       {},
       true},
      {name("days"), tr("Days off, one a line: 2026-12-24 Christmas Eve (+ in front: make-up workday)"),
       FormFieldKind::text, daysText(set.days)},
  };
  for (std::size_t slot = 0; slot < slotsOf(base); ++slot) {
    const auto step = slot < set.clocks.size() ? std::optional(set.clocks[slot]) : std::nullopt;
    auto clock = clockFields(slotPath(row, slot), step, tr("none"));
    fields.insert(fields.end(), std::make_move_iterator(clock.begin()), std::make_move_iterator(clock.end()));
  }
  return fields;
}

std::vector<ClockStep> clocksTyped(const FormValues& typed, std::size_t row, std::size_t slots) {
  std::vector<ClockStep> steps;
  for (std::size_t slot = 0; slot < slots; ++slot) {
    const std::string path = slotPath(row, slot);
    if (!at(typed, path + ".name").empty())
      steps.push_back(clockTyped(typed, path));
    else if (!at(typed, path + ".target").empty())
      throw Invalid(path + ".name", tr("Choose the promise that this time is for, or empty the time."));
  }
  return steps;
}

void takeSets(Policy& policy, const FormValues& typed, const FormRows& rows, std::size_t slots) {
  policy.clockSets.clear();
  for (std::size_t row = 0; row < rowCount(rows, typed); ++row) {
    const auto field = [row](const char* member) { return rowField(kSets, row, member); };
    ClockSet set;
    set.name = at(typed, field("name"));
    set.scope = chosen(typed, field("scope"), set.scope);
    set.severity = model::fromKey<SeverityClass>(at(typed, field("class")));
    set.strictest = at(typed, field("strictest")) == "1";
    set.zone = at(typed, field("zone"));
    set.workHours = at(typed, field("work_hours"));
    set.days = daysTyped(at(typed, field("days")), field("days"));
    set.clocks = clocksTyped(typed, row, slots);
    policy.clockSets.push_back(std::move(set));
  }
}

}  // namespace

PolicyPartBody clockSetsPart(const Policy& base) {
  PolicyPartBody part;
  part.rows.key = kSets;
  part.rows.title = tr("Sets of clocks (none: everybody has the site's)");
  part.rows.addLabel = tr("Add a set");
  part.rows.removeLabel = tr("Remove this set");
  part.rows.count = base.clockSets.size();
  part.rows.make = [base](std::size_t row) { return setFields(base, row); };
  part.take = [rows = part.rows, slots = slotsOf(base)](Policy& policy, const FormValues& typed) {
    takeSets(policy, typed, rows, slots);
  };
  return part;
}

}  // namespace octad::viewmodels
