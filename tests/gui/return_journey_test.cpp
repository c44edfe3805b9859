#include <algorithm>
#include <regex>
#include <wx/bitmap.h>
#include <wx/clipbrd.h>
#include <wx/dcmemory.h>
#include <wx/hyperlink.h>
#include <wx/simplebook.h>

#include "gui/returns/return_page.hpp"
#include "gui/returns/units_tab.hpp"
#include "gui/widgets/choice.hpp"
#include "gui/widgets/row_list.hpp"
#include "gui/widgets/text.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "reports/forms/eightd_report.hpp"
#include "tests/gui/case_page_window.hpp"
#include "tests/gui/journey_steps.hpp"

namespace octad::gui {
namespace {

using Place = model::ReturnPlace;
using model::Disposition;
using model::Finding;
using viewmodels::ReturnTab;

template <class Enum>
std::string key(Enum value) {
  return std::string(model::keyOf(value));
}

/// A return from its announcement to the closing, done with the buttons, fields and dialogs of the window:
/// 120 announced, 118 received, 2 missing explained; 100 confirmed, 12 without trouble found through the NTF
/// process, 6 customer-caused; credited, repaired, sent back and scrapped until every piece is settled.
class ReturnJourneyTest : public WindowTest {
 protected:
  ReturnJourneyTest() : caseId(database.makeCase()) {
    services->pages.returnPage = [this](wxWindow* parent, PageHost& host, model::ReturnId id) {
      page = new ReturnPage(parent, host, id, {});
      return Page{page, page};
    };
    database.clock().advanceHours(1);
  }

  bool idle() { return !executor->busy() && (!page || !page->viewModel().busy()) && (!page || isRead()); }
  bool isRead() { return page->viewModel().loaded() && !page->viewModel().loading(); }
  void rest() {
    EXPECT_TRUE(patiently([this] { return idle(); }));
    settle();
  }
  model::ReturnFile stored() { return database.store().reader().returns().open(page->viewModel().id()); }
  wxWindow* shown() { return findFirst<wxSimplebook>(page)->GetCurrentPage(); }
  void choose(ReturnTab tab) {
    page->choose(tab);
    settle();
  }

  /// Presses a button and fills the dialog that it opens.
  void act(wxWindow* root, const std::string& button, const std::string& inDialog, const Filled& values) {
    rest();
    dialog.expect(inDialog, values);
    push(root, button);
    EXPECT_TRUE(patiently([this] { return dialog.finished(); })) << "after " << button;
    rest();
  }

  /// Moves pieces with the form of the page "Pieces".
  void movePieces(Place from, Finding finding, Place to, long long pieces, const Filled& values = {}) {
    choose(ReturnTab::pieces);
    chooseSource(from, finding, to);
    put(shown(), "to", key(to));
    put(shown(), "quantity", std::to_string(pieces));
    putAll(shown(), values);
    push(shown(), "Book the movement");
    rest();
  }
  void chooseSource(Place from, Finding finding, Place to) {
    auto* choice = dynamic_cast<KeyChoice*>(findNamed(shown(), "from"));
    ASSERT_NE(choice, nullptr);
    const auto sources = viewmodels::moveSources(stored(), stored().lines.front().id);
    for (std::size_t at = 0; at < sources.size(); ++at)
      if (sources[at].place == from && sources[at].finding == finding && leadsTo(sources[at], to)) {
        put(shown(), "from", std::to_string(at));
        return;
      }
    FAIL() << "no pieces at " << key(from);
  }

  static bool leadsTo(const viewmodels::PiecesAt& kind, Place place) {
    const auto targets = viewmodels::moveTargets(kind);
    return std::any_of(targets.begin(), targets.end(),
                       [place](const auto& target) { return target.to == place; });
  }

  void live();
  // The chapters
  void announce();
  void comeIn();
  void receive();
  void findMost();
  void enterAndTestUnits();
  void followNtf();
  void dispose();
  void carryOut();
  void close();
  void expectReported(const model::CaseFile& file);

  model::ComplaintId caseId;
  ReturnPage* page = nullptr;
  DialogFiller dialog;
};

void ReturnJourneyTest::announce() {
  openWork();
  press('R', wxMOD_CONTROL);
  EXPECT_TRUE(patiently([this] { return showsText(window, "No returned goods yet"); }));
  push(window, "Announce a return");
  ASSERT_TRUE(
      patiently([this] { return findNamed(window, "lines.0.case") != nullptr && !executor->busy(); }));
  settle();
  press(WXK_RETURN, wxMOD_CONTROL);
  EXPECT_TRUE(showsText(window, "Name the customer who sends the goods back."))
      << "errors stand below fields";
  const auto number = database.store().reader().openCase(caseId).complaint.number;
  putAll(window, {{"lines.0.case", number}, {"lines.0.quantity", "120"}, {"customer_ref", "NW-7"}});
  press(WXK_RETURN, wxMOD_CONTROL);
  ASSERT_TRUE(patiently([this] { return page != nullptr && idle(); })) << "the new return opens";
  settle();
  EXPECT_EQ(stored().balance().expected(), 120);
  EXPECT_EQ(stored().lines.front().complaintId, caseId);
}

void ReturnJourneyTest::comeIn() {
  act(page, "Authorise…", "Authorise",
      {{"rma_number", "RMA-2026-7"}, {"cost_bearer", key(model::CostBearer::customer)}});
  act(page, "On its way…", "Record", {{"carrier", "SF"}, {"note_number", "DN-4711"}});
  EXPECT_EQ(stored().head.state, model::ReturnState::inTransit);
  EXPECT_TRUE(showsText(page, "RMA RMA-2026-7"));
}

void ReturnJourneyTest::receive() {
  rest();
  // The difference is demanded at its field; the second press brings the explanation.
  bool asked = false;
  const Later user([&asked] {
    wxDialog* top = topDialog();
    put(top, "lines.0.counted", "118");
    pressButton(dynamic_cast<wxButton*>(findButton(top, "Receive")));
    asked = waitFor([top] { return showsText(top, "120 announced, 118 received: explain the difference."); });
    EXPECT_TRUE(showsText(top, "2 fewer than expected"));
    put(top, "lines.0.reason", "two lost on the way");
    pressButton(dynamic_cast<wxButton*>(findButton(top, "Receive")));
  });
  dialog.ignoreNext();
  push(page, "Receive…");
  EXPECT_TRUE(asked);
  rest();
  EXPECT_EQ(stored().balance().received(), 118);
  EXPECT_EQ(stored().balance().missing(), 2);
  EXPECT_TRUE(showsText(page, "Announced 120 = Received 118 + Missing 2"));
  movePieces(Place::quarantine, Finding::open, Place::test, 118);
  EXPECT_EQ(stored().balance().at(Place::test), 118);
}

void ReturnJourneyTest::findMost() {
  movePieces(Place::test, Finding::open, Place::awaiting, 100, {{"finding", key(Finding::confirmed)}});
  movePieces(Place::test, Finding::open, Place::awaiting, 6, {{"finding", key(Finding::customerCaused)}});
  EXPECT_EQ(stored().balance().found(Finding::confirmed), 100);
  EXPECT_EQ(stored().balance().at(Place::test), 12);
}

void ReturnJourneyTest::enterAndTestUnits() {
  choose(ReturnTab::units);
  std::string serials;
  for (int at = 1; at <= 12; ++at) serials += "N-" + std::to_string(at) + "\t2634\n";
  act(shown(), "Paste a list", "Enter the units", {{"units", serials}});
  ASSERT_EQ(stored().units.size(), 12U);
  auto& list = static_cast<UnitsTab*>(shown())->list();
  list.SelectAll();
  settle();
  list.onSelect(0);
  act(shown(), "Record a test", "Record",
      {{"level", key(model::TestLevel::ntf)},
       {"specification", "TS-12"},
       {"passed", "1"},
       {"finding", key(Finding::noTroubleFound)}});
  EXPECT_EQ(stored().balance().found(Finding::noTroubleFound), 12);
  EXPECT_EQ(stored().tests.size(), 12U);
}

void ReturnJourneyTest::followNtf() {
  choose(ReturnTab::findings);
  EXPECT_TRUE(showsText(shown(), "12 pieces without trouble found: from 3 on the NTF process is followed."));
  act(shown(), "NTF dossier", "Save",
      {{"data_collection", "Software 2.1, 300 h"},
       {"system_test", "72 h at the customer's bench"},
       {"process_study", "test covers no input dips"},
       {"result", "not reproduced"},
       {"liability", key(model::Liability::shared)},
       {"technical_factor", "40"},
       {"agreed_with", "Ms Bauer"},
       {"agreed_on", stored().head.announcedOn->iso()},
       {"conclude", "1"}});
  ASSERT_EQ(stored().dossiers.size(), 1U);
  EXPECT_TRUE(stored().dossiers.front().concludedAt);
}

void ReturnJourneyTest::dispose() {
  movePieces(Place::awaiting, Finding::confirmed, Place::work, 60,
             {{"disposition", key(Disposition::credit)}});
  EXPECT_EQ(stored().balance().disposed(Disposition::credit), 60);
  movePieces(Place::awaiting, Finding::confirmed, Place::work, 40,
             {{"disposition", key(Disposition::repair)}});
  EXPECT_EQ(stored().balance().disposed(Disposition::repair), 0) << "the customer has not agreed";
  // The authorisation comes as a picture of the customer's mail.
  {
    const wxClipboardLocker lock;
    wxBitmap picture(40, 20);
    wxTheClipboard->SetData(new wxBitmapDataObject(picture));
  }
  rest();
  choose(ReturnTab::files);
  findFirst<RowList>(shown())->SetFocus();
  dialog.expect("Add", {{"paper", key(model::ReturnPaper::authorisation)}, {"caption", "agreed by mail"}});
  press('V', wxMOD_CONTROL);
  ASSERT_TRUE(patiently([this] { return dialog.finished(); }));
  rest();
  ASSERT_TRUE(stored().has(model::ReturnPaper::authorisation));
  movePieces(Place::awaiting, Finding::confirmed, Place::work, 40,
             {{"disposition", key(Disposition::repair)}});
  movePieces(Place::awaiting, Finding::customerCaused, Place::work, 6,
             {{"disposition", key(Disposition::scrap)}});
  choose(ReturnTab::units);
  auto& list = static_cast<UnitsTab*>(shown())->list();
  list.SelectAll();
  settle();
  list.onSelect(0);
  act(shown(), "Move…", "Move", {{"to", key(Place::work)}, {"disposition", key(Disposition::returnAsIs)}});
  EXPECT_EQ(stored().balance().at(Place::work), 118);
}

void ReturnJourneyTest::carryOut() {
  EXPECT_FALSE(
      viewmodels::actionOf(page->viewModel().actions(), viewmodels::ReturnActionId::close).enabled());
  EXPECT_TRUE(findButton(page, "118 pieces is not carried out") != nullptr)
      << "what is missing before the closing is said";
  movePieces(Place::work, Finding::confirmed, Place::credited, 60, {{"document", "CN-1"}});
  movePieces(Place::work, Finding::confirmed, Place::ready, 40, {{"document", "IR-9"}});
  movePieces(Place::ready, Finding::confirmed, Place::shipped, 40, {{"document", "DN-99"}});
  movePieces(Place::work, Finding::customerCaused, Place::scrapped, 6, {{"document", "SC-3"}});
  choose(ReturnTab::units);
  auto& list = static_cast<UnitsTab*>(shown())->list();
  list.SelectAll();
  settle();
  list.onSelect(0);
  act(shown(), "Move…", "Move", {{"to", key(Place::shipped)}, {"document", "DN-99"}});
  EXPECT_EQ(stored().balance().open(), 0);
}

void ReturnJourneyTest::close() {
  EXPECT_TRUE(findButton(page, "no credit note is booked") != nullptr);
  act(page, "Book the credit note", "Book", {{"amount", "1200.50"}, {"document", "CN-1"}});
  EXPECT_TRUE(showsText(page, "Nothing is missing: the return can be closed."));
  act(page, "Close…", "Close the return", {{"reason", "settled"}});
  EXPECT_EQ(stored().head.state, model::ReturnState::closed);
  EXPECT_EQ(findButton(page, "Close…"), nullptr);
  // To the case in one click.
  auto* link = dynamic_cast<wxHyperlinkCtrl*>(
      findNamed(page, "case-" + database.store().reader().openCase(caseId).complaint.number));
  ASSERT_NE(link, nullptr);
  click(link);
  EXPECT_TRUE(patiently([this] { return openedCase == caseId; }));
}

/// Every chapter needs the one before it.
void ReturnJourneyTest::live() {
  using Chapter = void (ReturnJourneyTest::*)();
  const Chapter chapters[] = {&ReturnJourneyTest::announce,
                              &ReturnJourneyTest::comeIn,
                              &ReturnJourneyTest::receive,
                              &ReturnJourneyTest::findMost,
                              &ReturnJourneyTest::enterAndTestUnits,
                              &ReturnJourneyTest::followNtf,
                              &ReturnJourneyTest::dispose,
                              &ReturnJourneyTest::carryOut,
                              &ReturnJourneyTest::close};
  for (std::size_t at = 0; at < std::size(chapters); ++at) {
    (this->*chapters[at])();
    ASSERT_FALSE(HasFailure()) << "in chapter " << at + 1;
  }
}

/// The paper of the case shows every piece.
void ReturnJourneyTest::expectReported(const model::CaseFile& file) {
  reports::DocumentOptions options;
  options.language = reports::DocumentLanguage::english;
  options.printedAt = database.clock().now();
  const auto text = textOfPdf(reports::eightDReport(
      file, database.store().reader().recordHash(caseId), [](model::AttachmentId) { return std::string(); },
      options));
  EXPECT_TRUE(std::regex_search(text, std::regex("R26-00001 +120 +118 +2 +100 +12 +6 +0"))) << text;
  // "Credited 60" wraps in the narrow last column.
  for (const char* words : {"Shipped 52, Credited", "60, Scrapped 6"})
    EXPECT_NE(text.find(words), std::string::npos) << words << " in " << text;
}

TEST_F(ReturnJourneyTest, FromAnnouncementToClosedReturn) {
  live();
  ASSERT_FALSE(HasFailure());
  const auto balance = stored().balance();
  EXPECT_EQ(balance.announced(), 120);
  EXPECT_EQ(balance.received(), 118);
  EXPECT_EQ(balance.missing(), 2);
  EXPECT_EQ(balance.at(Place::credited), 60);
  EXPECT_EQ(balance.at(Place::shipped), 52);
  EXPECT_EQ(balance.at(Place::scrapped), 6);
  const auto share = database.store().reader().openCase(caseId);
  ASSERT_EQ(share.returns.size(), 1U);
  EXPECT_EQ(share.returns.front().state, model::ReturnState::closed);
  expectReported(share);
}

}  // namespace
}  // namespace octad::gui
