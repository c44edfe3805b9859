#pragma once

#include <vector>

#include "model/eightd/problem.hpp"

namespace octad::model {

/// A step of the why-tree with what explains it further; the first child goes on with the main chain where
/// the step is part of it.
struct WhyTreeNode {
  const WhyStep* step = nullptr;  ///< one of the steps that were given
  bool onMainChain = false;
  std::vector<WhyTreeNode> children;
};

/// The why-tree of one cause out of the steps of its problem. One root, or none without steps. Steps whose
/// parent is gone, or that would explain themselves, hang on the last step of the main chain, so that none is
/// lost. The result refers to `steps`.
std::vector<WhyTreeNode> whyTree(const std::vector<WhyStep>& steps, CauseId cause);
std::vector<WhyTreeNode> whyTree(std::vector<WhyStep>&& steps, CauseId cause) = delete;

/// Throws Invalid("why_steps.N.parent_id") when a step's parent is missing, of another cause, or the step
/// itself by any number of steps.
void requireTree(const std::vector<WhyStep>& steps);

}  // namespace octad::model
