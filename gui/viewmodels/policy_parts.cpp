// The parts of a policy about names, people and records.
#include "gui/viewmodels/policy_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "gui/viewmodels/form_values.hpp"
#include "gui/viewmodels/policy_forms.hpp"
#include "model/core/error.hpp"

namespace octad::viewmodels {

using model::Approval;
using model::ClassName;
using model::Policy;
using model::ReminderRule;
using model::SeverityClass;
using model::tr;

namespace {

constexpr std::array kRulesWithClass{"safety", "penalty", "ppm", "external", "dissatisfied", "repeat"};

std::vector<FormField> className(const Policy& base, std::size_t row) {
  const ClassName name = row < base.classes.size() ? base.classes[row] : ClassName{};
  const auto field = [row](const char* member) { return rowField("classes", row, member); };
  return {
      {field("class"), tr("Complaint class"), FormFieldKind::choice, key(name.severity),
       choicesOf<SeverityClass>()},
      {field("zh"), tr("Name in Chinese"), FormFieldKind::line, name.zh, {}, true},
      {field("en"), tr("Name in English"), FormFieldKind::line, name.en, {}, true},
  };
}

FormField ruleClass(const Policy& base, const std::string& rule, bool beside) {
  return {"rule_class." + rule,       ruleTitle(rule),
          FormFieldKind::choice,      key(model::classOfRule(base, rule)),
          choicesOf<SeverityClass>(), beside};
}

void takeClasses(Policy& policy, const FormValues& typed, const FormRows& rows) {
  policy.classes.clear();
  for (std::size_t row = 0; row < rowCount(rows, typed); ++row) {
    const auto field = [row](const char* member) { return rowField("classes", row, member); };
    policy.classes.push_back({chosen(typed, field("class"), SeverityClass::other), at(typed, field("zh")),
                              at(typed, field("en"))});
  }
  policy.ruleClasses.clear();
  for (const std::string rule : kRulesWithClass) {
    if (!model::hasRule(policy, rule)) continue;
    const auto severity = chosen(typed, "rule_class." + rule, SeverityClass::major);
    if (severity != SeverityClass::major) policy.ruleClasses.push_back({rule, severity});
  }
}

std::vector<FormField> calendarDay(const Policy& base, std::size_t row) {
  const model::PolicyDay own = row < base.days.size() ? base.days[row] : model::PolicyDay{};
  const auto field = [row](const char* member) { return rowField("days", row, member); };
  return {
      {field("day"), tr("Day"), FormFieldKind::date, row < base.days.size() ? own.day.iso() : std::string()},
      {field("kind"), tr("Kind"), FormFieldKind::choice, key(own.kind), choicesOf<model::DayKind>(), true},
      {field("name"), tr("Name"), FormFieldKind::line, own.name, {}, true},
  };
}

void takeCalendar(Policy& policy, const FormValues& typed, const FormRows& rows) {
  policy.workHours = at(typed, "work_hours");
  policy.days.clear();
  for (std::size_t row = 0; row < rowCount(rows, typed); ++row) {
    const auto field = [row](const char* member) { return rowField("days", row, member); };
    const auto day = parseDay(at(typed, field("day")), field("day"));
    if (!day) throw model::Invalid(field("day"), tr("Say which day it is, or remove the line."));
    policy.days.push_back(
        {*day, chosen(typed, field("kind"), model::DayKind::holiday), at(typed, field("name"))});
  }
}

/// How a notice of a rule is marked in the inbox, in fewer words than there.
std::vector<FieldChoice> levels() {
  return {{key(model::NoticeLevel::owner), tr("Reminder")},
          {key(model::NoticeLevel::head), tr("To the head")},
          {key(model::NoticeLevel::manager), tr("To quality")}};
}

/// The conditions that a table may hold.
std::vector<FieldChoice> conditions() {
  auto choices = choicesOf<model::ReminderCondition>();
  std::erase_if(choices, [](const FieldChoice& choice) {
    const auto condition = model::fromKey<model::ReminderCondition>(choice.key);
    return !condition || !model::isRule(*condition);
  });
  return choices;
}

std::vector<FormField> reminder(const Policy& base, std::size_t row) {
  const ReminderRule rule = row < base.escalation.size() ? base.escalation[row] : ReminderRule{};
  const auto field = [row](const char* member) { return rowField("escalation", row, member); };
  const auto number = [](long long value) { return std::to_string(value); };
  return {
      {field("condition"), tr("When"), FormFieldKind::choice, key(rule.condition), conditions()},
      {field("receiver"), tr("Tell"), FormFieldKind::choice, key(rule.receiver), choicesOf<model::Receiver>(),
       true},
      {field("level"), tr("Level"), FormFieldKind::choice, key(rule.level), levels(), true, {}, 1},
      {field("days"), tr("Days"), FormFieldKind::quantity, number(rule.days), {}, true},
      {field("count"), tr("Times or reporters"), FormFieldKind::quantity, number(rule.count), {}, true},
      {field("amount"), tr("Amount"), FormFieldKind::quantity, number(rule.amount), {}, true},
  };
}

void takeReminders(Policy& policy, const FormValues& typed, const FormRows& rows) {
  policy.escalation.clear();
  for (std::size_t row = 0; row < rowCount(rows, typed); ++row) {
    const auto field = [row](const char* member) { return rowField("escalation", row, member); };
    ReminderRule rule;
    rule.condition = chosen(typed, field("condition"), rule.condition);
    rule.receiver = chosen(typed, field("receiver"), rule.receiver);
    rule.level = chosen(typed, field("level"), rule.level);
    rule.days = static_cast<int>(quantity(typed, field("days")));
    rule.count = static_cast<int>(quantity(typed, field("count")));
    rule.amount = quantity(typed, field("amount"));
    policy.escalation.push_back(rule);
  }
}

std::vector<FormField> approval(const Policy& base, std::size_t row) {
  const Approval own = row < base.approvals.size() ? base.approvals[row] : Approval{};
  const auto field = [row](const char* member) { return rowField("approvals", row, member); };
  return {
      {field("step"), tr("Step"), FormFieldKind::choice, key(own.step), choicesOf<model::ApprovalStep>()},
      {field("class"), tr("Complaint class"), FormFieldKind::choice,
       own.severity ? key(*own.severity) : std::string(), classesOf(base, tr("All classes")), true},
      {field("role"),
       tr("By"),
       FormFieldKind::choice,
       key(own.role),
       {{key(model::Role::manager), model::labelOf(model::Role::manager)},
        {key(model::Role::cqe), model::labelOf(model::Role::cqe)}},
       true},
  };
}

void takeApprovals(Policy& policy, const FormValues& typed, const FormRows& rows) {
  policy.approvals.clear();
  for (std::size_t row = 0; row < rowCount(rows, typed); ++row) {
    const auto field = [row](const char* member) { return rowField("approvals", row, member); };
    policy.approvals.push_back({chosen(typed, field("step"), model::ApprovalStep::closing),
                                model::fromKey<SeverityClass>(at(typed, field("class"))),
                                chosen(typed, field("role"), model::Role::manager)});
  }
  policy.numbering = at(typed, "numbering");
  policy.keepYearsMajor = static_cast<int>(quantity(typed, "keep_years_major"));
  policy.keepYearsGeneral = static_cast<int>(quantity(typed, "keep_years_general"));
  policy.keepYearsOther = static_cast<int>(quantity(typed, "keep_years_other"));
}

/// The same for rows that a policy has stored.
void setRowsOf(PolicyPartBody& part, const RowWords& words, const Policy& base, std::size_t count,
               std::vector<FormField> (*make)(const Policy&, std::size_t),
               void (*take)(Policy&, const FormValues&, const FormRows&)) {
  setRows(
      part, words, count, [base, make](std::size_t row) { return make(base, row); }, take);
}

}  // namespace

void setRows(PolicyPartBody& part, const RowWords& words, std::size_t count,
             std::function<std::vector<FormField>(std::size_t row)> make,
             std::function<void(Policy&, const FormValues&, const FormRows&)> take) {
  part.rows.key = words.key;
  part.rows.title = words.title;
  part.rows.addLabel = words.addLabel;
  part.rows.removeLabel = words.removeLabel;
  part.rows.count = count;
  part.rows.make = std::move(make);
  part.take = [take = std::move(take), rows = part.rows](Policy& policy, const FormValues& typed) {
    take(policy, typed, rows);
  };
}

const char* partLabel(PolicyPart part) {
  switch (part) {
    case PolicyPart::rules:
      return tr("Rules, counting and clocks");
    case PolicyPart::order:
      return tr("Order of the rules");
    case PolicyPart::clockSets:
      return tr("Clocks by customer, campaign or class");
    case PolicyPart::calendar:
      return tr("Hours of work and days");
    case PolicyPart::classes:
      return tr("Names of the classes");
    case PolicyPart::escalation:
      return tr("Reminders and escalation");
    case PolicyPart::approvals:
      return tr("Approvals, numbers and retention");
    case PolicyPart::routes:
      return tr("First department, verification and follow-up");
  }
  return "";
}

PolicyPartBody calendarPart(const Policy& base) {
  PolicyPartBody part;
  part.fields = {{"work_hours", tr("Hours of work, e.g. 08:00-12:00,13:30-17:30 (empty: those of the site)"),
                  FormFieldKind::line, base.workHours}};
  const RowWords words{"days", tr("Days off and make-up workdays beside the site's calendar"),
                       tr("Add a day"), tr("Remove this day")};
  setRowsOf(part, words, base, base.days.size(), calendarDay, takeCalendar);
  return part;
}

std::vector<FieldChoice> classesOf(const Policy& policy, const char* none) {
  if (policy.classes.empty()) return choicesOf<SeverityClass>(none);
  std::vector<FieldChoice> choices{{"", none, true}};
  for (const auto& name : policy.classes)
    choices.push_back({key(name.severity), name.zh + " / " + name.en, false});
  return choices;
}

PolicyPartBody classesPart(const Policy& base) {
  PolicyPartBody part;
  for (const std::string rule : kRulesWithClass)
    if (model::hasRule(base, rule)) part.fields.push_back(ruleClass(base, rule, part.fields.size() % 3 != 0));
  const RowWords words{"classes", tr("Classes of this scheme (none: the usual three)"), tr("Add a class"),
                       tr("Remove this class")};
  setRowsOf(part, words, base, base.classes.size(), className, takeClasses);
  return part;
}

PolicyPartBody escalationPart(const Policy& base) {
  PolicyPartBody part;
  const RowWords words{"escalation", tr("Who is told"), tr("Add a rule"), tr("Remove this rule")};
  setRowsOf(part, words, base, base.escalation.size(), reminder, takeReminders);
  return part;
}

PolicyPartBody approvalsPart(const Policy& base) {
  PolicyPartBody part;
  part.fields = {{"numbering", tr("Numbers of complaints"), FormFieldKind::line, base.numbering},
                 numberField("keep_years_major", tr("Kept, years: major"), base.keepYearsMajor, false),
                 numberField("keep_years_general", tr("Kept, years: general"), base.keepYearsGeneral, true),
                 numberField("keep_years_other", tr("Kept, years: other"), base.keepYearsOther, true)};
  const RowWords words{"approvals", tr("Who decides"), tr("Add an approval"), tr("Remove this approval")};
  setRowsOf(part, words, base, base.approvals.size(), approval, takeApprovals);
  return part;
}

PolicyPartBody partOf(const Policy& base, PolicyPart part, std::vector<FieldChoice> departments) {
  switch (part) {
    case PolicyPart::rules:
      return rulesPart(base);
    case PolicyPart::order:
      return orderPart(base);
    case PolicyPart::clockSets:
      return clockSetsPart(base);
    case PolicyPart::calendar:
      return calendarPart(base);
    case PolicyPart::classes:
      return classesPart(base);
    case PolicyPart::escalation:
      return escalationPart(base);
    case PolicyPart::approvals:
      return approvalsPart(base);
    case PolicyPart::routes:
      return routesPart(base, std::move(departments));
  }
  return {};
}

}  // namespace octad::viewmodels
