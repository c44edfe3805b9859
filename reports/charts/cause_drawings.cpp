#include "reports/charts/cause_drawings.hpp"

#include <algorithm>

#include "model/core/message.hpp"
#include "model/eightd/why_tree.hpp"

namespace octad::reports {

using model::Cause;
using model::CauseResult;
using model::tr;
using model::WhyTreeNode;

namespace {

struct Branch {
  const Cause& cause;
  const CauseWords& words;
  const std::string& rootCause;

  WhyNode end() const {
    WhyNode node;
    node.text = words.text;
    node.tag = model::keyOf(cause.type);
    node.evidence = words.evidence;
    node.verified = words.verified;
    return node;
  }

  /// The last why often repeats the cause: the cause stands in its place then.
  bool saysTheCause(const WhyTreeNode& node) const {
    return node.onMainChain && node.children.empty() &&
           (node.step->answer == cause.text || node.step->answer == words.text);
  }

  WhyNode nodeOf(const WhyTreeNode& node) const {
    WhyNode drawn;
    drawn.text = node.step->answer;
    drawn.evidence = node.step->evidence;
    if (node.step->rootCause) drawn.tag = rootCause;
    const bool goesOn = !node.children.empty() && node.children.front().onMainChain;
    if (node.onMainChain && !goesOn) drawn.children.push_back(end());
    for (const auto& child : node.children)
      drawn.children.push_back(saysTheCause(child) ? end() : nodeOf(child));
    return drawn;
  }
};

BoneMark markOf(const Cause& cause) {
  if (cause.result == CauseResult::excluded) return BoneMark::excluded;
  if (cause.rank == model::CauseRank::primary) return BoneMark::primary;
  if (cause.rank == model::CauseRank::secondary) return BoneMark::secondary;
  return cause.result == CauseResult::confirmed ? BoneMark::confirmed : BoneMark::open;
}

}  // namespace

WhyNode whyBranch(const Cause& cause, const std::vector<model::WhyStep>& steps, const CauseWords& words,
                  const std::string& rootCause) {
  const Branch branch{cause, words, rootCause};
  const auto roots = model::whyTree(steps, cause.id);
  if (roots.empty() || branch.saysTheCause(roots.front())) return branch.end();
  return branch.nodeOf(roots.front());
}

Fishbone fishboneOf(const std::vector<Cause>& causes, const std::string& problem,
                    const std::function<std::string(const Cause&)>& words,
                    const std::function<std::string(const char*)>& text) {
  Fishbone fishbone;
  fishbone.problem = problem;
  if (std::none_of(causes.begin(), causes.end(), [](const Cause& cause) { return cause.branch.has_value(); }))
    return fishbone;
  for (const auto& entry : model::EnumKeys<model::CauseBranch>::entries) {
    Bone bone{text(entry.label), {}};
    for (const auto& cause : causes)
      if (cause.branch == entry.value) bone.causes.push_back({words(cause), markOf(cause)});
    fishbone.bones.push_back(std::move(bone));
  }
  fishbone.legend = {{BoneMark::primary, text(model::labelOf(model::CauseRank::primary))},
                     {BoneMark::secondary, text(model::labelOf(model::CauseRank::secondary))},
                     {BoneMark::confirmed, text(model::labelOf(CauseResult::confirmed))},
                     {BoneMark::open, text(model::labelOf(CauseResult::hypothesis))},
                     {BoneMark::excluded, text(model::labelOf(CauseResult::excluded))}};
  return fishbone;
}

}  // namespace octad::reports
