#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>
#include <wx/modalhook.h>

#include "gui/cases/case_page.hpp"
#include "gui/eightd/row_editor.hpp"
#include "tests/gui/window_test.hpp"

namespace octad::gui {

/// Names of fields and what goes into them: text, the key of a choice, "1" of a check.
using Filled = std::vector<std::pair<std::string, std::string>>;

/// Like waitFor, for twenty seconds: a slow machine may take its time.
bool patiently(const std::function<bool()>& condition);
/// Puts a value into the control of that name, telling the page as typing and choosing do.
void put(wxWindow* root, const std::string& name, const std::string& value);
void putAll(wxWindow* root, const Filled& values);
/// Every window of a type below `root`, in order.
template <class Window>
std::vector<Window*> findAll(wxWindow* root) {
  std::vector<Window*> all;
  for (wxWindow* child : root->GetChildren()) {
    if (auto* found = dynamic_cast<Window*>(child)) all.push_back(found);
    for (Window* below : findAll<Window>(child)) all.push_back(below);
  }
  return all;
}
/// Clicks a button; one that is scrolled out of sight is pressed by the keyboard.
void push(wxWindow* root, const std::string& label);

/// The text of a PDF as poppler reads it, its lines as they are laid out.
std::string textOfPdf(const std::string& pdf);

/// Fills the modal dialog that is expected and presses its button, from within the dialog's own event loop. A
/// dialog that refuses what was filled in, or that nobody expected, is a failure and is cancelled.
class DialogFiller final : public wxModalDialogHook {
 public:
  DialogFiller() { Register(); }
  ~DialogFiller() override { Unregister(); }
  DialogFiller(const DialogFiller&) = delete;
  DialogFiller& operator=(const DialogFiller&) = delete;
  /// For the next dialog only.
  void expect(std::string button, Filled values);
  /// The next dialog is filled by somebody else.
  void ignoreNext() { m_ignore = true; }
  bool finished() const { return m_finished; }

 protected:
  int Enter(wxDialog* dialog) override;
  void Exit(wxDialog* dialog) override;

 private:
  void fill(wxDialog* dialog);

  std::string m_button;
  Filled m_values;
  bool m_expected = false;
  bool m_ignore = false;
  bool m_finished = false;
};

}  // namespace octad::gui
