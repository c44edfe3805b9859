#include "gui/shell/status_panel.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

StatusPanel::StatusPanel(wxWindow* parent)
    : wxPanel(parent),
      m_database(makeMuted(this, {})),
      m_person(makeMuted(this, {})),
      m_counts(makeMuted(this, {})),
      m_notice(makeMuted(this, {})) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto flags = wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, gap(this, Gap::field));
  row->Add(m_database, flags);
  row->Add(m_person, flags);
  row->AddStretchSpacer();
  row->Add(m_counts, flags);
  row->Add(m_notice, flags);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(makeLine(this), wxSizerFlags().Expand());
  outer->Add(row, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, gap(this, Gap::inside)));
  SetSizer(outer);
}

void StatusPanel::setDatabase(const std::string& text) {
  setText(m_database, text);
}

void StatusPanel::setPerson(const std::string& text) {
  setText(m_person, text);
}

void StatusPanel::setCounts(const std::string& text) {
  setText(m_counts, text);
}

void StatusPanel::setNotice(const std::string& text) {
  setText(m_notice, text);
}

}  // namespace octad::gui
