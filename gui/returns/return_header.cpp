#include "gui/returns/return_header.hpp"

#include <wx/button.h>
#include <wx/hyperlink.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/widgets/action_button.hpp"
#include "gui/widgets/chip.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {
constexpr std::size_t kMostCases = 4;  ///< more are in the list of lines
}  // namespace

ReturnHeaderPanel::ReturnHeaderPanel(wxWindow* parent, const viewmodels::Translator& text)
    : RecordHeader(parent, text, tr("‹ Returned goods"), tr("&Documents…")) {
  makeFacts();
}

void ReturnHeaderPanel::makeFacts() {
  m_state = new Chip(this, {"○", "", viewmodels::Tone::neutral}, m_text);
  m_rma = makeMuted(this, {});
  m_turn = makeText(this, {});
  m_due = makeText(this, {});
  m_facts->Add(m_state, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  for (auto* label : {m_turn, m_due, m_rma})
    m_facts->Add(label, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_facts->AddStretchSpacer();
  m_cases = new wxBoxSizer(wxHORIZONTAL);
  m_facts->Add(m_cases, wxSizerFlags().CentreVertical());
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
  showSubject(header.number, header.customer + " · " + header.about, header.customer + "\n" + header.about);
  m_state->setLook(header.state, m_text);
  setText(m_rma, header.rmaNumber.empty() ? std::string() : "RMA " + header.rmaNumber);
  setText(m_turn, m_text(header.turn));
  showDue(header.due.id.empty() ? std::string() : m_text(header.due), header.overdue);
  showCases(cases);
  m_papers->Show(canPrint);
  m_next->Show(next.has_value());
  if (next) {
    m_next->SetLabel(toWx(m_text(next->label)));
    showAction(m_next, viewmodels::actionOf(actions, next->id), m_text);
    m_next->SetDefault();
  }
  Layout();
}

void ReturnHeaderPanel::showMenu() {
  if (const auto id = chooseAction(m_more, m_actions, m_text)) onAction(*id);
}

}  // namespace octad::gui
