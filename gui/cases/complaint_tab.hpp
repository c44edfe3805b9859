#pragma once

#include <map>
#include <string>
#include <vector>

#include "gui/cases/case_tab.hpp"

class wxButton;
class wxFlexGridSizer;
class wxScrolledWindow;
class wxStaticText;
class wxTextCtrl;

namespace octad::gui {

class MissingList;
class TextTable;

/// The complaint itself: facts, the customer's own words beside our statement, items, decisions, departments
/// and clocks.
class ComplaintTab final : public CaseTabPanel {
 public:
  ComplaintTab(wxWindow* parent, CaseTabHost& host);
  void refresh() override;

 private:
  void buildLeft(wxSizer* column);
  void buildRight(wxSizer* column);
  wxTextCtrl* addStatement(wxSizer* column, const char* label, const char* hint);
  wxSizer* heading(const char* title, const std::vector<viewmodels::CaseActionId>& actions);
  void addFact(wxFlexGridSizer* grid, const std::string& key, const char* label);
  void showFacts();
  void showTables();
  void showClocks();
  void showClockWhy();
  void showWaiting();
  void showWhoseTime();
  void showButtons();

  wxScrolledWindow* m_body;
  std::map<std::string, wxStaticText*> m_facts;
  std::multimap<viewmodels::CaseActionId, wxButton*> m_buttons;
  wxTextCtrl* m_verbatim = nullptr;
  wxTextCtrl* m_statement = nullptr;
  wxTextCtrl* m_statementCustomer = nullptr;
  TextTable* m_items = nullptr;
  TextTable* m_decisions = nullptr;
  TextTable* m_assignments = nullptr;
  TextTable* m_clocks = nullptr;
  wxStaticText* m_clockWhy = nullptr;
  TextTable* m_samples = nullptr;
  TextTable* m_whose = nullptr;
  wxStaticText* m_whoseSum = nullptr;
  wxStaticText* m_siblings = nullptr;
  MissingList* m_missing = nullptr;
};

}  // namespace octad::gui
