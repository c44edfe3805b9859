#include "model/eightd/why_tree.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "model/core/error.hpp"

namespace octad::model {

namespace {

using Steps = std::vector<const WhyStep*>;
using Branches = std::map<WhyStepId, Steps>;

void inOrder(Steps& steps) {
  std::stable_sort(steps.begin(), steps.end(), [](const WhyStep* left, const WhyStep* right) {
    return left->position < right->position;
  });
}

/// Follows the parents of a step; true when they lead to the main chain.
bool reachesMainChain(const WhyStep& step, const std::map<WhyStepId, const WhyStep*>& byId) {
  const WhyStep* at = &step;
  for (std::size_t count = 0; at->parentId; ++count) {
    const auto parent = byId.find(*at->parentId);
    if (parent == byId.end() || parent->second->causeId != step.causeId || count > byId.size()) return false;
    at = parent->second;
  }
  return true;
}

WhyTreeNode nodeOf(const WhyStep& step, const Branches& branches) {
  WhyTreeNode node{&step, false, {}};
  if (const auto found = branches.find(step.id); found != branches.end())
    for (const WhyStep* child : found->second) node.children.push_back(nodeOf(*child, branches));
  return node;
}

std::map<WhyStepId, const WhyStep*> byId(const std::vector<WhyStep>& steps) {
  std::map<WhyStepId, const WhyStep*> known;
  for (const auto& step : steps) known[step.id] = &step;
  return known;
}

}  // namespace

std::vector<WhyTreeNode> whyTree(const std::vector<WhyStep>& steps, CauseId cause) {
  const auto known = byId(steps);
  Steps chain;
  Branches branches;
  Steps lost;
  for (const auto& step : steps) {
    if (step.causeId != cause) continue;
    if (!step.parentId)
      chain.push_back(&step);
    else if (reachesMainChain(step, known))
      branches[*step.parentId].push_back(&step);
    else
      lost.push_back(&step);
  }
  inOrder(chain);
  for (auto& [parent, children] : branches) inOrder(children);
  inOrder(lost);
  if (chain.empty()) std::swap(chain, lost);

  std::vector<WhyTreeNode> below;
  for (const WhyStep* step : lost) below.push_back({step, false, {}});
  for (auto step = chain.rbegin(); step != chain.rend(); ++step) {
    WhyTreeNode node = nodeOf(**step, branches);
    node.onMainChain = true;
    node.children.insert(node.children.begin(), std::make_move_iterator(below.begin()),
                         std::make_move_iterator(below.end()));
    below.clear();
    below.push_back(std::move(node));
  }
  return below;
}

void requireTree(const std::vector<WhyStep>& steps) {
  const auto known = byId(steps);
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (!reachesMainChain(steps[i], known))
      throw Invalid(
          "why_steps." + std::to_string(i) + ".parent_id",
          {tr("The why \"{0}\" branches off nowhere: choose a why of the same cause as its parent."),
           {steps[i].answer}});
}

}  // namespace octad::model
