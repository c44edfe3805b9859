#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>
#include <wx/panel.h>

#include "gui/viewmodels/return_list.hpp"
#include "gui/viewmodels/translator.hpp"

class wxToggleButton;

namespace octad::gui {

/// The board: a column a state with its returns and pieces; a click shows only these.
class StateStrip final : public wxPanel {
 public:
  StateStrip(wxWindow* parent, const viewmodels::Translator& text);
  void show(const std::vector<viewmodels::BoardField>& fields);

  std::function<void(model::ReturnState)> onToggle;

 private:
  std::string labelOf(const viewmodels::BoardField& field) const;
  void fitWidths();

  const viewmodels::Translator& m_text;
  std::map<model::ReturnState, wxToggleButton*> m_buttons;
};

}  // namespace octad::gui
