// How alike cases are, measured against labelled pairs of tests/cases.
#include "model/eightd/similarity.hpp"

#include <gtest/gtest.h>
#include <iostream>
#include <set>
#include <sstream>

#include "model/core/text.hpp"
#include "model/eightd/similar_cases.hpp"
#include "tests/model/case_table.hpp"
#include "tests/model/from_tree.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

const FailureReader& reader() {
  static const FailureReader reader(recordIn<FailureWords>("templates/words/failure-words.json"));
  return reader;
}

struct LabelledPair {
  bool similar = false;
  std::string kind;
  CaseTraits one;
  CaseTraits other;
};

std::vector<LabelledPair> pairsIn(const std::string& name) {
  std::vector<LabelledPair> pairs;
  std::istringstream content(sourceFile("tests/cases/" + name));
  for (std::string line; std::getline(content, line);) {
    if (line.empty() || line.front() == '#' || line.rfind("label\t", 0) == 0) continue;
    const auto columns = split(line, '\t');
    EXPECT_EQ(columns.size(), 10u) << line;
    if (columns.size() != 10) continue;
    EXPECT_TRUE(columns[0] == "similar" || columns[0] == "different") << line;
    pairs.push_back({columns[0] == "similar",
                     columns[1],
                     {columns[2], columns[3], columns[4], columns[5], {}, {}},
                     {columns[6], columns[7], columns[8], columns[9], {}, {}}});
  }
  return pairs;
}

struct Figures {
  double precision = 0;
  double recall = 0;
};

Figures measured(const std::string& name) {
  int found = 0;
  int missed = 0;
  int wrong = 0;
  for (const auto& pair : pairsIn(name)) {
    const auto similarity = SimilarityMeter(reader(), pair.one).compare(pair.other);
    const bool told = similarity.score >= kSimilarFrom;
    if (told && pair.similar) ++found;
    if (told && !pair.similar) ++wrong;
    if (!told && pair.similar) ++missed;
    if (told != pair.similar)
      std::cout << similarity.score << " (failure " << similarity.failure << ", text " << similarity.text
                << ") " << (pair.similar ? "missed: " : "wrong: ") << pair.one.failure << " / "
                << pair.other.failure << " [" << pair.kind << "]\n";
  }
  const Figures figures{static_cast<double>(found) / std::max(1, found + wrong),
                        static_cast<double>(found) / std::max(1, found + missed)};
  std::cout << name << ": " << found << " found, " << wrong << " wrong, " << missed << " missed; precision "
            << figures.precision << ", recall " << figures.recall << '\n';
  return figures;
}

}  // namespace

TEST(SimilarityTest, TheLabelledPairsAreTold) {
  ASSERT_GE(pairsIn("similar_pairs.tsv").size(), 40u);
  const auto figures = measured("similar_pairs.tsv");
  EXPECT_GE(figures.precision, 0.9);
  EXPECT_GE(figures.recall, 0.9);
}

/// Pairs by somebody who had not seen the rules. They were run once, when the rules were final: 8 of 14
/// found, 1 wrong. Nothing was tuned on them; the figures may not get worse.
TEST(SimilarityTest, HeldOutPairsAreToldAsOftenAsMeasured) {
  ASSERT_GE(pairsIn("similar_pairs_held_out.tsv").size(), 20u);
  const auto figures = measured("similar_pairs_held_out.tsv");
  RecordProperty("precision", std::to_string(figures.precision));
  RecordProperty("recall", std::to_string(figures.recall));
  EXPECT_GE(figures.precision, 0.88);
  EXPECT_GE(figures.recall, 0.57);
}

TEST(SimilarityTest, BothSidesSeeTheSameScore) {
  for (const auto& pair : pairsIn("similar_pairs.tsv"))
    EXPECT_EQ(SimilarityMeter(reader(), pair.one).compare(pair.other).score,
              SimilarityMeter(reader(), pair.other).compare(pair.one).score)
        << pair.one.failure << " / " << pair.other.failure;
}

TEST(SimilarityTest, ChineseAndEnglishWordsOfOneFailureMeet) {
  const CaseTraits one{"适配器", "PSU-12V-2A", "虚焊", "", {}, {}};
  const CaseTraits other{"Adapter", "PSU-24V-1A", "Cold solder joint", "", {}, {}};
  const auto similarity = SimilarityMeter(reader(), one).compare(other);
  EXPECT_GE(similarity.score, kSimilarFrom);
  EXPECT_TRUE(similarity.sameFamily);
  const auto reasons = similarity.reasons();
  ASSERT_GE(reasons.size(), 2u);
  EXPECT_EQ(reasons[0].id, "same part family");
  EXPECT_EQ(reasons[1].id, "same failure");
}

TEST(SimilarityTest, AFamilyThatIsNotKnownDoesNotCountAgainst) {
  const CaseTraits one{"", "A-1", "Housing cracked", "", {}, {}};
  const CaseTraits other{"Housing", "A-2", "Cracked housing", "", {}, {}};
  EXPECT_GE(SimilarityMeter(reader(), one).compare(other).score, 90);
}

TEST(SimilarityTest, TheCategoryOfAConfirmedCauseTellsBesideTheRest) {
  CaseTraits one{"Housing", "A-1", "Housing cracked", "", {CauseBranch::material}, {"Resin too dry"}};
  CaseTraits other{"Housing", "A-1", "Cracked housing", "", {CauseBranch::material}, {"Resin was too dry"}};
  const auto alike = SimilarityMeter(reader(), one).compare(other);
  EXPECT_TRUE(alike.sameCause);
  other.causeBranches = {CauseBranch::machine};
  other.causes = {"Clamp force of the press"};
  const auto apart = SimilarityMeter(reader(), one).compare(other);
  EXPECT_FALSE(apart.sameCause);
  EXPECT_LT(apart.score, alike.score);
}

TEST(SimilarityTest, NothingSaidIsNotAlike) {
  const CaseTraits nothing;
  EXPECT_EQ(SimilarityMeter(reader(), nothing).compare(nothing).score, 0);
}

TEST(SimilarityTest, WhatIsSearchedForBeginsWithTheFailureAndTheOtherLanguage) {
  CaseTraits traits;
  traits.part = "A-1";
  traits.family = "Housing";
  traits.failure = "外壳划伤";
  const auto query = queryFor(reader(), traits);
  EXPECT_EQ(query.part, "A-1");
  EXPECT_EQ(query.family, "Housing");
  ASSERT_GE(query.words.size(), 3u);
  EXPECT_EQ(query.words[0], "外壳划伤");
  EXPECT_EQ(query.words[1], "scratch");
  EXPECT_LE(query.words.size(), 8u);
  EXPECT_TRUE(queryFor(reader(), {}).words.empty());
}

TEST(FailureWordsTest, TheShippedWordsHaveNoMistake) {
  const auto words = recordIn<FailureWords>("templates/words/failure-words.json");
  std::set<std::string> names;
  std::set<std::string> seen;
  for (const auto& group : words.groups) {
    EXPECT_TRUE(names.insert(group.name).second) << group.name;
    for (const auto* list : {&group.zh, &group.en})
      for (const auto& word : *list) {
        EXPECT_TRUE(seen.insert(word).second) << word << " stands twice, again in " << group.name;
        EXPECT_EQ(foldText(word), word);
      }
    EXPECT_FALSE(group.zh.empty()) << group.name;
    EXPECT_FALSE(group.en.empty()) << group.name;
  }
  for (const auto& group : words.groups)
    for (const auto& near : group.near) EXPECT_TRUE(names.contains(near)) << near;
}

TEST(FailureWordsTest, TheLongestWordCountsAndAnEndingIsFree) {
  EXPECT_EQ(reader().read("漏电").named(WordSort::mode), std::vector<std::string>{"insulation"});
  EXPECT_EQ(reader().read("It leaked").named(WordSort::mode), std::vector<std::string>{"leak"});
  EXPECT_TRUE(reader().read("pinion").named(WordSort::place).empty()) << "a word begins and ends";
  EXPECT_EQ(reader().read("Doesn't turn on").named(WordSort::mode), std::vector<std::string>{"dead"});
}

TEST(FailureWordsTest, OtherWordsAreThoseOfTheSameFailureInBothLanguages) {
  const auto words = reader().otherWords("外壳划伤", 2);
  EXPECT_EQ(words, (std::vector<std::string>{"划伤", "刮伤", "scratch", "scrap mark"}));
}

}  // namespace octad::tests
