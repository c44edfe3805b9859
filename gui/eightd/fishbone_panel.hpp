#pragma once

#include <string>
#include <vector>
#include <wx/panel.h>

#include "gui/viewmodels/translator.hpp"
#include "model/eightd/problem.hpp"

class wxStaticText;

namespace octad::gui {

class ChartPanel;

/// D4: the fishbone of the causes as the report draws it; the table of causes is its native list.
class FishbonePanel final : public wxPanel {
 public:
  FishbonePanel(wxWindow* parent, std::string problem, const viewmodels::Translator& text);
  void show(const std::vector<model::Cause>& causes);

  std::function<void()> onHeight;  ///< the drawing came, went or needs more room

 private:
  std::string m_problem;
  const viewmodels::Translator& m_text;
  wxStaticText* m_hint = nullptr;
  ChartPanel* m_chart = nullptr;
};

}  // namespace octad::gui
