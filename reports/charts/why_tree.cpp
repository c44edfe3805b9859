#include "reports/charts/why_tree.hpp"

#include <algorithm>
#include <cairo/cairo.h>
#include <numbers>
#include <utility>

#include "reports/charts/cairo_handles.hpp"
#include "reports/charts/text.hpp"

namespace octad::reports {
namespace {

constexpr double kGapX = 10;
constexpr double kGapY = 18;
constexpr double kPad = 7;
constexpr double kNarrowest = 96;  ///< a card narrower than this cannot be read
constexpr double kRadius = 4;
constexpr double kTagHeight = 15;
constexpr double kMarkHeight = 12;

const LabelStyle kCauseText{8.5, palette::kInk, false, 0, 7};
const LabelStyle kMarkText{7.2, palette::kMuted, false, 0, 1};

struct TagColor {
  std::string_view tag;
  Color color;
};
constexpr TagColor kTagColors[] = {
    {"TUA", palette::kGeneral}, {"TUN", palette::kWarn}, {"SUA", palette::kOk}, {"SUN", palette::kLate}};

Color tagColor(std::string_view tag) {
  for (const auto& known : kTagColors) {
    if (known.tag == tag) return known.color;
  }
  return palette::kAccent;  // a why that is a root cause
}

/// A card with its place; made from the leaves up.
struct Card {
  const WhyNode* node = nullptr;
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  double bottom = 0;  ///< of the subtree
  std::vector<Card> children;
};

double leafCount(const std::vector<WhyNode>& nodes) {
  double sum = 0;
  for (const auto& node : nodes) sum += node.children.empty() ? 1 : leafCount(node.children);
  return sum;
}

bool lacksEvidence(const WhyNode& node, const WhyTree& tree) {
  return node.children.empty() && node.evidence.empty() && !tree.noEvidenceText.empty();
}

/// Measured and drawn alike: a root cause is bold and so needs more lines.
LabelStyle causeStyle(const WhyNode& node, double cardWidth) {
  LabelStyle style = kCauseText;
  style.maxWidth = cardWidth - 2 * kPad;
  style.bold = node.children.empty();
  return style;
}

double cardHeight(cairo_t* cr, const WhyNode& node, double width, const WhyTree& tree) {
  double height = 2 * kPad + measureLabel(cr, node.text, causeStyle(node, width)).height;
  if (!node.tag.empty()) height += kTagHeight;
  if (!node.evidence.empty() || lacksEvidence(node, tree)) height += kMarkHeight;
  if (!node.verified.empty()) height += kMarkHeight;
  return height;
}

std::vector<Card> arrange(cairo_t* cr, const std::vector<WhyNode>& nodes, double x, double y, double width,
                          const WhyTree& tree) {
  std::vector<Card> cards;
  const double leaves = leafCount(nodes);
  const double slot = (width + kGapX) / std::max(1.0, leaves);
  for (const auto& node : nodes) {
    Card card;
    card.node = &node;
    card.x = x;
    card.y = y;
    card.width = slot * (node.children.empty() ? 1 : leafCount(node.children)) - kGapX;
    card.height = cardHeight(cr, node, card.width, tree);
    card.bottom = y + card.height;
    card.children = arrange(cr, node.children, x, card.bottom + kGapY, card.width, tree);
    for (const auto& child : card.children) card.bottom = std::max(card.bottom, child.bottom);
    x += card.width + kGapX;
    cards.push_back(std::move(card));
  }
  return cards;
}

struct Arranged {
  double problemHeight = 0;
  double bottom = 0;
  std::vector<Card> cards;
};

Arranged arrangeTree(cairo_t* cr, const WhyTree& tree, double width) {
  Arranged result;
  const LabelStyle style{10, palette::kPaper, true, width - 4 * kPad, 3};
  result.problemHeight = measureLabel(cr, tree.problem, style).height + 1.6 * kPad;
  result.bottom = result.problemHeight;
  result.cards = arrange(cr, tree.branches, 0.5, result.problemHeight + kGapY, width - 1, tree);
  for (const auto& card : result.cards) result.bottom = std::max(result.bottom, card.bottom);
  result.bottom += 1;
  return result;
}

void drawConnector(cairo_t* cr, double fromX, double fromY, double toX, double toY) {
  setSource(cr, palette::kRule);
  cairo_set_line_width(cr, 0.9);
  const double middle = fromY + (toY - fromY) / 2;
  cairo_move_to(cr, fromX, fromY);
  cairo_line_to(cr, fromX, middle);
  cairo_line_to(cr, toX, middle);
  cairo_line_to(cr, toX, toY - 3);
  cairo_stroke(cr);
  cairo_move_to(cr, toX, toY - 0.5);
  cairo_line_to(cr, toX - 2.6, toY - 5);
  cairo_line_to(cr, toX + 2.6, toY - 5);
  cairo_close_path(cr);
  cairo_fill(cr);
}

void drawTick(cairo_t* cr, double x, double y, const Color& color) {
  setSource(cr, color);
  cairo_set_line_width(cr, 1.4);
  cairo_move_to(cr, x, y);
  cairo_line_to(cr, x + 2.4, y + 2.6);
  cairo_line_to(cr, x + 7, y - 3);
  cairo_stroke(cr);
}

/// Evidence: a small sheet of paper.
void drawSheet(cairo_t* cr, double x, double y, const Color& color) {
  setSource(cr, color);
  cairo_set_line_width(cr, 0.9);
  cairo_rectangle(cr, x + 0.5, y - 4, 6, 8);
  cairo_stroke(cr);
  cairo_move_to(cr, x + 2, y - 1.2);
  cairo_line_to(cr, x + 5, y - 1.2);
  cairo_move_to(cr, x + 2, y + 1.2);
  cairo_line_to(cr, x + 5, y + 1.2);
  cairo_stroke(cr);
}

void drawWarning(cairo_t* cr, double x, double y, const Color& color) {
  setSource(cr, color);
  cairo_set_line_width(cr, 0.9);
  cairo_move_to(cr, x + 3.5, y - 3.8);
  cairo_line_to(cr, x + 7.4, y + 3.2);
  cairo_line_to(cr, x - 0.4, y + 3.2);
  cairo_close_path(cr);
  cairo_stroke(cr);
  cairo_move_to(cr, x + 3.5, y - 1.4);
  cairo_line_to(cr, x + 3.5, y + 0.9);
  cairo_stroke(cr);
  cairo_rectangle(cr, x + 3.05, y + 1.6, 0.9, 0.9);
  cairo_fill(cr);
}

void drawTag(cairo_t* cr, double x, double y, const std::string& tag) {
  const LabelStyle style{7.5, palette::kPaper, true, 0, 1};
  const double width = measureLabel(cr, tag, style).width + 9;
  setSource(cr, tagColor(tag));
  roundedRectangle(cr, x, y, width, 12, 2.5);
  cairo_fill(cr);
  drawLabel(cr, x + width / 2, y + 6, tag, style, Anchor::middle);
}

void drawFrame(cairo_t* cr, const Card& card, bool proven) {
  roundedRectangle(cr, card.x, card.y, card.width, card.height, kRadius);
  setSource(cr, card.node->verified.empty() ? palette::kPaper : palette::kOkTint);
  cairo_fill_preserve(cr);
  const Color tone = card.node->tag.empty() ? palette::kRule : tagColor(card.node->tag);
  setSource(cr, card.node->verified.empty() ? tone : palette::kOk);
  cairo_set_line_width(cr, card.node->tag.empty() ? 0.7 : 1.1);
  const double dashes[] = {3, 2};
  if (!proven) cairo_set_dash(cr, dashes, 2, 0);
  cairo_stroke(cr);
  cairo_set_dash(cr, nullptr, 0, 0);
}

void drawCard(cairo_t* cr, const Card& card, const WhyTree& tree) {
  const WhyNode& node = *card.node;
  const bool lacking = lacksEvidence(node, tree);
  drawFrame(cr, card, !lacking);
  const double x = card.x + kPad;
  double y = card.y + kPad;
  if (!node.tag.empty()) {
    drawTag(cr, x, y - 1, node.tag);
    y += kTagHeight;
  }
  const LabelStyle text = causeStyle(node, card.width);
  y += drawLabelBelow(cr, x, y, node.text, text).height + kMarkHeight / 2;
  LabelStyle mark = kMarkText;
  mark.maxWidth = text.maxWidth - 12;
  if (!node.evidence.empty()) {
    drawSheet(cr, x, y, palette::kMuted);
    drawLabel(cr, x + 11, y, node.evidence, mark);
    y += kMarkHeight;
  } else if (lacking) {
    mark.color = palette::kWarn;
    drawWarning(cr, x, y, palette::kWarn);
    drawLabel(cr, x + 11, y, tree.noEvidenceText, mark);
    y += kMarkHeight;
  }
  if (!node.verified.empty()) {
    mark.color = palette::kOk;
    mark.bold = true;
    drawTick(cr, x, y, palette::kOk);
    drawLabel(cr, x + 11, y, node.verified, mark);
  }
  for (const auto& child : card.children) {
    drawConnector(cr, card.x + card.width / 2, card.y + card.height, child.x + child.width / 2, child.y);
    drawCard(cr, child, tree);
  }
}

/// A context without a picture, to measure text before there is a page.
double measuredHeight(const WhyTree& tree, double width) {
  const Surface surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr));
  const Context cr(cairo_create(surface.get()));
  return arrangeTree(cr.get(), tree, width).bottom;
}

double neededWidth(const WhyTree& tree, double width) {
  return std::max(width, leafCount(tree.branches) * (kNarrowest + kGapX) - kGapX);
}

/// Letters of 8.5 points are still read when they are drawn a quarter smaller.
constexpr double kSmallestScale = 0.75;

}  // namespace

std::vector<WhyTree> legibleParts(WhyTree tree, double width) {
  std::vector<WhyTree> parts;
  double leaves = 0;
  for (auto& branch : tree.branches) {
    const double more = branch.children.empty() ? 1 : leafCount(branch.children);
    leaves += more;
    if (parts.empty() || leaves * (kNarrowest + kGapX) - kGapX > width / kSmallestScale) {
      parts.push_back({tree.problem, {}, tree.noEvidenceText});
      leaves = more;
    }
    parts.back().branches.push_back(std::move(branch));
  }
  return parts;
}

double whyTreeHeight(const WhyTree& tree, double width) {
  const double needed = neededWidth(tree, width);
  return measuredHeight(tree, needed) * width / needed;
}

void drawWhyTree(cairo_t* cr, double width, double height, const WhyTree& tree) {
  const double needed = neededWidth(tree, width);
  cairo_save(cr);
  auto arranged = arrangeTree(cr, tree, needed);
  const double scale = std::min({1.0, width / needed, height / arranged.bottom});
  cairo_translate(cr, (width - needed * scale) / 2, 0);
  cairo_scale(cr, scale, scale);
  setSource(cr, palette::kAccent);
  roundedRectangle(cr, 0, 0, needed, arranged.problemHeight, kRadius);
  cairo_fill(cr);
  drawLabel(cr, needed / 2, arranged.problemHeight / 2, tree.problem,
            {10, palette::kPaper, true, needed - 4 * kPad, 3}, Anchor::middle);
  for (const auto& card : arranged.cards) {
    const double middle = card.x + card.width / 2;
    drawConnector(cr, middle, arranged.problemHeight, middle, card.y);
    drawCard(cr, card, tree);
  }
  cairo_restore(cr);
}

Drawing whyTreeDrawing(std::string name, WhyTree tree, double width) {
  Drawing drawing;
  drawing.name = std::move(name);
  drawing.width = neededWidth(tree, width);
  drawing.height = measuredHeight(tree, drawing.width);
  drawing.description = tree.problem;
  drawing.draw = [tree = std::move(tree)](cairo_t* cr, double w, double h) { drawWhyTree(cr, w, h, tree); };
  return drawing;
}

}  // namespace octad::reports
