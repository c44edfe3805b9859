#pragma once

#include <string>
#include <wx/panel.h>

class wxTextCtrl;
class wxButton;

namespace octad::gui {

/// A day as ISO text (2026-11-22) with a calendar to click; the desktop's own picker stumbles over formats.
class DateField final : public wxPanel {
 public:
  /// `label` names the text field and the button for assistive technology; `openLabel` is "Open calendar".
  DateField(wxWindow* parent, const std::string& label, const std::string& openLabel);

  std::string text() const;  ///< as typed
  void setText(const std::string& iso);
  void SetFocus() override;
  wxTextCtrl* textCtrl() const { return m_text; }

 private:
  void popUp(const std::string& label);

  wxTextCtrl* m_text;
  wxButton* m_open;
};

}  // namespace octad::gui
