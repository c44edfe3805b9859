#pragma once

#include <string>

#include "model/ports/reader.hpp"
#include "tests/gui/journey_steps.hpp"

namespace octad::gui {

inline constexpr const char* kCause = "焊点虚焊";
inline constexpr const char* kAction = "提高炉温";

template <class Enum>
std::string key(Enum value) {
  return std::string(model::keyOf(value));
}

/// The buttons, fields and dialogs of the window in the hands of the people of a factory. A person comes by a
/// new window on the same database. Text goes into fields with their own SetValue where it is not ASCII, and
/// into the dialogs; the rest is mouse and keyboard.
class JourneyWindow : public WindowTest {
 protected:
  JourneyWindow();

  bool idle() { return !executor->busy() && (page == nullptr || isRead()); }
  bool isRead();
  void rest();

  /// Somebody else sits down at the window and opens the case.
  void as(const std::string& login);
  /// Chooses a page on the step bar.
  void choose(viewmodels::CaseTab tab, const std::string& step);
  void choose(model::DisciplineCode code) { choose(viewmodels::tabOf(code), key(code)); }
  wxWindow* shownPage();

  /// Presses a button of the case or of the shown page and fills the dialog that it opens.
  void act(wxWindow* root, const std::string& button, const std::string& inDialog, const Filled& values);
  void onPage(const std::string& button, const std::string& inDialog, const Filled& values = {}) {
    act(shownPage(), button, inDialog, values);
  }
  void save();
  void submit(model::DisciplineCode code);
  void approve(model::DisciplineCode code);
  void finish(model::DisciplineCode code);

  // Fields of the disciplines
  void narrate(const std::string& inside, const std::string& forCustomer);
  RowEditor* editor(std::size_t at = 0) { return findAll<RowEditor>(shownPage()).at(at); }
  void addRow(RowEditor* rows, const Filled& values);
  void write(model::DisciplineCode code);
  void writeTeam();
  void writeFacts();
  void writeContainment();
  void writeCauses();
  void writePlan();
  void writeImplementation();
  void writePrevention();

  // What both journeys do alike
  /// A major complaint by the form of a new complaint; its case opens.
  void registerComplaint();
  /// First reply, D0 to D3, acceptance.
  void contain();
  void verify(model::VerificationResult result, const std::string& note);
  void liftContainment();
  /// No similar case is the same problem.
  void decideSimilar();
  void send8d();

  void nextDay();
  std::string today() { return model::Zone("Asia/Shanghai").date(database.clock().now()).iso(); }
  model::CaseFile stored() { return database.store().reader().openCase(openedCase); }
  model::DisciplineState stateOf(model::DisciplineCode code) { return stored().discipline(code).state; }

  CasePage* page = nullptr;
  DialogFiller dialog;
};

}  // namespace octad::gui
