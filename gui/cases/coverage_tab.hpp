#pragma once

#include "gui/cases/case_tab.hpp"
#include "gui/widgets/row_list.hpp"
#include "model/eightd/coverage.hpp"

class wxButton;
class wxStaticText;

namespace octad::gui {

class MissingList;

/// Cause x action x evidence on one screen; what is missing is red and leads to where it is mended.
class CoverageTab final : public CaseTabPanel, private RowSource {
 public:
  CoverageTab(wxWindow* parent, CaseTabHost& host);
  void refresh() override;
  void jump(const viewmodels::JumpTarget& target) override;

 private:
  long rowCount() const override { return static_cast<long>(m_coverage.rows.size()); }
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;

  wxSizer* buildHead();
  const model::CoverageRow* chosen() const;
  void showChosen();
  void mend();
  void lift();

  model::Coverage m_coverage;
  RowList* m_list = nullptr;
  wxStaticText* m_summary = nullptr;
  wxStaticText* m_details = nullptr;
  MissingList* m_missing = nullptr;
  MissingList* m_dates = nullptr;
  wxButton* m_lift = nullptr;
};

}  // namespace octad::gui
