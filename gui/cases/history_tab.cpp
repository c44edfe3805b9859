#include "gui/cases/history_tab.hpp"

#include <wx/sizer.h>

#include "gui/cases/history_view.hpp"

namespace octad::gui {

using model::tr;

HistoryTab::HistoryTab(wxWindow* parent, CaseTabHost& host)
    : CaseTabPanel(parent, host), m_view(new HistoryView(this, text())) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(m_view, wxSizerFlags(1).Expand());
  SetSizer(outer);
  refresh();
}

void HistoryTab::refresh() {
  std::string verdict;
  if (page().trail())
    verdict = text()(page().trail()->faults.empty() ? page().trailVerdict()
                                                    : model::Message(tr("Audit trail altered")));
  m_view->show(page().history(), page().session().zone, verdict);
  Layout();
}

}  // namespace octad::gui
