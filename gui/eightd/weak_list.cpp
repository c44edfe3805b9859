#include "gui/eightd/weak_list.hpp"

#include <algorithm>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {

/// More would take the room of what they are about.
constexpr std::size_t kMost = 2;

}  // namespace

WeakList::WeakList(wxWindow* parent, const viewmodels::Translator& text, Jump jump, LetPass letPass)
    : wxPanel(parent), m_text(text), m_jump(std::move(jump)), m_letPass(std::move(letPass)) {
  SetName("weak_answers");
  SetSizer(new wxBoxSizer(wxVERTICAL));
  Hide();
}

bool WeakList::show(const std::vector<viewmodels::WeakPoint>& points) {
  std::vector<std::string> shown;
  for (const auto& point : points) {
    shown.push_back(point.answer + '\n' + point.question + '\n' + point.target.table + '\n' +
                    std::to_string(point.target.rowId));
  }
  if (shown == m_shown) return false;
  const bool sameHeight = std::min(shown.size(), kMost + 1) == std::min(m_shown.size(), kMost + 1);
  m_shown = std::move(shown);
  auto* sizer = GetSizer();
  sizer->Clear(true);
  Show(!points.empty());
  if (!points.empty()) {
    sizer->Add(makeSection(this, m_text(tr("Weak points"))));
    auto* rows = new wxFlexGridSizer(3, 0, gap(this, Gap::field));
    rows->AddGrowableCol(1);
    for (std::size_t i = 0; i < std::min(points.size(), kMost); ++i) addPoint(rows, points[i]);
    sizer->Add(rows, wxSizerFlags().Expand());
    if (points.size() > kMost)
      sizer->Add(makeMuted(
          this, m_text(model::Message(tr("and {0} more"), {std::to_string(points.size() - kMost)}))));
  }
  Layout();
  return !sameHeight;
}

void WeakList::addPoint(wxSizer* rows, const viewmodels::WeakPoint& point) {
  auto* answer = new wxButton(this, wxID_ANY, toWx("“" + point.answer + "”"), wxDefaultPosition,
                              wxDefaultSize, wxBORDER_NONE | wxBU_LEFT | wxBU_EXACTFIT);
  answer->SetToolTip(toWx(m_text(tr("Go to the place where this is mended"))));
  setAccessibleName(answer, point.answer + ": " + point.reason + " " + point.question);
  // What it leads to may make this list anew: not while its own button is handling the click.
  answer->Bind(wxEVT_BUTTON, [this, target = point.target](wxCommandEvent&) {
    CallAfter([this, target] { m_jump(target); });
  });
  rows->Add(answer, wxSizerFlags().CentreVertical());
  auto* words = new wxStaticText(this, wxID_ANY, toWx(point.question), wxDefaultPosition, wxDefaultSize,
                                 wxST_ELLIPSIZE_END);
  words->SetMinSize({chars(this, 20), -1});
  words->SetToolTip(toWx(point.reason + "\n" + point.question));
  rows->Add(words, wxSizerFlags(1).Expand().CentreVertical());
  auto* pass = new wxButton(this, wxID_ANY, toWx(m_text(tr("Let pass…"))), wxDefaultPosition, wxDefaultSize,
                            wxBORDER_NONE | wxBU_EXACTFIT);
  pass->SetToolTip(toWx(m_text(tr("The answer is good as it is: say why"))));
  pass->Bind(wxEVT_BUTTON,
             [this, point](wxCommandEvent&) { CallAfter([this, point] { m_letPass(point); }); });
  pass->Show(!onMayPass || onMayPass());
  rows->Add(pass, wxSizerFlags().CentreVertical());
}

}  // namespace octad::gui
