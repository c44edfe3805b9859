#include "gui/returns/return_header.hpp"

#include <map>
#include <wx/button.h>
#include <wx/hyperlink.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/widgets/chip.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using viewmodels::ReturnActionId;

namespace {
constexpr double kSubjectChars = 24;
constexpr std::size_t kMostCases = 4;  ///< more are in the list of lines
}  // namespace

ReturnHeaderPanel::ReturnHeaderPanel(wxWindow* parent, const viewmodels::Translator& text)
    : wxPanel(parent), m_text(text) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  const int side = gap(this, Gap::group);
  outer->Add(buildFirstRow(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, side));
  outer->AddSpacer(gap(this, Gap::inside));
  outer->Add(buildSecondRow(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, side));
  outer->AddSpacer(gap(this, Gap::field));
  SetSizer(outer);
}

wxSizer* ReturnHeaderPanel::buildFirstRow() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  auto* back = makeButton(this, m_text(tr("‹ Returned goods")), [this] { onBack(); });
  back->SetToolTip(toWx(m_text(tr("Back to the list (Esc)"))));
  row->Add(back, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_number = makeTitle(this, {});
  row->Add(m_number, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_subject = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  m_subject->SetMinSize({chars(this, kSubjectChars), -1});
  row->Add(m_subject, wxSizerFlags(1).CentreVertical());
  m_documents = makeButton(this, m_text(tr("&Documents…")), [this] { onDocuments(); });
  m_more = makeButton(this, m_text(tr("&More ▾")), [this] { showMenu(); });
  m_primary = makeButton(this, {}, [this] { onNext(); });
  for (auto* button : {m_documents, m_more, m_primary})
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  return row;
}

wxSizer* ReturnHeaderPanel::buildSecondRow() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_state = new Chip(this, {"○", "", viewmodels::Tone::neutral}, m_text);
  m_rma = makeMuted(this, {});
  m_turn = makeText(this, {});
  m_due = makeText(this, {});
  row->Add(m_state, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  for (auto* label : {m_turn, m_due, m_rma})
    row->Add(label, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  row->AddStretchSpacer();
  m_cases = new wxBoxSizer(wxHORIZONTAL);
  row->Add(m_cases, wxSizerFlags().CentreVertical());
  return row;
}

void ReturnHeaderPanel::showCases(const std::vector<viewmodels::ReturnCaseLink>& cases) {
  m_cases->Clear(true);
  if (cases.empty()) return;
  m_cases->Add(makeMuted(this, m_text(cases.size() == 1 ? tr("Case") : tr("Cases"))),
               wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::inside)));
  for (std::size_t at = 0; at < cases.size() && at < kMostCases; ++at) {
    auto* link = new wxHyperlinkCtrl(this, wxID_ANY, toWx(cases[at].number), "case", wxDefaultPosition,
                                     wxDefaultSize, wxHL_ALIGN_LEFT | wxNO_BORDER);
    link->SetToolTip(toWx(cases[at].title));
    link->SetName(toWx("case-" + cases[at].number));
    link->Bind(wxEVT_HYPERLINK, [this, id = cases[at].id](wxHyperlinkEvent&) { onCase(id); });
    m_cases->Add(link, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::inside)));
  }
}

void ReturnHeaderPanel::show(const viewmodels::ReturnHeader& header,
                             const std::vector<viewmodels::ReturnCaseLink>& cases,
                             const std::vector<viewmodels::ReturnAction>& actions,
                             const std::optional<viewmodels::NextStep>& next, bool canPrint) {
  m_actions = actions;
  setText(m_number, header.number);
  setText(m_subject, header.customer + " · " + header.about);
  m_subject->SetToolTip(toWx(header.customer + "\n" + header.about));
  m_state->setLook(header.state, m_text);
  setText(m_rma, header.rmaNumber.empty() ? std::string() : "RMA " + header.rmaNumber);
  setText(m_turn, m_text(header.turn));
  std::string due = header.due.id.empty() ? std::string() : m_text(header.due);
  if (header.overdue) due = "⚠ " + due;
  m_due->SetForegroundColour(header.overdue ? coloursOf(viewmodels::Tone::late).text : wxColour());
  m_due->SetFont(header.overdue ? GetFont().Bold() : GetFont());
  setText(m_due, due);
  showCases(cases);
  m_documents->Show(canPrint);
  m_primary->Show(next.has_value());
  if (next) {
    const auto& action = viewmodels::actionOf(actions, next->id);
    m_primary->SetLabel(toWx(m_text(next->label)));
    m_primary->Enable(action.enabled());
    m_primary->SetToolTip(toWx(action.whyNot ? m_text(*action.whyNot) : std::string()));
    m_primary->SetDefault();
  }
  Layout();
  // GTK measures a large bold text right only once its style was applied, which is after it was shown.
  CallAfter([this] {
    m_number->InvalidateBestSize();
    Layout();
  });
}

void ReturnHeaderPanel::showMenu() {
  wxMenu menu;
  std::map<int, ReturnActionId> ids;
  bool dangerous = false;
  for (const bool wanted : {false, true})
    for (const auto& action : m_actions) {
      if (action.dangerous != wanted) continue;
      if (wanted && !dangerous) menu.AppendSeparator();
      dangerous = wanted;
      std::string label = m_text(action.label);
      // A disabled entry says why; a tool tip would not be shown on it.
      if (action.whyNot) label += "   – " + m_text(*action.whyNot);
      auto* item = menu.Append(wxID_ANY, toWx(label));
      item->Enable(action.enabled());
      ids[item->GetId()] = action.id;
    }
  const int chosen =
      GetPopupMenuSelectionFromUser(menu, m_more->GetPosition() + wxPoint(0, m_more->GetSize().y));
  if (const auto found = ids.find(chosen); found != ids.end()) onAction(found->second);
}

}  // namespace octad::gui
