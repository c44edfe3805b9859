// Tables: column widths, rows, repeated heads.
#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

#include "reports/render/block_layout.hpp"
#include "reports/render/text_block.hpp"

namespace octad::reports {
namespace {

constexpr std::size_t kMeasuredRows = 200;  ///< enough to know how wide a column wants to be

std::size_t columnCount(const Table& table) {
  std::size_t count = table.widths.size();
  for (const auto* rows : {&table.head, &table.body}) {
    for (const auto& row : *rows) {
      std::size_t cells = 0;
      for (const auto& cell : row.cells) cells += static_cast<std::size_t>(cell.colspan);
      count = std::max(count, cells);
    }
  }
  return count;
}

/// Shares `room` among columns: those that want little get it, the others share what is left by what they
/// want.
void shareOut(std::vector<double>& widths, const std::vector<double>& wanted, double room) {
  std::vector<std::size_t> open;
  double asked = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (widths[i] > 0) continue;
    open.push_back(i);
    asked += wanted[i];
  }
  if (open.empty()) return;
  if (asked <= room) {
    for (const auto i : open) widths[i] = wanted[i] + (room - asked) * wanted[i] / std::max(asked, 1.0);
    return;
  }
  for (bool settled = false; !settled;) {
    settled = true;
    const double fair = room / static_cast<double>(std::max<std::size_t>(1, open.size()));
    for (auto it = open.begin(); it != open.end();) {
      if (wanted[*it] > fair) {
        ++it;
        continue;
      }
      widths[*it] = wanted[*it];
      room -= wanted[*it];
      it = open.erase(it);
      settled = false;
    }
  }
  double roots = 0;
  for (const auto i : open) roots += std::sqrt(wanted[i]);
  for (const auto i : open) widths[i] = room * std::sqrt(wanted[i]) / roots;
}

}  // namespace

double BlockLayout::widestLine(const Blocks& blocks, TextScale scale) {
  double widest = 0;
  for (const auto& block : blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.data)) {
      // The first 200 bytes say whether a cell is short or long; the rest cannot make a column wider than the
      // page.
      Inlines runs;
      std::size_t length = 0;
      for (const auto& run : paragraph->runs) {
        if (length > 200) break;
        length += run.text.size();
        runs.push_back(run);
      }
      widest =
          std::max(widest, TextBlock(m_context, runs, textStyle(paragraph->style, scale), 0, {}).widest());
    } else if (const auto* figure = std::get_if<Figure>(&block.data)) {
      widest = std::max(widest, figure->widthPercent > 0 ? 0.0 : 90.0);
    } else {
      widest = std::max(widest, 140.0);
    }
  }
  return widest;
}

std::vector<double> BlockLayout::columnWidths(const Table& table, double width) {
  const std::size_t count = columnCount(table);
  const TextScale scale = table.dense ? TextScale::dense : TextScale::table;
  const double pad = table.dense ? 8 : 12;
  std::vector<double> widths(count, 0);
  double given = 0;
  bool open = false;
  for (std::size_t i = 0; i < count; ++i) {
    if (i < table.widths.size()) widths[i] = width * table.widths[i] / 100;
    given += widths[i];
    open = open || widths[i] <= 0;
  }
  if (open && given < width * 0.95) {
    std::vector<double> wanted(count, 20 + pad);
    const auto look = [&](const Row& row) {
      std::size_t at = 0;
      for (const auto& cell : row.cells) {
        if (cell.colspan == 1 && widths[at] <= 0) {
          wanted[at] =
              std::max(wanted[at], widestLine(cell.content, scale) * (cell.header ? 1.08 : 1) + pad + 1);
        }
        at += static_cast<std::size_t>(cell.colspan);
      }
    };
    std::for_each(table.head.begin(), table.head.end(), look);
    const auto measured = static_cast<std::ptrdiff_t>(std::min(table.body.size(), kMeasuredRows));
    std::for_each(table.body.begin(), table.body.begin() + measured, look);
    shareOut(widths, wanted, width - given);
  } else if (open) {
    for (auto& column : widths) column = column > 0 ? column : width / static_cast<double>(count);
  }
  const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
  for (auto& column : widths) column *= width / sum;
  return widths;
}

Slices BlockLayout::cell(const Cell& cell, double width, TextScale scale, bool head) {
  if (!cell.header) return flow(cell.content, width, scale);
  // Head cells: bold, in the head's smaller size, whatever paragraphs the template made of them.
  TextStyle style = textStyle(ParagraphStyle::body, scale);
  style.bold = true;
  style.color = head ? palette::kAccent : palette::kInk;
  if (head) style.size *= 0.94;
  Slices slices;
  for (const auto& block : cell.content) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.data)) {
      append(slices, text(paragraph->runs, style, width, cell.align), 1);
    } else {
      append(slices, flow({block}, width, scale), 1);
    }
  }
  return slices;
}

Slice BlockLayout::row(const Row& row, const std::vector<double>& widths, const RowLook& look,
                       TextScale scale) {
  std::vector<Side> sides;
  double x = 0;
  std::size_t at = 0;
  for (const auto& source : row.cells) {
    double width = 0;
    for (int i = 0; i < source.colspan && at < widths.size(); ++i, ++at) width += widths[at];
    const double inner = std::max(4.0, width - 2 * look.padX);
    sides.push_back({x + look.padX, inner, cell(source, inner, scale, look.head), source.tone});
    x += width;
  }
  const double full = std::accumulate(widths.begin(), widths.end(), 0.0);
  Slice slice = sideBySide(std::move(sides), full, look);
  const double least = textStyle(ParagraphStyle::body, scale).leading + 2 * look.padY;
  if (slice.height < least && row.cells.empty()) slice.height = least;
  return slice;
}

Slices BlockLayout::table(const Table& table, double width) {
  if (columnCount(table) == 0) return {};
  const TextScale scale = table.dense ? TextScale::dense : TextScale::table;
  const auto widths = columnWidths(table, width);
  RowLook look{table.dense ? 4.0 : 6.0, table.dense ? 2.6 : 4.2, true, true, false};
  Slices slices;
  std::shared_ptr<const Slice> repeated;
  if (!table.head.empty()) {
    Slices rows;
    look.alignBottom = true;
    for (const auto& source : table.head) rows.push_back(row(source, widths, look, scale));
    Slice head;
    head.height = totalHeight(rows);
    head.draw = [rows = std::move(rows)](cairo_t* cr, double x, double y) { drawAll(cr, rows, x, y); };
    repeated = std::make_shared<const Slice>(head);
    head.keepWithNext = true;
    slices.push_back(std::move(head));
  }
  look.head = false;
  look.alignBottom = false;
  for (const auto& source : table.body) {
    Slice line = row(source, widths, look, scale);
    line.repeated = repeated;
    const double room = m_pageHeight - (repeated ? repeated->height : 0);
    if (line.height <= room) line.split = nullptr;
    slices.push_back(std::move(line));
  }
  // The last row does not stand alone on a page under a repeated head.
  if (table.body.size() > 2) slices[slices.size() - 2].keepWithNext = true;
  if (!slices.empty()) slices.front().spaceBefore = 5;
  return slices;
}

}  // namespace octad::reports
