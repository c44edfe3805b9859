#include "gui/cases/picture_canvas.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <wx/dcclient.h>
#include <wx/graphics.h>
#include <wx/image.h>
#include <wx/settings.h>

#include "gui/widgets/layout.hpp"
#include "reports/charts/picture_marks.hpp"

namespace octad::gui {

using model::MarkShape;
using model::PictureMark;

namespace {

constexpr int kEdge = 10000;  ///< places of marks are in ten-thousandths
constexpr double kPenPixels = 1.4;

int part(int at, int from, int length) {
  return std::clamp(static_cast<int>(static_cast<long long>(at - from) * kEdge / std::max(1, length)), 0,
                    kEdge);
}

}  // namespace

PictureCanvas::PictureCanvas(wxWindow* parent, const wxImage& picture)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxFULL_REPAINT_ON_RESIZE),
      m_picture(picture) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetMinSize({chars(this, 50), lines(this, 18)});
  SetCursor(wxCursor(wxCURSOR_CROSS));
  SetName("picture");
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
    m_begin = m_end = event.GetPosition();
    CaptureMouse();
  });
  Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
    if (!m_begin) return;
    m_end = event.GetPosition();
    Refresh();
  });
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
    if (!m_begin) return;
    const auto drawn = markTo(event.GetPosition());
    m_begin.reset();
    if (HasCapture()) ReleaseMouse();
    if (onDrawn) onDrawn(drawn);
    Refresh();
  });
  Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) {
    m_begin.reset();
    Refresh();
  });
}

void PictureCanvas::show(std::vector<PictureMark> marks, int chosen) {
  m_marks = std::move(marks);
  m_chosen = chosen;
  Refresh();
}

PictureCanvas::Frame PictureCanvas::frame() const {
  const wxSize room = GetClientSize();
  const double factor = std::min(static_cast<double>(room.x) / m_picture.GetWidth(),
                                 static_cast<double>(room.y) / m_picture.GetHeight());
  Frame place;
  place.width = std::max(1, static_cast<int>(m_picture.GetWidth() * factor));
  place.height = std::max(1, static_cast<int>(m_picture.GetHeight() * factor));
  place.x = (room.x - place.width) / 2;
  place.y = (room.y - place.height) / 2;
  return place;
}

PictureMark PictureCanvas::markTo(const wxPoint& end) const {
  const Frame place = frame();
  PictureMark mark;
  mark.shape = shape;
  mark.x1 = part(m_begin->x, place.x, place.width);
  mark.y1 = part(m_begin->y, place.y, place.height);
  mark.x2 = part(end.x, place.x, place.width);
  mark.y2 = part(end.y, place.y, place.height);
  return mark;
}

void PictureCanvas::paint() {
  wxPaintDC dc(this);
  dc.SetBackground(wxBrush(GetBackgroundColour()));
  dc.Clear();
  const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create(dc));
  if (!graphics) return;
  const Frame place = frame();
  graphics->DrawBitmap(m_picture, place.x, place.y, place.width, place.height);
  graphics->Translate(place.x, place.y);
  auto shown = m_marks;
  if (m_begin) shown.push_back(markTo(m_end));
  auto* cairo = static_cast<cairo_t*>(graphics->GetNativeContext());
  reports::drawMarks(cairo, place.width, place.height, shown, kPenPixels);
  if (m_chosen < 0 || m_chosen >= static_cast<int>(m_marks.size())) return;
  // The chosen one is framed, so that it is known which one a key moves.
  const auto& mark = m_marks[static_cast<std::size_t>(m_chosen)];
  const auto x = [&](int at) { return static_cast<double>(at) * place.width / kEdge; };
  const auto y = [&](int at) { return static_cast<double>(at) * place.height / kEdge; };
  const double margin = gap(this, Gap::inside);
  graphics->SetPen(wxPen(wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT), 1, wxPENSTYLE_SHORT_DASH));
  graphics->SetBrush(*wxTRANSPARENT_BRUSH);
  graphics->DrawRectangle(
      std::min(x(mark.x1), x(mark.x2)) - margin, std::min(y(mark.y1), y(mark.y2)) - margin,
      std::abs(x(mark.x2) - x(mark.x1)) + 2 * margin, std::abs(y(mark.y2) - y(mark.y1)) + 2 * margin);
}

}  // namespace octad::gui
