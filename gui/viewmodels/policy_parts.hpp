#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/form_body.hpp"
#include "model/policy/policy.hpp"

namespace octad::viewmodels {

/// The subjects of a policy, each a form of its own, so that none becomes a wall of fields.
enum class PolicyPart { rules, clockSets, calendar, classes, escalation, approvals };
inline constexpr std::array kPolicyParts{PolicyPart::rules,   PolicyPart::clockSets,  PolicyPart::calendar,
                                         PolicyPart::classes, PolicyPart::escalation, PolicyPart::approvals};

/// What a part is called, for a menu and as a title.
const char* partLabel(PolicyPart part);

/// What a part asks for. Names are those of the policy's file, so that a mistake finds its field.
struct PolicyPartBody {
  std::vector<FormField> fields;
  FormRows rows;
  /// Takes over what was typed. Throws Invalid(field).
  std::function<void(model::Policy&, const FormValues&)> take;
};

/// Classification, weights, verification and clocks.
PolicyPartBody rulesPart(const model::Policy& base);
/// Clocks of some customers, campaigns or classes in place of the site's.
PolicyPartBody clockSetsPart(const model::Policy& base);
/// Hours of work and days that differ from those of the site.
PolicyPartBody calendarPart(const model::Policy& base);
/// The names of the classes, and which class a rule gives.
PolicyPartBody classesPart(const model::Policy& base);
/// The table of reminders and escalations.
PolicyPartBody escalationPart(const model::Policy& base);
/// Who approves, and how long records are kept.
PolicyPartBody approvalsPart(const model::Policy& base);
PolicyPartBody partOf(const model::Policy& base, PolicyPart part);

/// The fields of one clock, named "PATH.target" and so on; without a step it is left open, for which `none`
/// names the choice.
std::vector<FormField> clockFields(const std::string& path, const std::optional<model::ClockStep>& step,
                                   const char* none = nullptr);
/// The clock that these fields say. Throws Invalid("PATH.target").
model::ClockStep clockTyped(const FormValues& typed, const std::string& path);

/// A whole number that has to be there. Throws Invalid(name).
long long wholeNumber(const FormValues& typed, const std::string& name);

}  // namespace octad::viewmodels
