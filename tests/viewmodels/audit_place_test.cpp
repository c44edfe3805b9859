#include "gui/viewmodels/audit_place.hpp"

#include <algorithm>

#include "gui/viewmodels/signatures.hpp"
#include "model/core/error.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/review_discipline.hpp"
#include "model/usecases/save_discipline.hpp"
#include "model/usecases/submit_discipline.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {
namespace {

using model::DisciplineCode;

/// Signing on the page of a case, and the auditor's place.
class AuditPlaceTest : public SessionTest {
 protected:
  AuditPlaceTest()
      : wang(sessionOf("wang", immediate)), hu(sessionOf("hu", immediate)), sun(sessionOf("sun", immediate)) {
    for (int i = 0; i < 5; ++i) cases.push_back(database.makeCase("客诉 " + std::to_string(i)));
    hand(cases.front(), "停止发货");
  }
  /// D0 written and submitted by wang.
  void hand(model::ComplaintId id, const std::string& words) {
    auto page = pageOf(wang, id);
    page->discipline(DisciplineCode::d0).setText(words);
    page->saveDiscipline(
        DisciplineCode::d0, [] {}, {},
        [](const std::exception_ptr& error) { std::rethrow_exception(error); });
    model::SubmitDiscipline(wang.workplace()).execute({{id, 0, {}}, DisciplineCode::d0, {}, {}});
  }
  std::unique_ptr<CasePageViewModel> pageOf(Session& session, model::ComplaintId id) {
    auto page = std::make_unique<CasePageViewModel>(session, id);
    page->load();
    return page;
  }
  static std::string joined(const std::vector<AuditSection>& sections) {
    std::string all;
    for (const auto& section : sections) {
      all += section.title + "\n";
      for (const auto& line : section.lines) all += line.text + "\n";
    }
    return all;
  }

  Session wang;
  Session hu;
  Session sun;
  std::vector<model::ComplaintId> cases;
};

TEST_F(AuditPlaceTest, OffersTheClassesOfThePolicyInForce) {
  AuditPlaceViewModel audit(sun);
  EXPECT_TRUE(audit.classes().empty());
  audit.refresh();
  ASSERT_EQ(audit.classes().size(), 3U);
  EXPECT_EQ(sun.translator(audit.classes().front().name), "Major complaint");
}

TEST_F(AuditPlaceTest, TheFormOffersWhatAPersonMaySayAboutWhatIsOnThePage) {
  auto mine = pageOf(wang, cases.front());
  auto theirs = pageOf(hu, cases.front());
  const auto own = signForm(*mine, DisciplineCode::d0);
  ASSERT_EQ(own.fields.size(), 1u) << "no password: a file has no logins";
  ASSERT_EQ(own.fields[0].choices.size(), 1u);
  EXPECT_EQ(own.fields[0].choices[0].key, "D0|authored");
  EXPECT_EQ(signForm(*theirs, DisciplineCode::d0).fields[0].choices[0].key, "D0|reviewed")
      << "nothing is approved yet";
  EXPECT_TRUE(whyNotSign(*mine, DisciplineCode::d4)) << "not submitted";
  EXPECT_TRUE(whyNotSign(*pageOf(sun, cases.front())));

  own.execute(wang.workplace(), {cases.front(), 0, {}}, startValues(own));
  mine->load();
  EXPECT_TRUE(whyNotSign(*mine, DisciplineCode::d0)) << "signed with all he may say";
  const auto lines = signatureLines(mine->file(), wang.zone, wang.translator, DisciplineCode::d0);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].meaning, "Authored");
  EXPECT_EQ(lines[0].state, "✓ valid");
  EXPECT_TRUE(signatureLines(mine->file(), wang.zone, wang.translator, DisciplineCode::d1).empty());
  EXPECT_NE(signedWords(mine->file(), DisciplineCode::d0, wang.translator).find("Authored"),
            std::string::npos);
}

TEST_F(AuditPlaceTest, WhatChangedWhileTheFormWasOpenIsNotSigned) {
  auto theirs = pageOf(hu, cases.front());
  const auto form = signForm(*theirs, DisciplineCode::d0);
  model::ReviewDiscipline(hu.workplace())
      .execute(
          {{cases.front(), 0, {}}, DisciplineCode::d0, false, model::RejectReason::unclear, "说清楚一些"});
  hand(cases.front(), "停止发货，全部封存");
  EXPECT_THROW(form.execute(hu.workplace(), {cases.front(), 0, {}}, startValues(form)), model::Conflict);
  theirs->load();
  EXPECT_TRUE(form.whyNot(*theirs)) << "the new version has to be looked at first";
  EXPECT_FALSE(form.again(*theirs).whyNot(*theirs));
}

TEST_F(AuditPlaceTest, TheSameSeedShowsTheSameCasesAndWhatIsReadIsOnRecord) {
  AuditPlaceViewModel place(sun);
  place.refresh();
  EXPECT_TRUE(place.drawn().empty());
  SampleForm form = place.form();
  form.size = "3";
  form.seed = "2026-A";
  place.draw(form);
  ASSERT_FALSE(place.error());
  ASSERT_EQ(place.rowCount(), 3);
  EXPECT_EQ(place.drawn(), "Seed 2026-A: 3 of 5 cases, notices from 2026-01 to 2026-12");
  const std::string first = place.cell(0, AuditColumn::number);
  std::vector<std::string> numbers;
  for (const auto id : cases) numbers.push_back(pageOf(wang, id)->file().complaint.number);
  const auto other = std::find_if(numbers.begin(), numbers.end(), [&place](const std::string& number) {
    for (long row = 0; row < 3; ++row)
      if (place.cell(row, AuditColumn::number) == number) return false;
    return true;
  });
  ASSERT_NE(other, numbers.end());
  EXPECT_NE(place.cell(0, AuditColumn::trail).find("✓"), std::string::npos);
  EXPECT_EQ(place.tone(0, AuditColumn::missing), Tone::warning) << "a fresh case misses nearly everything";
  AuditPlaceViewModel again(wang);
  again.draw(form);
  EXPECT_EQ(again.cell(0, AuditColumn::number), first);
  // Of the auditor: the drawing and the case that is shown first; of others the drawing alone.
  place.readReadings();
  std::vector<model::ReadingKind> kinds;
  for (const auto& line : place.readings()) kinds.push_back(line.kind);
  EXPECT_EQ(std::count(kinds.begin(), kinds.end(), model::ReadingKind::sampled), 2);
  EXPECT_EQ(std::count(kinds.begin(), kinds.end(), model::ReadingKind::opened), 1);
  place.select(0);
  place.readReadings();
  EXPECT_EQ(place.readings().size(), 3u) << "once a case";
  place.add(*other);
  EXPECT_EQ(place.rowCount(), 4);
  EXPECT_EQ(place.cell(place.selectedRow(), AuditColumn::number), *other);
  EXPECT_EQ(place.drawn(), "Seed 2026-A: 3 of 5 cases, notices from 2026-01 to 2026-12")
      << "the sample is what it was";
}

TEST_F(AuditPlaceTest, OnePageShowsProofSignaturesAndChecklist) {
  AuditPlaceViewModel place(wang);
  const auto number = pageOf(wang, cases.front())->file().complaint.number;
  place.add(number);
  ASSERT_TRUE(place.selected());
  const std::string page = joined(place.sections());
  for (const char* words : {"Audit trail verified", "No checkpoint binds this case yet",
                            "Nothing is signed yet", "8.7.1.3", "10.2.6", "7.5.3.2.1"})
    EXPECT_NE(page.find(words), std::string::npos) << words;
  place.add("C99-99999");
  EXPECT_TRUE(place.error());
  SampleForm form = place.form();
  form.size = "0";
  place.draw(form);
  ASSERT_TRUE(place.error());
  EXPECT_THROW(std::rethrow_exception(place.error()), model::Invalid);
}

TEST_F(AuditPlaceTest, AnAuditorsOpeningOfACaseIsOnRecordOnce) {
  auto page = pageOf(sun, cases[1]);
  page->load();
  pageOf(wang, cases[1]);
  AuditPlaceViewModel place(wang);
  place.readReadings();
  ASSERT_EQ(place.readings().size(), 1u);
  EXPECT_EQ(place.readings()[0].number, page->file().complaint.number);
}

}  // namespace
}  // namespace octad::viewmodels
