#pragma once

#include <vector>

#include "gui/cases/case_tab.hpp"
#include "gui/viewmodels/case_returns.hpp"

class wxButton;
class wxStaticText;
class wxSizer;

namespace octad::gui {

class SamplesPanel;
class TextTable;

/// Returned goods of the case: its lines with the balance of the chosen one, and its samples below. What is
/// done with the pieces is done on the page of the return, one key away.
class ReturnsTab final : public CaseTabPanel {
 public:
  ReturnsTab(wxWindow* parent, CaseTabHost& host);
  void refresh() override;
  void jump(const viewmodels::JumpTarget& target) override;

 private:
  wxSizer* buildHead();
  TextTable* makeList();
  const viewmodels::CaseReturnRow* chosen() const;
  void showChosen();
  void open();
  void handOver();

  std::vector<viewmodels::CaseReturnRow> m_rows;
  TextTable* m_list = nullptr;
  wxStaticText* m_totals = nullptr;
  wxStaticText* m_empty = nullptr;
  wxStaticText* m_hold = nullptr;
  wxStaticText* m_balance = nullptr;
  wxButton* m_open = nullptr;
  wxButton* m_continue = nullptr;
  wxButton* m_announce = nullptr;
  SamplesPanel* m_samples = nullptr;
};

}  // namespace octad::gui
