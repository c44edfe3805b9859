#include "gui/widgets/point_list.hpp"

#include <algorithm>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

PointList::PointList(wxWindow* parent, std::size_t most) : wxPanel(parent), m_most(most) {
  SetSizer(new wxBoxSizer(wxVERTICAL));
}

void PointList::show(const std::string& heading, const std::vector<Point>& points, const std::string& hint,
                     const std::string& nothing, const std::string& more) {
  auto* sizer = GetSizer();
  sizer->Clear(true);
  if (points.empty()) {
    auto* done = makeText(this, "✓ " + nothing);
    done->SetForegroundColour(coloursOf(viewmodels::Tone::good).text);
    sizer->Add(done);
  } else {
    sizer->Add(makeSection(this, heading));
    auto* items = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    for (std::size_t index = 0; index < std::min(points.size(), m_most); ++index)
      addPoint(items, points[index], hint);
    if (points.size() > m_most) items->Add(makeMuted(this, more), wxSizerFlags().CentreVertical());
    sizer->Add(items, wxSizerFlags().Expand());
  }
  Layout();
  if (GetParent()) GetParent()->Layout();
}

void PointList::addPoint(wxSizer* items, const Point& point, const std::string& hint) {
  auto* item = new wxButton(this, wxID_ANY, toWx("⚠ " + point.sentence), wxDefaultPosition, wxDefaultSize,
                            wxBORDER_NONE | wxBU_LEFT | wxBU_EXACTFIT);
  item->SetForegroundColour(coloursOf(viewmodels::Tone::warning).text);
  item->SetToolTip(toWx(hint));
  setAccessibleName(item, point.sentence);
  // What it leads to may make this list anew: not while its own button is handling the click.
  item->Bind(wxEVT_BUTTON, [this, go = point.go](wxCommandEvent&) { CallAfter(go); });
  items->Add(item, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
}

}  // namespace octad::gui
