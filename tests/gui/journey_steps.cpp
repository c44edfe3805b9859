#include "tests/gui/journey_steps.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/viewmodels/form_values.hpp"
#include "gui/widgets/choice.hpp"
#include "gui/widgets/date_field.hpp"
#include "gui/widgets/text.hpp"

namespace octad::gui {

namespace {

constexpr int kWaits = 4;  ///< of five seconds each

void tell(wxWindow* control, const wxEventTypeTag<wxCommandEvent>& type) {
  wxCommandEvent event(type, control->GetId());
  event.SetEventObject(control);
  control->ProcessWindowEvent(event);
}

/// Everything a window says, for the message of a failure.
std::string wordsOf(wxWindow* root) {
  std::string words;
  for (auto* text : findAll<wxStaticText>(root))
    if (text->IsShownOnScreen() && !text->GetLabel().empty()) words += fromWx(text->GetLabel()) + " | ";
  for (auto* button : findAll<wxButton>(root))
    if (button->IsShownOnScreen()) words += "[" + fromWx(button->GetLabel()) + "] ";
  return words;
}

bool inSight(wxWindow* window) {
  const wxRect place = window->GetScreenRect();
  for (wxWindow* above = window->GetParent(); above != nullptr; above = above->GetParent()) {
    const wxRect around(above->ClientToScreen(wxPoint(0, 0)), above->GetClientSize());
    if (!around.Contains(place)) return false;
    if (above->IsTopLevel()) break;
  }
  return true;
}

}  // namespace

bool patiently(const std::function<bool()>& condition) {
  for (int wait = 0; wait < kWaits; ++wait)
    if (waitFor(condition)) return true;
  return false;
}

void put(wxWindow* root, const std::string& name, const std::string& value) {
  wxWindow* control = findNamed(root, name);
  ASSERT_NE(control, nullptr) << "no field " << name;
  if (auto* choice = dynamic_cast<KeyChoice*>(control)) {
    choice->setKey(value);
    EXPECT_EQ(choice->key(), value) << "not offered in " << name;
    tell(choice, wxEVT_CHOICE);
  } else if (auto* check = dynamic_cast<wxCheckBox*>(control)) {
    check->SetValue(value == "1");
    tell(check, wxEVT_CHECKBOX);
  } else if (auto* date = dynamic_cast<DateField*>(control)) {
    date->textCtrl()->SetValue(toWx(value));
  } else {
    auto* text = dynamic_cast<wxTextCtrl*>(control);
    ASSERT_NE(text, nullptr) << name << " takes no text";
    EXPECT_TRUE(text->IsEditable()) << name << " cannot be edited";
    text->SetValue(toWx(value));
  }
}

void putAll(wxWindow* root, const Filled& values) {
  for (const auto& [name, value] : values) put(root, name, value);
}

void push(wxWindow* root, const std::string& label) {
  wxWindow* button = nullptr;
  const bool there = patiently([&] {
    button = findButton(root, label);
    return button != nullptr && button->IsEnabled();
  });
  ASSERT_TRUE(there) << "no enabled button " << label << " in " << wordsOf(root);
  settle();
  if (inSight(button)) {
    click(button);
    return;
  }
  button->SetFocus();
  settle();
  press(WXK_SPACE);
}

std::string textOfPdf(const std::string& pdf) {
  const auto path = std::filesystem::temp_directory_path() / ("journey-" + viewmodels::newUuid() + ".pdf");
  std::ofstream(path, std::ios::binary) << pdf;
  FILE* pipe = popen(("pdftotext -layout -enc UTF-8 " + path.string() + " -").c_str(), "r");
  std::string text;
  char buffer[4096];
  while (const std::size_t count = fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, count);
  EXPECT_EQ(pclose(pipe), 0);
  std::filesystem::remove(path);
  return text;
}

void DialogFiller::expect(std::string button, Filled values) {
  m_button = std::move(button);
  m_values = std::move(values);
  m_expected = true;
  m_finished = false;
}

int DialogFiller::Enter(wxDialog* dialog) {
  if (std::exchange(m_ignore, false)) return wxID_NONE;
  if (!m_expected) {
    ADD_FAILURE() << "nobody expected the dialog " << fromWx(dialog->GetTitle());
    return wxID_CANCEL;
  }
  m_expected = false;
  dialog->CallAfter([this, dialog] { fill(dialog); });
  return wxID_NONE;
}

void DialogFiller::Exit(wxDialog*) {
  m_finished = true;
}

void DialogFiller::fill(wxDialog* dialog) {
  if (!dialog->IsModal()) {
    // Its own event loop has not begun yet.
    dialog->CallAfter([this, dialog] { fill(dialog); });
    return;
  }
  putAll(dialog, m_values);
  wxWindow* button = findButton(dialog, m_button);
  EXPECT_NE(button, nullptr) << "no button " << m_button << " in " << wordsOf(dialog);
  if (button != nullptr) {
    tell(button, wxEVT_BUTTON);
    patiently([&] { return !dialog->IsModal() || button->IsEnabled(); });
  }
  if (!dialog->IsModal()) return;
  ADD_FAILURE() << m_button << " was refused: " << wordsOf(dialog);
  dialog->EndModal(wxID_CANCEL);
}

}  // namespace octad::gui
