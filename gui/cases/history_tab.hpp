#pragma once

#include <vector>

#include "gui/cases/case_tab.hpp"

class wxCheckBox;
class wxStaticText;

namespace octad::gui {

class TextTable;

/// What happened to the case, in plain words, newest first; what exactly changed below.
class HistoryTab final : public CaseTabPanel {
 public:
  HistoryTab(wxWindow* parent, CaseTabHost& host);
  void refresh() override;

 private:
  void showChanges();

  TextTable* m_events = nullptr;
  TextTable* m_changes = nullptr;
  wxCheckBox* m_derived = nullptr;
  wxStaticText* m_trail = nullptr;  ///< what checking the trail found
};

}  // namespace octad::gui
