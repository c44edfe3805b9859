#pragma once

#include <boost/signals2/connection.hpp>

#include "gui/returns/return_tab.hpp"

namespace octad::gui {

class HistoryView;

/// What happened to the return, in plain words, newest first; what exactly changed below.
class ReturnHistoryTab final : public ReturnTabPanel {
 public:
  ReturnHistoryTab(wxWindow* parent, ReturnTabHost& host);
  void refresh() override;

 private:
  void show();

  HistoryView* m_view;
  boost::signals2::scoped_connection m_read;
};

}  // namespace octad::gui
