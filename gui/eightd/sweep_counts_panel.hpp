#pragma once

#include <functional>
#include <wx/panel.h>

#include "gui/viewmodels/case_page.hpp"
#include "model/eightd/problem.hpp"

class wxButton;
class wxStaticText;

namespace octad::gui {

class TextTable;

/// D3: what was sorted day by day at the location that is chosen in the stock sweep. Counts are saved at
/// once, whether or not the discipline is being written.
class SweepCountsPanel final : public wxPanel {
 public:
  SweepCountsPanel(wxWindow* parent, viewmodels::CasePageViewModel& page);
  /// Shows the counts of a location; also after the case was read again.
  void show(model::SweepLocation location);

  std::function<void()> onHeight;  ///< the list became longer or shorter

 private:
  void count(bool correction);

  viewmodels::CasePageViewModel& m_page;
  const viewmodels::Translator& m_text;
  model::SweepLocation m_location = model::SweepLocation::raw;
  wxStaticText* m_title = nullptr;
  wxStaticText* m_progress = nullptr;
  TextTable* m_list = nullptr;
  wxButton* m_correct = nullptr;
  wxButton* m_enter = nullptr;
};

}  // namespace octad::gui
