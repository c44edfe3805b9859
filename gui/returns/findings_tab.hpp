#pragma once

#include <vector>

#include "gui/returns/return_tab.hpp"
#include "gui/viewmodels/return_findings.hpp"

class wxButton;
class wxStaticText;
class wxSizer;

namespace octad::gui {

class TextTable;

/// What was found of each line, what was seen, what becomes of confirmed pieces without a case, and the NTF
/// process.
class FindingsTab final : public ReturnTabPanel {
 public:
  FindingsTab(wxWindow* parent, ReturnTabHost& host);
  void refresh() override;
  void jump(const viewmodels::ReturnJump& target) override;

 private:
  wxSizer* makeTallies();
  wxSizer* makeDecisions();
  const viewmodels::FindingRow* chosen() const;
  void showChosen();
  void decide(model::ConfirmedDecision decision);

  std::vector<viewmodels::FindingRow> m_rows;
  TextTable* m_findings = nullptr;
  TextTable* m_phenomena = nullptr;
  wxStaticText* m_noPhenomena = nullptr;
  TextTable* m_decisions = nullptr;
  wxStaticText* m_noDecisions = nullptr;
  wxStaticText* m_what = nullptr;
  wxStaticText* m_ntf = nullptr;
  wxButton* m_openCase = nullptr;
  wxButton* m_attach = nullptr;
  wxButton* m_newCase = nullptr;
  wxButton* m_below = nullptr;
  wxButton* m_dossier = nullptr;
};

}  // namespace octad::gui
