#include "gui/eightd/why_panel.hpp"

#include <algorithm>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/widgets/chart_panel.hpp"
#include "gui/widgets/gtk_call.hpp"
#include "gui/widgets/layout.hpp"
#include "model/eightd/why_tree.hpp"
#include "reports/charts/cause_drawings.hpp"

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
  left->Add(makeSection(this, m_text(tr("Why? From the failure down to the cause"))),
            wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::inside)));
  m_tree = new wxDataViewTreeCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_NO_HEADER);
  m_tree->SetMinSize({chars(this, 30), lines(this, kTreeLines)});
  setAccessibleName(m_tree, m_text(tr("Why? From the failure down to the cause")));
  m_tree->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
    if (m_filling || !event.GetItem().IsOk()) return;
    const auto* data = static_cast<StepData*>(m_tree->GetItemData(event.GetItem()));
    if (!data) return;
    m_cause = data->cause();
    m_hasStep = data->isStep();
    m_step = data->step();
    showStep();
  });
  // What a why says is typed in the fields below, not in the tree, and nothing is searched there.
  m_tree->Bind(wxEVT_DATAVIEW_ITEM_START_EDITING, [](wxDataViewEvent& event) { event.Veto(); });
  callGtk<void>("gtk_tree_view_set_enable_search", static_cast<void*>(m_tree->GtkGetTreeView()), 0);
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
  m_hasStep = !steps.empty();
  m_step = steps.empty() ? model::WhyStepId() : steps.back().id;
  fillTree();
  showStep();
}

/// Stored whys have other keys than typed ones: the chosen one is known again by what it says.
void WhyPanel::findChosen() {
  const auto& steps = m_discipline.whySteps();
  const auto known = [this](const model::WhyStep& step) { return step.id == m_step; };
  if (!m_hasStep || std::any_of(steps.begin(), steps.end(), known)) return;
  const auto same = std::find_if(steps.begin(), steps.end(), [this](const model::WhyStep& step) {
    return step.answer == fromWx(m_answer->GetValue()) && step.evidence == fromWx(m_evidence->GetValue());
  });
  m_hasStep = same != steps.end();
  if (!m_hasStep) return;
  m_step = same->id;
  m_cause = same->causeId;
}

void WhyPanel::refresh() {
  findChosen();
  fillTree();
  showStep();
  drawTree();
}

void WhyPanel::addItems(const wxDataViewItem& parent, const model::WhyTreeNode& node,
                        const std::string& number, wxDataViewItem& chosen) {
  const auto& step = *node.step;
  std::string line = number + " " + step.answer;
  if (!step.evidence.empty()) line += "  · " + step.evidence;
  if (step.rootCause) line += "  ◆ " + m_text(tr("Root cause"));
  auto* data = new StepData(step.causeId, step.id, true);
  // Containers all: the list would put those with branches before the others.
  const auto item = m_tree->AppendContainer(parent, toWx(line), -1, -1, data);
  if (m_hasStep && step.id == m_step) chosen = item;
  int branch = 0;
  for (const auto& child : node.children)
    if (!child.onMainChain) addItems(item, child, number + std::to_string(++branch) + ".", chosen);
  if (branch > 0) m_tree->Expand(item);
}

/// The main chain stands flat below its cause, branches below the why they explain.
void WhyPanel::fillTree() {
  m_filling = true;
  m_tree->DeleteAllItems();
  wxDataViewItem chosen;
  for (const auto& cause : m_discipline.causes()) {
    const std::string head = std::string(model::keyOf(cause.type)) + "  " + cause.text;
    const auto parent = m_tree->AppendContainer(wxDataViewItem(nullptr), toWx(head), -1, -1,
                                                new StepData(cause.id, {}, false));
    if (cause.id == m_cause && !m_hasStep) chosen = parent;
    const auto roots = model::whyTree(m_discipline.whySteps(), cause.id);
    int number = 0;
    for (const auto* node = roots.empty() ? nullptr : &roots.front(); node;) {
      addItems(parent, *node, std::to_string(++number) + ".", chosen);
      const bool goesOn = !node->children.empty() && node->children.front().onMainChain;
      node = goesOn ? &node->children.front() : nullptr;
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
    if (m_hasStep && step.id == m_step) {
      answer = step.answer;
      evidence = step.evidence;
      rootCause = step.rootCause;
    }
  if (fromWx(m_answer->GetValue()) != answer) m_answer->ChangeValue(toWx(answer));
  if (fromWx(m_evidence->GetValue()) != evidence) m_evidence->ChangeValue(toWx(evidence));
  m_rootCause->SetValue(rootCause);
  const bool any = !m_discipline.causes().empty();
  m_answer->Enable(m_hasStep);
  m_evidence->Enable(m_hasStep);
  m_answer->SetEditable(!m_readOnly);
  m_evidence->SetEditable(!m_readOnly);
  m_rootCause->Enable(!m_readOnly && m_hasStep);
  m_add->Enable(!m_readOnly && any);
  m_branch->Enable(!m_readOnly && m_hasStep);
  m_remove->Enable(!m_readOnly && m_hasStep);
}

void WhyPanel::typed() {
  if (!m_hasStep || m_readOnly) return;
  m_discipline.changeStep(m_step, fromWx(m_answer->GetValue()), fromWx(m_evidence->GetValue()));
  fillTree();
  drawTree();
  if (onEdit) onEdit();
}

void WhyPanel::markRootCause() {
  if (!m_hasStep || m_readOnly) return;
  m_discipline.markRootCause(m_step, m_rootCause->GetValue());
  fillTree();
  drawTree();
  if (onEdit) onEdit();
}

void WhyPanel::chooseNew(model::WhyStepId step) {
  m_step = step;
  m_hasStep = true;
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
  const bool onBranch =
      m_hasStep && std::any_of(steps.begin(), steps.end(), [this](const model::WhyStep& step) {
        return step.id == m_step && step.parentId;
      });
  chooseNew(m_discipline.addStep(m_cause, {}, {}, onBranch ? std::optional(m_step) : std::nullopt));
}

/// A second answer to the why that is chosen.
void WhyPanel::branchOff() {
  if (m_hasStep) chooseNew(m_discipline.addStep(m_cause, {}, {}, m_step));
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
