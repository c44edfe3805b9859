#include <algorithm>
#include <cctype>
#include <wx/simplebook.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

#include "gui/eightd/fact_grid.hpp"
#include "gui/eightd/narrative.hpp"
#include "gui/widgets/row_list.hpp"
#include "gui/widgets/suggest_field.hpp"
#include "gui/widgets/text.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/receive_return.hpp"
#include "reports/forms/eightd_report.hpp"
#include "tests/gui/journey_steps.hpp"

namespace octad::gui {
namespace {

using model::DisciplineCode;
using viewmodels::CaseTab;

constexpr const char* kCause = "焊点虚焊";
constexpr const char* kAction = "提高炉温";
constexpr const char* kRejection = "why was it not detected";
constexpr const char* kFailedAgain = "one piece of the third lot failed";

template <class Enum>
std::string key(Enum value) {
  return std::string(model::keyOf(value));
}

std::string withoutSpace(std::string text) {
  std::erase_if(text, [](unsigned char c) { return std::isspace(c) != 0; });
  return text;
}

/// A major complaint from the form of a new complaint to the closed case, done with the buttons, fields and
/// dialogs of the window by the people of a factory. A person comes by a new window on the same database.
/// Text goes into fields with their own SetValue where it is not ASCII, and into the dialogs; the rest is
/// mouse and keyboard.
class JourneyWindowTest : public WindowTest {
 protected:
  JourneyWindowTest() {
    services->pages.casePage = [this](wxWindow* parent, PageHost& host, model::ComplaintId caseId) {
      page = new CasePage(parent, host, caseId, {});
      openedCase = caseId;
      return Page{page, page};
    };
  }

  bool idle() { return !executor->busy() && (page == nullptr || isRead()); }
  bool isRead() {
    const auto& shown = page->viewModel();
    return shown.loaded() && !shown.loading() && !shown.busy();
  }
  void rest() {
    EXPECT_TRUE(patiently([this] { return idle(); }));
    settle();
  }

  /// Somebody else sits down at the window and opens the case.
  void as(const std::string& login) {
    rest();
    page = nullptr;
    window->Destroy();
    settle();
    window = new MainWindow(*services, login);
    window->Show();
    window->Raise();
    settle();
    window->openDatabase("test");
    ASSERT_TRUE(patiently([this] { return window->workArea() != nullptr && !executor->busy(); }));
    settle();
    ASSERT_EQ(window->workArea()->session().actor.id, database.person(login));
    window->workArea()->openCase(openedCase);
    ASSERT_TRUE(patiently([this] { return page != nullptr && idle(); }));
    settle();
  }

  /// Chooses a page on the step bar.
  void choose(CaseTab tab, const std::string& step) {
    for (int attempt = 0; attempt < 3 && page->current() != tab; ++attempt) {
      for (auto* button : findAll<wxToggleButton>(page))
        if (button->GetLabel().Contains(toWx(step))) {
          click(button);
          break;
        }
      waitFor([&] { return page->current() == tab; });
    }
    ASSERT_EQ(page->current(), tab) << step;
    settle();
  }
  void choose(DisciplineCode code) { choose(viewmodels::tabOf(code), key(code)); }
  wxWindow* shownPage() { return findFirst<wxSimplebook>(page)->GetCurrentPage(); }

  /// Presses a button of the case or of the shown page and fills the dialog that it opens.
  void act(wxWindow* root, const std::string& button, const std::string& inDialog, const Filled& values) {
    rest();
    dialog.expect(inDialog, values);
    push(root, button);
    ASSERT_TRUE(patiently([&] { return dialog.finished(); })) << button << " opened no dialog";
    rest();
  }
  void onPage(const std::string& button, const std::string& inDialog, const Filled& values = {}) {
    act(shownPage(), button, inDialog, values);
  }

  void save() {
    ASSERT_TRUE(page->viewModel().anyUnsaved());
    push(shownPage(), "Save");
    EXPECT_TRUE(patiently([this] { return idle() && !page->viewModel().anyUnsaved(); })) << "not saved";
    settle();
  }
  void submit(DisciplineCode code) {
    choose(code);
    onPage("Submit for review", "Submit");
    EXPECT_EQ(stateOf(code), model::DisciplineState::submitted);
  }
  void approve(DisciplineCode code) {
    choose(code);
    onPage("Approve", "Approve");
    EXPECT_EQ(stateOf(code), model::DisciplineState::approved);
  }
  void finish(DisciplineCode code) {
    submit(code);
    approve(code);
  }

  // Fields of the disciplines
  void narrate(const std::string& inside, const std::string& forCustomer) {
    auto* narrative = findFirst<Narrative>(shownPage());
    putAll(narrative, {{"text", inside}, {"text_customer", forCustomer}});
  }
  RowEditor* editor(std::size_t at = 0) { return findAll<RowEditor>(shownPage()).at(at); }
  void addRow(RowEditor* rows, const Filled& values) {
    const int before = rows->selectedRow();
    push(rows, "Add a row");
    ASSERT_TRUE(patiently([&] { return rows->selectedRow() != before; })) << "no new row";
    putAll(rows, values);
  }
  void write(DisciplineCode code) {
    choose(code);
    narrate("internal words of " + key(code), key(code) + " for the customer");
  }
  void writeTeam() {
    write(DisciplineCode::d1);
    addRow(editor(), {{"name", "王芳"},
                      {"role", key(model::TeamFunction::leader)},
                      {"department", "CQE"},
                      {"contact", "a@b.c"}});
    addRow(editor(),
           {{"name", "刘洋"}, {"role", key(model::TeamFunction::participant)}, {"department", "TE"}});
    save();
  }
  void writeFacts() {
    write(DisciplineCode::d2);
    for (auto* cell : findAll<wxTextCtrl>(findFirst<FactGrid>(shownPage()))) cell->SetValue("known");
    save();
  }
  void writeContainment() {
    write(DisciplineCode::d3);
    auto* sweep = editor(0);
    for (const auto& location : model::EnumKeys<model::SweepLocation>::entries) {
      sweep->jump(std::string(location.key));
      if (location.value == model::SweepLocation::finished)
        putAll(sweep, {{"suspect", "100"}, {"ok", "95"}, {"ng", "5"}});
      else
        put(sweep, "not_applicable", "no stock");
    }
    addRow(editor(1), {{"text", "封存并全检"}, {"owner", "周凯"}, {"done_on", today()}, {"proof", "S-1"}});
    put(shownPage(), "clean_point", "LOT9");
    save();
  }
  void writeCauses() {
    write(DisciplineCode::d4);
    for (const auto type : {model::CauseType::tua, model::CauseType::tun}) {
      const bool technical = type == model::CauseType::tua;
      addRow(editor(), {{"type", key(type)},
                        {"result", key(model::CauseResult::confirmed)},
                        {"text", technical ? kCause : "测试未覆盖"},
                        {"method", "section"},
                        {"verified_on", today()},
                        {"proof", "figure 3"}});
      push(shownPage(), "Ask why once more");
      put(shownPage(), "why_answer", "oven too cold");
    }
    save();
  }
  void writePlan() {
    write(DisciplineCode::d5);
    const auto causes = page->viewModel().file().causes;
    ASSERT_EQ(causes.size(), 2U);
    for (const auto& cause : causes)
      addRow(editor(1), {{"text", cause.text == kCause ? kAction : "增加测试"},
                        {"cause_id", std::to_string(cause.id.value)},
                        {"owner", "刘洋"},
                        {"due_on", "2026-11-25"}});
    save();
  }
  void writeImplementation() {
    write(DisciplineCode::d6);
    for (const std::string action : {kAction, "增加测试"}) {
      editor()->jump(action);
      putAll(editor(), {{"done_on", today()},
                        {"proof", "parameters B"},
                        {"effectiveness", "100"},
                        {"effectiveness_method", "500 pieces"},
                        {"first_good_lot", "LOT10"},
                        {"checked_by", "钱进"},
                        {"checked_on", today()}});
    }
    save();
  }
  void writePrevention() {
    write(DisciplineCode::d7);
    for (const auto kind :
         {model::DocumentKind::pfmea, model::DocumentKind::controlPlan, model::DocumentKind::workInstruction})
      addRow(editor(), {{"kind", key(kind)},
                        {"document", "DOC-1"},
                        {"old_revision", "A"},
                        {"new_revision", "B"},
                        {"effective_on", today()}});
    save();
  }

  // What is done, chapter by chapter
  void live();
  void registerComplaint();
  void contain();
  void answerAndBeRejected();
  void answerAgain();
  void implementInVain();
  void verifyAndReply();
  void liftContainment();
  void handGoodsOn();
  void close();
  void verify(model::VerificationResult result, const std::string& note);

  void expectStored();
  void expectAudited();
  void expectReported();

  void nextDay() {
    rest();
    database.clock().advanceHours(24);
  }
  std::string today() { return model::Zone("Asia/Shanghai").date(database.clock().now()).iso(); }
  model::CaseFile stored() { return database.store().reader().openCase(openedCase); }
  model::DisciplineState stateOf(DisciplineCode code) { return stored().discipline(code).state; }

  CasePage* page = nullptr;
  DialogFiller dialog;
};

void JourneyWindowTest::registerComplaint() {
  window->openDatabase("test");
  ASSERT_TRUE(patiently([this] { return window->workArea() != nullptr && !executor->busy(); }));
  settle();
  press('N', wxMOD_CONTROL);
  ASSERT_TRUE(patiently([this] { return findNamed(window, "customer") != nullptr && !executor->busy(); }));
  auto* customer = dynamic_cast<SuggestField*>(findNamed(window, "customer"));
  EXPECT_TRUE(patiently([customer] { return customer->HasFocus(); }));
  type("C001");
  ASSERT_TRUE(patiently([customer] { return customer->listShown(); }));
  press(WXK_DOWN);
  press(WXK_RETURN);
  EXPECT_TRUE(patiently([customer] { return customer->text() == "甲公司"; }));
  for (const auto& [name, text] : Filled{{"customer_ref", "Q-4711"},
                                         {"items.0.part", "P-100"},
                                         {"items.0.failure", "no output"},
                                         {"verbatim", "no output after 2 h"}}) {
    findNamed(window, name)->SetFocus();
    put(window, name, text);
    settle();
  }
  click(findNamed(window, "items.0.qty_defective"));
  type("20");
  click(findNamed(window, "items.0.qty_delivered"));
  type("100");
  EXPECT_TRUE(patiently([this] { return showsText(window, "Major"); })) << "class while typing";
  press(WXK_RETURN, wxMOD_CONTROL);
  ASSERT_TRUE(patiently([this] { return page != nullptr && idle(); })) << "the new case opens";
  settle();
}

void JourneyWindowTest::contain() {
  act(page, "Send a reply", "Record as sent",
      {{"stage", key(model::ReplyStage::first)}, {"medium", "phone"}, {"text", "received, we are on it"}});
  onPage("Sample", "Record", {{"quantity", "2"}, {"analysable_at", today() + " 16:00"}});
  write(DisciplineCode::d0);
  save();
  writeTeam();
  writeFacts();
  writeContainment();
  for (const auto code : {DisciplineCode::d0, DisciplineCode::d1, DisciplineCode::d2, DisciplineCode::d3})
    finish(code);
  choose(CaseTab::complaint, "Complaint");
  onPage("Accept…", "Accept");
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

void JourneyWindowTest::verify(model::VerificationResult result, const std::string& note) {
  nextDay();
  choose(DisciplineCode::d6);
  onPage("Record a verification", "Record the verification",
         {{"verified_on", today()},
          {"lots", "3"},
          {"inspected", "300"},
          {"criterion", "no failure in 3 lots"},
          {"result", key(result)},
          {"note", note}});
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

void JourneyWindowTest::liftContainment() {
  choose(CaseTab::coverage, "Coverage");
  auto* list = findFirst<RowList>(shownPage());
  const auto rows = page->viewModel().coverage().rows;
  for (std::size_t row = 0; row < rows.size(); ++row)
    if (rows[row].subject == model::CoverageSubject::containment) list->selectRow(static_cast<long>(row));
  list->onSelect(list->selectedRow());
  onPage("Lift the containment", "Lift it");
}

void JourneyWindowTest::verifyAndReply() {
  as("wang");
  approve(DisciplineCode::d4);
  approve(DisciplineCode::d5);
  finish(DisciplineCode::d6);
  nextDay();
  verify(model::VerificationResult::effective, "");
  liftContainment();
  choose(CaseTab::replies, "Replies");
  onPage("Send a reply", "Record as sent",
         {{"stage", key(model::ReplyStage::d8)},
          {"medium", "portal"},
          {"recipient", "qa@kunde.example"},
          {"text", "8D report"}});
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
  const Chapter chapters[] = {&JourneyWindowTest::registerComplaint,   &JourneyWindowTest::contain,
                              &JourneyWindowTest::answerAndBeRejected, &JourneyWindowTest::answerAgain,
                              &JourneyWindowTest::implementInVain,     &JourneyWindowTest::verifyAndReply,
                              &JourneyWindowTest::handGoodsOn,         &JourneyWindowTest::close};
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
