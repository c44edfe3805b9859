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
  part.rows.key = "days";
  part.rows.title = tr("Days off and make-up workdays beside the site's calendar");
  part.rows.addLabel = tr("Add a day");
  part.rows.removeLabel = tr("Remove this day");
  part.rows.count = base.days.size();
  part.rows.make = [base](std::size_t row) { return calendarDay(base, row); };
  part.take = [rows = part.rows](Policy& policy, const FormValues& typed) {
    takeCalendar(policy, typed, rows);
  };
  return part;
}

PolicyPartBody classesPart(const Policy& base) {
  PolicyPartBody part;
  for (const std::string rule : kRulesWithClass)
    if (model::hasRule(base, rule)) part.fields.push_back(ruleClass(base, rule, part.fields.size() % 3 != 0));
  part.rows.key = "classes";
  part.rows.title = tr("Classes of this scheme (none: the usual three)");
  part.rows.addLabel = tr("Add a class");
  part.rows.removeLabel = tr("Remove this class");
  part.rows.count = base.classes.size();
  part.rows.make = [base](std::size_t row) { return className(base, row); };
  part.take = [rows = part.rows](Policy& policy, const FormValues& typed) {
    takeClasses(policy, typed, rows);
  };
  return part;
}

PolicyPartBody escalationPart(const Policy& base) {
  PolicyPartBody part;
  part.rows.key = "escalation";
  part.rows.title = tr("Who is told");
  part.rows.addLabel = tr("Add a rule");
  part.rows.removeLabel = tr("Remove this rule");
  part.rows.count = base.escalation.size();
  part.rows.make = [base](std::size_t row) { return reminder(base, row); };
  part.take = [rows = part.rows](Policy& policy, const FormValues& typed) {
    takeReminders(policy, typed, rows);
  };
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
  part.rows.key = "approvals";
  part.rows.title = tr("Who decides");
  part.rows.addLabel = tr("Add an approval");
  part.rows.removeLabel = tr("Remove this approval");
  part.rows.count = base.approvals.size();
  part.rows.make = [base](std::size_t row) { return approval(base, row); };
  part.take = [rows = part.rows](Policy& policy, const FormValues& typed) {
    takeApprovals(policy, typed, rows);
  };
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
