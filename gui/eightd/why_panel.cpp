#include "gui/eightd/why_panel.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/widgets/chart_panel.hpp"
#include "gui/widgets/layout.hpp"
#include "reports/charts/why_tree.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::DisciplineViewModel;

namespace {

constexpr double kTreeLines = 8;

/// Which why an item of the native tree stands for.
class StepData final : public wxClientData {
 public:
  StepData(model::CauseId cause, model::WhyStepId step, bool isStep)
      : m_cause(cause), m_step(step), m_isStep(isStep) {}
  model::CauseId cause() const { return m_cause; }
  model::WhyStepId step() const { return m_step; }
  bool isStep() const { return m_isStep; }

 private:
  model::CauseId m_cause;
  model::WhyStepId m_step;
  bool m_isStep;
};

/// The whys of one cause as a chain that ends in the cause itself.
reports::WhyNode chainOf(const DisciplineViewModel& discipline, const model::Cause& cause,
                         const viewmodels::Translator& text) {
  reports::WhyNode node;
  node.text = cause.text;
  node.tag = std::string(model::keyOf(cause.type));
  node.evidence = cause.proof;
  if (cause.result == model::CauseResult::confirmed && cause.verifiedOn)
    node.verified = text(model::Message(tr("verified {0}"), {cause.verifiedOn->iso()}));
  const auto steps = discipline.stepsOf(cause.id);
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    reports::WhyNode above;
    above.text = step->answer;
    above.evidence = step->evidence;
    above.children.push_back(std::move(node));
    node = std::move(above);
  }
  return node;
}

}  // namespace

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
  refresh();
}

wxSizer* WhyPanel::buildLeft() {
  auto* left = new wxBoxSizer(wxVERTICAL);
  left->Add(makeSection(this, m_text(tr("Why? Step by step"))),
            wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::inside)));
  m_tree = new wxDataViewTreeCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_NO_HEADER);
  m_tree->SetMinSize({chars(this, 30), lines(this, kTreeLines)});
  setAccessibleName(m_tree, m_text(tr("Why? Step by step")));
  m_tree->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
    if (m_filling || !event.GetItem().IsOk()) return;
    const auto* data = static_cast<StepData*>(m_tree->GetItemData(event.GetItem()));
    if (!data) return;
    m_cause = data->cause();
    m_hasStep = data->isStep();
    m_step = data->step();
    showStep();
  });
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
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  m_add = makeButton(this, m_text(tr("Ask why once more")), [this] { add(); });
  m_remove = makeButton(this, m_text(tr("Remove this why")), [this] { remove(); });
  buttons->Add(m_add, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  buttons->Add(m_remove);
  builder.add(buttons);
  return left;
}

void WhyPanel::setCause(model::CauseId cause) {
  if (m_cause == cause) return;
  m_cause = cause;
  const auto steps = m_discipline.stepsOf(cause);
  m_hasStep = !steps.empty();
  m_step = steps.empty() ? model::WhyStepId() : steps.back().id;
  fillTree();
  showStep();
}

void WhyPanel::refresh() {
  fillTree();
  showStep();
  drawTree();
}

void WhyPanel::fillTree() {
  m_filling = true;
  m_tree->DeleteAllItems();
  wxDataViewItem chosen;
  for (const auto& cause : m_discipline.causes()) {
    const std::string head = std::string(model::keyOf(cause.type)) + "  " + cause.text;
    const auto parent = m_tree->AppendContainer(wxDataViewItem(nullptr), toWx(head), -1, -1,
                                                new StepData(cause.id, {}, false));
    if (cause.id == m_cause && !m_hasStep) chosen = parent;
    int number = 0;
    for (const auto& step : m_discipline.stepsOf(cause.id)) {
      std::string line = std::to_string(++number) + ". " + step.answer;
      if (!step.evidence.empty()) line += "  (" + step.evidence + ")";
      const auto item = m_tree->AppendItem(parent, toWx(line), -1, new StepData(cause.id, step.id, true));
      if (m_hasStep && step.id == m_step) chosen = item;
    }
    m_tree->Expand(parent);
  }
  if (chosen.IsOk()) m_tree->Select(chosen);
  m_filling = false;
}

void WhyPanel::drawTree() {
  reports::WhyTree tree;
  tree.problem = m_problem;
  tree.noEvidenceText = m_text(tr("no evidence"));
  std::string description = m_problem;
  for (const auto& cause : m_discipline.causes()) {
    if (cause.result == model::CauseResult::excluded) continue;
    tree.branches.push_back(chainOf(m_discipline, cause, m_text));
    description += "; " + cause.text;
  }
  m_chart->setDrawing(
      [tree](cairo_t* cr, double width, double height) { reports::drawWhyTree(cr, width, height, tree); },
      description, [tree](double width) { return reports::whyTreeHeight(tree, width); });
}

void WhyPanel::showStep() {
  std::string answer;
  std::string evidence;
  for (const auto& step : m_discipline.stepsOf(m_cause))
    if (m_hasStep && step.id == m_step) {
      answer = step.answer;
      evidence = step.evidence;
    }
  if (fromWx(m_answer->GetValue()) != answer) m_answer->ChangeValue(toWx(answer));
  if (fromWx(m_evidence->GetValue()) != evidence) m_evidence->ChangeValue(toWx(evidence));
  const bool any = !m_discipline.causes().empty();
  m_answer->Enable(m_hasStep);
  m_evidence->Enable(m_hasStep);
  m_answer->SetEditable(!m_readOnly);
  m_evidence->SetEditable(!m_readOnly);
  m_add->Enable(!m_readOnly && any);
  m_remove->Enable(!m_readOnly && m_hasStep);
}

void WhyPanel::typed() {
  if (!m_hasStep || m_readOnly) return;
  m_discipline.changeStep(m_step, fromWx(m_answer->GetValue()), fromWx(m_evidence->GetValue()));
  fillTree();
  drawTree();
  if (onEdit) onEdit();
}

void WhyPanel::add() {
  if (m_discipline.causes().empty()) return;
  bool known = false;
  for (const auto& cause : m_discipline.causes()) known = known || cause.id == m_cause;
  if (!known) m_cause = m_discipline.causes().front().id;
  m_discipline.addStep(m_cause, {}, {});
  m_step = m_discipline.stepsOf(m_cause).back().id;
  m_hasStep = true;
  refresh();
  m_answer->SetFocus();
  if (onEdit) onEdit();
}

void WhyPanel::remove() {
  if (!m_hasStep) return;
  m_discipline.removeStep(m_step);
  const auto steps = m_discipline.stepsOf(m_cause);
  m_hasStep = !steps.empty();
  m_step = steps.empty() ? model::WhyStepId() : steps.back().id;
  refresh();
  if (onEdit) onEdit();
}

void WhyPanel::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  showStep();
}

void WhyPanel::jump() {
  if (m_hasStep)
    m_answer->SetFocus();
  else
    m_add->SetFocus();
}

}  // namespace octad::gui
