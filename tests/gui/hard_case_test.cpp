#include <algorithm>

#include "gui/cases/action_dialog.hpp"
#include "model/usecases/decide_complaint.hpp"
#include "model/usecases/register_complaint.hpp"
#include "model/usecases/rule_refusal.hpp"
#include "tests/gui/journey_window.hpp"

namespace octad::gui {
namespace {

using model::DisciplineCode;
using viewmodels::CaseTab;

/// Two departments, one refuses twice and one is rejected twice; the customer objects once; a later complaint
/// challenges the effect; the second 8D is accepted, the case closed, and opened again. All in the window.
class HardCaseWindow : public JourneyWindow {
 protected:
  void departments();
  void rejectedTwice();
  void firstReport();
  void objection();
  void recurrence();
  void secondReport();
  void closedAndReopened();
  void live();

  void complaintPage() { choose(CaseTab::complaint, "Complaint"); }
  model::AssignmentState questionTo(const std::string& login) {
    const auto department = database.actor(login).departmentId;
    model::AssignmentState state = model::AssignmentState::withdrawn;
    for (const auto& assignment : stored().assignments)
      if (assignment.departmentId == department) state = assignment.state;
    return state;
  }
  int revisions(DisciplineCode code) {
    const auto submissions = stored().submissions;
    return static_cast<int>(std::count_if(submissions.begin(), submissions.end(),
                                          [code](const auto& row) { return row.discipline == code; }));
  }
  /// D4 to D6 once more: the words are added to, nothing is overwritten.
  void answerOnceMore(const std::string& words) {
    choose(DisciplineCode::d4);
    narrate(words, words);
    save();
    for (const auto code : {DisciplineCode::d4, DisciplineCode::d5}) finish(code);
    finish(DisciplineCode::d6);
    nextDay();
    verify(model::VerificationResult::effective, "");
    const auto actions = stored().actions;
    const bool inForce = std::any_of(actions.begin(), actions.end(), [](const model::Action& action) {
      return action.kind == model::ActionKind::containment && !action.liftedOn;
    });
    if (inForce) liftContainment();  // put back only where the effect failed
  }
};

void HardCaseWindow::departments() {
  complaintPage();
  onPage("Ask a department", "Ask",
         {{"department", "TE"}, {"D4", "1"}, {"D5", "1"}, {"question", "why did it occur?"}});
  onPage("Ask a department", "Ask", {{"department", "PIE"}, {"D4", "1"}, {"question", "why did it escape?"}});
  as("zhao");
  complaintPage();
  onPage("Refuse the question", "Refuse", {{"reason", "not our process"}, {"instead", "TE"}});
  as("wang");
  complaintPage();
  onPage("Rule on a refusal", "Record the ruling",
         {{"ruling", key(model::RefusalRuling::insist)}, {"reason", "the AOI program is yours"}});
  EXPECT_EQ(questionTo("zhao"), model::AssignmentState::asked);
  as("zhao");
  complaintPage();
  onPage("Refuse the question", "Refuse", {{"reason", "the program was handed over"}, {"instead", "TE"}});
  as("wang");
  complaintPage();
  const auto* rule = findButton(shownPage(), "Rule on a refusal");
  EXPECT_TRUE(rule == nullptr || !rule->IsEnabled()) << "the second refusal goes to the manager";
  as("chen");
  complaintPage();
  onPage("Rule on a refusal", "Record the ruling",
         {{"ruling", key(model::RefusalRuling::withdraw)}, {"reason", "TE answers for both"}});
  EXPECT_EQ(questionTo("zhao"), model::AssignmentState::withdrawn);
}

void HardCaseWindow::rejectedTwice() {
  as("liu");
  complaintPage();
  const std::string later = model::Zone("Asia/Shanghai").date(database.clock().now()).plusDays(12).iso();
  onPage("Ask for more time", "Ask", {{"wanted_day", later}, {"reason", "the section takes longer"}});
  as("wang");
  complaintPage();
  onPage("Rule on an extension", "Record the ruling");
  EXPECT_EQ(stored().extensions.at(0).state, model::ExtensionState::granted);
  for (const std::string why : {"why was it possible", "without proof"}) {
    as("liu");
    write(DisciplineCode::d4);
    narrate("answer before " + why, "answer");
    save();
    submit(DisciplineCode::d4);
    as("wang");
    choose(DisciplineCode::d4);
    onPage("Return…", "Return to the department",
           {{"reason_code", key(model::RejectReason::noEvidence)}, {"text", why}});
  }
  as("liu");
  writeCauses();
  submit(DisciplineCode::d4);
  writePlan();
  submit(DisciplineCode::d5);
  EXPECT_EQ(revisions(DisciplineCode::d4), 3);
}

void HardCaseWindow::firstReport() {
  as("wang");
  approve(DisciplineCode::d4);
  approve(DisciplineCode::d5);
  writeImplementation();
  finish(DisciplineCode::d6);
  verify(model::VerificationResult::effective, "");
  liftContainment();
  decideSimilar();
  send8d();
}

void HardCaseWindow::objection() {
  onPage("Record the customer's answer", "Record the answer",
         {{"status", key(model::CustomerStatus::objected)}, {"text", "why was the oven too cold?"}});
  EXPECT_EQ(stateOf(DisciplineCode::d4), model::DisciplineState::open);
  EXPECT_EQ(stateOf(DisciplineCode::d3), model::DisciplineState::approved);
  answerOnceMore("the heater had no alarm");
}

/// Somebody else registers and accepts a later complaint about pieces made after the clean point.
void HardCaseWindow::recurrence() {
  const model::Workplace wang{database.store(), database.clock(), database.actor("wang")};
  const auto file = stored();
  model::NewComplaint later;
  later.uuid = viewmodels::newUuid();
  later.customer = file.customer.name;
  later.title = "no output again";
  later.verbatim = "again";
  later.receivedAt = database.clock().now();
  model::NewItem item;
  item.part = file.complaint.partNumber;
  item.failure = file.complaint.failure;
  item.quantityDefective = 3;
  item.builtOn = model::Zone("Asia/Shanghai").date(database.clock().now());
  later.items = {item};
  const auto registered = model::RegisterComplaint(wang).execute(later);
  model::AcceptanceDecision decision;
  decision.target = {registered.id, 0, {}};
  decision.acceptance = model::Acceptance::accepted;
  decision.reason = "confirmed at once";
  model::DecideComplaint(wang).execute(decision);
  as("wang");
  ASSERT_EQ(stored().challenges.size(), 1U);
  EXPECT_EQ(stored().challenges[0].kind, model::ChallengeKind::challenged);
  choose(DisciplineCode::d6);
  onPage("Rule on a challenge", "Record the ruling",
         {{"ruling", key(model::ChallengeRuling::upheld)}, {"reason", "the new lot fails, too"}});
  EXPECT_EQ(stateOf(DisciplineCode::d5), model::DisciplineState::open);
  answerOnceMore("the alarm was not connected in zone 3");
}

void HardCaseWindow::secondReport() {
  send8d();
  onPage("Record the customer's answer", "Record the answer",
         {{"status", key(model::CustomerStatus::accepted)}, {"text", "accepted"}});
  writePrevention();
  finish(DisciplineCode::d7);
  write(DisciplineCode::d8);
  save();
  finish(DisciplineCode::d8);
  EXPECT_EQ(revisions(DisciplineCode::d4), 5) << "every answer stays";
}

void HardCaseWindow::closedAndReopened() {
  choose(DisciplineCode::d8);
  onPage("Request closing", "Request closing",
         {{"reason", "accepted by the customer"}, {"result", "satisfied"}});
  as("chen");
  choose(DisciplineCode::d8);
  onPage("Close the case", "Close the case", {{"reason", "agreed"}});
  EXPECT_EQ(stored().complaint.state, model::CaseState::closed);
  as("wang");
  // As the menu "More" does it.
  dialog.expect("Reopen the case", {{"reason", "the customer found one more"}});
  showActionDialog(page, page->viewModel(),
                   viewmodels::actionForm(viewmodels::CaseActionId::reopen, page->viewModel()));
  rest();
  EXPECT_EQ(stored().complaint.state, model::CaseState::handling);
}

void HardCaseWindow::live() {
  using Chapter = void (HardCaseWindow::*)();
  const Chapter chapters[] = {&HardCaseWindow::departments,      &HardCaseWindow::rejectedTwice,
                              &HardCaseWindow::firstReport,      &HardCaseWindow::objection,
                              &HardCaseWindow::recurrence,       &HardCaseWindow::secondReport,
                              &HardCaseWindow::closedAndReopened};
  registerComplaint();
  contain();
  for (std::size_t at = 0; at < std::size(chapters); ++at) {
    ASSERT_FALSE(HasFailure()) << "before chapter " << at + 1;
    (this->*chapters[at])();
  }
  ASSERT_FALSE(HasFailure());
}

TEST_F(HardCaseWindow, FromTwoRefusalsToTheSecondClosing) {
  live();
}

}  // namespace
}  // namespace octad::gui
