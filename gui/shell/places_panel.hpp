#pragma once

#include <functional>
#include <string>
#include <vector>
#include <wx/panel.h>

#include "gui/widgets/row_list.hpp"

namespace octad::gui {

/// One line on the left: a place, or a page that is open.
struct Place {
  std::string key;
  std::string label;
  std::string count;     ///< right of the label; may be empty
  bool heading = false;  ///< a line that only names what follows
};

/// The places on the left, and below them the pages that are open.
class PlacesPanel final : public wxPanel, private RowSource {
 public:
  PlacesPanel(wxWindow* parent, const std::string& accessibleName);
  void show(std::vector<Place> places, const std::string& selectedKey);
  void focusList();

  std::function<void(const std::string& key)> onChoose;

 private:
  long rowCount() const override { return static_cast<long>(m_places.size()); }
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;

  std::vector<Place> m_places;
  std::string m_selected;
  RowList* m_list;
};

}  // namespace octad::gui
