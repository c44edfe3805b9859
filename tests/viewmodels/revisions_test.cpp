// Two frozen answers side by side: what changed is told row by row, in words.
#include "gui/viewmodels/revisions.hpp"

#include <gtest/gtest.h>

namespace octad::viewmodels {

namespace {

constexpr const char* kFirst =
    R"({"complaint":"C26-00001","problem":"P26-00001",
        "discipline":{"id":5,"code":"D4","state":"submitted","text":"虚焊","text_customer":"Open joint","revision":1},
        "causes":[{"id":1,"problem_id":1,"type":"TUA","text":"操作员失误","result":"hypothesis","proof":""},
                  {"id":2,"problem_id":1,"type":"TUN","text":"AOI 未覆盖","result":"confirmed","proof":"replay"}],
        "why_steps":[{"id":9,"cause_id":1,"position":1,"answer":"没有注意","evidence":""}]})";
constexpr const char* kSecond =
    R"({"complaint":"C26-00001","problem":"P26-00001",
        "discipline":{"id":5,"code":"D4","state":"submitted","text":"虚焊","text_customer":"Open joint under L3","revision":2},
        "causes":[{"id":1,"problem_id":1,"type":"TUA","text":"钢网开口偏小","result":"confirmed","proof":"0.8 mm"},
                  {"id":2,"problem_id":1,"type":"TUN","text":"AOI 未覆盖","result":"confirmed","proof":"replay"},
                  {"id":3,"problem_id":1,"type":"SUA","text":"钢网评审无标准","result":"confirmed","proof":"WI-3"}],
        "why_steps":[]})";

const ComparedLine* find(const RevisionsViewModel& compared, const std::string& row,
                         const std::string& field) {
  std::string current;
  for (const auto& line : compared.lines()) {
    if (!line.row.empty()) current = line.row;
    if (current.rfind(row, 0) == 0 && line.field == field) return &line;
  }
  return nullptr;
}

RevisionsViewModel comparison(const Translator& text) {
  return {{{"1", kFirst}, {"2", kSecond}}, text};
}

}  // namespace

TEST(Revisions, ChangesAreToldInWords) {
  const Translator text;
  const auto compared = comparison(text);
  EXPECT_EQ(compared.summary(), "4 of 5 rows changed");
  const auto* result = find(compared, "Cause: 钢网开口偏小", "Result");
  ASSERT_NE(result, nullptr);
  EXPECT_EQ(result->before, "Hypothesis");
  EXPECT_EQ(result->after, "Confirmed");
  const auto* wording = find(compared, "Wording", "For the customer");
  ASSERT_NE(wording, nullptr);
  EXPECT_EQ(wording->before, "Open joint");
  EXPECT_EQ(find(compared, "Wording", "Internal"), nullptr) << "it is as it was";
  EXPECT_EQ(find(compared, "Cause: AOI", "Proof"), nullptr) << "nothing changed in that row";
}

TEST(Revisions, WhatCameAndWhatWentIsSaid) {
  const Translator text;
  const auto compared = comparison(text);
  const auto* added = find(compared, "+ Cause: 钢网评审无标准", "Proof");
  ASSERT_NE(added, nullptr);
  EXPECT_EQ(added->before, "");
  const auto* gone = find(compared, "− Why-step: 1", "Answer");
  ASSERT_NE(gone, nullptr);
  EXPECT_EQ(gone->before, "没有注意");
  EXPECT_EQ(gone->after, "");
  EXPECT_EQ(find(compared, "− Why-step: 1", "Against the cause")->before, "操作员失误") << "not the key";
}

TEST(Revisions, ARowTypedAgainIsTheOneThatWasThere) {
  const Translator text;
  std::string retyped = kSecond;
  retyped.replace(retyped.find("\"id\":2"), 6, "\"id\":8");  // the escape was deleted and entered again
  const RevisionsViewModel compared({{"1", kSecond}, {"2", retyped}}, text);
  EXPECT_EQ(compared.summary(), "0 of 4 rows changed");
}

TEST(Revisions, EverythingOrTheOtherWayRound) {
  const Translator text;
  auto compared = comparison(text);
  const auto changes = compared.lines().size();
  compared.setOnlyChanges(false);
  EXPECT_GT(compared.lines().size(), changes);
  EXPECT_NE(find(compared, "Cause: AOI", "Proof"), nullptr);
  compared.choose(1, 0);
  EXPECT_EQ(find(compared, "Cause: 操作员失误", "Result")->after, "Hypothesis");
  compared.choose(1, 1);
  EXPECT_EQ(compared.summary(), "0 of 4 rows changed");
}

TEST(Revisions, AnUnreadableTextHidesNothingElse) {
  const Translator text;
  const RevisionsViewModel compared({{"1", "not json"}, {"2", kSecond}}, text);
  EXPECT_TRUE(compared.lines().empty());
}

}  // namespace octad::viewmodels
