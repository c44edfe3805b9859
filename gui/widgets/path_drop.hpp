#pragma once

#include <functional>
#include <string>
#include <vector>
#include <wx/dnd.h>

namespace octad::gui {

/// Takes the paths of files that are dropped on a window.
class PathDrop final : public wxFileDropTarget {
 public:
  using Taker = std::function<bool(const std::vector<std::string>&)>;  ///< false: not here, not now
  explicit PathDrop(Taker taker) : m_taker(std::move(taker)) {}
  bool OnDropFiles(wxCoord x, wxCoord y, const wxArrayString& paths) override;

 private:
  Taker m_taker;
};

}  // namespace octad::gui
