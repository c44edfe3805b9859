#include "gui/widgets/chart_panel.hpp"

#include <cmath>
#include <memory>
#include <utility>
#include <wx/dcclient.h>
#include <wx/graphics.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

namespace {

constexpr double kPixelsPerPoint = 96.0 / 72.0;

/// Pixels a point takes: by the font, so that drawings grow with the text size.
double scaleOf(const wxWindow* window) {
  constexpr double kUsualCharHeight = 17.0;
  return kPixelsPerPoint * std::max(1.0, window->GetCharHeight() / kUsualCharHeight);
}

}  // namespace

ChartPanel::ChartPanel(wxWindow* parent)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
              wxFULL_REPAINT_ON_RESIZE | wxTAB_TRAVERSAL) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetMinSize(smallest());
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    fitLater();
  });
}

void ChartPanel::setDrawing(Draw draw, const std::string& description, std::function<double(double)> height) {
  m_draw = std::move(draw);
  m_height = std::move(height);
  setAccessibleName(this, description);
  m_fittedWidth = -1;
  SetMinSize(smallest());
  fitLater();
  Refresh();
}

wxSize ChartPanel::smallest() const {
  constexpr double kSmallestChars = 30;
  constexpr double kSmallestLines = 9;
  return {chars(this, kSmallestChars), lines(this, kSmallestLines)};
}

/// A page that is laid out passes several widths; measuring a drawing is worth it for the last one only.
void ChartPanel::fitLater() {
  if (m_fitting) return;
  m_fitting = true;
  CallAfter([this] {
    m_fitting = false;
    const int width = GetClientSize().x;
    if (std::exchange(m_seenWidth, width) != width)
      fitLater();  // it may still change
    else
      fitHeight();
  });
}

void ChartPanel::fitHeight() {
  const int width = GetClientSize().x;
  if (!m_height || width < smallest().x || width == m_fittedWidth) return;
  m_fittedWidth = width;
  const double scale = scaleOf(this);
  const int wanted =
      static_cast<int>(std::ceil(m_height(width / scale) * scale)) + 2 * gap(this, Gap::inside);
  // Only grows: a scroll bar that comes and goes would make it swing between two heights otherwise.
  if (wanted <= GetMinSize().y) return;
  SetMinSize({GetMinSize().x, wanted});
  if (onHeight) onHeight();
}

void ChartPanel::paint() {
  wxPaintDC dc(this);
  dc.SetBackground(*wxWHITE_BRUSH);
  dc.Clear();
  if (!m_draw) return;
  const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create(dc));
  if (!graphics) return;
  const double scale = scaleOf(this);
  const double margin = gap(this, Gap::inside);
  const wxSize size = GetClientSize();
  graphics->Translate(margin, margin);
  graphics->Scale(scale, scale);
  m_draw(static_cast<cairo_t*>(graphics->GetNativeContext()), (size.x - 2 * margin) / scale,
         (size.y - 2 * margin) / scale);
}

}  // namespace octad::gui
