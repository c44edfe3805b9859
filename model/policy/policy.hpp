#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/cases/case_records.hpp"
#include "model/cases/complaint.hpp"
#include "model/core/describe.hpp"
#include "model/core/message.hpp"
#include "model/policy/escalation.hpp"
#include "model/policy/numbering.hpp"
#include "model/policy/policy_parts.hpp"

namespace octad::model {

/// Lower bounds of the classes for one kind of defect, in pieces, half-open (X-1c).
struct Thresholds {
  DefectKind kind = DefectKind::functional;
  long long general = 5;
  long long major = 15;

  static constexpr auto describe() {
    return members(member("kind", &Thresholds::kind), member("general", &Thresholds::general),
                   member("major", &Thresholds::major));
  }
};

/// What the target of a clock is counted in.
enum class ClockUnit { hours, calendarDays, workingDays };

template <>
struct EnumKeys<ClockUnit> {
  static constexpr std::array entries{
      EnumEntry<ClockUnit>{ClockUnit::hours, "hours", tr("hours")},
      EnumEntry<ClockUnit>{ClockUnit::calendarDays, "calendar_days", tr("calendar days")},
      EnumEntry<ClockUnit>{ClockUnit::workingDays, "working_days", tr("working days")},
  };
};

/// One promise about time: exactly one of the three targets is more than 0 (docs/clocks.md).
struct ClockStep {
  ClockName name = ClockName::firstReply;
  ClockStart startEvent = ClockStart::notice;
  long long hours = 0;  ///< elapsed time
  int calendarDays = 0;
  int workingDays = 0;
  bool pausable = true;

  static constexpr auto describe() {
    return members(member("name", &ClockStep::name), member("start_event", &ClockStep::startEvent),
                   member("hours", &ClockStep::hours), member("calendar_days", &ClockStep::calendarDays),
                   member("working_days", &ClockStep::workingDays), member("pausable", &ClockStep::pausable));
  }

  ClockUnit unit() const;
  /// In its unit.
  long long target() const;
  void setTarget(ClockUnit unit, long long target);
};

/// Clocks that some cases have in place of the policy's own: those of a customer whose master data name
/// the set, of a campaign that does, or of a class. Customer goes before campaign, campaign before class, and
/// class before the site, whose clocks are the policy's.
struct ClockSet {
  std::string name;  ///< named by customers and campaigns
  ClockScope scope = ClockScope::customer;
  std::optional<SeverityClass> severity;  ///< of scope class: whose clocks they are
  bool strictest = false;  ///< of every clock the earliest of all sets that apply, not this one's alone
  std::vector<ClockStep> clocks;
  /// Of a customer or plant elsewhere; its days are then Monday to Friday and its own `days`, not the site's.
  /// Empty: the zone and days of the site and the policy.
  std::string zone = {};
  std::string workHours = {};        ///< empty: those of the policy or the site
  std::vector<PolicyDay> days = {};  ///< go before the days of policy and site

  static constexpr auto describe() {
    return members(member("name", &ClockSet::name), member("scope", &ClockSet::scope),
                   member("class", &ClockSet::severity), member("strictest", &ClockSet::strictest),
                   member("clocks", &ClockSet::clocks), member("zone", &ClockSet::zone),
                   member("work_hours", &ClockSet::workHours), member("days", &ClockSet::days));
  }

  bool hasOwnCalendar() const { return !zone.empty() || !workHours.empty() || !days.empty(); }
};

/// A revision of the house rules (design 6). Data: templates/policies/*.json; a case keeps the revision it
/// was judged by.
struct Policy {
  std::string name;  ///< default, quantity-first, rate-first
  int revision = 1;
  std::string documentNo;  ///< S3-D1
  std::string owner;
  std::optional<Date> effectiveFrom;  ///< judges cases registered from that day on; none: from its release
  std::string author;                 ///< who released it
  std::string reason;                 ///< why it was released
  /// The classes of the scheme and what they are called here; empty: all three by their usual names.
  std::vector<ClassName> classes;
  /// Rules in order, first match wins (`policyRules`); "otherwise" gives the lowest class of the scheme.
  std::vector<std::string> rules;
  /// Classes of rules that do not give "major"; of safety, penalty, ppm, external, dissatisfied and repeat.
  std::vector<RuleClass> ruleClasses;
  std::vector<Thresholds> thresholds;
  double rateBelow = 0.01;  ///< defect rate under which rate_other fires (S3-D20)
  int weightMajor = 2;      ///< S3-D17
  int weightGeneral = 1;
  int weightOther = 0;  ///< S3-D21
  int weightNotOurs = 0;
  /// Cases solved within so many hours after the notice are not counted (S1-21, X-16); 0: every case is.
  int uncountedHours = 0;
  bool uncountedFirstLevel = true;  ///< and only those for which no department was asked (S1-24)
  std::vector<ClockStep> clocks;
  int duplicateMonths = 6;  ///< same customer + part + failure within this time is a likely duplicate
  int verificationLots = 3;
  int verificationDays = 30;
  /// Working days without an answer after which a final reply is recorded as not answered; 0: never.
  int deemedAnswerDays = 0;
  std::vector<Route> routes;
  std::vector<ClockSet> clockSets;
  int followUpDays = 7;         ///< calendar days after the closing; 0: nobody has to (S1-89, S3-E9, X-5)
  std::string workHours;        ///< "08:00-12:00,13:30-17:30"; empty: those of the site
  std::vector<PolicyDay> days;  ///< beside the days of the site's calendar, and before them
  std::vector<ReminderRule> escalation = calmReminders();
  std::vector<Approval> approvals;         ///< beside the four eyes of every closing
  std::string numbering{kUsualNumbering};  ///< of complaints, see model/policy/numbering.hpp
  int keepYearsMajor = 0;                  ///< after closing; 0: without end
  int keepYearsGeneral = 0;
  int keepYearsOther = 0;

  static constexpr auto describe() {
    return members(
        member("name", &Policy::name), member("revision", &Policy::revision),
        member("document_no", &Policy::documentNo), member("owner", &Policy::owner),
        member("effective_from", &Policy::effectiveFrom), member("author", &Policy::author),
        member("reason", &Policy::reason), member("classes", &Policy::classes),
        member("rules", &Policy::rules), member("rule_classes", &Policy::ruleClasses),
        member("thresholds", &Policy::thresholds), member("rate_below", &Policy::rateBelow),
        member("weight_major", &Policy::weightMajor), member("weight_general", &Policy::weightGeneral),
        member("weight_other", &Policy::weightOther), member("weight_not_ours", &Policy::weightNotOurs),
        member("uncounted_hours", &Policy::uncountedHours),
        member("uncounted_first_level", &Policy::uncountedFirstLevel), member("clocks", &Policy::clocks),
        member("duplicate_months", &Policy::duplicateMonths),
        member("verification_lots", &Policy::verificationLots),
        member("verification_days", &Policy::verificationDays),
        member("deemed_answer_days", &Policy::deemedAnswerDays), member("routes", &Policy::routes),
        member("escalation", &Policy::escalation), member("approvals", &Policy::approvals),
        member("numbering", &Policy::numbering), member("keep_years_major", &Policy::keepYearsMajor),
        member("keep_years_general", &Policy::keepYearsGeneral),
        member("keep_years_other", &Policy::keepYearsOther), member("clock_sets", &Policy::clockSets),
        member("follow_up_days", &Policy::followUpDays), member("work_hours", &Policy::workHours),
        member("days", &Policy::days));
  }
};

/// What the classes of a policy are called. Its own names where it has them.
Message className(const Policy& policy, SeverityClass severity);
/// The same as an argument of another sentence.
std::string classNameArgument(const Policy& policy, SeverityClass severity);
/// Whether a policy sorts into this class at all.
bool hasClass(const Policy& policy, SeverityClass severity);
/// What "otherwise" gives.
SeverityClass lowestClass(const Policy& policy);
/// The class of a rule that decides without counting pieces, see Policy::ruleClasses.
SeverityClass classOfRule(const Policy& policy, std::string_view rule);
/// Whether a rule is among those of the policy.
bool hasRule(const Policy& policy, std::string_view rule);

/// Whether two policies say the same, whoever released which number of them when and why.
bool sameContent(const Policy& one, const Policy& other);
/// The newest revision of a name; null when there is none.
const Policy* newestRevision(const std::vector<Policy>& policies, std::string_view name);

/// The day until which the records of a closed case are kept; none: without end.
std::optional<Date> keepUntil(const Policy& policy, SeverityClass severity, Date closedOn);

/// Throws Refused("approval") with the role that the policy wants for a step, unless the person holds it.
void requireApproval(const Policy& policy, ApprovalStep step, SeverityClass severity, const Actor& actor);

/// The revision of a policy that judges cases registered on a day: the newest one whose effective date is not
/// later; before every date the oldest. Null when there is no policy of that name.
const Policy* revisionInForce(const std::vector<Policy>& policies, std::string_view name, Date day);

}  // namespace octad::model
