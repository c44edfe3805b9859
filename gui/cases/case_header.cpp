#include "gui/cases/case_header.hpp"

#include <wx/button.h>
#include <wx/hyperlink.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/tglbtn.h>

#include "gui/widgets/action_button.hpp"
#include "gui/widgets/chip.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::CaseActionId;

namespace {
constexpr std::size_t kMostReturns = 2;  ///< more are in the tab
}  // namespace

CaseHeaderPanel::CaseHeaderPanel(wxWindow* parent, const viewmodels::Translator& text)
    : RecordHeader(parent, text, tr("‹ Cases"), tr("Rep&ort…")) {
  makeFacts();
  m_whyText = makeMuted(this, {});
  m_whyText->Hide();
  GetSizer()->Add(m_whyText,
                  wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::group)));
}

void CaseHeaderPanel::makeFacts() {
  m_class = new Chip(this, {"○", "", viewmodels::Tone::neutral}, m_text);
  m_why = new wxToggleButton(this, wxID_ANY, toWx(m_text(tr("Why?"))), wxDefaultPosition, wxDefaultSize,
                             wxBU_EXACTFIT | wxBORDER_NONE);
  m_why->SetToolTip(toWx(m_text(tr("Why this class?"))));
  m_why->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) {
    m_whyText->Show(m_why->GetValue());
    if (onResize) onResize();
  });
  m_state = new Chip(this, {"○", "", viewmodels::Tone::neutral}, m_text);
  m_challenge = new Chip(this, {"⚠", tr("Effect challenged"), viewmodels::Tone::late}, m_text);
  m_challenge->Hide();
  m_shared = new Chip(this, {"⇄", tr("Shared 8D"), viewmodels::Tone::neutral}, m_text);
  m_shared->Hide();
  m_others = new Chip(this, {"◉", "", viewmodels::Tone::general}, m_text);
  m_others->Hide();
  m_special = new Chip(this, {"★", "", viewmodels::Tone::warning}, m_text);
  m_special->Hide();
  m_turn = makeText(this, {});
  m_due = makeText(this, {});
  m_facts->Add(m_class, wxSizerFlags().CentreVertical());
  m_facts->Add(m_why, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::field)));
  m_facts->Add(m_state, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_facts->Add(m_shared, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_facts->Add(m_others, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_facts->Add(m_challenge, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_facts->Add(m_special, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_facts->Add(m_turn, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_facts->Add(m_due, wxSizerFlags(1).CentreVertical());
  m_returns = new wxBoxSizer(wxHORIZONTAL);
  m_facts->Add(m_returns, wxSizerFlags().CentreVertical());
}

void CaseHeaderPanel::showOthers(const std::vector<std::string>& names) {
  if (names.empty() && !m_others->IsShown()) return;
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
  m_others->setLook({"◉", m_text(model::Message(tr("Also open by {0}"), {all})), viewmodels::Tone::general},
                    m_text);
  m_others->SetToolTip(
      toWx(m_text(tr("They see what you save at once. Talk to each other before you write the same."))));
  m_others->Show(!names.empty());
  Layout();
}

void CaseHeaderPanel::showReturns(const std::vector<viewmodels::CaseReturnLink>& returns) {
  m_returns->Clear(true);
  if (returns.empty()) return;
  m_returns->Add(makeMuted(this, m_text(tr("Returned goods"))),
                 wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::inside)));
  for (std::size_t at = 0; at < returns.size() && at < kMostReturns; ++at) {
    auto* link = new wxHyperlinkCtrl(this, wxID_ANY, toWx(returns[at].number), "return", wxDefaultPosition,
                                     wxDefaultSize, wxHL_ALIGN_LEFT | wxNO_BORDER);
    link->SetName(toWx("return-" + returns[at].number));
    link->Bind(wxEVT_HYPERLINK, [this, id = returns[at].id](wxHyperlinkEvent&) { onReturn(id); });
    m_returns->Add(link, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::inside)));
  }
  Layout();
}

void CaseHeaderPanel::show(const viewmodels::CaseHeader& header,
                           const std::vector<viewmodels::CaseAction>& actions,
                           std::optional<CaseActionId> primary, bool canReport) {
  m_actions = actions;
  std::string subject;
  for (const auto& piece :
       {header.customer, header.part, header.failure.empty() ? header.title : header.failure}) {
    if (piece.empty()) continue;
    if (!subject.empty()) subject += " · ";
    subject += piece;
  }
  std::string hint = subject + "\n" + header.title;
  if (!header.firstContact.id.empty()) {
    subject += "   –   " + m_text(header.firstContact);
    hint += "\n" + m_text(header.firstContact) + "\n" +
            m_text(tr("Who took the complaint first; it stays so whoever handles it."));
  }
  showSubject(header.number, subject, hint);
  m_class->setLook(header.severity, m_text);
  m_class->SetToolTip(
      toWx(header.provisional ? m_text(tr("Provisional until the owner confirms it")) : std::string()));
  std::string why;
  for (const auto& sentence : header.why) {
    if (!why.empty()) why += '\n';
    why += m_text(sentence);
  }
  setText(m_whyText, why);
  m_state->setLook(header.state, m_text);
  m_shared->Show(!header.shared.id.empty());
  if (!header.shared.id.empty()) {
    m_shared->setLook({"⇄", tr("Shared 8D"), viewmodels::Tone::neutral}, m_text);
    m_shared->SetToolTip(toWx(m_text(header.shared)));
  }
  m_challenge->Show(!header.challenge.id.empty());
  if (!header.challenge.id.empty()) {
    m_challenge->setLook({"⚠", tr("Effect challenged"), viewmodels::Tone::late}, m_text);
    m_challenge->SetToolTip(toWx(m_text(header.challenge)));
  }
  showSpecial(header.special);
  setText(m_turn, m_text(header.turn));
  showDue(header.due.id.empty() ? m_text(tr("Nothing is due")) : m_text(header.due), header.overdue);
  m_papers->Show(canReport);
  m_next->Show(primary.has_value());
  if (primary) {
    m_next->SetLabel(toWx(m_text(viewmodels::actionOf(actions, *primary).label)));
    m_next->SetDefault();
  }
  Layout();
}

/// The gravest of them on the chip, all in its tool tip.
void CaseHeaderPanel::showSpecial(const std::vector<const char*>& labels) {
  m_special->Show(!labels.empty());
  if (labels.empty()) return;
  std::string all;
  for (const char* label : labels) all += (all.empty() ? "" : ", ") + m_text(label);
  const std::string more = labels.size() > 1 ? " +" + std::to_string(labels.size() - 1) : std::string();
  m_special->setLook({"★", m_text(labels.back()) + more, viewmodels::Tone::warning}, m_text);
  m_special->SetToolTip(toWx(all));
}

void CaseHeaderPanel::showMenu() {
  if (const auto id = chooseAction(m_more, m_actions, m_text)) onAction(*id);
}

}  // namespace octad::gui
