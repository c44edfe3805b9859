#include "gui/returns/return_history_tab.hpp"

#include <wx/sizer.h>

#include "gui/cases/history_view.hpp"

namespace octad::gui {

ReturnHistoryTab::ReturnHistoryTab(wxWindow* parent, ReturnTabHost& host)
    : ReturnTabPanel(parent, host), m_view(new HistoryView(this, text())) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(m_view, wxSizerFlags(1).Expand());
  SetSizer(outer);
  m_read = page().historyChanged.connect([this] { show(); });
  show();
  refresh();
}

void ReturnHistoryTab::refresh() {
  page().readHistory();
}

void ReturnHistoryTab::show() {
  m_view->show(page().history(), page().session().zone, {});
}

}  // namespace octad::gui
