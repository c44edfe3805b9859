#include "tests/gui/journey_window.hpp"

#include <wx/simplebook.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

#include "gui/eightd/fact_grid.hpp"
#include "gui/eightd/narrative.hpp"
#include "gui/widgets/row_list.hpp"
#include "gui/widgets/suggest_field.hpp"
#include "gui/widgets/text.hpp"

namespace octad::gui {

using model::DisciplineCode;
using viewmodels::CaseTab;

JourneyWindow::JourneyWindow() {
  services->pages.casePage = [this](wxWindow* parent, PageHost& host, model::ComplaintId caseId) {
    page = new CasePage(parent, host, caseId, {});
    openedCase = caseId;
    return Page{page, page};
  };
}

bool JourneyWindow::isRead() {
  const auto& shown = page->viewModel();
  return shown.loaded() && !shown.loading() && !shown.busy();
}

void JourneyWindow::rest() {
  EXPECT_TRUE(patiently([this] { return idle(); }));
  settle();
}

/// Somebody else sits down at the window and opens the case.
void JourneyWindow::as(const std::string& login) {
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
void JourneyWindow::choose(CaseTab tab, const std::string& step) {
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

wxWindow* JourneyWindow::shownPage() {
  return findFirst<wxSimplebook>(page)->GetCurrentPage();
}

/// Presses a button of the case or of the shown page and fills the dialog that it opens.
void JourneyWindow::act(wxWindow* root, const std::string& button, const std::string& inDialog,
                        const Filled& values) {
  rest();
  dialog.expect(inDialog, values);
  push(root, button);
  ASSERT_TRUE(patiently([&] { return dialog.finished(); })) << button << " opened no dialog";
  rest();
}

void JourneyWindow::save() {
  ASSERT_TRUE(page->viewModel().anyUnsaved());
  push(shownPage(), "Save");
  EXPECT_TRUE(patiently([this] { return idle() && !page->viewModel().anyUnsaved(); })) << "not saved";
  settle();
}

void JourneyWindow::submit(DisciplineCode code) {
  choose(code);
  onPage("Submit for review", "Submit");
  EXPECT_EQ(stateOf(code), model::DisciplineState::submitted);
}

void JourneyWindow::approve(DisciplineCode code) {
  choose(code);
  onPage("Approve", "Approve");
  EXPECT_EQ(stateOf(code), model::DisciplineState::approved);
}

void JourneyWindow::finish(DisciplineCode code) {
  submit(code);
  approve(code);
}

// Fields of the disciplines
void JourneyWindow::narrate(const std::string& inside, const std::string& forCustomer) {
  auto* narrative = findFirst<Narrative>(shownPage());
  putAll(narrative, {{"text", inside}, {"text_customer", forCustomer}});
}

void JourneyWindow::addRow(RowEditor* rows, const Filled& values) {
  const int before = rows->selectedRow();
  push(rows, "Add a row");
  ASSERT_TRUE(patiently([&] { return rows->selectedRow() != before; })) << "no new row";
  putAll(rows, values);
}

void JourneyWindow::write(DisciplineCode code) {
  choose(code);
  narrate("internal words of " + key(code), key(code) + " for the customer");
}

void JourneyWindow::writeTeam() {
  write(DisciplineCode::d1);
  addRow(editor(), {{"name", "王芳"},
                    {"role", key(model::TeamFunction::leader)},
                    {"department", "CQE"},
                    {"contact", "a@b.c"}});
  addRow(editor(), {{"name", "刘洋"}, {"role", key(model::TeamFunction::participant)}, {"department", "TE"}});
  save();
}

void JourneyWindow::writeFacts() {
  write(DisciplineCode::d2);
  for (auto* cell : findAll<wxTextCtrl>(findFirst<FactGrid>(shownPage()))) cell->SetValue("known");
  save();
}

void JourneyWindow::writeContainment() {
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
  put(shownPage(), "clean_point_date", today());
  save();
}

void JourneyWindow::writeCauses() {
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

void JourneyWindow::writePlan() {
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

void JourneyWindow::writeImplementation() {
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

void JourneyWindow::writePrevention() {
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

void JourneyWindow::nextDay() {
  rest();
  database.clock().advanceHours(24);
}

void JourneyWindow::registerComplaint() {
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

void JourneyWindow::contain() {
  act(page, "Record a reply", "Record as sent",
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
}

void JourneyWindow::verify(model::VerificationResult result, const std::string& note) {
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

void JourneyWindow::liftContainment() {
  choose(CaseTab::coverage, "Coverage");
  auto* list = findFirst<RowList>(shownPage());
  const auto rows = page->viewModel().coverage().rows;
  for (std::size_t row = 0; row < rows.size(); ++row)
    if (rows[row].subject == model::CoverageSubject::containment) list->selectRow(static_cast<long>(row));
  list->onSelect(list->selectedRow());
  onPage("Lift the containment", "Lift it");
}

void JourneyWindow::decideSimilar() {
  choose(DisciplineCode::d2);
  onPage("None of these: new", "Record the decision", {{"reason", "compared, none is the same"}});
  EXPECT_FALSE(stored().similarDecisions.empty());
}

void JourneyWindow::send8d() {
  choose(CaseTab::replies, "Replies");
  onPage("Record a reply", "Record as sent",
         {{"stage", key(model::ReplyStage::d8)},
          {"medium", "portal"},
          {"recipient", "qa@kunde.example"},
          {"text", "8D report"}});
}

}  // namespace octad::gui
