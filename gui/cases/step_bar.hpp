#pragma once

#include <functional>
#include <vector>

#include "gui/viewmodels/case_page.hpp"
#include "gui/widgets/tab_bar.hpp"

namespace octad::gui {

/// The steps of a case as buttons in a row; the page shown is pressed.
class StepBar final : public TabBar {
 public:
  explicit StepBar(wxWindow* parent);
  void show(const std::vector<viewmodels::CaseStep>& steps, viewmodels::CaseTab current,
            const viewmodels::Translator& text);

  std::function<void(viewmodels::CaseTab)> onChoose;
};

}  // namespace octad::gui
