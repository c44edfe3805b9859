#include "gui/widgets/path_drop.hpp"

#include "gui/widgets/text.hpp"

namespace octad::gui {

bool PathDrop::OnDropFiles(wxCoord, wxCoord, const wxArrayString& paths) {
  std::vector<std::string> taken;
  for (const auto& path : paths) taken.push_back(fromWx(path));
  return m_taker(taken);
}

}  // namespace octad::gui
