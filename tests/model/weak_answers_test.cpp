// The linter of weak answers against tests/cases/weak-answers.txt, and what it reads of a case.
#include "model/eightd/weak_answers.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <iostream>
#include <set>

#include "tests/model/case_table.hpp"
#include "tests/model/samples.hpp"
#include "tests/model/weak_answer_sample.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

const WeakAnswerRules& shippedRules() {
  static const WeakAnswerRules rules = shippedWeakAnswerRules();
  return rules;
}

AnswerContext contextOf(const std::string& column) {
  AnswerContext context;
  for (const auto& word : split(column, ';')) {
    if (word.rfind("symptom=", 0) == 0) context.symptoms.push_back(word.substr(8));
    if (word == "systemic") context.systemicCause = true;
    if (word == "evidence") context.evidence = true;
    if (word == "other-action") context.otherAction = true;
  }
  return context;
}

/// The key of the rule that speaks, "-" when none does.
std::string toldAbout(const CaseLine& line) {
  const auto* rule =
      weakAnswer(line[2], fromKey<AnswerKind>(line[1]).value(), shippedRules(), contextOf(line[3]));
  return rule ? rule->key : "-";
}

bool isChinese(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

bool accepts(const std::string& expected, const std::string& told) {
  const auto keys = split(expected, '/');
  return std::find(keys.begin(), keys.end(), told) != keys.end();
}

/// The complete case with one answer exchanged.
CaseFile caseWithCause(const std::string& text) {
  CaseFile file = completeCase();
  file.complaint.failure = "Cover loose";
  file.causes.at(0).text = text;
  return file;
}

std::vector<std::string> keysOf(const std::vector<WeakAnswer>& answers) {
  std::vector<std::string> keys;
  for (const auto& answer : answers) keys.push_back(answer.rule->key);
  return keys;
}

/// How well the answers of a set are told.
struct Measured {
  int found = 0;   ///< weak, told by a rule that a reader would choose
  int missed = 0;  ///< weak, not told or by another rule
  int wrong = 0;   ///< told, but good or by another rule
  double precision() const { return static_cast<double>(found) / (found + wrong); }
  double recall() const { return static_cast<double>(found) / (found + missed); }
};

Measured measure(const char* file, std::string_view set) {
  Measured measured;
  for (const auto& line : readCases(file)) {
    if (line[0] != set) continue;
    const std::string told = toldAbout(line);
    const bool right = accepts(line[4], told);
    if (!right)
      std::cout << line.place << ": " << told << " instead of " << line[4] << ": " << line[2] << '\n';
    if (right && told != "-") ++measured.found;
    if (!right && told != "-") ++measured.wrong;
    if (!right && line[4] != "-") ++measured.missed;
  }
  std::cout << set << ": precision " << measured.found << '/' << measured.found + measured.wrong
            << ", recall " << measured.found << '/' << measured.found + measured.missed << '\n';
  return measured;
}

}  // namespace

TEST(WeakAnswersTest, EveryLabelledAnswerIsToldAsAReaderWould) {
  for (const auto& line : readCases("weak-answers.txt")) {
    if (line[0] == "held-out") continue;
    SCOPED_TRACE(line.place + ": " + line[2]);
    ASSERT_EQ(line[0], "asserted");
    EXPECT_EQ(toldAbout(line), line[4]);
  }
}

TEST(WeakAnswersTest, EveryRuleHasPositiveAndNegativeAnswersInBothLanguages) {
  const auto& rules = shippedRules();
  std::set<std::string> seen;  // key, kind of label, language
  for (const auto& line : readCases("weak-answers.txt")) {
    const std::string language = isChinese(line[2]) ? " zh" : " en";
    for (const auto& rule : rules.rules) {
      if (line[4] == rule.key) seen.insert(rule.key + " positive" + language);
      const auto kind = fromKey<AnswerKind>(line[1]).value();
      const bool looks = std::find(rule.kinds.begin(), rule.kinds.end(), kind) != rule.kinds.end();
      if (line[4] == "-" && looks) seen.insert(rule.key + " negative" + language);
    }
  }
  for (const auto& rule : rules.rules)
    for (const char* what : {" positive zh", " positive en", " negative zh", " negative en"})
      EXPECT_TRUE(seen.contains(rule.key + what)) << rule.key << what;
}

/// Answers that the rules were not made for. The first run found 32 of 34 and nothing wrong; one of the two
/// was a mistake of the rules, was mended and is asserted since. Four weak ones written later brought it to
/// 33 of 37. The figures may not get worse.
TEST(WeakAnswersTest, HeldOutAnswersAreFoundAsOftenAsMeasured) {
  const Measured measured = measure("weak-answers.txt", "held-out");
  EXPECT_GE(measured.precision(), 1.0);
  EXPECT_GE(measured.recall(), 0.89);  // 33 of 37
}

/// Written by somebody who has not seen the rules, measured once, never tuned on.
TEST(WeakAnswersTest, AnswersOfSomebodyWhoHasNotSeenTheRulesAreFoundAsOftenAsMeasured) {
  const Measured measured = measure("weak-answers-unseen.txt", "unseen");
  EXPECT_GE(measured.precision(), 0.96);  // 24 of 25
  EXPECT_GE(measured.recall(), 0.66);     // 24 of 36
}

TEST(WeakAnswersTest, APhraseBoundToTheBeginningMatchesThereOnly) {
  WeakAnswerRules rules;
  WeakAnswerRule rule;
  rule.kinds = {AnswerKind::cause};
  rule.en = {"^forgot ... screw*"};
  rules.rules = {rule};
  EXPECT_NE(weakAnswer("Forgot the screws", AnswerKind::cause, rules), nullptr);
  EXPECT_NE(weakAnswer("It rained. Forgot one screw", AnswerKind::cause, rules), nullptr);
  EXPECT_EQ(weakAnswer("Nobody forgot the screws", AnswerKind::cause, rules), nullptr);
  EXPECT_EQ(weakAnswer("Forgot. The screws are loose", AnswerKind::cause, rules), nullptr);
}

TEST(WeakAnswersTest, ACompleteCaseHasNothingToTell) {
  EXPECT_EQ(keysOf(weakAnswers(completeCase(), shippedRules())), std::vector<std::string>());
}

TEST(WeakAnswersTest, AnOperatorErrorNeedsASystemicCauseBehindIt) {
  const auto& rules = shippedRules();
  CaseFile file = caseWithCause("Operator error");
  std::erase_if(file.causes, [](const Cause& cause) { return cause.type == CauseType::sua; });
  const auto told = weakAnswers(file, rules);
  ASSERT_EQ(keysOf(told), std::vector<std::string>{"operator_error"});
  EXPECT_EQ(told[0].causeId, file.causes[0].id);
  EXPECT_EQ(told[0].discipline, DisciplineCode::d4);
  EXPECT_EQ(told[0].text, "Operator error");

  Cause systemic;
  systemic.id = CauseId(901);
  systemic.type = CauseType::sua;
  systemic.text = "Human error";  // another person's mistake is no system
  file.causes.push_back(systemic);
  EXPECT_EQ(weakAnswers(file, rules).size(), 2u);
  file.causes.back().text = "The change of the model does not require a new check of the fixture";
  EXPECT_TRUE(weakAnswers(file, rules).empty());
  file.causes.back().result = CauseResult::excluded;
  EXPECT_EQ(weakAnswers(file, rules).size(), 1u);
}

TEST(WeakAnswersTest, AnExcludedCauseIsNotJudged) {
  CaseFile file = caseWithCause("Operator error");
  file.causes.at(0).result = CauseResult::excluded;
  EXPECT_TRUE(weakAnswers(file, shippedRules()).empty());
}

TEST(WeakAnswersTest, TrainingBesideATechnicalActionAgainstTheSameCauseIsNoWeakAnswer) {
  const auto& rules = shippedRules();
  CaseFile file = completeCase();
  Action training = file.actions.at(1);
  training.id = ActionId(902);
  training.text = "Train the operators";
  ASSERT_EQ(training.kind, ActionKind::corrective);
  file.actions.push_back(training);
  EXPECT_TRUE(weakAnswers(file, rules).empty());
  file.actions.back().causeId = CauseId(999);
  EXPECT_EQ(keysOf(weakAnswers(file, rules)), std::vector<std::string>{"training_only"});
}

TEST(WeakAnswersTest, TheWordingForTheCustomerIsJudgedToo) {
  CaseFile file = completeCase();
  file.actions.at(1).textCustomer = "加强管理";
  const auto told = weakAnswers(file, shippedRules());
  ASSERT_EQ(keysOf(told), std::vector<std::string>{"more_careful"});
  EXPECT_EQ(told[0].text, "加强管理");
}

TEST(WeakAnswersTest, APercentageWithoutMethodIsToldOnD6) {
  CaseFile file = completeCase();
  file.actions.at(1).effectiveness = 98;
  file.actions.at(1).effectivenessMethod.clear();
  const auto told = weakAnswers(file, shippedRules());
  ASSERT_EQ(keysOf(told), std::vector<std::string>{"effect_without_method"});
  EXPECT_EQ(told[0].discipline, DisciplineCode::d6);
  EXPECT_EQ(told[0].text, "98 %");
}

TEST(WeakAnswersTest, WithoutRowsTheNarrativeIsTheAnswer) {
  const auto& rules = shippedRules();
  CaseFile file = completeCase();
  file.causes.clear();
  for (auto& discipline : file.disciplines)
    if (discipline.code == DisciplineCode::d4) discipline.text = "操作员失误";
  auto told = weakAnswers(file, rules);
  ASSERT_EQ(keysOf(told), std::vector<std::string>{"operator_error"});
  EXPECT_EQ(told[0].field, "text");
  for (auto& discipline : file.disciplines)
    if (discipline.code == DisciplineCode::d4) discipline.state = DisciplineState::notRequired;
  EXPECT_TRUE(weakAnswers(file, rules).empty());
}

TEST(WeakAnswerRulesTest, TheShippedRulesHaveNoMistake) {
  for (const auto& problem : weakAnswerRuleProblems(shippedRules()))
    ADD_FAILURE() << problem.field << ": " << problem.sentence.id;
}

TEST(WeakAnswerRulesTest, EveryMistakeIsASentenceWithItsField) {
  const auto& good = shippedRules();
  const auto fieldOf = [&good](const auto& spoil) {
    WeakAnswerRules rules = good;
    spoil(rules);
    const auto problems = weakAnswerRuleProblems(rules);
    return problems.size() == 1 ? problems[0].field : std::to_string(problems.size()) + " problems";
  };
  EXPECT_EQ(fieldOf([](auto& rules) { rules.name = " "; }), "name");
  EXPECT_EQ(fieldOf([](auto& rules) { rules.rules.clear(); }), "rules");
  EXPECT_EQ(fieldOf([](auto& rules) { rules.rules[1].key = rules.rules[0].key; }), "rules.1.key");
  EXPECT_EQ(fieldOf([](auto& rules) { rules.rules[0].key.clear(); }), "rules.0.key");
  EXPECT_EQ(fieldOf([](auto& rules) { rules.rules[0].kinds.clear(); }), "rules.0.kinds");
  EXPECT_EQ(fieldOf([](auto& rules) { rules.rules[0].zh.clear(); }), "rules.0.zh");
  EXPECT_EQ(fieldOf([](auto& rules) { rules.rules[0].en[0] = "Operator"; }), "rules.0.en.0");
  EXPECT_EQ(fieldOf([](auto& rules) { rules.rules[0].en[0] = "operator ... "; }), "rules.0.en.0");
  EXPECT_EQ(fieldOf([](auto& rules) { rules.rules[0].en[0] = "<people> ... error"; }), "rules.0.en.0");
  EXPECT_EQ(fieldOf([](auto& rules) { rules.rules[0].en[0] = "^<person> ... error"; }), "rules.0.en.0");
  EXPECT_EQ(fieldOf([](auto& rules) { rules.rules[0].exceptZh[0].clear(); }), "rules.0.except_zh.0");
  EXPECT_EQ(fieldOf([](auto& rules) { rules.rules[0].reasonZh.clear(); }), "rules.0.reason_en");
  EXPECT_EQ(fieldOf([](auto& rules) { rules.rules[0].questionEn.clear(); }), "rules.0.question_en");
  EXPECT_EQ(fieldOf([](auto& rules) { rules.words.push_back(rules.words[0]); }),
            "words." + std::to_string(good.words.size()) + ".name");
  EXPECT_EQ(fieldOf([](auto& rules) {
              std::erase_if(rules.words, [](const auto& group) { return group.name == kFillerWords; });
            }),
            "rules.3.check");
}

}  // namespace octad::tests
