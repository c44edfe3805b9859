// The place "Policies" without a window: what it lists, and the form that tries a revision out while one
// types.
#include "gui/viewmodels/policies.hpp"

#include <algorithm>
#include <array>

#include "gui/viewmodels/policy_forms.hpp"
#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/decide_complaint.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {

using model::Policy;

namespace {

std::string fingerprintOf(const model::Policy& policy) {
  return model::fingerprint(policy);
}

class PoliciesTest : public SessionTest {
 protected:
  PoliciesTest() : session(sessionOf("zhou", immediate)), policies(session) { policies.load(); }

  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (long row = 0; row < policies.rowCount(); ++row)
      out.push_back(policies.cell(row, PolicyColumn::name) + " " +
                    policies.cell(row, PolicyColumn::revision) + policies.cell(row, PolicyColumn::state));
    return out;
  }
  bool says(const std::string& words) const {
    for (const auto& section : policies.sections())
      for (const auto& line : section.lines)
        if (line.find(words) != std::string::npos) return true;
    return false;
  }
  /// Carries a form out; what refused it, empty when it was stored.
  std::string run(const PolicyForm& form, const FormValues& typed) {
    std::string refused;
    policies.run(
        newUuid(),
        [&](model::Workplace workplace, const std::string& request) {
          return form.execute(std::move(workplace), request, typed);
        },
        [](const model::Policy&) {},
        [&refused](const std::exception_ptr& error) {
          try {
            std::rethrow_exception(error);
          } catch (const model::Error& wrong) {
            refused = wrong.field() + ": " + wrong.what();
          }
        });
    return refused;
  }

  Session session;
  PoliciesViewModel policies;
};

TEST_F(PoliciesTest, ShowsTheOneInForceInWords) {
  ASSERT_TRUE(policies.selected());
  EXPECT_EQ(policies.selected()->name, "default");
  EXPECT_TRUE(policies.inForce(policies.selectedRow()));
  EXPECT_TRUE(says("Functional defect: general from 5 pieces, major from 15"));
  EXPECT_TRUE(says("Below 1 % of the delivered pieces"));
  EXPECT_TRUE(says("First reply: 24 hours after \"Customer's notice\""));
  EXPECT_TRUE(says("Final report: 7 working days after \"Sample can be analysed\""));
  EXPECT_TRUE(says("Major 2, general 1, other 0"));
  EXPECT_TRUE(says("functional → TE"));
}

TEST_F(PoliciesTest, AReleasedRevisionIsListedAboveTheOneBefore) {
  const PolicyForm form = policies.releaseForm();
  FormValues typed = startValues(form);
  typed["thresholds.0.major"] = "25";
  typed["reason"] = "Agreed in the review of July";
  ASSERT_EQ(run(form, typed), "");
  const auto listed = names();
  const auto second = std::find(listed.begin(), listed.end(), "default 2In force");
  ASSERT_NE(second, listed.end());
  EXPECT_EQ(*(second + 1), "default 1");
  EXPECT_EQ(policies.selected()->revision, 2);
  EXPECT_TRUE(says("major from 25"));
  EXPECT_TRUE(says("Agreed in the review of July"));
}

TEST_F(PoliciesTest, TheFormStartsWithWhatIsStoredAndLosesNothing) {
  const PolicyForm form = policies.releaseForm();
  const auto same = policyTyped(*policies.selected(), startValues(form));
  EXPECT_EQ(same.rules, policies.selected()->rules);
  EXPECT_EQ(same.rateBelow, policies.selected()->rateBelow);
  EXPECT_EQ(same.routes.size(), policies.selected()->routes.size());
  ASSERT_EQ(same.clocks.size(), policies.selected()->clocks.size());
  EXPECT_EQ(same.clocks[2].workingDays, 7);
  EXPECT_EQ(same.clocks[2].startEvent, model::ClockStart::sampleAnalysable);
  EXPECT_TRUE(same.clocks[0].pausable);
  FormValues typed = startValues(form);
  typed["reason"] = "Nothing is changed by this one";
  EXPECT_EQ(run(form, typed), ": Nothing differs from revision 1: there is nothing to release.");
}

TEST_F(PoliciesTest, EveryPartStartsWithWhatIsStoredAndLosesNothing) {
  for (long row = 0; row < policies.rowCount(); ++row) {
    policies.select(row);
    const auto stored = fingerprintOf(*policies.selected());
    for (const PolicyPart part : kPolicyParts) {
      SCOPED_TRACE(policies.selected()->name + ", " + partLabel(part));
      const auto same = policyTyped(*policies.selected(), startValues(policies.releaseForm(part)), part);
      EXPECT_EQ(fingerprintOf(same), stored);
    }
  }
}

TEST_F(PoliciesTest, TheTableOfRemindersIsReleasedAsAPartOfItsOwn) {
  EXPECT_TRUE(says("Overdue (3 d) → Quality manager"));
  EXPECT_TRUE(says("Several reporters (3 times, 90 d) → Quality manager"));
  EXPECT_TRUE(says("Loss above the limit (more than 2000) → Quality manager"));
  const PolicyForm form = policies.releaseForm(PolicyPart::escalation);
  FormValues typed = startValues(form);
  typed["escalation.2.days"] = "5";
  typed["escalation.6.days"] = "2";
  typed["reason"] = "Agreed in the review of July";
  ASSERT_EQ(form.warnings(typed).size(), 1U);
  EXPECT_EQ(run(form, typed), "escalation.6.days: \"Safety\" knows no Days: leave it 0.");
  typed["escalation.6.days"] = "0";
  ASSERT_EQ(run(form, typed), "");
  EXPECT_TRUE(says("Overdue (5 d) → Quality manager"));
  EXPECT_TRUE(says("general from 5 pieces")) << "the other parts stay";
}

TEST_F(PoliciesTest, HoursAndDaysOfAPolicyAreReleasedAsAPartOfTheirOwn) {
  PolicyForm form = policies.releaseForm(PolicyPart::calendar);
  FormValues typed = startValues(form);
  for (const auto& field : form.rows->make(0)) typed[field.name] = field.value;
  typed["reason"] = "Hours of winter, agreed in October";
  typed["work_hours"] = "8 to 4";
  EXPECT_EQ(run(form, typed), "days.0.day: Say which day it is, or remove the line.");
  typed["days.0.day"] = "2026-12-24";
  typed["days.0.name"] = "Christmas Eve";
  EXPECT_EQ(run(form, typed).rfind("work_hours: ", 0), 0U);
  typed["work_hours"] = "08:00-16:00";
  ASSERT_EQ(run(form, typed), "");
  EXPECT_EQ(policies.selected()->workHours, "08:00-16:00");
  EXPECT_TRUE(says("Hours of work: 08:00-16:00"));
  EXPECT_TRUE(says("2026-12-24 Holiday · Christmas Eve"));
}

TEST_F(PoliciesTest, SetsOfClocksAreReleasedAsAPartOfTheirOwn) {
  const std::size_t ofSite = policies.selected()->clocks.size();
  PolicyForm form = policies.releaseForm(PolicyPart::clockSets);
  EXPECT_EQ(form.rows->count, 0U);
  FormValues typed = startValues(form);
  for (const std::size_t row : {0U, 1U})
    for (const auto& field : form.rows->make(row)) typed[field.name] = field.value;
  typed["reason"] = "Agreed with the customers in July";
  EXPECT_EQ(run(form, typed), "clock_sets.0.name: Set of clocks no. 1 needs a name of at most 100 letters.");
  typed["clock_sets.0.name"] = "oem-8h";
  typed["clock_sets.0.strictest"] = "1";
  typed["clock_sets.0.clocks.0.target"] = "8";
  typed["clock_sets.1.name"] = "major";
  typed["clock_sets.1.scope"] = "class";
  ASSERT_EQ(form.warnings(typed).size(), 1U);
  EXPECT_EQ(run(form, typed).rfind("clock_sets.1.class: The set \"major\" needs a class", 0), 0U);
  typed["clock_sets.1.class"] = "major";
  typed["clock_sets.1.clocks.0.name"] = "";
  EXPECT_EQ(run(form, typed).rfind("clock_sets.1.clocks.0.name: Choose the promise", 0), 0U);
  typed["clock_sets.1.clocks.0.target"] = "";
  typed["clock_sets.1.clocks.1.target"] = "";
  EXPECT_EQ(run(form, typed), "clock_sets.1.clocks.1.target: A number is needed here.");
  EXPECT_EQ(translator(form.warnings(typed).at(0)), "Row 2, major, “Within”: A number is needed here.");
  typed["clock_sets.1.clocks.1.target"] = "9999";
  EXPECT_EQ(translator(form.warnings(typed).at(0)).rfind("In the set of clocks “major”: The target of", 0),
            0U);
  typed["clock_sets.1.clocks.1.target"] = "3";
  typed["clock_sets.1.clocks.1.unit"] = "calendar_days";
  ASSERT_EQ(run(form, typed), "");

  const auto& sets = policies.selected()->clockSets;
  ASSERT_EQ(sets.size(), 2U);
  EXPECT_TRUE(sets[0].strictest);
  ASSERT_EQ(sets[0].clocks.size(), ofSite) << "a new set starts with the site's clocks";
  EXPECT_EQ(sets[0].clocks[0].hours, 8);
  EXPECT_EQ(sets[1].severity, model::SeverityClass::major);
  ASSERT_EQ(sets[1].clocks.size(), ofSite - 1) << "a clock that is emptied is not in the set";
  EXPECT_EQ(sets[1].clocks[0].calendarDays, 3);
  EXPECT_TRUE(says("Customer: oem-8h, the strictest of all that apply"));
  EXPECT_TRUE(says("general from 5 pieces")) << "the other parts stay";

  form = policies.releaseForm(PolicyPart::clockSets);
  const auto same = policyTyped(*policies.selected(), startValues(form), PolicyPart::clockSets);
  EXPECT_EQ(fingerprintOf(same), fingerprintOf(*policies.selected())) << "stored sets come back as they were";
}

TEST_F(PoliciesTest, ASetOfClocksMayBeOfAnotherPlace) {
  PolicyForm form = policies.releaseForm(PolicyPart::clockSets);
  FormValues typed = startValues(form);
  for (const auto& field : form.rows->make(0)) typed[field.name] = field.value;
  typed["reason"] = "Agreed with the customer in Berlin";
  typed["clock_sets.0.name"] = "berlin";
  typed["clock_sets.0.zone"] = "Europe/Berlin";
  typed["clock_sets.0.work_hours"] = "8-16";
  EXPECT_EQ(run(form, typed).rfind("clock_sets.0.work_hours: In the set of clocks “berlin”: \"8-16\"", 0),
            0U);
  typed["clock_sets.0.work_hours"] = "08:00-16:00";
  typed["clock_sets.0.days"] = "2026-12-24 Christmas Eve\nsoon";
  EXPECT_EQ(run(form, typed).rfind("clock_sets.0.days: \"soon\" is no day", 0), 0U);
  EXPECT_EQ(translator(form.warnings(typed).at(0)).rfind("Row 1, berlin, “Days off", 0), 0U);
  typed["clock_sets.0.days"] = "2026-12-24 Christmas Eve\n2026-12-24";
  EXPECT_EQ(run(form, typed).rfind("clock_sets.0.days.1.day: In the set of clocks “berlin”: The day", 0), 0U);
  typed["clock_sets.0.days"] = "2026-12-24 Christmas Eve\n\n + ";
  EXPECT_NE(run(form, typed), "");
  typed["clock_sets.0.days"] = " 2026-12-24 Christmas Eve\n\n+2026-12-27\n";
  ASSERT_EQ(run(form, typed), "");
  const auto& set = policies.selected()->clockSets.at(0);
  EXPECT_EQ(set.zone, "Europe/Berlin");
  ASSERT_EQ(set.days.size(), 2U);
  EXPECT_EQ(set.days[0].name, "Christmas Eve");
  EXPECT_EQ(set.days[1].kind, model::DayKind::workday);
  EXPECT_TRUE(says("    Time zone: Europe/Berlin"));
  EXPECT_TRUE(says("    Hours of work: 08:00-16:00"));
  EXPECT_TRUE(says("    2026-12-24 Holiday · Christmas Eve"));
  form = policies.releaseForm(PolicyPart::clockSets);
  const auto same = policyTyped(*policies.selected(), startValues(form), PolicyPart::clockSets);
  EXPECT_EQ(fingerprintOf(same), fingerprintOf(*policies.selected())) << "stored sets come back as they were";
}

TEST_F(PoliciesTest, FirstDepartmentsAndFollowUpAreReleasedAsAPartOfTheirOwn) {
  PolicyForm form = policies.releaseForm(PolicyPart::routes);
  FormValues typed = startValues(form);
  EXPECT_EQ(typed["routes.0.match"], "functional");
  EXPECT_EQ(typed["follow_up_days"], "7");
  for (const auto& field : form.rows->make(4)) typed[field.name] = field.value;
  typed["reason"] = "Agreed in the review of July";
  EXPECT_EQ(run(form, typed), "routes.4.match: Route no. 5 needs the word it looks for.");
  EXPECT_EQ(translator(form.warnings(typed).at(0)), "Route no. 5 needs the word it looks for.");
  typed["routes.4.match"] = "Functional";
  EXPECT_EQ(run(form, typed), "routes.4.match: \"Functional\" is routed twice: keep one of the routes.");
  typed["routes.4.match"] = "包装";
  typed["routes.4.department"] = "XX";
  EXPECT_EQ(run(form, typed).rfind("routes.4.department: There is no department \"XX\"", 0), 0U);
  EXPECT_EQ(form.warnings(typed).at(0).id.rfind("There is no department", 0), 0U) << "told while one types";
  typed["routes.4.department"] = "WH";
  typed["follow_up_days"] = "";
  EXPECT_EQ(run(form, typed), "follow_up_days: A number is needed here.");
  EXPECT_EQ(translator(form.warnings(typed).at(0)),
            "“Visit after closing: days (0: none)”: A number is needed here.");
  typed["follow_up_days"] = "400";
  EXPECT_EQ(run(form, typed).rfind("follow_up_days: ", 0), 0U);
  typed["follow_up_days"] = "3";
  typed["verification_lots"] = "5";
  ASSERT_EQ(run(form, typed), "");
  EXPECT_TRUE(says("包装 → WH"));
  EXPECT_TRUE(says("the customer is visited within 3 days"));
  EXPECT_TRUE(says("Effect verified over 5 lots and 30 days"));
  EXPECT_TRUE(says("general from 5 pieces")) << "the other parts stay";

  bool offered = false;
  const auto fields = policies.releaseForm(PolicyPart::routes).rows->make(0);
  for (const auto& choice : fields.at(1).choices) offered = offered || choice.label == "WH Warehouse";
  EXPECT_TRUE(offered) << "departments are chosen by code and name";
}

TEST_F(PoliciesTest, TheRulesMayStandInAnyOrder) {
  PolicyForm form = policies.releaseForm(PolicyPart::order);
  FormValues typed = startValues(form);
  EXPECT_EQ(typed["rules.3.rule"], "quantity_major");
  for (const auto& field : form.rows->make(6)) typed[field.name] = field.value;
  EXPECT_EQ(typed["rules.6.rule"], "external") << "a row that is added is a rule that is not there yet";
  typed["reason"] = "Agreed in the review of July";
  std::swap(typed["rules.3.rule"], typed["rules.5.rule"]);
  EXPECT_NE(form.warnings(typed).at(0).id.find("could then never fire"), std::string::npos);
  EXPECT_EQ(run(form, typed).rfind("rules: ", 0), 0U);
  std::swap(typed["rules.3.rule"], typed["rules.5.rule"]);
  typed["rules.1.rule"] = "safety";
  EXPECT_EQ(run(form, typed).rfind("rules.1: The rule \"safety\" stands twice", 0), 0U);
  typed["rules.1.rule"] = "external";
  typed["rules.6.rule"] = "repeat";
  ASSERT_EQ(run(form, typed), "");
  const std::vector<std::string> expected{"safety",     "external",         "ppm",    "quantity_major",
                                          "rate_other", "quantity_general", "repeat", "otherwise"};
  EXPECT_EQ(policies.selected()->rules, expected);
}

TEST_F(PoliciesTest, ARuleThatGoesTakesItsClassAlong) {
  for (long row = 0; row < policies.rowCount(); ++row)
    if (policies.cell(row, PolicyColumn::name) == "three-level") policies.select(row);
  ASSERT_EQ(policies.selected()->ruleClasses.size(), 3U);
  const PolicyForm form = policies.releaseForm(PolicyPart::order);
  FormValues typed = startValues(form);
  typed.erase("rules.4.rule");
  typed["rules.3.rule"] = "quantity_general";
  typed["reason"] = "Agreed in the review of July";
  ASSERT_EQ(run(form, typed), "");
  EXPECT_EQ(policies.selected()->ruleClasses.size(), 2U) << "ppm is no longer a rule of it";
}

TEST_F(PoliciesTest, AKindWithoutThresholdsMayGetItsOwn) {
  Policy base = *policies.selected();
  base.thresholds.pop_back();
  const auto body = partOf(base, PolicyPart::rules);
  FormBody form;
  form.fields = body.fields;
  form.rows = body.rows;
  FormValues typed = startValues(form);
  Policy same = base;
  body.take(same, typed);
  EXPECT_EQ(same.thresholds.size(), 2U) << "left empty";
  typed["thresholds.2.general"] = "7";
  EXPECT_THROW(body.take(same, typed), model::Invalid) << "both or none";
  typed["thresholds.2.major"] = "21";
  body.take(same = base, typed);
  ASSERT_EQ(same.thresholds.size(), 3U);
  EXPECT_EQ(same.thresholds[2].kind, model::DefectKind::other);
  EXPECT_EQ(same.thresholds[2].major, 21);
}

TEST_F(PoliciesTest, ARuleOfRemindersIsMarkedAsItSays) {
  const PolicyForm form = policies.releaseForm(PolicyPart::escalation);
  FormValues typed = startValues(form);
  EXPECT_EQ(typed["escalation.6.level"], "head");
  for (const auto& field : form.rows->make(14)) typed[field.name] = field.value;
  typed["escalation.14.condition"] = "overdue";
  typed["escalation.14.receiver"] = "quality_manager";
  typed["escalation.14.level"] = "owner";
  typed["escalation.14.days"] = "1";
  typed["reason"] = "The manager wants to know at once";
  ASSERT_EQ(run(form, typed), "");
  EXPECT_EQ(policies.selected()->escalation.at(14).level, model::NoticeLevel::owner);
}

TEST_F(PoliciesTest, ClassesGetTheirNamesAndApproversAreNamed) {
  PolicyForm form = policies.releaseForm(PolicyPart::classes);
  FormValues typed = startValues(form);
  const std::vector<std::array<const char*, 3>> names{
      {"major", "特急", "Red"}, {"general", "急", "Amber"}, {"other", "缓", "Green"}};
  for (std::size_t row = 0; row < names.size(); ++row) {
    typed[rowField("classes", row, "class")] = names[row][0];
    typed[rowField("classes", row, "zh")] = names[row][1];
    typed[rowField("classes", row, "en")] = names[row][2];
  }
  typed["rule_class.penalty"] = "general";
  typed["reason"] = "Agreed in the review of July";
  ASSERT_EQ(run(form, typed), "");
  EXPECT_TRUE(says("Red: handled like \"Major complaint\""));
  EXPECT_TRUE(says("safety = Red → penalty clause = Amber"));
  EXPECT_TRUE(says("Functional defect: Amber from 5 pieces"));
  form = policies.releaseForm(PolicyPart::approvals);
  std::string offered;
  for (const auto& field : form.rows->make(0))
    if (field.name == rowField("approvals", 0, "class"))
      for (const auto& choice : field.choices) offered += choice.label + "|";
  EXPECT_EQ(offered, "All classes|特急 / Red|急 / Amber|缓 / Green|");
  typed = startValues(form);
  typed[rowField("approvals", 0, "step")] = "closing";
  typed[rowField("approvals", 0, "class")] = "major";
  typed[rowField("approvals", 0, "role")] = "manager";
  typed["keep_years_major"] = "15";
  typed["reason"] = "Agreed in the review of July";
  ASSERT_EQ(run(form, typed), "");
  EXPECT_TRUE(says("Approving the closing, Red → Quality manager"));
  EXPECT_TRUE(says("Red: kept 15 years after closing"));
}

TEST_F(PoliciesTest, MistakesAreToldWhileOneTypesAndAtTheirField) {
  const PolicyForm form = policies.releaseForm();
  FormValues typed = startValues(form);
  typed["thresholds.1.major"] = "3";
  ASSERT_EQ(form.warnings(typed).size(), 1U);
  EXPECT_NE(form.warnings(typed)[0].id.find("major must begin above general"), std::string::npos);
  EXPECT_TRUE(form.findings(typed).empty()) << "it cannot judge";
  typed["reason"] = "A good reason";
  EXPECT_EQ(run(form, typed).rfind("thresholds.1.major: ", 0), 0U);
  typed = startValues(form);
  typed["rate_below"] = "one";
  EXPECT_EQ(run(form, typed), "rate_below: \"one\" is not a rate: enter percent such as 1 or 0.5.");
  typed = startValues(form);
  typed["clocks.0.target"] = "";
  EXPECT_EQ(run(form, typed), "clocks.0.target: A number is needed here.");
  typed = startValues(form);
  typed["thresholds.0.major"] = "25";
  EXPECT_NE(run(form, typed), "") << "a reason is needed";
}

TEST_F(PoliciesTest, ClosedCasesAreTriedOutWhileOneTypes) {
  const auto id = database.makeCase();
  const model::Workplace wang{database.store(), database.clock(), database.actor("wang")};
  const model::Workplace chen{database.store(), database.clock(), database.actor("chen")};
  const auto severity = database.store().reader().openCase(id).complaint.severity;
  ASSERT_EQ(severity, model::SeverityClass::other) << "this test wants a case whose closing needs no answers";
  model::AcceptanceDecision decision;
  decision.target = {id, 0, {}};
  model::DecideComplaint(wang).execute(decision);
  model::RequestClosing(wang).execute({{id, 0, {}}, "处理完成", "satisfied"});
  model::CloseComplaint(chen).execute({{id, 0, {}}, "同意结案", ""});
  policies.load();
  const PolicyForm form = policies.releaseForm();
  FormValues typed = startValues(form);
  ASSERT_EQ(form.findings(typed).size(), 1U) << "one case, nothing changes";
  EXPECT_EQ(form.findings(typed)[0].args[0], "1");
  EXPECT_EQ(form.findings(typed)[0].args[1], "0");
  EXPECT_TRUE(form.warnings(typed).empty()) << "nothing to warn of";
  typed["thresholds.0.general"] = "1";
  typed["rules"] = "safety,penalty,ppm,quantity_major,quantity_general,otherwise";
  ASSERT_EQ(form.findings(typed).size(), 2U);
  EXPECT_EQ(form.findings(typed)[0].args[1], "1");
}

TEST_F(PoliciesTest, AShippedPolicyThatTheDatabaseDoesNotHaveIsBegunFrom) {
  EXPECT_FALSE(policies.hasMissing()) << "nothing ships";
  std::vector<Policy> shipped = database.store().reader().policies();
  session.shippedPolicies = std::make_shared<const std::vector<Policy>>(shipped);
  EXPECT_FALSE(policies.hasMissing()) << "all of it is here";
  Policy fresh = shipped.front();
  fresh.name = "made-later";
  fresh.weightMajor = 5;
  shipped.push_back(fresh);
  session.shippedPolicies = std::make_shared<const std::vector<Policy>>(shipped);
  ASSERT_TRUE(policies.hasMissing());
  PolicyForm form = policies.takeForm();
  ASSERT_EQ(form.fields.at(0).choices.size(), 1U);
  FormValues typed = startValues(form);
  EXPECT_EQ(typed["source"], "made-later");
  EXPECT_NE(form.findings(typed).at(0).id.find("closed cases under this policy"), std::string::npos);
  EXPECT_NE(run(form, typed).find("A reason in words is needed"), std::string::npos);
  typed["reason"] = "Wanted by the management";
  typed["effective_from"] = "soon";
  EXPECT_EQ(run(form, typed).rfind("effective_from: ", 0), 0U);
  typed["effective_from"] = "";
  ASSERT_EQ(run(form, typed), "");
  EXPECT_EQ(policies.selected()->name, "made-later") << "what was released is shown";
  EXPECT_EQ(policies.selected()->revision, 1);
  EXPECT_FALSE(policies.hasMissing());

  fresh.weightMajor = 6;
  session.shippedPolicies = std::make_shared<const std::vector<Policy>>(std::vector{fresh});
  form = policies.takeForm();
  typed = startValues(form);
  typed["reason"] = "The one of the newer program";
  typed["name"] = "default";
  ASSERT_EQ(run(form, typed), "");
  EXPECT_EQ(policies.selected()->name, "default");
  EXPECT_EQ(policies.selected()->revision, 2) << "under a name that is here: its next revision";
  EXPECT_EQ(policies.selected()->weightMajor, 6);
}

TEST_F(PoliciesTest, AnotherPolicyIsPutInForce) {
  for (long row = 0; row < policies.rowCount(); ++row)
    if (policies.cell(row, PolicyColumn::name) == "rate-first") policies.select(row);
  const PolicyForm form = policies.useForm();
  ASSERT_EQ(run(form, {{"reason", "The customers ask for it"}}), "");
  EXPECT_TRUE(policies.inForce(policies.selectedRow()));
  EXPECT_EQ(policies.selected()->name, "rate-first");
}

TEST_F(PoliciesTest, OthersReadOnly) {
  Session reader = sessionOf("liu", immediate);
  PoliciesViewModel page(reader);
  page.load();
  EXPECT_TRUE(page.selected());
  EXPECT_TRUE(page.whyNot());
  EXPECT_FALSE(policies.whyNot());
}

}  // namespace

}  // namespace octad::viewmodels
