#pragma once

#include <functional>
#include <wx/panel.h>

#include "gui/cases/case_tab.hpp"

class wxButton;
class wxStaticText;

namespace octad::gui {

/// D7 and D8: whether what the case taught stands in the library of known failures.
class LessonPanel final : public wxPanel {
 public:
  LessonPanel(wxWindow* parent, CaseTabHost& host);
  /// The case was read again.
  void refresh();

  std::function<void()> onHeight;

 private:
  CaseTabHost& m_host;
  const viewmodels::Translator& m_text;
  wxStaticText* m_state = nullptr;
  wxButton* m_withdraw = nullptr;
  wxButton* m_publish = nullptr;
};

}  // namespace octad::gui
