#include "gui/shell/places_panel.hpp"

#include <utility>
#include <wx/sizer.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

namespace {
constexpr double kLabelChars = 19;
constexpr double kCountChars = 7;
}  // namespace

PlacesPanel::PlacesPanel(wxWindow* parent, const std::string& accessibleName) : wxPanel(parent) {
  m_list = new RowList(this, accessibleName, {{{}, kLabelChars, false, false, true}, {{}, kCountChars, true}},
                       *this, RowListStyle{.header = false, .tallRows = true});
  m_list->onSelect = [this](long row) {
    if (row < 0 || row >= rowCount()) return;
    const Place& place = m_places[static_cast<std::size_t>(row)];
    if (place.heading || place.key == m_selected) return;
    // After the list has finished with the click: choosing may rebuild it.
    CallAfter([this, key = place.key] {
      if (onChoose) onChoose(key);
    });
  };
  auto* box = new wxBoxSizer(wxVERTICAL);
  box->Add(m_list, wxSizerFlags(1).Expand());
  SetSizer(box);
  SetMinSize({chars(this, kLabelChars + kCountChars + 3), -1});
}

void PlacesPanel::show(std::vector<Place> places, const std::string& selectedKey) {
  m_places = std::move(places);
  m_selected = selectedKey;
  long row = -1;
  for (std::size_t at = 0; at < m_places.size(); ++at)
    if (m_places[at].key == selectedKey && !m_places[at].heading) row = static_cast<long>(at);
  m_list->reload(row);
}

void PlacesPanel::focusList() {
  m_list->SetFocus();
}

std::string PlacesPanel::cell(long row, int column) const {
  const Place& place = m_places[static_cast<std::size_t>(row)];
  return column == 0 ? place.label : place.count;
}

RowStyle PlacesPanel::style(long row, int column) const {
  const Place& place = m_places[static_cast<std::size_t>(row)];
  if (place.heading || column == 1) return {std::nullopt, false, true};
  return {};
}

}  // namespace octad::gui
