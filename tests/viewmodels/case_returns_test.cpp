#include "gui/viewmodels/case_returns.hpp"

#include <gtest/gtest.h>

#include "gui/viewmodels/case_actions.hpp"
#include "gui/viewmodels/case_samples.hpp"
#include "tests/viewmodels/sample_file.hpp"

namespace octad::viewmodels {

using model::Finding;
using model::ReturnPlace;

namespace {

constexpr model::ReturnLineId kLine{51};
constexpr model::ReturnId kReturn{5};

void flow(model::CaseFile& file, ReturnPlace from, ReturnPlace to, long long pieces,
          Finding before = Finding::open, Finding after = Finding::open) {
  model::ReturnFlow row;
  row.lineId = kLine;
  row.from = from;
  row.to = to;
  row.fromFinding = before;
  row.toFinding = after;
  row.quantity = pieces;
  file.returnFlows.push_back(row);
}

/// 120 announced, 118 received and tested, 2 missing: 100 confirmed, 12 NTF, 6 customer-caused.
model::CaseFile withReturn() {
  auto file = sampleFile();
  model::ReturnShare share;
  share.id = kLine;
  share.returnId = kReturn;
  share.number = "R26-00001";
  share.rmaNumber = "RMA-7";
  share.state = model::ReturnState::found;
  file.returns.push_back(share);
  flow(file, ReturnPlace::outside, ReturnPlace::expected, 120);
  flow(file, ReturnPlace::expected, ReturnPlace::quarantine, 118);
  flow(file, ReturnPlace::expected, ReturnPlace::missing, 2);
  flow(file, ReturnPlace::quarantine, ReturnPlace::test, 118);
  flow(file, ReturnPlace::test, ReturnPlace::awaiting, 100, Finding::open, Finding::confirmed);
  flow(file, ReturnPlace::test, ReturnPlace::awaiting, 12, Finding::open, Finding::noTroubleFound);
  flow(file, ReturnPlace::test, ReturnPlace::awaiting, 6, Finding::open, Finding::customerCaused);
  return file;
}

model::Sample arrived(long long id, long long pieces, model::Instant at) {
  model::Sample sample;
  sample.id = model::SampleId(id);
  sample.quantity = pieces;
  sample.arrivedAt = at;
  return sample;
}

const model::Zone kZone("Asia/Shanghai");
constexpr model::Instant kMonday{1'794'816'000'000'000};  // 2026-11-16 16:00 at the site

}  // namespace

TEST(CaseReturns, ShowTheirPiecesAndWhatHoldsTheClosing) {
  auto file = withReturn();
  auto rows = caseReturnRows(file);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].number, "R26-00001");
  EXPECT_EQ(rows[0].announced, 120);
  EXPECT_EQ(rows[0].received, 118);
  EXPECT_EQ(rows[0].confirmed, 100);
  EXPECT_EQ(rows[0].noTroubleFound, 12);
  EXPECT_EQ(rows[0].customerCaused, 6);
  EXPECT_EQ(rows[0].open, 118);
  EXPECT_EQ(rows[0].hold, ReturnHold::blocks);
  const Translator text;
  EXPECT_EQ(text(rows[0].closing), "⚠ blocks closing");
  EXPECT_EQ(text(holdSentence(file, rows[0])),
            "⚠ 118 pieces of return R26-00001 are open: the case cannot be closed until they are settled or "
            "the return is handed on.");
  EXPECT_EQ(text(returnTotals(file)), "120 announced, 118 received, 118 open");
  EXPECT_EQ(returnedPieces(file), 118);

  model::ReturnHandOver handOver;
  handOver.returnId = kReturn;
  handOver.ownerId = kOtherCqe;
  handOver.reason = "credit note follows in January";
  file.handOvers.push_back(handOver);
  rows = caseReturnRows(file);
  EXPECT_EQ(rows[0].hold, ReturnHold::goesOn);
  EXPECT_EQ(text(rows[0].closing), "→ Hu Jie");
  EXPECT_EQ(text(holdSentence(file, rows[0])),
            "Return R26-00001 continues with Hu Jie after the closing: credit note follows in January");

  file.returns[0].state = model::ReturnState::closed;
  file.returnFlows.clear();
  rows = caseReturnRows(file);
  EXPECT_EQ(rows[0].hold, ReturnHold::settled);
  EXPECT_EQ(holdSentence(file, rows[0]).id, "");
}

TEST(CaseReturns, TellTheBalanceInWords) {
  const auto file = withReturn();
  EXPECT_EQ(balanceWords(file.returnBalance(kLine), Translator()),
            "Announced 120 = Received 118 + Missing 2\n"
            "Received 118 = Awaiting disposition 118\n"
            "Received 118 = Confirmed 100 + No trouble found 12 + Customer-caused 6");
  EXPECT_EQ(balanceWords({}, Translator()), "Announced 0 = Received 0");
}

TEST(CaseReturns, AnOpenReturnCanBeHandedOn) {
  auto file = sampleFile();
  EXPECT_FALSE(actionOf(caseActions(file, cqe()), CaseActionId::continueReturn).enabled());
  file = withReturn();
  file.returns.push_back(file.returns.front());  // a second line of the same return
  EXPECT_EQ(openReturns(file).size(), 1U);
  EXPECT_TRUE(actionOf(caseActions(file, cqe()), CaseActionId::continueReturn).enabled());
  EXPECT_FALSE(actionOf(caseActions(file, departmentMember()), CaseActionId::continueReturn).enabled());
  EXPECT_FALSE(actionOf(caseActions(file, auditor()), CaseActionId::announceReturn).enabled());
  file.complaint.state = model::CaseState::closed;
  EXPECT_FALSE(actionOf(caseActions(file, cqe()), CaseActionId::announceReturn).enabled());
}

TEST(CaseSamples, ShowWhoHasThemAndTheWayBefore) {
  auto file = sampleFile();
  file.samples = {arrived(1, 5, kMonday), arrived(2, 3, model::plusSeconds(kMonday, 3600))};
  file.samples[0].analysableAt = model::plusSeconds(kMonday, 600);
  for (const char* holder : {"Wang Fang", "Lab East"}) {
    model::SampleCustody custody;
    custody.sampleId = model::SampleId(1);
    custody.holder = holder;
    custody.place = holder == std::string("Lab East") ? "X-ray room" : "";
    custody.since = model::plusSeconds(kMonday, holder == std::string("Lab East") ? 7200 : 1200);
    file.sampleCustody.push_back(custody);
  }
  model::SampleConsent word;
  word.sampleId = model::SampleId(1);
  word.state = model::Consent::granted;
  word.givenBy = "Ms Bauer";
  word.givenOn = model::Date(2026, 11, 17);
  file.sampleConsents.push_back(word);

  const auto rows = caseSampleRows(file, kZone);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].id, model::SampleId(2)) << "the newest first";
  EXPECT_TRUE(rows[0].markable);
  EXPECT_EQ(rows[0].consent.id, "");
  EXPECT_FALSE(rows[1].markable) << "it can be analysed already";
  EXPECT_EQ(rows[1].holder, "Lab East, X-ray room");
  const Translator text;
  EXPECT_EQ(text(rows[1].consent), "✓ Granted");

  const auto way = sampleWay(file, model::SampleId(1), kZone);
  ASSERT_EQ(way.size(), 5U);
  EXPECT_EQ(text(way[0].what), "Destructive test: Granted (Ms Bauer)");
  EXPECT_EQ(text(way[1].what), "Lab East, X-ray room");
  EXPECT_TRUE(way[1].now);
  EXPECT_EQ(text(way[2].what), "Wang Fang");
  EXPECT_FALSE(way[2].now);
  EXPECT_EQ(text(way[4].what), "Arrived, 5 pieces");
}

TEST(CaseSamples, ThatDoNotComeAgeAndRemind) {
  auto file = sampleFile();
  file.complaint.receivedAt = kMonday;
  const auto later = model::plusSeconds(kMonday, 5LL * 24 * 3600);
  EXPECT_FALSE(sampleWait(file, kZone, later)) << "no clock waits for a sample";
  model::CaseClock clock;
  clock.startEvent = "sample_analysable";
  file.clocks.push_back(clock);
  const Translator text;
  auto wait = sampleWait(file, kZone, later);
  ASSERT_TRUE(wait);
  EXPECT_EQ(text(wait->words), "Waiting for the sample: 5 days.");
  file.complaint.dueName = "sample_reminder";
  file.complaint.dueAt = model::plusSeconds(kMonday, 3LL * 24 * 3600);
  wait = sampleWait(file, kZone, later);
  ASSERT_TRUE(wait);
  EXPECT_TRUE(wait->remind);
  EXPECT_EQ(text(wait->words), "⚠ Waiting for the sample: 5 days. The customer is to be reminded.");
  file.samples = {arrived(1, 5, kMonday)};
  EXPECT_FALSE(sampleWait(file, kZone, later)) << "it is here";
}

}  // namespace octad::viewmodels
