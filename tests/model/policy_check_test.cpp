// What keeps a policy from being released, and what another one would have made of closed cases.
#include "model/policy/policy_check.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "model/core/catalogue.hpp"
#include "model/policy/try_out.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

/// "field: sentence" of every mistake.
std::vector<std::string> problemsOf(const Policy& policy, const std::vector<std::string>& departments = {}) {
  std::vector<std::string> lines;
  for (const auto& problem : policyProblems(policy, departments))
    lines.push_back(problem.field + ": " + Catalogue().sentence(problem.sentence));
  return lines;
}

struct Mistake {
  const char* name;
  void (*make)(Policy&);
  const char* line;  ///< how its line begins
};

class PolicyMistake : public testing::TestWithParam<Mistake> {};

TEST_P(PolicyMistake, HasItsSentenceAtItsField) {
  Policy policy = policyOf("default");
  GetParam().make(policy);
  const auto lines = problemsOf(policy, {"TE", "PIE", "RD", "SQE"});
  ASSERT_EQ(lines.size(), 1u) << testing::PrintToString(lines);
  EXPECT_EQ(lines.front().substr(0, std::string_view(GetParam().line).size()), GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(
    One, PolicyMistake,
    testing::Values(
        Mistake{"HoursOfNoDay", [](Policy& p) { p.workHours = "8-12"; }, "work_hours: "},
        Mistake{"DayTwice",
                [](Policy& p) {
                  p.days = {{Date(2026, 12, 24), DayKind::holiday, ""},
                            {Date(2026, 12, 24), DayKind::workday, ""}};
                },
                "days.1.day: The day 2026-12-24 stands twice"},
        Mistake{"NumberWithoutSerial", [](Policy& p) { p.numbering = "C{yy}"; },
                "numbering: A number needs one serial number"},
        Mistake{"NoName", [](Policy& p) { p.name = " "; }, "name: The policy needs a name"},
        Mistake{"NameOfALine", [](Policy& p) { p.name = "a\nb"; }, "name: The name of a policy has"},
        Mistake{
            "UnknownRule", [](Policy& p) { p.rules.front() = "weather"; },
            "rules.0: Policy default names a rule that Octad does not know: \"weather\". Known are safety,"},
        Mistake{"RuleTwice", [](Policy& p) { p.rules.insert(p.rules.begin(), "ppm"); },
                "rules.3: The rule \"ppm\" stands twice"},
        Mistake{"NoEnd", [](Policy& p) { p.rules.pop_back(); },
                "rules: The rules of policy default must end"},
        Mistake{"NoRules", [](Policy& p) { p.rules.clear(); }, "rules: The rules of policy default must end"},
        Mistake{"MajorNeverFires", [](Policy& p) { std::swap(p.rules[3], p.rules[5]); },
                "rules: \"quantity_general\" stands before \"quantity_major\""},
        Mistake{"NoSafety", [](Policy& p) { p.rules.erase(p.rules.begin()); },
                "rules: The rule \"safety\" is missing"},
        Mistake{"SafetyTooLate",
                [](Policy& p) {
                  p.rules = {"quantity_major", "rate_other", "safety", "quantity_general", "otherwise"};
                },
                "rules: The rule \"safety\" must stand before"},
        Mistake{"KindTwice", [](Policy& p) { p.thresholds.push_back(p.thresholds.front()); },
                "thresholds.3: The thresholds for \"Functional defect\" stand twice"},
        Mistake{"GapOfAKind", [](Policy& p) { p.thresholds.erase(p.thresholds.begin() + 1); },
                "thresholds: There is a gap: \"Appearance defect\" has no thresholds"},
        Mistake{"MajorNotAboveGeneral", [](Policy& p) { p.thresholds[0].major = 5; },
                "thresholds.0.major: Functional defect: major begins at 5 pieces, general at 5"},
        Mistake{"GeneralFromNothing", [](Policy& p) { p.thresholds[1].general = 0; },
                "thresholds.1.general: \"Appearance defect\": General from must be from 1 to"},
        Mistake{"RateOfNothing", [](Policy& p) { p.rateBelow = 0; }, "rate_below: The rate limit is a share"},
        Mistake{"RateNoNumber", [](Policy& p) { p.rateBelow = std::nan(""); }, "rate_below: The rate limit"},
        Mistake{"RateInPercent", [](Policy& p) { p.rateBelow = 1; }, "rate_below: The rate limit is a share"},
        Mistake{"ClockSetOfTheSite",
                [](Policy& p) {
                  p.clockSets = {{"x", ClockScope::site, {}, false, p.clocks}};
                },
                "clock_sets.0.scope: The set \"x\" is chosen by the site, whose clocks"},
        Mistake{"ClockSetOfNoClass",
                [](Policy& p) {
                  p.clockSets = {{"x", ClockScope::severity, {}, false, p.clocks}};
                },
                "clock_sets.0.class: The set \"x\" needs a class"},
        Mistake{"ClockSetTwice",
                [](Policy& p) {
                  p.clockSets = {{"x", ClockScope::customer, {}, false, p.clocks},
                                 {"x", ClockScope::campaign, {}, false, p.clocks},
                                 {"x", ClockScope::customer, {}, true, p.clocks}};
                },
                "clock_sets.2: The clocks of \"x\" stand twice"},
        Mistake{"ClockSetsOfTwoClassesWithOneName",
                [](Policy& p) {
                  p.clockSets = {{"x", ClockScope::severity, SeverityClass::major, false, p.clocks},
                                 {"x", ClockScope::severity, SeverityClass::general, false, p.clocks}};
                },
                "clock_sets.1: The clocks of \"x\" stand twice"},
        Mistake{"ClockSetOfNothing",
                [](Policy& p) {
                  p.clockSets = {{"x", ClockScope::customer, {}, false, {}}};
                },
                "clock_sets.0.clocks: The set \"x\" has no clock"},
        Mistake{"ClockSetWithAClockOfNothing",
                [](Policy& p) {
                  p.clockSets = {{"x", ClockScope::customer, {}, false, p.clocks}};
                  p.clockSets[0].clocks[1].workingDays = 0;
                },
                "clock_sets.0.clocks.1: In the set of clocks “x”: The clock \"Preliminary cause\" needs "
                "exactly one"},
        Mistake{"ClockSetInAnUnknownZone",
                [](Policy& p) {
                  p.clockSets = {{"x", ClockScope::customer, {}, false, p.clocks, "Europe/Atlantis"}};
                },
                "clock_sets.0.zone: In the set of clocks “x”: Octad does not know the time zone "
                "\"Europe/Atlantis\". Use one of: Asia/Shanghai"},
        Mistake{"ClockSetWithoutHours",
                [](Policy& p) {
                  p.clockSets = {{"x", ClockScope::customer, {}, false, p.clocks, "UTC", "8 to 4"}};
                },
                "clock_sets.0.work_hours: In the set of clocks “x”: \"8 to 4\" are no hours of work"},
        Mistake{"ClockSetWithADayTwice",
                [](Policy& p) {
                  const PolicyDay day{Date(2026, 12, 24), DayKind::holiday, ""};
                  p.clockSets = {{"x", ClockScope::customer, {}, false, p.clocks, "", "", {day, day}}};
                },
                "clock_sets.0.days.1.day: In the set of clocks “x”: The day 2026-12-24 stands twice"},
        Mistake{"ClockSetWithoutAName",
                [](Policy& p) {
                  p.clockSets = {{"x", ClockScope::customer, {}, false, p.clocks},
                                 {" ", ClockScope::customer, {}, false, p.clocks}};
                },
                "clock_sets.1.name: Set of clocks no. 2 needs a name"},
        Mistake{
            "ClockSetWithAClockThatStartsWithItsEnd",
            [](Policy& p) {
              p.clockSets = {{"x", ClockScope::customer, {}, false, p.clocks}};
              p.clockSets[0].clocks[0].startEvent = ClockStart::firstReply;
            },
            "clock_sets.0.clocks.0.start_event: In the set of clocks “x”: The clock \"First reply\" would"},
        Mistake{"FollowUpBeforeTheClosing", [](Policy& p) { p.followUpDays = -1; }, "follow_up_days: "},
        Mistake{"NothingCounts", [](Policy& p) { p.weightMajor = p.weightGeneral = p.weightOther = 0; },
                "weight_major: All weights are 0"},
        Mistake{"UpsideDown", [](Policy& p) { p.weightOther = 3; }, "weight_major: A heavier class may not"},
        Mistake{"ClockTwice", [](Policy& p) { p.clocks.push_back(p.clocks.front()); },
                "clocks.3: The clock \"First reply\" stands twice"},
        Mistake{"ClockWithoutTarget", [](Policy& p) { p.clocks[0].hours = 0; },
                "clocks.0: The clock \"First reply\" needs exactly one target"},
        Mistake{"ClockWithTwoTargets", [](Policy& p) { p.clocks[0].calendarDays = 1; },
                "clocks.0: The clock \"First reply\" needs exactly one target"},
        Mistake{"ClockBackwards", [](Policy& p) { p.clocks[0].hours = -24; },
                "clocks.0: The target of the clock"},
        Mistake{"ClockOfItsOwnEnd", [](Policy& p) { p.clocks[0].startEvent = ClockStart::firstReply; },
                "clocks.0.start_event: The clock \"First reply\" would start with its own end"},
        Mistake{"NoLots", [](Policy& p) { p.verificationLots = -1; }, "verification_lots: "},
        Mistake{"RouteTwice", [](Policy& p) { p.routes[1].match = "Functional"; },
                "routes.1.match: \"Functional\" is routed twice"},
        Mistake{"RouteOfNothing", [](Policy& p) { p.routes[1].match = ""; },
                "routes.1.match: Route no. 2 needs"},
        Mistake{"RouteToNobody", [](Policy& p) { p.routes[1].department = "XX"; },
                "routes.1.department: There is no department \"XX\""},
        Mistake{"ClassTwice",
                [](Policy& p) {
                  p.classes = {{SeverityClass::major, "甲", "One"},
                               {SeverityClass::general, "乙", "Two"},
                               {SeverityClass::other, "丙", "Three"},
                               {SeverityClass::other, "丁", "Four"}};
                },
                "classes.3: The class \"Other quality issue\" is named twice"},
        Mistake{"ClassWithoutEnglish",
                [](Policy& p) {
                  p.classes = {{SeverityClass::major, "甲", "One"},
                               {SeverityClass::general, "乙", " "},
                               {SeverityClass::other, "丙", "Three"}};
                },
                "classes.1: The class \"General complaint\" needs a name in Chinese and one in English"},
        Mistake{"ClassNobodyGives",
                [](Policy& p) {
                  p.classes = {{SeverityClass::major, "甲", "One"}, {SeverityClass::general, "乙", "Two"}};
                },
                "rules: The rule \"rate_other\" gives the class \"Other quality issue\", which this scheme"},
        Mistake{"NoHighestClass",
                [](Policy& p) {
                  p.classes = {{SeverityClass::general, "甲", "One"}, {SeverityClass::other, "乙", "Two"}};
                  p.ruleClasses = {{"safety", SeverityClass::general}};
                },
                "classes: A scheme has \"major\" and at least one class below it"},
        Mistake{"SafetyLowest",
                [](Policy& p) {
                  p.ruleClasses = {{"safety", SeverityClass::other}};
                },
                "rule_classes.0: A safety complaint is never in the lowest class"},
        Mistake{"ClassOfARuleThatIsNotThere",
                [](Policy& p) {
                  p.ruleClasses = {{"external", SeverityClass::general}};
                },
                "rule_classes.0: The rule \"external\" is not among the rules"},
        Mistake{"ClassOfARuleTwice",
                [](Policy& p) {
                  p.ruleClasses = {{"penalty", SeverityClass::general}, {"penalty", SeverityClass::major}};
                },
                "rule_classes.1: The rule \"penalty\" has two classes"},
        Mistake{"ClassOfAQuantityRule",
                [](Policy& p) {
                  p.ruleClasses = {{"quantity_major", SeverityClass::general}};
                },
                "rule_classes.0: The class of the rule \"quantity_major\" is fixed"},
        Mistake{"NotOursHeavier", [](Policy& p) { p.weightNotOurs = 3; },
                "weight_not_ours: What is not ours"},
        Mistake{"HoursBackwards", [](Policy& p) { p.uncountedHours = -1; }, "uncounted_hours: "},
        Mistake{"KeptBackwards", [](Policy& p) { p.keepYearsOther = -1; }, "keep_years_other: "},
        Mistake{"RuleOfTheTableTwice", [](Policy& p) { p.escalation.push_back(p.escalation[1]); },
                "escalation.14: \"Overdue\" tells \"Department head\" twice at the same level"},
        Mistake{"NobodyHearsOfWhatIsOverdue",
                [](Policy& p) {
                  std::erase_if(p.escalation, [](const ReminderRule& rule) {
                    return rule.condition == ReminderCondition::overdue;
                  });
                },
                "escalation: Nobody would ever be told of what is overdue"},
        Mistake{"SafetyWithDays", [](Policy& p) { p.escalation[6].days = 2; },
                "escalation.6.days: \"Safety\" knows no Days: leave it 0."},
        Mistake{"OneReporterIsNotSeveral", [](Policy& p) { p.escalation[5].count = 1; },
                "escalation.5.count: \"Several reporters\": Times or reporters must be from 2 to 1000."},
        Mistake{"OverdueAtOnce", [](Policy& p) { p.escalation[1].days = 0; },
                "escalation.1.days: \"Overdue\": Days must be from 1 to 366."},
        Mistake{
            "TwoWindows",
            [](Policy& p) {
              p.escalation.push_back(
                  {ReminderCondition::sameKind, Receiver::owner, NoticeLevel::owner, 30, 5});
            },
            "escalation.14.days: All rules about several reporters look back the same number of days: 90."},
        Mistake{"ApprovalTwice",
                [](Policy& p) {
                  p.approvals = {{ApprovalStep::closing, {}, Role::manager},
                                 {ApprovalStep::closing, {}, Role::cqe}};
                },
                "approvals.1: \"Approving the closing\" stands twice for the same class"},
        Mistake{
            "ApprovalNobodyCouldGive",
            [](Policy& p) {
              p.approvals = {{ApprovalStep::closing, SeverityClass::major, Role::warehouse}};
            },
            "approvals.0: Approving the closing: a person with the role \"Warehouse\" alone may not do that"},
        Mistake{"ApprovalOfAClassThatIsNotThere",
                [](Policy& p) {
                  p = policyOf("ab-class");
                  p.approvals = {{ApprovalStep::closing, SeverityClass::other, Role::manager}};
                },
                "approvals.0: This scheme has no class \"Other quality issue\""}),
    [](const auto& mistake) { return mistake.param.name; });

TEST(PolicyCheck, WhatShipsMayBeReleased) {
  for (const char* name : {"default", "quantity-first", "rate-first", "emergency-1-4-8", "close-in-7-days",
                           "portal", "three-level", "ab-class", "bank-counting"})
    EXPECT_EQ(problemsOf(policyOf(name)), std::vector<std::string>()) << name;
}

TEST(PolicyCheck, SaysAllMistakesAtOnceInTheOrderOfTheFile) {
  Policy policy = policyOf("default");
  policy.rules.pop_back();
  policy.rateBelow = 7;
  policy.clocks[2].workingDays = 0;
  const auto problems = policyProblems(policy);
  ASSERT_EQ(problems.size(), 3u);
  EXPECT_EQ(problems[0].field, "rules");
  EXPECT_EQ(problems[1].field, "rate_below");
  EXPECT_EQ(problems[2].field, "clocks.2");
}

TEST(PolicyRevisions, TheNewestThatHasBegunIsInForce) {
  Policy first = policyOf("default");
  Policy second = first;
  second.revision = 2;
  second.effectiveFrom = Date(2026, 7, 1);
  Policy third = first;
  third.revision = 3;
  third.effectiveFrom = Date(2027, 1, 1);
  Policy other = policyOf("portal");
  const std::vector<Policy> all{other, third, second, first};
  EXPECT_EQ(revisionInForce(all, "default", Date(2026, 6, 30))->revision, 1);
  EXPECT_EQ(revisionInForce(all, "default", Date(2026, 7, 1))->revision, 2);
  EXPECT_EQ(revisionInForce(all, "default", Date(2026, 12, 31))->revision, 2);
  EXPECT_EQ(revisionInForce(all, "default", Date(2027, 1, 1))->revision, 3);
  EXPECT_EQ(revisionInForce(all, "none", Date(2027, 1, 1)), nullptr);
  EXPECT_EQ(revisionInForce({third}, "default", Date(2026, 1, 1))->revision, 3) << "nothing else to judge by";
}

JudgedCase judged(const std::string& number, long long defective, std::optional<long long> delivered = {}) {
  const Policy by = policyOf("default");
  JudgedCase out;
  out.number = number;
  out.input.items.push_back({"PN-1", "No output", DefectKind::functional, defective, delivered});
  out.severity = classify(out.input, by).severity;
  out.acceptance = Acceptance::accepted;
  out.policyName = by.name;
  out.policyRevision = by.revision;
  out.weight = weightOf(out.severity, out.acceptance, by);
  return out;
}

TEST(TryOut, TellsWhichCasesWouldChangeAndWhatCounts) {
  const std::vector<Policy> revisions{policyOf("default")};
  std::vector<JudgedCase> cases{judged("C1", 20, 5000), judged("C2", 20), judged("C3", 8), judged("C4", 2)};
  // Rate first: 0.4 % makes the first one another issue; the rest has no rate.
  const auto result = tryOut(policyOf("rate-first"), cases, revisions);
  EXPECT_EQ(result.cases, 4);
  ASSERT_EQ(result.changed.size(), 1u);
  EXPECT_EQ(result.changed[0].number, "C1");
  EXPECT_EQ(result.changed[0].from, SeverityClass::major);
  EXPECT_EQ(result.changed[0].to, SeverityClass::other);
  EXPECT_EQ(result.weightFrom, 5);
  EXPECT_EQ(result.weightTo, 3);
  EXPECT_EQ(
      Catalogue().sentence(tryOutSummary(result)),
      "4 closed cases under this policy: 1 would change class, the counted total goes from 5 to 3; 0 classes "
      "decided by hand stay.");
}

TEST(TryOut, WhatAPersonDecidedStays) {
  auto overruled = judged("C1", 20, 5000);
  overruled.severity = SeverityClass::general;
  overruled.weight = 1;
  const auto result = tryOut(policyOf("rate-first"), {overruled}, {policyOf("default")});
  EXPECT_EQ(result.byHand, 1);
  EXPECT_TRUE(result.changed.empty());
}

TEST(TryOut, WeightsAloneAreAChangeToo) {
  Policy heavier = policyOf("default");
  heavier.weightMajor = 5;
  auto declined = judged("C2", 20);
  declined.acceptance = Acceptance::notOurs;
  declined.weight = 0;
  const auto result = tryOut(heavier, {judged("C1", 20), declined}, {policyOf("default")});
  ASSERT_EQ(result.changed.size(), 1u) << "not ours counts nothing by any policy";
  EXPECT_EQ(result.changed[0].weightFrom, 2);
  EXPECT_EQ(result.changed[0].weightTo, 5);
}

TEST(TryOut, WhatIsSolvedFastIsNamedAndLeftOut) {
  auto fast = judged("C1", 20);
  fast.counting.noticeAt = {1'000'000};
  fast.counting.solvedAt = plusSeconds(fast.counting.noticeAt, 3600);
  auto asked = fast;
  asked.number = "C2";
  asked.counting.departmentAsked = true;
  const auto result = tryOut(policyOf("bank-counting"), {fast, asked}, {policyOf("default")});
  EXPECT_EQ(result.excluded, 1);
  EXPECT_EQ(result.weightFrom, 4);
  EXPECT_EQ(result.weightTo, 1);
  ASSERT_EQ(result.changed.size(), 2u);
  EXPECT_EQ(Catalogue().sentence(result.changed[0].reason).substr(0, 28), "Solved 1 h after the notice ");
}

TEST(TryOut, SpeaksOfTheClassesByTheirNames) {
  const auto result = tryOut(policyOf("three-level"), {judged("C1", 20)}, {policyOf("default")});
  ASSERT_EQ(result.changed.size(), 1u);
  EXPECT_EQ(Catalogue().sentence(result.changed[0].nameFrom), "Major complaint");
  EXPECT_EQ(Catalogue().sentence(result.changed[0].nameTo), "Serious complaint");
}

TEST(TryOut, AClassDecidedByHandThatTheSchemeDoesNotHaveIsJudgedAnew) {
  auto overruled = judged("C1", 20);
  overruled.severity = SeverityClass::other;
  const auto result = tryOut(policyOf("ab-class"), {overruled}, {policyOf("default")});
  EXPECT_EQ(result.byHand, 0);
  ASSERT_EQ(result.changed.size(), 1u);
  EXPECT_EQ(result.changed[0].to, SeverityClass::major);
}

TEST(TryOut, ThePolicyItWasJudgedByChangesNothing) {
  std::vector<JudgedCase> cases;
  for (long long pieces = 0; pieces < 60; ++pieces)
    cases.push_back(judged("C" + std::to_string(pieces), pieces, 3000));
  EXPECT_TRUE(tryOut(policyOf("default"), cases, {policyOf("default")}).changed.empty());
}

}  // namespace
}  // namespace octad::tests
