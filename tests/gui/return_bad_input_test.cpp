#include <algorithm>
#include <wx/button.h>
#include <wx/stattext.h>

#include "gui/returns/new_return_page.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/text.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/guide_return.hpp"
#include "tests/gui/return_page_window.hpp"

namespace octad::gui {
namespace {

using Place = model::ReturnPlace;

struct Wrong {
  const char* typed;
  const char* sentence;
};
// Two sentences in turn: a sentence that was not there before says that the key before it has arrived.
constexpr Wrong kWrong[] = {{"-1", "must be from 0 to 10,000,000"},
                            {"1.5", "must be a whole number"},
                            {"2147483648", "must be from 0 to 10,000,000"},
                            {"1e3", "must be a whole number"},
                            {"10000001", "must be from 0 to 10,000,000"},
                            {"abc", "must be a whole number"},
                            {"1000000000000000000000000000000", "must be from 0 to 10,000,000"},
                            {"NaN", "must be a whole number"},
                            {"-2", "must be from 0 to 10,000,000"},
                            {"1.000", "must be a whole number"}};

/// What cannot be meant as a number of pieces, typed into the forms of returns.
class ReturnBadInputWindow : public ReturnPageWindow {
 protected:
  static std::string valueOf(wxWindow* root, const std::string& name) {
    auto* field = dynamic_cast<wxTextCtrl*>(findVisible(root, name));
    return field ? fromWx(field->GetValue()) : "no field " + name;
  }
  static void overwrite(wxWindow* root, const std::string& name, const std::string& typed) {
    auto* field = dynamic_cast<wxTextCtrl*>(findVisible(root, name));
    ASSERT_NE(field, nullptr) << name;
    // An answer to the value before may still move the focus while this one is typed.
    for (int attempt = 0; attempt < 5 && fromWx(field->GetValue()) != typed; ++attempt) {
      field->SetFocus();
      waitFor([field] { return field->HasFocus(); });
      field->SelectAll();
      settle();
      type(typed);
    }
    EXPECT_EQ(fromWx(field->GetValue()), typed);
  }
  /// True when a visible sentence contains `text`, wherever its lines break.
  static bool says(wxWindow* root, const std::string& text) {
    for (auto* label : findAll<wxStaticText>(root)) {
      std::string words = fromWx(label->GetLabel());
      std::replace(words.begin(), words.end(), '\n', ' ');
      if (label->IsShownOnScreen() && words.find(text) != std::string::npos) return true;
    }
    // The bar of a page is native: its sentence is no label of ours.
    const auto bars = findAll<ErrorBar>(root);
    return std::any_of(bars.begin(), bars.end(), [&text](const ErrorBar* bar) {
      return bar->sentence().find(text) != std::string::npos;
    });
  }
  NewReturnPage& openForm() {
    form = std::make_unique<viewmodels::NewReturnViewModel>(host.session(), drafts);
    form->saved.connect([this](const model::ReturnSaved& saved) {
      returnId = saved.id;
      ++announced;
    });
    auto* shown = new NewReturnPage(frame, host, *form);
    show(shown);
    shown->begin();
    settle();
    return *shown;
  }
  /// Of the case, with which a thousand pieces were delivered.
  void announceForCase(long long pieces) {
    model::NewReturn input;
    input.uuid = model::newUuid();
    model::NewReturnLine line;
    line.caseNumber = database.store().reader().openCase(id).complaint.number;
    line.quantity = pieces;
    input.lines = {line};
    returnId = model::AnnounceReturn(as("wang")).execute(input).id;
  }
  /// The goods are on their way: receiving them is next.
  void sendOff() {
    model::AuthoriseReturn(as("wang")).execute({{returnId, 0, {}}, "", "", model::CostBearer::us, {}});
    model::ReturnShipment shipment;
    shipment.target = {returnId, 0, {}};
    shipment.carrier = "SF";
    model::SendReturn(as("wang")).execute(shipment);
  }
  bool idle() { return !executor.busy(); }
  std::size_t returnsStored() { return returns().list({}, 100).rows.size(); }

  std::unique_ptr<viewmodels::NewReturnViewModel> form;
  int announced = 0;
};

TEST_F(ReturnBadInputWindow, ANewReturnSaysItBelowTheFieldAndKeepsWhatIsTyped) {
  auto& announcing = openForm();
  putAll(&announcing,
         {{"customer", "甲公司"}, {"without_case", "regular return"}, {"lines.0.part", "P-100"}});
  for (const auto& wrong : kWrong) {
    overwrite(&announcing, "lines.0.quantity", wrong.typed);
    press(WXK_RETURN, wxMOD_CONTROL);
    EXPECT_TRUE(waitFor([&] { return idle() && says(&announcing, wrong.sentence); })) << wrong.typed;
    EXPECT_EQ(wxWindow::FindFocus(), findVisible(&announcing, "lines.0.quantity"))
        << "the cursor waits there";
    EXPECT_EQ(valueOf(&announcing, "lines.0.quantity"), wrong.typed);
  }
  EXPECT_EQ(returnsStored(), 0U);
  // Full-width digits come in past the simulator; once the field is left they stand there as they are read.
  findVisible(&announcing, "lines.0.quantity")->SetFocus();
  put(&announcing, "lines.0.quantity", "１２");
  findVisible(&announcing, "lines.0.lot")->SetFocus();
  settle();
  EXPECT_EQ(valueOf(&announcing, "lines.0.quantity"), "12");
  put(&announcing, "lines.0.quantity", "1,000");
  findVisible(&announcing, "lines.0.quantity")->SetFocus();
  findVisible(&announcing, "lines.0.lot")->SetFocus();
  settle();
  EXPECT_EQ(valueOf(&announcing, "lines.0.quantity"), "1000") << "how it is read is seen before it is stored";
  put(&announcing, "lines.0.quantity", "12");
  press(WXK_RETURN, wxMOD_CONTROL);
  press(WXK_RETURN, wxMOD_CONTROL);
  EXPECT_TRUE(patiently([this] { return announced > 0 && idle(); }));
  EXPECT_EQ(returnsStored(), 1U) << "Ctrl+Enter pressed twice";
  EXPECT_EQ(stored().balance().expected(), 12);
}

TEST_F(ReturnBadInputWindow, NothingComesBackToACaseThatEnded) {
  model::ClosingStep step;
  step.target.id = id;
  step.reason = "entered in error";
  model::CancelComplaint(as("wang")).execute(step);
  auto& announcing = openForm();
  const std::string number = database.store().reader().openCase(id).complaint.number;
  putAll(&announcing, {{"lines.0.case", number}, {"lines.0.quantity", "1"}});
  ASSERT_TRUE(waitFor([this] { return idle(); }));
  findVisible(&announcing, "lines.0.quantity")->SetFocus();
  settle();
  press(WXK_RETURN, wxMOD_CONTROL);
  EXPECT_TRUE(waitFor([&] { return idle() && says(&announcing, "Cancelled"); }));
  EXPECT_EQ(valueOf(&announcing, "lines.0.case"), number);
  EXPECT_EQ(returnsStored(), 0U);
}

TEST_F(ReturnBadInputWindow, ADoubleClickAnnouncesOnce) {
  auto& announcing = openForm();
  putAll(&announcing, {{"customer", "甲公司"},
                       {"without_case", "regular return"},
                       {"lines.0.part", "P-100"},
                       {"lines.0.quantity", "7"}});
  wxUIActionSimulator mouse;
  const wxRect place = findButton(&announcing, "Announce the return")->GetScreenRect();
  mouse.MouseMove(place.x + place.width / 2, place.y + place.height / 2);
  settle();
  mouse.MouseDblClick();
  EXPECT_TRUE(patiently([this] { return announced > 0 && idle(); }));
  settle();
  EXPECT_EQ(returnsStored(), 1U);
}

TEST_F(ReturnBadInputWindow, ReceivingSaysItBelowTheFieldAndStoresOnce) {
  announce(120);
  sendOff();
  openReturn();
  const std::size_t movements = stored().movements.size();
  const Later user([&] {
    wxDialog* dialog = topDialog();
    for (const auto& wrong : kWrong) {
      overwrite(dialog, "lines.0.counted", wrong.typed);
      press(WXK_RETURN);
      EXPECT_TRUE(waitFor([&] { return idle() && says(dialog, wrong.sentence); })) << wrong.typed;
      EXPECT_EQ(wxWindow::FindFocus(), findVisible(dialog, "lines.0.counted"));
      EXPECT_EQ(valueOf(dialog, "lines.0.counted"), wrong.typed);
    }
    EXPECT_EQ(stored().movements.size(), movements) << "nothing of it is stored";
    put(dialog, "lines.0.counted", "１２０");
    findVisible(dialog, "location")->SetFocus();
    settle();
    EXPECT_EQ(valueOf(dialog, "lines.0.counted"), "120");
    // Enter twice, faster than anything is stored.
    wxUIActionSimulator keyboard;
    keyboard.Char(WXK_RETURN);
    keyboard.Char(WXK_RETURN);
  });
  push(shownReturn, "Receive…");
  rest();
  EXPECT_EQ(stored().balance().received(), 120);
  std::string moved;
  for (const auto& movement : stored().movements)
    moved += std::string(model::keyOf(movement.from)) + " > " + std::string(model::keyOf(movement.to)) + " " +
             std::to_string(movement.quantity) + "\n";
  EXPECT_EQ(stored().movements.size(), movements + 1) << moved;
}

TEST_F(ReturnBadInputWindow, MoreThanWasDeliveredSaysItBelowTheField) {
  announceForCase(600);
  receive(600);
  announceForCase(1200);
  sendOff();
  openReturn();
  const std::size_t movements = stored().movements.size();
  const Later user([&] {
    wxDialog* dialog = topDialog();
    // One return alone, and both together: a thousand were delivered.
    for (const auto& [typed, sentence] :
         {Wrong{"1200", "Returned 1800 of 1000 shipped"}, {"401", "Returned 1001 of 1000 shipped"}}) {
      overwrite(dialog, "lines.0.counted", typed);
      put(dialog, "complete", "");
      pressButton(dynamic_cast<wxButton*>(findButton(dialog, "Receive")));
      EXPECT_TRUE(waitFor([&, said = sentence] { return idle() && says(dialog, said); })) << typed;
      EXPECT_EQ(valueOf(dialog, "lines.0.counted"), typed);
    }
    EXPECT_EQ(stored().movements.size(), movements) << "nothing of it is stored";
    dialog->EndModal(wxID_CANCEL);
  });
  push(shownReturn, "Receive…");
  rest();
  EXPECT_EQ(stored().balance().received(), 0);
}

TEST_F(ReturnBadInputWindow, AMoveSaysItBelowTheField) {
  announce(5);
  receive(5);
  openReturn();
  for (const auto& wrong : kWrong) {
    overwrite(shownReturn, "quantity", wrong.typed);
    press(WXK_RETURN);
    EXPECT_TRUE(waitFor([&] { return idle() && says(shownReturn, wrong.sentence); })) << wrong.typed;
    EXPECT_EQ(wxWindow::FindFocus(), inPage("quantity"));
    EXPECT_EQ(valueOf(shownReturn, "quantity"), wrong.typed);
  }
  for (const auto& [typed, sentence] : {Wrong{"0", "1 to 10,000,000"}, {"6", "only 5 of line 1"}}) {
    overwrite(shownReturn, "quantity", typed);
    press(WXK_RETURN);
    EXPECT_TRUE(waitFor([&, said = sentence] { return idle() && says(shownReturn, said); })) << typed;
    EXPECT_EQ(wxWindow::FindFocus(), inPage("quantity"));
  }
  EXPECT_EQ(stored().movements.size(), 2U) << "announced and received, nothing else";
}

TEST_F(ReturnBadInputWindow, ASlowDoubleClickMovesOnce) {
  announce(5);
  receive(5);
  openReturn();
  put(shownReturn, "quantity", "2");
  auto* book = findButton(shownReturn, "Book the movement");
  wxUIActionSimulator mouse;
  const wxRect place = book->GetScreenRect();
  mouse.MouseMove(place.x + place.width / 2, place.y + place.height / 2);
  settle();
  // The store is faster than the second click: the form offers the three that are left by then.
  mouse.MouseClick();
  EXPECT_TRUE(patiently([&] {
    return host.status == "2 pieces moved" && !shownReturn->viewModel().loading() && book->IsEnabled();
  }));
  mouse.MouseClick();
  rest();
  EXPECT_EQ(stored().balance().at(Place::test), 2);
  EXPECT_EQ(stored().balance().at(Place::quarantine), 3);
  // Meant again after a moment, or after something was typed.
  put(shownReturn, "quantity", "1");
  click(book);
  rest();
  EXPECT_EQ(stored().balance().at(Place::test), 3);
}

}  // namespace
}  // namespace octad::gui
