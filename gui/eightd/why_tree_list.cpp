#include "gui/eightd/why_tree_list.hpp"

#include <algorithm>

#include "gui/widgets/gtk_call.hpp"
#include "gui/widgets/layout.hpp"
#include "model/eightd/why_tree.hpp"

namespace octad::gui {

using model::tr;

namespace {

constexpr double kTreeLines = 8;
/// With more, nobody finds a why in a wall of rows.
constexpr std::size_t kLinesShownAtOnce = 40;

}  // namespace

WhyTreeList::WhyTreeList(wxWindow* parent, const viewmodels::Translator& text)
    : wxDataViewTreeCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_NO_HEADER), m_text(text) {
  SetMinSize({chars(this, 30), lines(this, kTreeLines)});
  setAccessibleName(this, m_text(tr("Why? From the failure down to the cause")));
  Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
    const Line* line = lineOf(event.GetItem());
    if (m_filling || !line) return;
    m_cause = line->cause;
    m_step = line->step;
    if (onChoose) onChoose(m_cause, m_step);
  });
  Bind(wxEVT_DATAVIEW_ITEM_EXPANDED, [this](wxDataViewEvent& event) {
    event.Skip();
    const Line* line = lineOf(event.GetItem());
    if (!m_filling && line && !line->step) m_opened.insert(line->cause);
  });
  Bind(wxEVT_DATAVIEW_ITEM_COLLAPSED, [this](wxDataViewEvent& event) {
    event.Skip();
    const Line* line = lineOf(event.GetItem());
    if (!m_filling && line && !line->step) m_opened.erase(line->cause);
  });
  // What a why says is typed in the fields below, not in the tree, and nothing is searched there.
  Bind(wxEVT_DATAVIEW_ITEM_START_EDITING, [](wxDataViewEvent& event) { event.Veto(); });
  callGtk<void>("gtk_tree_view_set_enable_search", static_cast<void*>(GtkGetTreeView()), 0);
}

void WhyTreeList::addLines(std::vector<Line>& lines, const model::WhyTreeNode& node,
                           const std::string& number, int depth) const {
  const auto& step = *node.step;
  std::string text = number + " " + step.answer;
  if (!step.evidence.empty()) text += "  · " + step.evidence;
  if (step.rootCause) text += "  ◆ " + m_text(tr("Root cause"));
  lines.push_back({step.causeId, step.id, depth, std::move(text)});
  int branch = 0;
  for (const auto& child : node.children)
    if (!child.onMainChain) addLines(lines, child, number + std::to_string(++branch) + ".", depth + 1);
}

void WhyTreeList::show(const std::vector<model::Cause>& causes, const std::vector<model::WhyStep>& steps) {
  std::vector<Line> lines;
  for (const auto& cause : causes) {
    lines.push_back({cause.id, std::nullopt, 0, std::string(model::keyOf(cause.type)) + "  " + cause.text});
    const auto roots = model::whyTree(steps, cause.id);
    int number = 0;
    for (const auto* node = roots.empty() ? nullptr : &roots.front(); node;) {
      addLines(lines, *node, std::to_string(++number) + ".", 1);
      const bool goesOn = !node->children.empty() && node->children.front().onMainChain;
      node = goesOn ? &node->children.front() : nullptr;
    }
  }
  if (lines == m_lines) return;
  m_lines = std::move(lines);
  fill();
}

/// The lines are put into the store while the list does not look, which is told once at the end.
void WhyTreeList::fill() {
  m_filling = true;
  auto* store = GetStore();
  store->BeforeReset();
  store->DeleteAllItems();
  m_items.clear();
  std::vector<wxDataViewItem> parents{wxDataViewItem(nullptr)};
  for (const Line& line : m_lines) {
    parents.resize(static_cast<std::size_t>(line.depth) + 1);
    // Containers all: the list would put those with branches before the others.
    m_items.push_back(store->AppendContainer(parents.back(), toWx(line.text)));
    parents.push_back(m_items.back());
  }
  store->AfterReset();
  m_filling = false;
  unfold();
}

void WhyTreeList::choose(model::CauseId cause, std::optional<model::WhyStepId> step) {
  if (m_cause == cause && m_step == step) return;
  m_cause = cause;
  m_step = step;
  unfold();
}

bool WhyTreeList::isLong() const {
  return m_lines.size() > kLinesShownAtOnce;
}

/// Opens what is to be seen and selects what is chosen.
void WhyTreeList::unfold() {
  m_filling = true;
  for (std::size_t at = 0; at < m_lines.size(); ++at) {
    const Line& line = m_lines[at];
    const bool hasLines = at + 1 < m_lines.size() && m_lines[at + 1].depth > line.depth;
    const bool open = !isLong() || line.cause == m_cause || m_opened.contains(line.cause);
    if (hasLines && open && !IsExpanded(m_items[at])) Expand(m_items[at]);
    if (line.cause == m_cause && line.step == m_step) Select(m_items[at]);
  }
  m_filling = false;
}

const WhyTreeList::Line* WhyTreeList::lineOf(const wxDataViewItem& item) const {
  const auto found = std::find(m_items.begin(), m_items.end(), item);
  return !item.IsOk() || found == m_items.end() ? nullptr
                                                : &m_lines[static_cast<std::size_t>(found - m_items.begin())];
}

}  // namespace octad::gui
