#include "gui/cases/missing_list.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::tr;

namespace {
constexpr std::size_t kMostItems = 6;
}

MissingList::MissingList(wxWindow* parent, const viewmodels::Translator& text, Jump jump)
    : wxPanel(parent), m_text(text), m_jump(std::move(jump)) {
  SetSizer(new wxBoxSizer(wxVERTICAL));
}

void MissingList::show(const std::string& heading, const std::vector<model::MissingPoint>& points,
                       const std::string& nothing) {
  auto* sizer = GetSizer();
  sizer->Clear(true);
  if (points.empty()) {
    auto* done = makeText(this, "✓ " + nothing);
    done->SetForegroundColour(coloursOf(viewmodels::Tone::good).text);
    sizer->Add(done);
  } else {
    sizer->Add(makeSection(this, heading));
    auto* items = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    for (std::size_t index = 0; index < std::min(points.size(), kMostItems); ++index)
      addItem(items, points[index]);
    if (points.size() > kMostItems)
      items->Add(makeMuted(this, m_text(model::Message(tr("and {0} more"),
                                                       {std::to_string(points.size() - kMostItems)}))),
                 wxSizerFlags().CentreVertical());
    sizer->Add(items, wxSizerFlags().Expand());
  }
  Layout();
  if (GetParent()) GetParent()->Layout();
}

void MissingList::addItem(wxSizer* items, const model::MissingPoint& point) {
  const std::string sentence = m_text(point.text);
  auto* item = new wxButton(this, wxID_ANY, toWx("⚠ " + sentence), wxDefaultPosition, wxDefaultSize,
                            wxBORDER_NONE | wxBU_LEFT | wxBU_EXACTFIT);
  item->SetForegroundColour(coloursOf(viewmodels::Tone::warning).text);
  item->SetToolTip(toWx(m_text(tr("Go to the place where this is mended"))));
  setAccessibleName(item, sentence);
  item->Bind(wxEVT_BUTTON,
             [this, target = viewmodels::jumpTarget(point)](wxCommandEvent&) { m_jump(target); });
  items->Add(item, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
}

}  // namespace octad::gui
