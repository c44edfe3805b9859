#include <gtest/gtest.h>

#include "model/core/catalogue.hpp"
#include "model/core/error.hpp"
#include "model/metrics/counts.hpp"
#include "model/policy/classification.hpp"
#include "model/policy/deadlines.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

ClassifyInput functional(long long defective, std::optional<long long> delivered = {}) {
  ClassifyInput input;
  input.items = {{"PN-100", "No signal", DefectKind::functional, defective, delivered}};
  return input;
}

std::string fieldOf(const ClassifyInput& input, const Policy& policy) {
  try {
    classify(input, policy);
  } catch (const Invalid& error) {
    return error.field();
  }
  return "none";
}

std::string reasonOf(const ClassifyInput& input, const std::string& policy = "default") {
  return Catalogue().sentence(classify(input, policyOf(policy)).reason);
}

}  // namespace

TEST(Policy, ShipsTheFactorysRules) {
  const Policy policy = policyOf("default");
  EXPECT_EQ(policy.rules, (std::vector<std::string>{"safety", "penalty", "ppm", "quantity_major",
                                                    "rate_other", "quantity_general", "otherwise"}));
  EXPECT_EQ(policy.weightMajor, 2);  // one major counts as two general ones (S3-D17)
  EXPECT_EQ(policy.weightGeneral, 1);
  EXPECT_EQ(policy.weightOther, 0);
  EXPECT_EQ(policy.verificationLots, 3);
  ASSERT_EQ(policy.clocks.size(), 3u);
  EXPECT_EQ(policy.clocks[0].hours, 24);
  EXPECT_EQ(policy.clocks[1].workingDays, 3);
  EXPECT_EQ(policy.clocks[2].workingDays, 7);
  EXPECT_EQ(policy.routes.size(), 4u);
  for (const char* name : {"default", "quantity-first", "rate-first"}) EXPECT_EQ(policyOf(name).name, name);
}

TEST(Classification, ExplainsItselfWithRuleAndInputs) {
  EXPECT_EQ(reasonOf(functional(20)), "20 functional defects of the same kind: 15 or more is major.");
  EXPECT_EQ(reasonOf(functional(5)), "5 functional defects of the same kind: 5 or more is general.");
  EXPECT_EQ(reasonOf(functional(4)),
            "4 functional defects of the same kind: fewer than 5 is another quality issue.");
  EXPECT_EQ(reasonOf(functional(5, 1200)),
            "Defect rate 0.4167 % (5 of 1200 delivered), below 1 %: another quality issue.");
  ClassifyInput ppm = functional(1);
  ppm.ppmTarget = 50;
  ppm.ppmActual = 51.5;
  EXPECT_EQ(reasonOf(ppm), "51.5 PPM this month, above the customer's target of 50 PPM: major.");
}

TEST(Classification, NamesGroupsAndTheDecidingOne) {
  ClassifyInput input = functional(3);
  input.items.push_back({"PN-200", "Scratch", DefectKind::appearance, 31, {}});
  input.items.push_back({"PN-100", "No signal", DefectKind::functional, 2, {}});
  const auto result = classify(input, policyOf("default"));
  ASSERT_EQ(result.items.size(), 2u);
  EXPECT_EQ(result.items[0].positions, (std::vector<int>{0, 2}));
  EXPECT_EQ(result.items[0].quantityDefective, 5);
  EXPECT_EQ(result.items[0].severity, SeverityClass::general);
  EXPECT_EQ(result.items[1].severity, SeverityClass::major);
  EXPECT_EQ(result.rule, "quantity_major");
  EXPECT_EQ(result.reason, result.items[1].reason);
}

TEST(Classification, SpeaksOfTheClassesOfItsScheme) {
  EXPECT_EQ(reasonOf(functional(15), "three-level"),
            "15 x Functional defect of the same kind: 15 or more is Serious complaint.");
  EXPECT_EQ(reasonOf(functional(4), "ab-class"),
            "4 x Functional defect of the same kind: fewer than 5 is Class A complaint.");
  ClassifyInput safety = functional(1);
  safety.safety = true;
  EXPECT_EQ(reasonOf(safety, "three-level"), "Safety is concerned: Serious complaint whatever the quantity.");
  EXPECT_EQ(reasonOf(safety), "Safety is concerned: major whatever the quantity.");
  EXPECT_EQ(Catalogue().sentence(classify(safety, policyOf("ab-class")).name), "Class B complaint");
  EXPECT_EQ(Catalogue().sentence(classify(safety, policyOf("default")).name), "Major complaint");
}

TEST(Classification, NamesAreInTheLanguageOfTheReader) {
  const auto name = bilingual("恶性投诉", "Malignant complaint");
  EXPECT_EQ(bilingualIn(name), (std::pair<std::string, std::string>("恶性投诉", "Malignant complaint")));
  EXPECT_EQ(bilingualIn("plain"), (std::pair<std::string, std::string>()));
  EXPECT_EQ(Catalogue().sentence({"{0}!", {name}}), "Malignant complaint!");
}

TEST(ClassNames, AreShortWhereEveryLineIsAComplaint) {
  const auto brief = [](const char* chinese, const char* english) {
    return bilingualIn(
        shortClassWords(SeverityClass::major, {"{0}", {bilingual(chinese, english)}}).args.front());
  };
  using Pair = std::pair<std::string, std::string>;
  EXPECT_EQ(brief("恶性投诉", "Malignant complaint"), Pair("恶性", "Malignant"));
  EXPECT_EQ(brief("重大客诉", "Class B complaint"), Pair("重大", "Class B"));
  EXPECT_EQ(brief("投诉", "Line stop"), Pair("投诉", "Line stop")) << "something is left";
  EXPECT_EQ(shortClassWords(SeverityClass::general, {}), Message("General"));
  EXPECT_EQ(shortClassWords(SeverityClass::other, className(policyOf("default"), SeverityClass::other)),
            Message("Other"));
  EXPECT_EQ(classWords(SeverityClass::general, {}), Message("General complaint"));
}

TEST(ClassNames, AreThoseOfARevision) {
  ClassNames names;
  names.add({"ab-class", 1}, policyOf("ab-class").classes);
  names.add({"default", 1}, {});
  EXPECT_EQ(names.of({"ab-class", 1}, SeverityClass::major),
            className(policyOf("ab-class"), SeverityClass::major));
  EXPECT_FALSE(names.uses({"ab-class", 1}, SeverityClass::other));
  EXPECT_TRUE(names.uses({"default", 1}, SeverityClass::other));
  EXPECT_EQ(names.of({"ab-class", 2}, SeverityClass::major), Message()) << "another revision";
  EXPECT_TRUE(names.uses({"ab-class", 2}, SeverityClass::other));
}

TEST(Policy, KeepsRecordsAsLongAsItSays) {
  Policy policy = policyOf("default");
  EXPECT_FALSE(keepUntil(policy, SeverityClass::major, Date(2026, 3, 1))) << "without end unless it says so";
  policy.keepYearsMajor = 15;
  policy.keepYearsOther = 1;
  EXPECT_EQ(keepUntil(policy, SeverityClass::major, Date(2026, 3, 1)), Date(2041, 3, 1));
  EXPECT_EQ(keepUntil(policy, SeverityClass::other, Date(2028, 2, 29)), Date(2029, 3, 1));
  EXPECT_FALSE(keepUntil(policy, SeverityClass::general, Date(2026, 3, 1)));
}

TEST(Policy, WantsItsApprovers) {
  Policy policy = policyOf("default");
  Actor cqe;
  cqe.roles = {Role::cqe};
  EXPECT_NO_THROW(requireApproval(policy, ApprovalStep::closing, SeverityClass::major, cqe));
  policy.approvals = {{ApprovalStep::closing, SeverityClass::major, Role::manager}};
  EXPECT_NO_THROW(requireApproval(policy, ApprovalStep::closing, SeverityClass::general, cqe));
  EXPECT_NO_THROW(requireApproval(policy, ApprovalStep::notOurs, SeverityClass::major, cqe));
  try {
    requireApproval(policy, ApprovalStep::closing, SeverityClass::major, cqe);
    FAIL();
  } catch (const Refused& refused) {
    EXPECT_EQ(refused.rule(), "approval");
    EXPECT_STREQ(
        refused.what(),
        "By policy default the closing of a case of the class \"Major complaint\" is approved by: Quality "
        "manager. Ask one of them.");
  }
  cqe.roles.push_back(Role::manager);
  EXPECT_NO_THROW(requireApproval(policy, ApprovalStep::closing, SeverityClass::major, cqe));
  policy.approvals = {{ApprovalStep::closing, std::nullopt, Role::manager}};
  cqe.roles = {Role::cqe};
  EXPECT_THROW(requireApproval(policy, ApprovalStep::closing, SeverityClass::other, cqe), Refused);
}

TEST(Classification, RefusesImpossibleInput) {
  const Policy policy = policyOf("default");
  EXPECT_EQ(fieldOf({}, policy), "items");
  EXPECT_EQ(fieldOf(functional(-1), policy), "items.0.qty_defective");
  EXPECT_EQ(fieldOf(functional(10'000'001), policy), "items.0.qty_defective");
  EXPECT_EQ(fieldOf(functional(0, -1), policy), "items.0.qty_delivered");
  EXPECT_EQ(fieldOf(functional(1, 0), policy), "items.0.qty_defective");
  ClassifyInput second = functional(1);
  second.items.push_back({"PN-200", "Scratch", DefectKind::appearance, 6, 5});
  EXPECT_EQ(fieldOf(second, policy), "items.1.qty_defective");
  try {
    classify(functional(6, 5), policy);
    FAIL();
  } catch (const Invalid& error) {
    EXPECT_STREQ(error.what(), "Defective 6 of 5 delivered: correct one of the two quantities.");
  }
  ClassifyInput ppm = functional(1);
  ppm.ppmActual = -1;
  EXPECT_EQ(fieldOf(ppm, policy), "ppm_actual");
}

TEST(Classification, RefusesRuleSetsWithGapsOrUnknownRules) {
  Policy policy = policyOf("default");
  policy.rules = {"safety", "weather", "otherwise"};
  EXPECT_EQ(fieldOf(functional(1), policy), "rules.1");
  policy.rules = {"safety", "quantity_major"};
  EXPECT_EQ(fieldOf(functional(1), policy), "rules");
  policy.rules = {"otherwise", "safety", "otherwise"};
  EXPECT_EQ(fieldOf(functional(1), policy), "rules");
  policy.rules = {};
  EXPECT_EQ(fieldOf(functional(1), policy), "rules");
  policy = policyOf("default");
  policy.thresholds.clear();
  EXPECT_EQ(fieldOf(functional(1), policy), "thresholds");
}

TEST(Classification, NotOursAndMergedCountNothing) {
  const Policy policy = policyOf("default");
  EXPECT_EQ(weightOf(SeverityClass::major, Acceptance::accepted, policy), 2);
  EXPECT_EQ(weightOf(SeverityClass::major, Acceptance::partly, policy), 2);
  EXPECT_EQ(weightOf(SeverityClass::major, Acceptance::notOurs, policy), 0);
  EXPECT_EQ(weightOf(SeverityClass::general, Acceptance::merged, policy), 0);
}

TEST(Clocks, KeepIdAndMetTimeAndClocksOfOlderPolicies) {
  const Policy policy = policyOf("default");
  const WorkCalendar calendar(Zone("Asia/Shanghai"), {});
  CaseFile file;
  file.complaint.id = ComplaintId(1);
  file.complaint.receivedAt = at(calendar.zone(), "2026-03-02 10:00");
  file.clocks = computeClocks(file, clockEvents(file), policy, calendar);
  file.clocks[0].id = ClockId(42);
  file.clocks[0].metAt = at(calendar.zone(), "2026-03-02 12:00");
  file.replies.emplace_back().sentAt = at(calendar.zone(), "2026-03-02 11:00");
  Policy shorter = policy;
  shorter.clocks.pop_back();
  const auto again = computeClocks(file, clockEvents(file), shorter, calendar);
  ASSERT_EQ(again.size(), 3u);
  EXPECT_EQ(again[0].id, ClockId(42));
  EXPECT_EQ(again[0].metAt, file.clocks[0].metAt);
  EXPECT_EQ(again[2].name, ClockName::finalReport);
}

TEST(Counting, MonthsFollowEachOther) {
  EXPECT_EQ(monthsBetween("2025-11", "2026-02"),
            (std::vector<std::string>{"2025-11", "2025-12", "2026-01", "2026-02"}));
  EXPECT_EQ(monthsBetween("2026-02", "2026-02"), std::vector<std::string>{"2026-02"});
  EXPECT_THROW(monthsBetween("2026-02", "2026-01"), Invalid);
  EXPECT_THROW(monthsBetween("2026-13", "2026-14"), Invalid);
  EXPECT_THROW(monthsBetween("2026-1", "2026-02"), Invalid);
  EXPECT_THROW(monthsBetween("", "2026-02"), Invalid);
}

}  // namespace octad::tests
