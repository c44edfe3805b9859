#include "reports/document/parse.hpp"

#include <charconv>
#include <pugixml.hpp>
#include <string>

#include "model/core/error.hpp"
#include "reports/document/inline_reader.hpp"

namespace octad::reports {
namespace {

using model::Invalid;
using model::Message;
using model::tr;

[[noreturn]] void refuseElement(const pugi::xml_node& node) {
  throw Invalid("template",
                Message(tr("The template holds <{0}> inside <{1}>, which our documents do not have there."),
                        {node.name(), node.parent().name()}));
}

bool isNoise(const pugi::xml_node& node) {
  return node.type() == pugi::node_comment || node.type() == pugi::node_pi ||
         node.type() == pugi::node_declaration;
}

bool isBlankText(const pugi::xml_node& node) {
  const bool text = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
  return text && std::string_view(node.value()).find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// "24%" or "24" -> 24; anything else 0 (by content).
double percentOf(const pugi::xml_node& node, const char* attribute) {
  const std::string_view text = node.attribute(attribute).value();
  double percent = 0;
  std::from_chars(text.data(), text.data() + text.size(), percent);
  return percent > 0 && percent <= 100 ? percent : 0;
}

Align alignOf(const pugi::xml_node& node) {
  if (hasClass(node, "num") || hasClass(node, "right")) return Align::end;
  if (hasClass(node, "centre") || hasClass(node, "center")) return Align::centre;
  return Align::start;
}

Tone toneOf(const pugi::xml_node& node) {
  if (hasClass(node, "warn")) return Tone::warn;
  if (hasClass(node, "late")) return Tone::late;
  if (hasClass(node, "ok")) return Tone::ok;
  return hasClass(node, "info") || hasClass(node, "note") ? Tone::info : Tone::none;
}

Inlines inlinesOf(const pugi::xml_node& node) {
  Inlines runs;
  for (const auto& child : node.children()) {
    if (isNoise(child)) continue;
    if (!isInline(child)) refuseElement(child);
    readInline(child, {}, runs);
  }
  return tidy(runs);
}

class Reader {
 public:
  Blocks flow(const pugi::xml_node& parent) const {
    Blocks blocks;
    Inlines loose;
    for (const auto& child : parent.children()) {
      if (isNoise(child)) continue;
      if (isInline(child)) {
        readInline(child, {}, loose);
        continue;
      }
      closeLoose(parent, loose, blocks);
      block(child, blocks);
    }
    closeLoose(parent, loose, blocks);
    return blocks;
  }

 private:
  /// Text that stands directly in a cell, list item or box is a paragraph of its own.
  static void closeLoose(const pugi::xml_node& parent, Inlines& loose, Blocks& blocks) {
    auto runs = tidy(loose);
    loose.clear();
    if (!runs.empty()) blocks.push_back({Paragraph{ParagraphStyle::body, std::move(runs), alignOf(parent)}});
  }

  void block(const pugi::xml_node& node, Blocks& out) const {
    const std::string_view name = node.name();
    if (name == "p" || (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '4')) {
      out.push_back({paragraph(node)});
    } else if (name == "ul" || name == "ol") {
      out.push_back({list(node)});
    } else if (name == "table") {
      out.push_back({table(node)});
    } else if (name == "dl") {
      out.push_back({fields(node)});
    } else if (name == "figure" || name == "img" || name == "drawing") {
      out.push_back({figure(node)});
    } else if (name == "div" || name == "section") {
      division(node, out);
    } else if (name == "hr") {
      out.push_back({RuleLine{}});
    } else if (name == "pagebreak") {
      out.push_back({PageBreak{}});
    } else {
      refuseElement(node);
    }
  }

  static Paragraph paragraph(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    Paragraph result;
    if (name[0] == 'h') {
      constexpr ParagraphStyle kHeadings[] = {ParagraphStyle::heading1, ParagraphStyle::heading2,
                                              ParagraphStyle::heading3, ParagraphStyle::heading4};
      result.style = kHeadings[name[1] - '1'];
    } else if (hasClass(node, "subtitle")) {
      result.style = ParagraphStyle::subtitle;
    } else if (hasClass(node, "caption")) {
      result.style = ParagraphStyle::caption;
    }
    result.align = alignOf(node);
    result.runs = inlinesOf(node);
    for (auto& run : result.runs) {
      run.muted = run.muted || hasClass(node, "muted");
      run.small = run.small || hasClass(node, "small");
    }
    return result;
  }

  ListBlock list(const pugi::xml_node& node) const {
    ListBlock result;
    result.ordered = std::string_view(node.name()) == "ol";
    for (const auto& child : node.children()) {
      if (isNoise(child) || isBlankText(child)) continue;
      if (std::string_view(child.name()) != "li") refuseElement(child);
      result.items.push_back(flow(child));
    }
    return result;
  }

  Row row(const pugi::xml_node& node, bool head) const {
    Row result;
    for (const auto& child : node.children()) {
      if (isNoise(child) || isBlankText(child)) continue;
      const std::string_view name = child.name();
      if (name != "td" && name != "th") refuseElement(child);
      Cell cell;
      cell.content = flow(child);
      cell.colspan = std::clamp(child.attribute("colspan").as_int(1), 1, 50);
      cell.header = head || name == "th";
      cell.align = alignOf(child);
      cell.tone = toneOf(child);
      result.cells.push_back(std::move(cell));
    }
    return result;
  }

  void rows(const pugi::xml_node& node, bool head, std::vector<Row>& out) const {
    for (const auto& child : node.children()) {
      if (isNoise(child) || isBlankText(child)) continue;
      if (std::string_view(child.name()) != "tr") refuseElement(child);
      out.push_back(row(child, head));
    }
  }

  static void columns(const pugi::xml_node& node, std::vector<double>& widths) {
    for (const auto& child : node.children()) {
      if (isNoise(child) || isBlankText(child)) continue;
      if (std::string_view(child.name()) != "col") refuseElement(child);
      widths.push_back(percentOf(child, "width"));
    }
  }

  Table table(const pugi::xml_node& node) const {
    Table result;
    result.dense = hasClass(node, "dense");
    for (const auto& child : node.children()) {
      if (isNoise(child) || isBlankText(child)) continue;
      const std::string_view name = child.name();
      if (name == "thead") {
        rows(child, true, result.head);
      } else if (name == "tbody") {
        rows(child, false, result.body);
      } else if (name == "tr") {
        result.body.push_back(row(child, false));
      } else if (name == "colgroup") {
        columns(child, result.widths);
      } else if (name == "col") {
        result.widths.push_back(percentOf(child, "width"));
      } else {
        refuseElement(child);
      }
    }
    return result;
  }

  Fields fields(const pugi::xml_node& node) const {
    Fields result;
    for (const auto& child : node.children()) {
      if (isNoise(child) || isBlankText(child)) continue;
      const std::string_view name = child.name();
      if (name == "dt") {
        result.fields.push_back({inlinesOf(child), {}, hasClass(child, "wide")});
      } else if (name == "dd" && !result.fields.empty()) {
        auto& field = result.fields.back();
        field.wide = field.wide || hasClass(child, "wide");
        for (auto& block : flow(child)) field.value.push_back(std::move(block));
      } else {
        refuseElement(child);
      }
    }
    return result;
  }

  static void media(const pugi::xml_node& node, Figure& figure) {
    const bool drawing = std::string_view(node.name()) == "drawing";
    figure.kind = drawing ? MediaKind::drawing : MediaKind::image;
    figure.name = node.attribute(drawing ? "name" : "src").value();
    figure.alt = node.attribute("alt").value();
    figure.widthPercent = percentOf(node, "width");
  }

  static Figure figure(const pugi::xml_node& node) {
    Figure result;
    if (std::string_view(node.name()) != "figure") {
      media(node, result);
      return result;
    }
    for (const auto& child : node.children()) {
      if (isNoise(child) || isBlankText(child)) continue;
      const std::string_view name = child.name();
      if (name == "img" || name == "drawing") {
        media(child, result);
      } else if (name == "figcaption") {
        result.caption = inlinesOf(child);
      } else {
        refuseElement(child);
      }
    }
    return result;
  }

  void division(const pugi::xml_node& node, Blocks& out) const {
    if (hasClass(node, "gallery")) {
      gallery(node, out);
    } else if (hasClass(node, "columns") || hasClass(node, "masthead")) {
      Columns result;
      result.style = hasClass(node, "masthead") ? ColumnsStyle::masthead : ColumnsStyle::plain;
      for (const auto& child : node.children()) {
        if (isNoise(child) || isBlankText(child)) continue;
        if (std::string_view(child.name()) != "div") refuseElement(child);
        result.columns.push_back(flow(child));
      }
      out.push_back({std::move(result)});
    } else if (hasClass(node, "keep") || hasClass(node, "note")) {
      Group group;
      group.keep = hasClass(node, "keep");
      group.boxed = hasClass(node, "note");
      group.tone = group.boxed ? toneOf(node) : Tone::none;
      group.content = flow(node);
      out.push_back({std::move(group)});
    } else {
      for (auto& block : flow(node)) out.push_back(std::move(block));
    }
  }

  void gallery(const pugi::xml_node& node, Blocks& out) const {
    const std::size_t perRow = hasClass(node, "three") ? 3 : 2;
    auto content = flow(node);
    for (std::size_t i = 0; i < content.size(); i += perRow) {
      Columns line;
      line.style = ColumnsStyle::gallery;
      for (std::size_t k = i; k < i + perRow; ++k) {
        line.columns.emplace_back();
        if (k < content.size()) line.columns.back().push_back(std::move(content[k]));
      }
      out.push_back({std::move(line)});
    }
  }
};

std::string firstHeading(const Blocks& blocks) {
  for (const auto& block : blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.data)) {
      if (paragraph->style == ParagraphStyle::heading1) return plainText(paragraph->runs);
    } else if (const auto* columns = std::get_if<Columns>(&block.data)) {
      for (const auto& column : columns->columns) {
        if (auto title = firstHeading(column); !title.empty()) return title;
      }
    }
  }
  return {};
}

}  // namespace

Document parseDocument(std::string_view xhtml) {
  pugi::xml_document xml;
  const auto options =
      pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata | pugi::parse_fragment;
  const auto result = xml.load_buffer(xhtml.data(), xhtml.size(), options, pugi::encoding_utf8);
  if (!result) {
    const auto upTo = xhtml.substr(0, static_cast<std::size_t>(result.offset));
    const auto line = std::count(upTo.begin(), upTo.end(), '\n') + 1;
    throw Invalid("template", Message(tr("The document's markup is broken near line {0}: {1}."),
                                      {std::to_string(line), result.description()}));
  }
  for (const auto& node : xml.children()) {
    if (node.type() == pugi::node_doctype) {
      throw Invalid("template",
                    Message(tr("Take the DOCTYPE out of the template; our documents have none.")));
    }
  }
  pugi::xml_node root = xml;
  if (const auto html = xml.child("html")) root = html.child("body") ? html.child("body") : html;
  if (const auto document = xml.child("document")) root = document;

  Document document;
  document.blocks = Reader().flow(root);
  const auto title = xml.child("html").child("head").child("title");
  document.title = title ? title.text().get() : firstHeading(document.blocks);
  return document;
}

}  // namespace octad::reports
