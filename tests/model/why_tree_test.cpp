// The why-tree: a main chain down to the cause, with branches.
#include "model/eightd/why_tree.hpp"

#include <gtest/gtest.h>

#include "model/core/error.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

WhyStep step(long long id, int position, std::optional<long long> parent = {}, long long cause = 1) {
  WhyStep made;
  made.id = WhyStepId(id);
  made.causeId = CauseId(cause);
  made.position = position;
  made.answer = "why " + std::to_string(id);
  if (parent) made.parentId = WhyStepId(*parent);
  return made;
}

/// "1(2(4)(3))": the ids as they hang together.
std::string drawn(const std::vector<WhyTreeNode>& nodes) {
  std::string out;
  for (const auto& node : nodes) {
    if (!out.empty()) out += ' ';
    out += std::to_string(node.step->id.value);
    if (!node.children.empty()) out += '(' + drawn(node.children) + ')';
  }
  return out;
}

std::string treeOf(const std::vector<WhyStep>& steps, long long cause = 1) {
  return drawn(whyTree(steps, CauseId(cause)));
}

std::string wrongField(const std::vector<WhyStep>& steps) {
  try {
    requireTree(steps);
  } catch (const Invalid& invalid) {
    return invalid.field();
  }
  return {};
}

}  // namespace

TEST(WhyTree, StepsWithoutParentsAreOneChainByPosition) {
  EXPECT_EQ(treeOf({step(3, 3), step(1, 1), step(2, 2)}), "1(2(3))");
  EXPECT_EQ(treeOf({}), "");
  EXPECT_EQ(treeOf({step(1, 1, {}, 9)}), "") << "steps of another cause";
}

TEST(WhyTree, BranchesHangBesideTheMainChain) {
  const std::vector<WhyStep> steps{step(1, 1), step(2, 2), step(10, 2, 1), step(11, 1, 1), step(12, 1, 11)};
  const auto tree = whyTree(steps, CauseId(1));
  EXPECT_EQ(drawn(tree), "1(2 11(12) 10)") << "the main chain first, then the branches by position";
  EXPECT_TRUE(tree.front().children[0].onMainChain);
  EXPECT_FALSE(tree.front().children[1].onMainChain);
}

TEST(WhyTree, NoStepIsLostWhenItsParentIs) {
  EXPECT_EQ(treeOf({step(1, 1), step(5, 1, 99)}), "1(5)");
  EXPECT_EQ(treeOf({step(1, 1), step(5, 1, 6), step(6, 1, 5)}), "1(5 6)") << "a circle";
  EXPECT_EQ(treeOf({step(5, 1, 99)}), "5");
}

TEST(WhyTree, OnlyATreeIsStored) {
  EXPECT_EQ(wrongField({step(1, 1), step(-2, 1, 1)}), "");
  EXPECT_EQ(wrongField({step(1, 1), step(2, 1, 7)}), "why_steps.1.parent_id");
  EXPECT_EQ(wrongField({step(1, 1, 1)}), "why_steps.0.parent_id");
  EXPECT_EQ(wrongField({step(1, 1), step(2, 1, 3), step(3, 1, 2)}), "why_steps.1.parent_id");
  EXPECT_EQ(wrongField({step(1, 1), step(2, 1, 1, 9)}), "why_steps.1.parent_id")
      << "a parent of another cause";
}

}  // namespace octad::tests
