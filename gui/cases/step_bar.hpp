#pragma once

#include <functional>
#include <map>
#include <vector>
#include <wx/panel.h>

#include "gui/viewmodels/case_page.hpp"

class wxToggleButton;

namespace octad::gui {

/// The steps of a case as buttons in a row; the page shown is pressed.
class StepBar final : public wxPanel {
 public:
  explicit StepBar(wxWindow* parent);
  void show(const std::vector<viewmodels::CaseStep>& steps, viewmodels::CaseTab current,
            const viewmodels::Translator& text);

  std::function<void(viewmodels::CaseTab)> onChoose;

 private:
  std::map<viewmodels::CaseTab, wxToggleButton*> m_buttons;
};

}  // namespace octad::gui
