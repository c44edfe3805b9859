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
  return {"rule_class." + rule,       ruleName(rule),
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

std::vector<FormField> reminder(const Policy& base, std::size_t row) {
  const ReminderRule rule = row < base.escalation.size() ? base.escalation[row] : ReminderRule{};
  const auto field = [row](const char* member) { return rowField("escalation", row, member); };
  const auto number = [](long long value) { return std::to_string(value); };
  return {
      {field("condition"), tr("When"), FormFieldKind::choice, key(rule.condition),
       choicesOf<model::ReminderCondition>()},
      {field("receiver"), tr("Tell"), FormFieldKind::choice, key(rule.receiver), choicesOf<model::Receiver>(),
       true},
      {field("days"), tr("Days"), FormFieldKind::quantity, number(rule.days), {}, true},
      {field("count"), tr("Times or reporters"), FormFieldKind::quantity, number(rule.count), {}, true},
      {field("amount"), tr("Amount"), FormFieldKind::quantity, number(rule.amount), {}, true},
  };
}

/// How far up a rule goes: as it did in the policy before, else as far as its receiver stands.
model::NoticeLevel levelOf(const std::vector<ReminderRule>& before, const ReminderRule& rule) {
  for (const auto& known : before)
    if (known.condition == rule.condition && known.receiver == rule.receiver) return known.level;
  switch (rule.receiver) {
    case model::Receiver::owner:
      return model::NoticeLevel::owner;
    case model::Receiver::departmentHead:
    case model::Receiver::safetyOfficer:
      return model::NoticeLevel::head;
    case model::Receiver::qualityManager:
      break;
  }
  return model::NoticeLevel::manager;
}

void takeReminders(Policy& policy, const FormValues& typed, const FormRows& rows) {
  const auto before = std::exchange(policy.escalation, {});
  for (std::size_t row = 0; row < rowCount(rows, typed); ++row) {
    const auto field = [row](const char* member) { return rowField("escalation", row, member); };
    ReminderRule rule;
    rule.condition = chosen(typed, field("condition"), rule.condition);
    rule.receiver = chosen(typed, field("receiver"), rule.receiver);
    rule.level = levelOf(before, rule);
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
       own.severity ? key(*own.severity) : std::string(), choicesOf<SeverityClass>(tr("All classes")), true},
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

/// What the rows of a part are called, in its file and on the screen.
struct RowWords {
  const char* key;
  const char* title;
  const char* addLabel;
  const char* removeLabel;
};

/// Gives a part its rows: how one is made from the policy, and how all of them are taken over.
void setRows(PolicyPartBody& part, const RowWords& words, const Policy& base, std::size_t count,
             std::vector<FormField> (*make)(const Policy&, std::size_t),
             void (*take)(Policy&, const FormValues&, const FormRows&)) {
  part.rows.key = words.key;
  part.rows.title = words.title;
  part.rows.addLabel = words.addLabel;
  part.rows.removeLabel = words.removeLabel;
  part.rows.count = count;
  part.rows.make = [base, make](std::size_t row) { return make(base, row); };
  part.take = [take, rows = part.rows](Policy& policy, const FormValues& typed) {
    take(policy, typed, rows);
  };
}

}  // namespace

const char* partLabel(PolicyPart part) {
  switch (part) {
    case PolicyPart::rules:
      return tr("Rules, counting and clocks");
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
  }
  return "";
}

PolicyPartBody calendarPart(const Policy& base) {
  PolicyPartBody part;
  part.fields = {{"work_hours", tr("Hours of work, e.g. 08:00-12:00,13:30-17:30 (empty: those of the site)"),
                  FormFieldKind::line, base.workHours}};
  const RowWords words{"days", tr("Days off and make-up workdays beside the site's calendar"),
                       tr("Add a day"), tr("Remove this day")};
  setRows(part, words, base, base.days.size(), calendarDay, takeCalendar);
  return part;
}

PolicyPartBody classesPart(const Policy& base) {
  PolicyPartBody part;
  for (const std::string rule : kRulesWithClass)
    if (model::hasRule(base, rule)) part.fields.push_back(ruleClass(base, rule, part.fields.size() % 3 != 0));
  const RowWords words{"classes", tr("Classes of this scheme (none: the usual three)"), tr("Add a class"),
                       tr("Remove this class")};
  setRows(part, words, base, base.classes.size(), className, takeClasses);
  return part;
}

PolicyPartBody escalationPart(const Policy& base) {
  PolicyPartBody part;
  const RowWords words{"escalation", tr("Who is told"), tr("Add a rule"), tr("Remove this rule")};
  setRows(part, words, base, base.escalation.size(), reminder, takeReminders);
  return part;
}

PolicyPartBody approvalsPart(const Policy& base) {
  PolicyPartBody part;
  const auto years = [](const char* name, const char* label, int value, bool beside) {
    return FormField{name, label, FormFieldKind::quantity, std::to_string(value), {}, beside};
  };
  part.fields = {{"numbering", tr("Numbers of complaints"), FormFieldKind::line, base.numbering},
                 years("keep_years_major", tr("Kept, years: major"), base.keepYearsMajor, false),
                 years("keep_years_general", tr("Kept, years: general"), base.keepYearsGeneral, true),
                 years("keep_years_other", tr("Kept, years: other"), base.keepYearsOther, true)};
  const RowWords words{"approvals", tr("Who decides"), tr("Add an approval"), tr("Remove this approval")};
  setRows(part, words, base, base.approvals.size(), approval, takeApprovals);
  return part;
}

PolicyPartBody partOf(const Policy& base, PolicyPart part) {
  switch (part) {
    case PolicyPart::rules:
      return rulesPart(base);
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
  }
  return {};
}

}  // namespace octad::viewmodels
