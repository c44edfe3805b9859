#include "gui/cases/case_header.hpp"

#include <wx/button.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/tglbtn.h>

#include "gui/widgets/chip.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::CaseActionId;

namespace {
constexpr double kSubjectChars = 24;
}

CaseHeaderPanel::CaseHeaderPanel(wxWindow* parent, const viewmodels::Translator& text)
    : wxPanel(parent), m_text(text) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  const int side = gap(this, Gap::group);
  outer->Add(buildFirstRow(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, side));
  auto* facts = buildSecondRow();
  outer->AddSpacer(gap(this, Gap::inside));
  outer->Add(facts, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, side));
  outer->AddSpacer(gap(this, Gap::field));
  m_whyText = makeMuted(this, {});
  m_whyText->Hide();
  outer->Add(m_whyText, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, side));
  SetSizer(outer);
}

wxSizer* CaseHeaderPanel::buildFirstRow() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  auto* back = makeButton(this, m_text(tr("‹ Cases")), [this] { onBack(); });
  back->SetToolTip(toWx(m_text(tr("Back to the list (Esc)"))));
  row->Add(back, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_number = makeTitle(this, {});
  row->Add(m_number, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_subject = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  m_subject->SetMinSize({chars(this, kSubjectChars), -1});
  row->Add(m_subject, wxSizerFlags(1).CentreVertical());
  m_report = makeButton(this, m_text(tr("Rep&ort…")), [this] { onReport(); });
  m_more = makeButton(this, m_text(tr("&More ▾")), [this] { showMenu(); });
  m_primary = makeButton(this, {}, [this] {
    if (m_primaryId) onAction(*m_primaryId);
  });
  for (auto* button : {m_report, m_more, m_primary})
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  return row;
}

wxSizer* CaseHeaderPanel::buildSecondRow() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_class = new Chip(this, {"○", "", viewmodels::Tone::neutral}, m_text);
  m_why = new wxToggleButton(this, wxID_ANY, toWx(m_text(tr("Why?"))), wxDefaultPosition, wxDefaultSize,
                             wxBU_EXACTFIT | wxBORDER_NONE);
  m_why->SetToolTip(toWx(m_text(tr("Why this class?"))));
  m_why->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) {
    m_whyText->Show(m_why->GetValue());
    if (onResize) onResize();
  });
  m_state = new Chip(this, {"○", "", viewmodels::Tone::neutral}, m_text);
  m_turn = makeText(this, {});
  m_due = makeText(this, {});
  row->Add(m_class, wxSizerFlags().CentreVertical());
  row->Add(m_why, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::field)));
  row->Add(m_state, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  row->Add(m_turn, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  row->Add(m_due, wxSizerFlags(1).CentreVertical());
  return row;
}

void CaseHeaderPanel::show(const viewmodels::CaseHeader& header,
                           const std::vector<viewmodels::CaseAction>& actions,
                           std::optional<CaseActionId> primary, bool canReport) {
  m_actions = actions;
  m_primaryId = primary;
  setText(m_number, header.number);
  // GTK measures a large bold text right only once its style was applied, which is after it was shown.
  m_number->SetMinSize({m_number->GetTextExtent(m_number->GetLabel()).x, -1});
  std::string subject;
  for (const auto& piece :
       {header.customer, header.part, header.failure.empty() ? header.title : header.failure}) {
    if (piece.empty()) continue;
    if (!subject.empty()) subject += " · ";
    subject += piece;
  }
  setText(m_subject, subject);
  m_subject->SetToolTip(toWx(subject + "\n" + header.title));
  auto look = header.severity;
  m_class->setLook(look, m_text);
  m_class->SetToolTip(
      toWx(header.provisional ? m_text(tr("Provisional until the owner confirms it")) : std::string()));
  std::string why;
  for (const auto& sentence : header.why) {
    if (!why.empty()) why += '\n';
    why += m_text(sentence);
  }
  setText(m_whyText, why);
  m_state->setLook(header.state, m_text);
  setText(m_turn, m_text(header.turn));
  std::string due = header.due.id.empty() ? m_text(tr("Nothing is due")) : m_text(header.due);
  if (header.overdue) due = "⚠ " + due;
  m_due->SetForegroundColour(header.overdue ? coloursOf(viewmodels::Tone::late).text : wxColour());
  m_due->SetFont(header.overdue ? GetFont().Bold() : GetFont());
  setText(m_due, due);
  m_report->Show(canReport);
  m_primary->Show(primary.has_value());
  if (primary) {
    m_primary->SetLabel(toWx(m_text(viewmodels::actionOf(actions, *primary).label)));
    m_primary->SetDefault();
  }
  Layout();
}

void CaseHeaderPanel::showMenu() {
  wxMenu menu;
  std::map<int, CaseActionId> ids;
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
