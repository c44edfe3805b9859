#include "gui/cases/missing_list.hpp"

#include <wx/sizer.h>

#include "gui/widgets/point_list.hpp"

namespace octad::gui {

using model::tr;

MissingList::MissingList(wxWindow* parent, const viewmodels::Translator& text, Jump jump)
    : wxPanel(parent), m_text(text), m_jump(std::move(jump)), m_list(new PointList(this)) {
  auto* box = new wxBoxSizer(wxVERTICAL);
  box->Add(m_list, wxSizerFlags(1).Expand());
  SetSizer(box);
}

void MissingList::show(const std::string& heading, const std::vector<model::MissingPoint>& points,
                       const std::string& nothing) {
  std::vector<Point> items;
  for (const auto& point : points)
    items.push_back({m_text(point.text), [this, target = viewmodels::jumpTarget(point)] { m_jump(target); }});
  const std::size_t hidden = points.size() > m_list->most() ? points.size() - m_list->most() : 0;
  m_list->show(heading, items, m_text(tr("Go to the place where this is mended")), nothing,
               m_text(model::Message(tr("and {0} more"), {std::to_string(hidden)})));
  Layout();
  if (GetParent()) GetParent()->Layout();
}

}  // namespace octad::gui
