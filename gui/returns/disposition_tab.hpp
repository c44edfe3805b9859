#pragma once

#include "gui/returns/return_tab.hpp"

class wxButton;
class wxStaticText;
class wxSizer;

namespace octad::gui {

class TextTable;

/// What was decided on the pieces and what became of them, the customer's authorisation, and the costs.
class DispositionTab final : public ReturnTabPanel {
 public:
  DispositionTab(wxWindow* parent, ReturnTabHost& host);
  void refresh() override;

 private:
  wxSizer* makeAuthorisation();
  wxSizer* makeCosts();
  void attach(model::ReturnPaper paper);

  TextTable* m_dispositions = nullptr;
  wxStaticText* m_none = nullptr;
  wxStaticText* m_authorisation = nullptr;
  wxButton* m_attach = nullptr;
  wxButton* m_certificate = nullptr;
  TextTable* m_costs = nullptr;
  wxStaticText* m_totals = nullptr;
  wxButton* m_book = nullptr;
};

}  // namespace octad::gui
