// Dates of an 8D that cannot be true together: each mistake is told once, at its row, and a sound case says
// nothing.
#include "model/eightd/plausible_dates.hpp"

#include <functional>
#include <gtest/gtest.h>

#include "model/core/catalogue.hpp"
#include "model/core/zone.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

const Zone& shanghai() {
  static const Zone zone("Asia/Shanghai");
  return zone;
}

std::vector<std::string> told(const std::function<void(CaseFile&)>& edit) {
  CaseFile file = completeCase();
  file.complaint.receivedAt = at(shanghai(), "2026-03-02 09:00");
  edit(file);
  std::vector<std::string> out;
  for (const auto& point : implausibleDates(file, shanghai()))
    out.push_back(std::string(keyOf(point.discipline)) + " " + Catalogue().sentence(point.text));
  return out;
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST(PlausibleDates, ASoundCaseSaysNothing) {
  EXPECT_EQ(told([](CaseFile&) {}), Sentences{});
  EXPECT_EQ(told([](CaseFile& f) { f = CaseFile(); }), Sentences{});
}

TEST(PlausibleDates, WhatWasDoneBeforeItCouldBe) {
  EXPECT_EQ(
      told([](CaseFile& f) { f.causes[0].verifiedOn = Date(2026, 3, 1); }),
      Sentences{
          "D4 Cause \"Torque set too low\" was verified on 2026-03-01, before the notice of 2026-03-02."});
  EXPECT_EQ(
      told([](CaseFile& f) { f.actions[1].doneOn = Date(2026, 3, 9); }),
      Sentences{"D6 Action \"Torque limit in the screwdrive…\" was done on 2026-03-09, before its cause was "
                "verified on 2026-03-10."});
  EXPECT_EQ(
      told([](CaseFile& f) { f.actions[0].doneOn = Date(2026, 3, 1); }),
      Sentences{"D3 Action \"100 % torque check\" was done on 2026-03-01, before the notice of 2026-03-02."});
  EXPECT_EQ(
      told([](CaseFile& f) { f.actions[2].checkedOn = Date(2026, 3, 17); }),
      Sentences{
          "D6 Action \"Torque limit in the screwdrive…\" was checked on 2026-03-17, before it was done on "
          "2026-03-18."});
  EXPECT_EQ(
      told([](CaseFile& f) {
        f.actions[2].checkedOn = Date(2026, 3, 17);
        f.actions[2].doneOn.reset();
      }),
      Sentences{"D6 Action \"Torque limit in the screwdrive…\" was checked on 2026-03-17 and is not done."});
}

TEST(PlausibleDates, ADayItselfIsNotBefore) {
  EXPECT_EQ(told([](CaseFile& f) {
              f.causes[0].verifiedOn = Date(2026, 3, 2);
              f.actions[0].doneOn = Date(2026, 3, 2);
              f.actions[1].doneOn = f.causes[0].verifiedOn;
              f.actions[1].checkedOn = f.actions[1].doneOn;
              f.verifications[0].verifiedOn = *f.actions[2].doneOn;
            }),
            Sentences{});
}

TEST(PlausibleDates, TheEffectIsVerifiedAfterTheLastAction) {
  EXPECT_EQ(
      told([](CaseFile& f) { f.verifications[0].verifiedOn = Date(2026, 3, 17); }),
      Sentences{"D8 The effect was verified on 2026-03-17, before the last action was done on 2026-03-18."});
  EXPECT_EQ(told([](CaseFile& f) {
              f.verifications[0].verifiedOn = Date(2026, 3, 17);
              f.verifications[0].result = VerificationResult::notEffective;
            }),
            Sentences{})
      << "what failed earlier is history";
}

TEST(PlausibleDates, PiecesBuiltAfterTheSorting) {
  const auto sorted = [](CaseFile& f, Date day) {
    SweepCount count;
    count.countedOn = day;
    f.sweepCounts = {count};
    f.problem.cleanPointDate = Date(2026, 3, 6);
  };
  EXPECT_EQ(told([&](CaseFile& f) { sorted(f, Date(2026, 3, 6)); }), Sentences{});
  EXPECT_EQ(
      told([&](CaseFile& f) { sorted(f, Date(2026, 3, 5)); }),
      Sentences{
          "D3 Stock was last sorted on 2026-03-05 and the clean point was built on 2026-03-06: pieces built "
          "in between are sorted by nobody."});
}

TEST(PlausibleDates, PapersAreValidNoLaterThanTheChange) {
  EXPECT_EQ(told([](CaseFile& f) { f.documentChanges[1].effectiveOn = Date(2026, 3, 18); }), Sentences{});
  EXPECT_EQ(
      told([](CaseFile& f) { f.documentChanges[1].effectiveOn = Date(2026, 3, 19); }),
      Sentences{
          "D7 Control plan DOC-1 is valid from 2026-03-19, after the change of 2026-03-18: until then the "
          "line worked by the old one."});
  EXPECT_EQ(told([](CaseFile& f) { f.documentChanges[0].effectiveOn = Date(2026, 4, 19); }), Sentences{})
      << "the FMEA may follow";
}

}  // namespace octad::tests
