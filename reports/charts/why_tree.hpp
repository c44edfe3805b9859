#pragma once

#include <string>
#include <vector>

#include "reports/charts/drawing.hpp"

namespace octad::reports {

/// One answer to "why?".
struct WhyNode {
  std::string text;
  std::string tag;       ///< type of the cause: TUA, TUN, SUA, SUN, or the mark of a root cause; empty for a plain step
  std::string evidence;  ///< what proves it, e.g. "x-ray photo"; empty = none
  std::string verified;  ///< e.g. "verified 21 Nov"; empty = not verified
  std::vector<WhyNode> children;
};

/// The tree from the problem down to its causes.
struct WhyTree {
  std::string problem;
  std::vector<WhyNode> branches;
  std::string noEvidenceText;  ///< mark of a last cause that has no evidence; empty = no such mark
};

/// The height in points the tree needs at `width`.
double whyTreeHeight(const WhyTree& tree, double width);

/// Draws the tree into 0, 0, width, height; a height below whyTreeHeight scales it down.
void drawWhyTree(cairo_t* cr, double width, double height, const WhyTree& tree);

/// The tree in as many parts as it takes to be read on paper of this width, in points: a branch stays whole, and
/// every part begins with the problem. None without branches.
std::vector<WhyTree> legibleParts(WhyTree tree, double width = 495);

/// The tree as a drawing for documents, as high as it needs (wider than `width` when it has many branches).
Drawing whyTreeDrawing(std::string name, WhyTree tree, double width = 495);

}  // namespace octad::reports
