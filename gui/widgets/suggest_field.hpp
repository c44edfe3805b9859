#pragma once

#include <functional>
#include <string>
#include <vector>
#include <wx/textctrl.h>
#include <wx/timer.h>

class wxListBox;
class wxPopupWindow;

namespace octad::gui {

/// One thing to choose; `value` goes into the field, `detail` stands beside it in the list.
struct Suggestion {
  std::string value;
  std::string detail;
};

/// A text field that offers what matches while one types; anything may be typed, also with an input method.
/// Down opens the list, arrows move in it, Enter or a click takes the entry, Esc closes it.
class SuggestField : public wxTextCtrl {
 public:
  using Answer = std::function<void(std::vector<Suggestion>)>;
  /// `find` is asked a moment after typing; its answer may come later.
  using Find = std::function<void(const std::string& text, Answer answer)>;

  SuggestField(wxWindow* parent, Find find);
  ~SuggestField() override;

  std::string text() const;
  void setText(const std::string& text);  ///< without asking for suggestions
  bool listShown() const;
  std::function<void()> onChosen;  ///< an entry was taken

 private:
  void ask();
  void show(const std::vector<Suggestion>& suggestions);
  void hide();
  void take(int index);
  void keyPressed(wxKeyEvent& event);

  Find m_find;
  wxTimer m_pause;
  wxPopupWindow* m_popup = nullptr;
  wxListBox* m_list = nullptr;
  std::vector<Suggestion> m_shown;
  int m_at = -1;  ///< entry chosen with the arrows; GTK marks one on its own, which counts for nothing
  std::string m_askedFor;
};

}  // namespace octad::gui
