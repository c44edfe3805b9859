#pragma once

#include <vector>

#include "gui/returns/return_tab.hpp"
#include "gui/viewmodels/return_ledger.hpp"

class wxButton;
class wxStaticText;
class wxSizer;

namespace octad::gui {

class MovePanel;
class TextTable;

/// The quantity ledger: lines, where the pieces of the chosen one are, the form that moves them, and every
/// movement.
class PiecesTab final : public ReturnTabPanel {
 public:
  PiecesTab(wxWindow* parent, ReturnTabHost& host);
  void refresh() override;
  void jump(const viewmodels::ReturnJump& target) override;
  void submit() override;
  bool unsaved() const override;

  /// Goes to the form with these pieces, on that way.
  void offer(const viewmodels::PiecesAt& kind, model::ReturnPlace to);

 private:
  TextTable* makeLines();
  wxSizer* makeMiddle();
  wxSizer* makeMovements();
  model::ReturnLineId chosenLine() const;
  void chooseLine(model::ReturnLineId line);
  void showLine();
  void showMovements();
  void placeChosen();
  void takeBack();

  std::vector<viewmodels::PiecesAt> m_pieces;
  std::vector<viewmodels::MovementRow> m_rows;
  wxScrolledWindow* m_area = nullptr;
  TextTable* m_lines = nullptr;
  wxStaticText* m_equations = nullptr;
  TextTable* m_places = nullptr;
  MovePanel* m_move = nullptr;
  TextTable* m_movements = nullptr;
  wxButton* m_takeBack = nullptr;
};

}  // namespace octad::gui
