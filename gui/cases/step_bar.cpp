#include "gui/cases/step_bar.hpp"

namespace octad::gui {

using viewmodels::CaseTab;

StepBar::StepBar(wxWindow* parent) : TabBar(parent) {
  TabBar::onChoose = [this](int key) { onChoose(static_cast<CaseTab>(key)); };
}

void StepBar::show(const std::vector<viewmodels::CaseStep>& steps, CaseTab current,
                   const viewmodels::Translator& text) {
  std::vector<Tab> tabs;
  for (const auto& step : steps)
    tabs.push_back({static_cast<int>(step.tab), text(step.label), text(step.hint)});
  TabBar::show(tabs, static_cast<int>(current));
}

}  // namespace octad::gui
