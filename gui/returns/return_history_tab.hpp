#pragma once

#include "gui/returns/return_tab.hpp"

namespace octad::gui {

class HistoryView;

/// What happened to the return, in plain words, newest first; what exactly changed below.
class ReturnHistoryTab final : public ReturnTabPanel {
 public:
  ReturnHistoryTab(wxWindow* parent, ReturnTabHost& host);
  void refresh() override;

 private:
  HistoryView* m_view;
};

}  // namespace octad::gui
