#pragma once

#include <functional>
#include <string>
#include <wx/panel.h>

using cairo_t = struct _cairo;

namespace octad::gui {

/// A drawing of the reports on the screen, on white paper in both themes. What it shows stands beside it as a
/// native list or tree; its description goes to assistive technology.
class ChartPanel final : public wxPanel {
 public:
  using Draw = std::function<void(cairo_t*, double width, double height)>;

  explicit ChartPanel(wxWindow* parent);
  /// `height` gives the height in points the drawing wants for a width; null: fills the panel.
  void setDrawing(Draw draw, const std::string& description, std::function<double(double)> height = {});

  /// The drawing needs more height than it had: the page has to be laid out again.
  std::function<void()> onHeight;

 private:
  void paint();
  wxSize smallest() const;
  void fitLater();
  void fitHeight();

  Draw m_draw;
  std::function<double(double)> m_height;
  bool m_fitting = false;  ///< the height will be asked for
  int m_seenWidth = -1;
  int m_fittedWidth = -1;  ///< the width that the height was asked for
};

}  // namespace octad::gui
