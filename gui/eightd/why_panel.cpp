#include "gui/eightd/why_panel.hpp"

#include <algorithm>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/eightd/why_tree_list.hpp"
#include "gui/widgets/chart_panel.hpp"
#include "gui/widgets/layout.hpp"
#include "reports/charts/cause_drawings.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::DisciplineViewModel;

WhyPanel::WhyPanel(wxWindow* parent, DisciplineViewModel& discipline, std::string problem,
                   const viewmodels::Translator& text)
    : wxPanel(parent), m_discipline(discipline), m_problem(std::move(problem)), m_text(text) {
  auto* outer = new wxBoxSizer(wxHORIZONTAL);
  outer->Add(buildLeft(), wxSizerFlags(1).Expand());
  auto* right = new wxBoxSizer(wxVERTICAL);
  right->Add(makeSection(this, m_text(tr("Why-tree as in the report"))),
             wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::inside)));
  m_chart = new ChartPanel(this);
  m_chart->onHeight = [this] {
    if (onHeight) onHeight();
  };
  right->Add(m_chart, wxSizerFlags(1).Expand());
  outer->Add(right, wxSizerFlags(1).Expand().Border(wxLEFT, gap(this, Gap::group)));
  SetSizer(outer);
}

wxSizer* WhyPanel::buildLeft() {
  auto* left = new wxBoxSizer(wxVERTICAL);
  left->Add(makeSection(this, m_text(tr("Why? From the failure down to the cause"))),
            wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::inside)));
  m_tree = new WhyTreeList(this, m_text);
  m_tree->onChoose = [this](model::CauseId cause, std::optional<model::WhyStepId> step) {
    const bool other = m_cause != cause;
    m_cause = cause;
    m_step = step;
    showStep();
    if (other && m_tree->isLong()) drawTree();
  };
  left->Add(m_tree, wxSizerFlags(1).Expand());
  FormBuilder builder(this, left);
  m_answer = builder.field("why_answer", m_text(tr("Because…")), 3,
                           [](wxWindow* parent) { return new wxTextCtrl(parent, wxID_ANY); });
  m_evidence = builder.field("why_evidence", m_text(tr("Evidence")), 2,
                             [](wxWindow* parent) { return new wxTextCtrl(parent, wxID_ANY); });
  for (auto* field : {m_answer, m_evidence})
    field->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
      event.Skip();
      typed();
    });
  m_rootCause = new wxCheckBox(this, wxID_ANY, toWx(m_text(tr("A root cause: no further why"))));
  m_rootCause->SetName("why_root_cause");
  builder.add(m_rootCause);
  m_rootCause->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { markRootCause(); });
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  m_add = makeButton(this, m_text(tr("Ask why once more")), [this] { add(); });
  m_branch = makeButton(this, m_text(tr("Branch off here")), [this] { branchOff(); });
  m_branch->SetToolTip(toWx(m_text(tr("A second answer to the why that is chosen"))));
  m_remove = makeButton(this, m_text(tr("Remove this why")), [this] { remove(); });
  buttons->Add(m_add, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  buttons->Add(m_branch, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  buttons->Add(m_remove);
  builder.add(buttons);
  return left;
}

void WhyPanel::setCause(model::CauseId cause) {
  if (m_cause == cause) return;
  m_cause = cause;
  const auto steps = m_discipline.stepsOf(cause);
  m_step = steps.empty() ? std::nullopt : std::optional(steps.back().id);
  fillTree();
  showStep();
  if (m_tree->isLong()) drawTree();
}

/// Stored whys have other keys than typed ones: the chosen one is known again by what it says.
void WhyPanel::findChosen() {
  const auto& steps = m_discipline.whySteps();
  const auto known = [this](const model::WhyStep& step) { return step.id == m_step; };
  if (!m_step || std::any_of(steps.begin(), steps.end(), known)) return;
  const auto same = std::find_if(steps.begin(), steps.end(), [this](const model::WhyStep& step) {
    return step.answer == fromWx(m_answer->GetValue()) && step.evidence == fromWx(m_evidence->GetValue());
  });
  m_step = same == steps.end() ? std::nullopt : std::optional(same->id);
  if (!m_step) return;
  m_cause = same->causeId;
}

void WhyPanel::refresh() {
  if (const auto& causes = m_discipline.causes(); m_cause.value == 0 && !causes.empty())
    m_cause = causes.front().id;
  findChosen();
  fillTree();
  showStep();
  drawTree();
}

void WhyPanel::fillTree() {
  m_tree->show(m_discipline.causes(), m_discipline.whySteps());
  m_tree->choose(m_cause, m_step);
}

/// All causes as in the report; many would be too small to read here, so that the chosen one stands alone.
void WhyPanel::drawTree() {
  reports::WhyTree tree;
  tree.problem = m_problem;
  tree.noEvidenceText = m_text(tr("no evidence"));
  std::string description = m_problem;
  for (const auto& cause : m_discipline.causes()) {
    if (cause.result == model::CauseResult::excluded || (m_tree->isLong() && cause.id != m_cause)) continue;
    reports::CauseWords words{cause.text, cause.proof, {}};
    if (cause.result == model::CauseResult::confirmed && cause.verifiedOn)
      words.verified = m_text(model::Message(tr("verified {0}"), {cause.verifiedOn->iso()}));
    tree.branches.push_back(
        reports::whyBranch(cause, m_discipline.whySteps(), words, m_text(tr("Root cause"))));
    description += "; " + cause.text;
  }
  m_chart->setDrawing(
      [tree](cairo_t* cr, double width, double height) { reports::drawWhyTree(cr, width, height, tree); },
      description, [tree](double width) { return reports::whyTreeHeight(tree, width); });
}

void WhyPanel::showStep() {
  std::string answer;
  std::string evidence;
  bool rootCause = false;
  for (const auto& step : m_discipline.whySteps())
    if (step.id == m_step) {
      answer = step.answer;
      evidence = step.evidence;
      rootCause = step.rootCause;
    }
  if (fromWx(m_answer->GetValue()) != answer) m_answer->ChangeValue(toWx(answer));
  if (fromWx(m_evidence->GetValue()) != evidence) m_evidence->ChangeValue(toWx(evidence));
  m_rootCause->SetValue(rootCause);
  const bool any = !m_discipline.causes().empty();
  m_answer->Enable(m_step.has_value());
  m_evidence->Enable(m_step.has_value());
  m_answer->SetEditable(!m_readOnly);
  m_evidence->SetEditable(!m_readOnly);
  m_rootCause->Enable(!m_readOnly && m_step);
  m_add->Enable(!m_readOnly && any);
  m_branch->Enable(!m_readOnly && m_step);
  m_remove->Enable(!m_readOnly && m_step);
}

void WhyPanel::typed() {
  if (!m_step || m_readOnly) return;
  m_discipline.changeStep(*m_step, fromWx(m_answer->GetValue()), fromWx(m_evidence->GetValue()));
  fillTree();
  drawTree();
  if (onEdit) onEdit();
}

void WhyPanel::markRootCause() {
  if (!m_step || m_readOnly) return;
  m_discipline.markRootCause(*m_step, m_rootCause->GetValue());
  fillTree();
  drawTree();
  if (onEdit) onEdit();
}

void WhyPanel::chooseNew(model::WhyStepId step) {
  m_step = step;
  refresh();
  m_answer->SetFocus();
  if (onEdit) onEdit();
}

/// Goes on with the branch that is chosen, or with the main chain.
void WhyPanel::add() {
  const auto& causes = m_discipline.causes();
  if (causes.empty()) return;
  const bool known = std::any_of(causes.begin(), causes.end(),
                                 [this](const model::Cause& cause) { return cause.id == m_cause; });
  if (!known) m_cause = causes.front().id;
  const auto& steps = m_discipline.whySteps();
  const bool onBranch = std::any_of(steps.begin(), steps.end(), [this](const model::WhyStep& step) {
    return step.id == m_step && step.parentId;
  });
  chooseNew(m_discipline.addStep(m_cause, {}, {}, onBranch ? m_step : std::nullopt));
}

/// A second answer to the why that is chosen.
void WhyPanel::branchOff() {
  if (m_step) chooseNew(m_discipline.addStep(m_cause, {}, {}, m_step));
}

void WhyPanel::remove() {
  if (!m_step) return;
  m_discipline.removeStep(*m_step);
  const auto steps = m_discipline.stepsOf(m_cause);
  m_step = steps.empty() ? std::nullopt : std::optional(steps.back().id);
  refresh();
  if (onEdit) onEdit();
}

void WhyPanel::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  showStep();
}

void WhyPanel::jump() {
  if (m_step)
    m_answer->SetFocus();
  else
    m_add->SetFocus();
}

}  // namespace octad::gui
