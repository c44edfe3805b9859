#include <algorithm>
#include <cctype>

#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/receive_return.hpp"
#include "reports/forms/eightd_report.hpp"
#include "tests/gui/journey_window.hpp"

namespace octad::gui {
namespace {

using model::DisciplineCode;
using viewmodels::CaseTab;

constexpr const char* kRejection = "why was it not detected";
constexpr const char* kFailedAgain = "one piece of the third lot failed";

std::string withoutSpace(std::string text) {
  std::erase_if(text, [](unsigned char c) { return std::isspace(c) != 0; });
  return text;
}

/// A major complaint from the form of a new complaint to the closed case.
class JourneyWindowTest : public JourneyWindow {
 protected:
  // What is done, chapter by chapter
  void live();
  void ask();
  void answerAndBeRejected();
  void answerAgain();
  void implementInVain();
  void verifyAndReply();
  void handGoodsOn();
  void close();

  void expectStored();
  void expectAudited();
  void expectReported();
};

void JourneyWindowTest::ask() {
  onPage("Ask a department", "Ask",
         {{"department", "TE"}, {"D4", "1"}, {"D5", "1"}, {"question", "why no output?"}});
  const auto file = stored();
  EXPECT_EQ(file.complaint.state, model::CaseState::handling);
  EXPECT_EQ(file.complaint.turnName, "TE");
}

void JourneyWindowTest::answerAndBeRejected() {
  as("liu");
  write(DisciplineCode::d4);
  save();
  submit(DisciplineCode::d4);
  as("wang");
  choose(DisciplineCode::d4);
  onPage("Return…", "Return to the department",
         {{"reason_code", key(model::RejectReason::unclear)}, {"text", kRejection}});
  EXPECT_EQ(stateOf(DisciplineCode::d4), model::DisciplineState::rejected);
}

void JourneyWindowTest::answerAgain() {
  as("liu");
  choose(DisciplineCode::d4);
  EXPECT_TRUE(showsText(shownPage(), kRejection)) << "the department sees why";
  writeCauses();
  submit(DisciplineCode::d4);
  writePlan();
  submit(DisciplineCode::d5);
}

void JourneyWindowTest::implementInVain() {
  as("wang");
  approve(DisciplineCode::d4);
  approve(DisciplineCode::d5);
  writeImplementation();
  finish(DisciplineCode::d6);
  verify(model::VerificationResult::notEffective, kFailedAgain);
  for (const auto code : {DisciplineCode::d4, DisciplineCode::d5, DisciplineCode::d6})
    EXPECT_EQ(stateOf(code), model::DisciplineState::open) << key(code);
  as("liu");
  submit(DisciplineCode::d4);
  submit(DisciplineCode::d5);
}

void JourneyWindowTest::verifyAndReply() {
  as("wang");
  approve(DisciplineCode::d4);
  approve(DisciplineCode::d5);
  finish(DisciplineCode::d6);
  nextDay();
  verify(model::VerificationResult::effective, "");
  liftContainment();
  decideSimilar();
  send8d();
  onPage("Record the customer's answer", "Record the answer",
         {{"status", key(model::CustomerStatus::accepted)}, {"text", "OK"}});
  writePrevention();
  finish(DisciplineCode::d7);
  write(DisciplineCode::d8);
  save();
  finish(DisciplineCode::d8);
}

/// The goods of the customer are not accounted for: the case stays open until somebody sees to them.
void JourneyWindowTest::handGoodsOn() {
  const model::Workplace wang{database.store(), database.clock(), database.actor("wang")};
  model::NewReturn input;
  input.uuid = viewmodels::newUuid();
  model::NewReturnLine line;
  line.caseNumber = stored().complaint.number;
  line.quantity = 3;
  input.lines = {line};
  const auto goods = model::AnnounceReturn(wang).execute(input).id;
  model::ReturnReceipt receipt;
  receipt.target = {goods, 0, {}};
  receipt.lines = {{database.store().reader().returns().open(goods).lines.front().id, 2, "one lost"}};
  model::ReceiveReturn(wang).execute(receipt);
  as("wang");
  choose(DisciplineCode::d8);
  auto* request = findButton(shownPage(), "Request closing");
  ASSERT_NE(request, nullptr);
  EXPECT_FALSE(request->IsEnabled());
  EXPECT_TRUE(request->GetToolTipText().Contains("2 of 3 pieces are not settled"))
      << request->GetToolTipText();
  choose(CaseTab::returns, "Returns");
  EXPECT_TRUE(showsText(shownPage(), "the case cannot be closed"));
  onPage("Return cont", "Hand it on", {{"reason", "tested in January"}});
  ASSERT_EQ(stored().handOvers.size(), 1U);
}

void JourneyWindowTest::close() {
  choose(DisciplineCode::d8);
  onPage("Request closing", "Request closing",
         {{"reason", "effective, accepted by the customer"}, {"result", "satisfied"}});
  EXPECT_FALSE(findButton(shownPage(), "Close the case")->IsEnabled()) << "four eyes";
  as("chen");
  choose(DisciplineCode::d8);
  onPage("Close the case", "Close the case", {{"reason", "agreed"}});
}

void JourneyWindowTest::expectStored() {
  const auto file = stored();
  EXPECT_EQ(file.complaint.state, model::CaseState::closed);
  EXPECT_EQ(file.complaint.severity, model::SeverityClass::major);
  EXPECT_EQ(file.submissions.size(), 13U) << "nine disciplines, D4 twice more, D5 and D6 once more";
  EXPECT_EQ(file.reviews.size(), file.submissions.size());
  EXPECT_EQ(std::count_if(file.reviews.begin(), file.reviews.end(),
                          [](const auto& review) { return review.text == kRejection; }),
            1);
  ASSERT_EQ(file.verifications.size(), 2U);
  EXPECT_EQ(file.verifications[0].result, model::VerificationResult::notEffective);
  EXPECT_EQ(file.verifications[1].result, model::VerificationResult::effective);
  ASSERT_FALSE(file.closings.empty());
  EXPECT_EQ(file.closings.back().approvedBy, database.person("chen"));
  EXPECT_EQ(file.replies.size(), 2U);
}

void JourneyWindowTest::expectAudited() {
  auto& reader = database.store().reader();
  const auto history = reader.history(openedCase);
  const auto expectEvent = [&](const std::string& useCase, const std::string& actor,
                               const std::string& reason) {
    EXPECT_TRUE(std::any_of(history.begin(), history.end(),
                            [&](const model::HistoryEvent& event) {
                              return event.useCase == useCase && event.actor == actor &&
                                     event.reason == reason;
                            }))
        << useCase << " by " << actor << " because " << reason;
  };
  expectEvent("register", "王芳", "");
  expectEvent("submit", "刘洋", "");
  expectEvent("reject", "王芳", kRejection);
  expectEvent("verify", "王芳", kFailedAgain);
  expectEvent("close", "陈明", "agreed");
  EXPECT_TRUE(reader.verifyAudit(openedCase).faults.empty());
}

void JourneyWindowTest::expectReported() {
  auto& reader = database.store().reader();
  const auto file = stored();
  reports::DocumentOptions options;
  options.language = reports::DocumentLanguage::bilingual;
  options.printedAt = database.clock().now();
  options.company = reader.setting("company");
  options.companyEn = reader.setting("company_en");
  const std::string text = withoutSpace(textOfPdf(reports::eightDReport(
      file, reader.recordHash(openedCase), [](model::AttachmentId) { return std::string(); }, options)));
  for (const std::string& words :
       {file.complaint.number, std::string("甲公司"), std::string(kCause), std::string(kAction)})
    EXPECT_NE(text.find(withoutSpace(words)), std::string::npos) << words;
  EXPECT_NE(text.find(file.returns.front().number), std::string::npos) << "the goods that are still here";
  EXPECT_EQ(text.find(withoutSpace(kRejection)), std::string::npos) << "rejected answers stay inside";
}

/// Every chapter needs the one before it.
void JourneyWindowTest::live() {
  using Chapter = void (JourneyWindowTest::*)();
  const Chapter chapters[] = {&JourneyWindowTest::registerComplaint,
                              &JourneyWindowTest::contain,
                              &JourneyWindowTest::ask,
                              &JourneyWindowTest::answerAndBeRejected,
                              &JourneyWindowTest::answerAgain,
                              &JourneyWindowTest::implementInVain,
                              &JourneyWindowTest::verifyAndReply,
                              &JourneyWindowTest::handGoodsOn,
                              &JourneyWindowTest::close};
  for (std::size_t at = 0; at < std::size(chapters); ++at) {
    (this->*chapters[at])();
    ASSERT_FALSE(HasFailure()) << "in chapter " << at + 1;
  }
}

TEST_F(JourneyWindowTest, FromNoticeToClosedCase) {
  live();
  ASSERT_FALSE(HasFailure());
  expectStored();
  expectAudited();
  expectReported();
}

}  // namespace
}  // namespace octad::gui
