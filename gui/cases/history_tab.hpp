#pragma once

#include "gui/cases/case_tab.hpp"

namespace octad::gui {

class HistoryView;

/// What happened to the case, in plain words, newest first; what exactly changed below.
class HistoryTab final : public CaseTabPanel {
 public:
  HistoryTab(wxWindow* parent, CaseTabHost& host);
  void refresh() override;

 private:
  HistoryView* m_view;
};

}  // namespace octad::gui
