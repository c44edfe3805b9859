#pragma once

#include <functional>
#include <string>
#include <wx/simplebook.h>

class wxButton;
class wxStaticText;

namespace octad::gui {

/// A list; while it has no rows, a page that says what belongs here and offers what to do about it.
class ListOrEmpty final : public wxSimplebook {
 public:
  /// `act` is done by the button of the empty page.
  ListOrEmpty(wxWindow* parent, std::function<void()> act);
  /// The list, made with this as its parent; once.
  void setList(wxWindow* list);
  void showList();
  /// Without an action there is no button.
  void showEmpty(const std::string& sentence, const std::string& action);

 private:
  wxPanel* m_empty;
  wxStaticText* m_sentence;
  wxButton* m_action;
};

}  // namespace octad::gui
