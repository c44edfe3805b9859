#pragma once

#include <string>
#include <variant>
#include <vector>

namespace octad::reports {

/// The state chips; each has a word, a colour and a sign, so that colour is never the only sign.
enum class Chip { none, major, general, other, ok, warn, late, step };

/// A piece of text with one look.
struct Run {
  std::string text;  ///< UTF-8; U+2028 breaks the line
  bool bold = false;
  bool italic = false;
  bool muted = false;  ///< grey, for what is secondary
  bool small = false;
  bool mono = false;  ///< for hashes, part numbers
  Chip chip = Chip::none;
};
using Inlines = std::vector<Run>;

enum class ParagraphStyle { body, heading1, heading2, heading3, heading4, subtitle, caption };
enum class Align { start, centre, end };
/// The tone of a boxed note or of a table cell.
enum class Tone { none, info, ok, warn, late };

struct Block;
using Blocks = std::vector<Block>;

struct Paragraph {
  ParagraphStyle style = ParagraphStyle::body;
  Inlines runs;
  Align align = Align::start;
};

struct ListBlock {
  bool ordered = false;
  std::vector<Blocks> items;
};

struct Cell {
  Blocks content;
  int colspan = 1;
  bool header = false;  ///< `<th>`: names its row or column
  Align align = Align::start;
  Tone tone = Tone::none;
};

struct Row {
  std::vector<Cell> cells;
};

struct Table {
  std::vector<double> widths;  ///< share of each column in percent, 0 = by content
  std::vector<Row> head;       ///< repeated on every page
  std::vector<Row> body;
  bool dense = false;  ///< smaller text, for registers
};

struct Field {
  Inlines label;
  Blocks value;
  bool wide = false;  ///< takes the whole width
};

/// `<dl class="fields">`: label and value in two columns of pairs.
struct Fields {
  std::vector<Field> fields;
};

enum class MediaKind { image, drawing };

struct Figure {
  MediaKind kind = MediaKind::image;
  std::string name;  ///< key of RenderOptions::images or ::drawings
  std::string alt;
  double widthPercent = 0;  ///< of the space there is; 0 = by its own size
  Inlines caption;
};

enum class ColumnsStyle { plain, masthead, gallery };

/// Blocks side by side: the head of the first page, photos in pairs.
struct Columns {
  ColumnsStyle style = ColumnsStyle::plain;
  std::vector<Blocks> columns;
};

/// Blocks that stay on one page (`keep`), or in a tinted box (`tone`).
struct Group {
  bool keep = false;
  bool boxed = false;
  Tone tone = Tone::none;
  Blocks content;
};

struct RuleLine {};
struct PageBreak {};

struct Block {
  std::variant<Paragraph, ListBlock, Table, Fields, Figure, Columns, Group, RuleLine, PageBreak> data;
};

/// A parsed document, the same for PDF and HTML.
struct Document {
  std::string title;  ///< of `<title>`, else of the first h1
  Blocks blocks;
};

/// The text of `runs` without looks.
std::string plainText(const Inlines& runs);

}  // namespace octad::reports
