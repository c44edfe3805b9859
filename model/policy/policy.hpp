#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/cases/case_records.hpp"
#include "model/cases/complaint.hpp"
#include "model/core/describe.hpp"

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

  static constexpr auto describe() {
    return members(member("name", &ClockSet::name), member("scope", &ClockSet::scope),
                   member("class", &ClockSet::severity), member("strictest", &ClockSet::strictest),
                   member("clocks", &ClockSet::clocks));
  }
};

/// Where a defect goes first when nothing else is known (S3-D30…D36): a word in defect kind or failure ->
/// department code.
struct Route {
  std::string match;       ///< functional, process, design, material …
  std::string department;  ///< department code

  static constexpr auto describe() {
    return members(member("match", &Route::match), member("department", &Route::department));
  }
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
  /// Rules in order, first match wins: safety, penalty, ppm, quantity_major, rate_other, quantity_general,
  /// otherwise.
  std::vector<std::string> rules;
  std::vector<Thresholds> thresholds;
  double rateBelow = 0.01;  ///< defect rate under which rate_other fires (S3-D20)
  int weightMajor = 2;      ///< S3-D17
  int weightGeneral = 1;
  int weightOther = 0;  ///< S3-D21
  std::vector<ClockStep> clocks;
  int duplicateMonths = 6;  ///< same customer + part + failure within this time is a likely duplicate
  int verificationLots = 3;
  int verificationDays = 30;
  /// Working days without an answer after which a final reply is recorded as not answered; 0: never.
  int deemedAnswerDays = 0;
  std::vector<Route> routes;
  std::vector<ClockSet> clockSets;
  int followUpDays = 7;  ///< calendar days after the closing; 0: nobody has to (S1-89, S3-E9, X-5)

  static constexpr auto describe() {
    return members(member("name", &Policy::name), member("revision", &Policy::revision),
                   member("document_no", &Policy::documentNo), member("owner", &Policy::owner),
                   member("effective_from", &Policy::effectiveFrom), member("author", &Policy::author),
                   member("reason", &Policy::reason), member("rules", &Policy::rules),
                   member("thresholds", &Policy::thresholds), member("rate_below", &Policy::rateBelow),
                   member("weight_major", &Policy::weightMajor),
                   member("weight_general", &Policy::weightGeneral),
                   member("weight_other", &Policy::weightOther), member("clocks", &Policy::clocks),
                   member("duplicate_months", &Policy::duplicateMonths),
                   member("verification_lots", &Policy::verificationLots),
                   member("verification_days", &Policy::verificationDays),
                   member("deemed_answer_days", &Policy::deemedAnswerDays), member("routes", &Policy::routes),
                   member("clock_sets", &Policy::clockSets), member("follow_up_days", &Policy::followUpDays));
  }
};

/// The revision of a policy that judges cases registered on a day: the newest one whose effective date is not
/// later; before every date the oldest. Null when there is no policy of that name.
const Policy* revisionInForce(const std::vector<Policy>& policies, std::string_view name, Date day);

}  // namespace octad::model
