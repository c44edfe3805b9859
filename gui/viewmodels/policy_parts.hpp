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
enum class PolicyPart { rules, order, classes, clockSets, calendar, escalation, approvals, routes };
inline constexpr std::array kPolicyParts{PolicyPart::rules,     PolicyPart::order,    PolicyPart::classes,
                                         PolicyPart::clockSets, PolicyPart::calendar, PolicyPart::escalation,
                                         PolicyPart::approvals, PolicyPart::routes};

/// What a part is called, for a menu and as a title.
const char* partLabel(PolicyPart part);

/// What a part asks for. Names are those of the policy's file, so that a mistake finds its field.
struct PolicyPartBody {
  std::vector<FormField> fields;
  FormRows rows;
  /// Takes over what was typed. Throws Invalid(field).
  std::function<void(model::Policy&, const FormValues&)> take;
};

/// Classification, weights and clocks.
PolicyPartBody rulesPart(const model::Policy& base);
/// The rules one by one, in any order.
PolicyPartBody orderPart(const model::Policy& base);
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
/// First department by a word, verification and follow-up; `departments` are those to choose from.
PolicyPartBody routesPart(const model::Policy& base, std::vector<FieldChoice> departments);
PolicyPartBody partOf(const model::Policy& base, PolicyPart part, std::vector<FieldChoice> departments = {});

/// What the rows of a part are called, in its file and on the screen.
struct RowWords {
  const char* key;
  const char* title;
  const char* addLabel;
  const char* removeLabel;
};

/// Gives a part its rows: how one is made, and how all of them are taken over.
void setRows(PolicyPartBody& part, const RowWords& words, std::size_t count,
             std::function<std::vector<FormField>(std::size_t row)> make,
             std::function<void(model::Policy&, const FormValues&, const FormRows&)> take);

/// The fields of one clock, named "PATH.target" and so on; without a step it is left open, for which `none`
/// names the choice.
std::vector<FormField> clockFields(const std::string& path, const std::optional<model::ClockStep>& step,
                                   const char* none = nullptr);
/// The clock that these fields say. Throws Invalid("PATH.target").
model::ClockStep clockTyped(const FormValues& typed, const std::string& path);

/// Forgets the classes that were given to rules which are no longer there.
void dropLostClasses(model::Policy& policy);

/// A field for a whole number.
FormField numberField(const std::string& name, const char* label, long long value, bool beside);

/// The classes of a policy to choose from, by its own names in both languages; `none` names the empty choice.
std::vector<FieldChoice> classesOf(const model::Policy& policy, const char* none);

/// A whole number that has to be there. Throws Invalid(name).
long long wholeNumber(const FormValues& typed, const std::string& name);

}  // namespace octad::viewmodels
