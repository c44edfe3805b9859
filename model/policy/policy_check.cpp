#include "model/policy/policy_check.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string_view>

#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/core/zone.hpp"
#include "model/policy/calendar.hpp"
#include "model/policy/table_check.hpp"

namespace octad::model {

namespace {

constexpr std::string_view kOtherwise = "otherwise";
constexpr std::array<std::string_view, 10> kRules{
    "safety", "penalty",        "ppm",        "external",         "dissatisfied",
    "repeat", "quantity_major", "rate_other", "quantity_general", kOtherwise};
constexpr int kMaxWeight = 100;
constexpr long long kMaxHours = 8'760;
constexpr int kMaxDays = 366;
constexpr int kMaxYears = 100;
constexpr int kClassName = 40;

std::string listOf(const std::array<std::string_view, 10>& words) {
  std::string out;
  for (const auto word : words) out += (out.empty() ? "" : ", ") + std::string(word);
  return out;
}

bool blank(const std::string& text) {
  return text.find_first_not_of(' ') == std::string::npos;
}

/// Where a rule stands; behind the end when the policy leaves it out.
std::size_t placeOf(const Policy& policy, std::string_view rule) {
  return static_cast<std::size_t>(std::find(policy.rules.begin(), policy.rules.end(), rule) -
                                  policy.rules.begin());
}

class Check {
 public:
  explicit Check(const Policy& policy) : m_policy(policy) {}

  std::vector<PolicyProblem> problems(const std::vector<std::string>& departments) {
    head();
    classes();
    if (const auto wrong = rulesProblem(m_policy))
      m_problems.push_back(*wrong);
    else
      safetyFirst();
    ruleClasses();
    thresholds();
    counting();
    for (std::size_t i = 0; i < m_policy.clocks.size(); ++i) clock(m_policy.clocks, i, "clocks.");
    clockSets();
    numbering();
    calendar();
    times();
    routes(departments);
    append(escalationProblems(m_policy.escalation));
    append(approvalProblems(m_policy));
    return std::move(m_problems);
  }

 private:
  void add(std::string field, const char* text, std::vector<std::string> arguments = {}) {
    m_problems.push_back({std::move(field), {text, std::move(arguments)}});
  }

  void append(std::vector<PolicyProblem> problems) {
    m_problems.insert(m_problems.end(), std::make_move_iterator(problems.begin()),
                      std::make_move_iterator(problems.end()));
  }

  template <class Number>
  void range(const std::string& field, Number value, Number from, Number to) {
    if (value < from || value > to)
      add(field, tr("{0} must be from {1} to {2}."),
          {translated(fieldLabel(field)), std::to_string(from), std::to_string(to)});
  }

  void head() {
    if (blank(m_policy.name))
      add("name", tr("The policy needs a name, such as \"factory-2027\"."));
    else if (m_policy.name.size() > 100 || m_policy.name.find_first_of("\r\n\t/\\") != std::string::npos)
      add("name", tr("The name of a policy has at most 100 letters, no line breaks and no slashes."));
  }

  /// A scheme has two or three classes, each with its names, and the highest is "major".
  void classes() {
    if (m_policy.classes.empty()) return;
    std::set<SeverityClass> seen;
    for (std::size_t i = 0; i < m_policy.classes.size(); ++i) {
      const ClassName& name = m_policy.classes[i];
      const std::string path = "classes." + std::to_string(i);
      if (!seen.insert(name.severity).second)
        add(path, tr("The class \"{0}\" is named twice: keep one of the names."),
            {translated(labelOf(name.severity))});
      if (blank(name.zh) || blank(name.en))
        add(path, tr("The class \"{0}\" needs a name in Chinese and one in English."),
            {translated(labelOf(name.severity))});
      else if (characterCount(name.zh) > kClassName || characterCount(name.en) > kClassName)
        add(path, tr("The name of a class has at most {0} letters."), {std::to_string(kClassName)});
    }
    if (!seen.contains(SeverityClass::major) || seen.size() < 2)
      add("classes",
          tr("A scheme has \"major\" and at least one class below it: name them, or leave the list "
             "empty for the usual three."));
  }

  void needsClass(const char* rule, SeverityClass severity) {
    if (hasRule(m_policy, rule) && !hasClass(m_policy, severity))
      add("rules", tr("The rule \"{0}\" gives the class \"{1}\", which this scheme does not have."),
          {rule, translated(labelOf(severity))});
  }

  /// Classes given to rules that count no pieces; safety never goes into the lowest one (S0-9).
  void ruleClasses() {
    needsClass("rate_other", SeverityClass::other);
    needsClass("quantity_general", SeverityClass::general);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < m_policy.ruleClasses.size(); ++i) {
      const RuleClass& own = m_policy.ruleClasses[i];
      const std::string path = "rule_classes." + std::to_string(i);
      if (own.rule == kOtherwise || own.rule.rfind("quantity_", 0) == 0 || own.rule == "rate_other")
        add(path, tr("The class of the rule \"{0}\" is fixed: take it out of this list."), {own.rule});
      else if (!hasRule(m_policy, own.rule))
        add(path, tr("The rule \"{0}\" is not among the rules of this policy."), {own.rule});
      else if (!seen.insert(own.rule).second)
        add(path, tr("The rule \"{0}\" has two classes: keep one of them."), {own.rule});
      else if (!hasClass(m_policy, own.severity))
        add(path, tr("The rule \"{0}\" gives the class \"{1}\", which this scheme does not have."),
            {own.rule, translated(labelOf(own.severity))});
      else if (own.rule == "safety" && own.severity == lowestClass(m_policy))
        add(path,
            tr("A safety complaint is never in the lowest class: give the rule \"safety\" a higher one."));
    }
  }

  /// A safety complaint is major in every scheme (S0-9), so no rule that lowers a class may come before it.
  void safetyFirst() {
    const std::size_t safety = placeOf(m_policy, "safety");
    if (safety == m_policy.rules.size())
      add("rules", tr("The rule \"safety\" is missing: a safety complaint is major in every policy."));
    else if (placeOf(m_policy, "rate_other") < safety || placeOf(m_policy, "quantity_general") < safety)
      add("rules", tr("The rule \"safety\" must stand before \"rate_other\" and \"quantity_general\", or a "
                      "safety complaint could become a lower class."));
  }

  void pieces(const std::string& field, DefectKind kind, long long value) {
    if (value < 1 || value > kMaxQuantity)
      add(field, tr("\"{0}\": {1} must be from {2} to {3}."),
          {translated(labelOf(kind)), translated(fieldLabel(field)), "1", std::to_string(kMaxQuantity)});
  }

  void thresholds() {
    std::set<DefectKind> seen;
    for (std::size_t i = 0; i < m_policy.thresholds.size(); ++i) {
      const Thresholds& at = m_policy.thresholds[i];
      const std::string path = "thresholds." + std::to_string(i);
      if (!seen.insert(at.kind).second)
        add(path, tr("The thresholds for \"{0}\" stand twice: keep one of them."),
            {translated(labelOf(at.kind))});
      pieces(path + ".general", at.kind, at.general);
      if (!hasRule(m_policy, "quantity_major")) continue;
      if (hasRule(m_policy, "quantity_general") && at.major <= at.general)
        add(path + ".major",
            tr("{0}: major begins at {1} pieces, general at {2}: major must begin above general."),
            {translated(labelOf(at.kind)), std::to_string(at.major), std::to_string(at.general)});
      else
        pieces(path + ".major", at.kind, at.major);
    }
    for (const DefectKind kind : {DefectKind::functional, DefectKind::appearance})
      if (!seen.contains(kind))
        add("thresholds", tr("There is a gap: \"{0}\" has no thresholds. Add them."),
            {translated(labelOf(kind))});
    if (!(m_policy.rateBelow > 0 && m_policy.rateBelow < 1))
      add("rate_below",
          tr("The rate limit is a share of the delivered pieces between 0 and 1, such as 0.01."));
  }

  void counting() {
    range("weight_major", m_policy.weightMajor, 0, kMaxWeight);
    range("weight_general", m_policy.weightGeneral, 0, kMaxWeight);
    range("weight_other", m_policy.weightOther, 0, kMaxWeight);
    range("weight_not_ours", m_policy.weightNotOurs, 0, kMaxWeight);
    range("uncounted_hours", m_policy.uncountedHours, 0, static_cast<int>(kMaxHours));
    if (m_policy.weightNotOurs > m_policy.weightMajor)
      add("weight_not_ours", tr("What is not ours may not count more than a major complaint of ours."));
    if (m_policy.weightMajor == 0 && m_policy.weightGeneral == 0 && m_policy.weightOther == 0)
      add("weight_major",
          tr("All weights are 0: nothing would ever count. Give at least one class a weight."));
    else if (m_policy.weightMajor < m_policy.weightGeneral || m_policy.weightGeneral < m_policy.weightOther)
      add("weight_major", tr("A heavier class may not count less than a lighter one."));
  }

  /// `set` names the set of clocks that the step is in; empty: the clocks of the site.
  void clock(const std::vector<ClockStep>& steps, std::size_t i, const std::string& list,
             const std::string& set = {}) {
    const auto add = [this, &set](const std::string& field, const char* text,
                                  std::vector<std::string> arguments) {
      m_problems.push_back({field, inSet(set, {text, std::move(arguments)})});
    };
    const ClockStep& step = steps[i];
    const std::string path = list + std::to_string(i);
    const std::string label = translated(labelOf(step.name));
    for (std::size_t before = 0; before < i; ++before)
      if (steps[before].name == step.name) {
        add(path, tr("The clock \"{0}\" stands twice: keep one of them."), {label});
        return;
      }
    const int targets = (step.hours != 0) + (step.calendarDays != 0) + (step.workingDays != 0);
    if (targets != 1)
      add(path, tr("The clock \"{0}\" needs exactly one target: hours, calendar days or working days."),
          {label});
    else if (step.hours < 0 || step.calendarDays < 0 || step.workingDays < 0 || step.hours > kMaxHours ||
             step.calendarDays > kMaxDays || step.workingDays > kMaxDays)
      add(path, tr("The target of the clock \"{0}\" is from 1 to {1} hours or from 1 to {2} days."),
          {label, std::to_string(kMaxHours), std::to_string(kMaxDays)});
    const bool ownEnd = (step.name == ClockName::firstReply && step.startEvent == ClockStart::firstReply) ||
                        (step.name == ClockName::closing && step.startEvent == ClockStart::closing);
    if (ownEnd)
      add(path + ".start_event", tr("The clock \"{0}\" would start with its own end: choose another start."),
          {label});
  }

  static Message inSet(const std::string& set, const Message& mistake) {
    return set.empty() ? mistake : Message{tr("In the set of clocks “{0}”: {1}"), {set, listed({mistake})}};
  }

  /// Sets are found by name, those of a class by the class: each once.
  void clockSets() {
    std::set<std::pair<ClockScope, std::string>> seen;
    std::set<std::pair<ClockScope, std::string>> names;  // a stored clock knows its set by the name
    for (std::size_t i = 0; i < m_policy.clockSets.size(); ++i) {
      const ClockSet& set = m_policy.clockSets[i];
      const std::string path = "clock_sets." + std::to_string(i);
      if (blank(set.name) || set.name.size() > 100)
        add(path + ".name", tr("Set of clocks no. {0} needs a name of at most 100 letters."),
            {std::to_string(i + 1)});
      if (set.scope == ClockScope::site)
        add(path + ".scope",
            tr("The set \"{0}\" is chosen by the site, whose clocks stand under \"clocks\": choose customer, "
               "campaign or class."),
            {set.name});
      if ((set.scope == ClockScope::severity) != set.severity.has_value())
        add(path + ".class",
            tr("The set \"{0}\" needs a class when it is chosen by the class, and none otherwise."),
            {set.name});
      const std::string key = set.severity ? std::string(keyOf(*set.severity)) : set.name;
      const bool named = !names.emplace(set.scope, set.name).second;
      if (!seen.emplace(set.scope, key).second || named)
        add(path, tr("The clocks of \"{0}\" stand twice: keep one of the sets."), {set.name});
      placeOfSet(set, path);
      if (set.clocks.empty()) add(path + ".clocks", tr("The set \"{0}\" has no clock: add one."), {set.name});
      for (std::size_t at = 0; at < set.clocks.size(); ++at)
        clock(set.clocks, at, path + ".clocks.", set.name);
    }
  }

  /// Zone, hours and days of a set.
  void placeOfSet(const ClockSet& set, const std::string& path) {
    if (!set.zone.empty()) attempt(path + ".zone", set.name, [&set] { Zone{set.zone}; });
    attempt(path + ".work_hours", set.name, [&set] { parseWorkHours(set.workHours); });
    daysTwice(set.days, path + ".days.", set.name);
  }

  /// Takes over the mistake of something that is made on trial.
  template <class Make>
  void attempt(const std::string& field, const std::string& set, Make make) {
    try {
      make();
    } catch (const Invalid& wrong) {
      m_problems.push_back({field, inSet(set, wrong.message())});
    }
  }

  void daysTwice(const std::vector<PolicyDay>& days, const std::string& list, const std::string& set = {}) {
    std::set<Date> seen;
    for (std::size_t at = 0; at < days.size(); ++at)
      if (!seen.insert(days[at].day).second)
        m_problems.push_back(
            {list + std::to_string(at) + ".day",
             inSet(set, {tr("The day {0} stands twice: keep one of the lines."), {days[at].day.iso()}})});
  }

  void numbering() {
    if (const auto problem = numberingProblem(m_policy.numbering))
      add("numbering", problem->id.c_str(), problem->args);
  }

  void calendar() {
    attempt("work_hours", {}, [this] { parseWorkHours(m_policy.workHours); });
    daysTwice(m_policy.days, "days.");
  }

  void times() {
    range("follow_up_days", m_policy.followUpDays, 0, kMaxDays);
    range("duplicate_months", m_policy.duplicateMonths, 0, 120);
    range("verification_lots", m_policy.verificationLots, 0, 1'000);
    range("verification_days", m_policy.verificationDays, 0, 3'650);
    range("deemed_answer_days", m_policy.deemedAnswerDays, 0, kMaxDays);
    range("keep_years_major", m_policy.keepYearsMajor, 0, kMaxYears);
    range("keep_years_general", m_policy.keepYearsGeneral, 0, kMaxYears);
    range("keep_years_other", m_policy.keepYearsOther, 0, kMaxYears);
  }

  void routes(const std::vector<std::string>& departments) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < m_policy.routes.size(); ++i) {
      const Route& route = m_policy.routes[i];
      const std::string path = "routes." + std::to_string(i);
      if (blank(route.match))
        add(path + ".match", tr("Route no. {0} needs the word it looks for."), {std::to_string(i + 1)});
      else if (!seen.insert(foldText(route.match)).second)
        add(path + ".match", tr("\"{0}\" is routed twice: keep one of the routes."), {route.match});
      if (!departments.empty() &&
          std::find(departments.begin(), departments.end(), route.department) == departments.end())
        add(path + ".department", tr("There is no department \"{0}\": a route names the code of one."),
            {route.department});
    }
  }

  const Policy& m_policy;
  std::vector<PolicyProblem> m_problems;
};

}  // namespace

std::optional<PolicyProblem> rulesProblem(const Policy& policy) {
  const auto problem = [](const char* text, std::vector<std::string> arguments) {
    return PolicyProblem{"rules", {text, std::move(arguments)}};
  };
  for (auto rule = policy.rules.begin(); rule != policy.rules.end(); ++rule) {
    const std::string path = "rules." + std::to_string(rule - policy.rules.begin());
    if (std::find(kRules.begin(), kRules.end(), *rule) == kRules.end())
      return PolicyProblem{path,
                           {tr("Policy {0} names a rule that Octad does not know: \"{1}\". Known are {2}."),
                            {policy.name, *rule, listOf(kRules)}}};
    if (*rule != kOtherwise && std::find(policy.rules.begin(), rule, *rule) != rule)
      return PolicyProblem{path,
                           {tr("The rule \"{0}\" stands twice: the second one would never fire."), {*rule}}};
  }
  // Exactly one "otherwise", at the end: no gap, and no rule that can never fire (X-1a).
  const auto first = std::find(policy.rules.begin(), policy.rules.end(), kOtherwise);
  if (policy.rules.empty() || first != policy.rules.end() - 1)
    return problem(tr("The rules of policy {0} must end with \"otherwise\", which stands once."),
                   {policy.name});
  const std::size_t major = placeOf(policy, "quantity_major");
  if (major != policy.rules.size() && placeOf(policy, "quantity_general") < major)
    return problem(tr("\"quantity_general\" stands before \"quantity_major\", which could then never fire: "
                      "change their order."),
                   {});
  return std::nullopt;
}

std::vector<std::string> codesOf(const std::vector<Department>& departments) {
  std::vector<std::string> codes;
  for (const auto& department : departments) codes.push_back(department.code);
  return codes;
}

std::vector<PolicyProblem> policyProblems(const Policy& policy, const std::vector<std::string>& departments) {
  return Check(policy).problems(departments);
}

}  // namespace octad::model
