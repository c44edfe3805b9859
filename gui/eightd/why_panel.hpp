#pragma once

#include <functional>
#include <optional>
#include <wx/panel.h>

#include "gui/viewmodels/discipline.hpp"
#include "gui/viewmodels/translator.hpp"

class wxButton;
class wxCheckBox;
class wxTextCtrl;
class wxStaticText;

namespace octad::gui {

class ChartPanel;
class WhyTreeList;

/// D4: the why-trees of the causes, as a native tree to edit and as the drawing that the report shows.
class WhyPanel final : public wxPanel {
 public:
  WhyPanel(wxWindow* parent, viewmodels::DisciplineViewModel& discipline, std::string problem,
           const viewmodels::Translator& text);

  /// The cause chosen in the table of causes; new whys go there.
  void setCause(model::CauseId cause);
  /// Shows the whys anew (loaded, or a cause changed).
  void refresh();
  void setReadOnly(bool readOnly);
  void jump();

  std::function<void()> onEdit;
  std::function<void()> onHeight;  ///< the drawing needs more room

 private:
  wxSizer* buildLeft();
  void findChosen();
  void fillTree();
  void drawTree();
  void showStep();
  void typed();
  void add();
  void branchOff();
  void chooseNew(model::WhyStepId step);
  void markRootCause();
  void remove();

  viewmodels::DisciplineViewModel& m_discipline;
  std::string m_problem;
  const viewmodels::Translator& m_text;
  model::CauseId m_cause;
  std::optional<model::WhyStepId> m_step;  ///< none: the cause itself is chosen
  bool m_readOnly = false;
  WhyTreeList* m_tree = nullptr;
  wxTextCtrl* m_answer = nullptr;
  wxTextCtrl* m_evidence = nullptr;
  wxCheckBox* m_rootCause = nullptr;
  wxButton* m_add = nullptr;
  wxButton* m_branch = nullptr;
  wxButton* m_remove = nullptr;
  ChartPanel* m_chart = nullptr;
};

}  // namespace octad::gui
