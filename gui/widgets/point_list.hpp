#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxSizer;

namespace octad::gui {

/// One thing that is missing, and what a click on it does.
struct Point {
  std::string sentence;
  std::function<void()> go;
};

/// What is missing, as links in a row that wraps; more than `most` are only counted.
class PointList final : public wxPanel {
 public:
  explicit PointList(wxWindow* parent, std::size_t most = 6);
  /// `heading` stands before the points, `hint` is the tool tip of each; `nothing` is said when there are
  /// none, `more` when some are not shown.
  void show(const std::string& heading, const std::vector<Point>& points, const std::string& hint,
            const std::string& nothing, const std::string& more);
  std::size_t most() const { return m_most; }

 private:
  void addPoint(wxSizer* items, const Point& point, const std::string& hint);

  std::size_t m_most;
};

}  // namespace octad::gui
