#include "gui/eightd/fishbone_panel.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/widgets/chart_panel.hpp"
#include "gui/widgets/layout.hpp"
#include "reports/charts/cause_drawings.hpp"

namespace octad::gui {

using model::tr;

FishbonePanel::FishbonePanel(wxWindow* parent, std::string problem, const viewmodels::Translator& text)
    : wxPanel(parent), m_problem(std::move(problem)), m_text(text) {
  auto* body = new wxBoxSizer(wxVERTICAL);
  body->Add(makeSection(this, text(tr("Fishbone (6M)"))),
            wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::inside)));
  m_hint = makeMuted(
      this, text(tr("Give causes a branch in the table above: they are drawn here and in the report.")));
  body->Add(m_hint);
  m_chart = new ChartPanel(this);
  m_chart->onHeight = [this] {
    if (onHeight) onHeight();
  };
  body->Add(m_chart, wxSizerFlags(1).Expand());
  SetSizer(body);
}

void FishbonePanel::show(const std::vector<model::Cause>& causes) {
  auto fishbone = reports::fishboneOf(
      causes, m_problem, [](const model::Cause& cause) { return cause.text; },
      [this](const char* words) { return m_text(words); });
  const bool any = !fishbone.bones.empty();
  std::string description = m_problem;
  for (const auto& bone : fishbone.bones)
    for (const auto& cause : bone.causes) description += "; " + bone.name + ": " + cause.text;
  if (any)
    m_chart->setDrawing([fishbone](cairo_t* cr, double width,
                                   double height) { reports::drawFishbone(cr, width, height, fishbone); },
                        description,
                        [fishbone](double width) { return reports::fishboneHeight(fishbone, width); });
  if (m_chart->IsShown() == any && m_hint->IsShown() == !any) return;
  m_chart->Show(any);
  m_hint->Show(!any);
  if (onHeight) onHeight();
}

}  // namespace octad::gui
