#include "reports/render/html.hpp"

#include <map>
#include <string_view>

#include "reports/charts/palette.hpp"
#include "reports/document/text_safety.hpp"
#include "reports/render/base64.hpp"
#include "reports/render/fill_in.hpp"
#include "reports/render/jpeg_metadata.hpp"
#include "reports/render/picture.hpp"
#include "reports/render/style.hpp"

namespace octad::resources {
const std::map<std::string, std::string_view>& octad_templates();
}

namespace octad::reports {
namespace {

std::string_view chipName(Chip chip) {
  switch (chip) {
    case Chip::major:
      return "major";
    case Chip::general:
      return "general";
    case Chip::ok:
      return "ok";
    case Chip::warn:
      return "warn";
    case Chip::late:
      return "late";
    case Chip::step:
      return "step";
    case Chip::other:
    case Chip::none:
      break;
  }
  return "other";
}

std::string_view toneName(Tone tone) {
  switch (tone) {
    case Tone::info:
      return "info";
    case Tone::ok:
      return "ok";
    case Tone::warn:
      return "warn";
    case Tone::late:
      return "late";
    case Tone::none:
      break;
  }
  return "";
}

std::string_view alignName(Align align) {
  return align == Align::end ? "right" : align == Align::centre ? "centre" : "";
}

std::string classAttribute(std::initializer_list<std::string_view> names) {
  std::string joined;
  for (const auto name : names) {
    if (name.empty()) continue;
    if (!joined.empty()) joined += ' ';
    joined += name;
  }
  return joined.empty() ? std::string() : " class=\"" + joined + "\"";
}

/// The palette as variables, so that colours are decided in palette.hpp alone.
std::string colourVariables() {
  std::string css = ":root{";
  const auto add = [&css](const char* name, const Color& color) {
    css += std::string("--") + name + ":" + cssColor(color) + ";";
  };
  add("ink", palette::kInk);
  add("muted", palette::kMuted);
  add("hairline", palette::kHairline);
  add("rule", palette::kRule);
  add("shade", palette::kShade);
  add("accent", palette::kAccent);
  for (const Chip chip : {Chip::major, Chip::general, Chip::other, Chip::ok, Chip::warn, Chip::late}) {
    const std::string name(chipName(chip));
    add(name.c_str(), chipLook(chip).text);
    add((name + "-tint").c_str(), chipLook(chip).tint);
  }
  return css + "}\n";
}

class Writer {
 public:
  explicit Writer(const RenderOptions& options) : m_options(options) {}

  std::string take() { return std::move(m_out); }

  void flow(const Blocks& blocks) {
    for (const auto& block : blocks) {
      std::visit([this](const auto& data) { write(data); }, block.data);
    }
  }

  void literal(std::string_view text) { m_out += escapeMarkup(printable(text)); }

 private:
  /// Text whose typed line breaks (U+2028) become <br>.
  void text(std::string_view text) {
    for (std::size_t from = 0;;) {
      const auto at = text.find(kLineBreak, from);
      m_out += escapeMarkup(text.substr(from, at == std::string_view::npos ? at : at - from));
      if (at == std::string_view::npos) return;
      m_out += "<br>";
      from = at + kLineBreak.size();
    }
  }

  void inlines(const Inlines& runs) {
    for (const auto& run : runs) {
      std::string close;
      const auto open = [&](const std::string& tag, const std::string& attributes = {}) {
        m_out += "<" + tag + attributes + ">";
        close = "</" + tag + ">" + close;
      };
      if (run.chip == Chip::step) {
        open("span", " class=\"step\"");
      } else if (run.chip != Chip::none) {
        open("span", classAttribute({"chip", chipName(run.chip)}));
      }
      if (run.bold) open("b");
      if (run.italic) open("i");
      if (run.muted || run.small || run.mono) {
        open("span",
             classAttribute({run.muted ? "muted" : "", run.small ? "small" : "", run.mono ? "mono" : ""}));
      }
      text(run.text);
      m_out += close;
    }
  }

  void write(const Paragraph& paragraph) {
    std::string tag = "p";
    std::string_view look;
    switch (paragraph.style) {
      case ParagraphStyle::heading1:
        tag = "h1";
        break;
      case ParagraphStyle::heading2:
        tag = "h2";
        break;
      case ParagraphStyle::heading3:
        tag = "h3";
        break;
      case ParagraphStyle::heading4:
        tag = "h4";
        break;
      case ParagraphStyle::subtitle:
        look = "subtitle";
        break;
      case ParagraphStyle::caption:
        look = "caption";
        break;
      case ParagraphStyle::body:
        break;
    }
    if (paragraph.runs.empty()) return;
    m_out += "<" + tag + " dir=\"auto\"" + classAttribute({look, alignName(paragraph.align)}) + ">";
    inlines(paragraph.runs);
    m_out += "</" + tag + ">\n";
  }

  void write(const ListBlock& list) {
    m_out += list.ordered ? "<ol>\n" : "<ul>\n";
    for (const auto& item : list.items) {
      m_out += "<li>";
      flow(item);
      m_out += "</li>\n";
    }
    m_out += list.ordered ? "</ol>\n" : "</ul>\n";
  }

  void rows(const std::vector<Row>& rows, bool head) {
    if (rows.empty()) return;
    m_out += head ? "<thead>\n" : "<tbody>\n";
    for (const auto& row : rows) {
      m_out += "<tr>";
      for (const auto& cell : row.cells) {
        const std::string tag = cell.header ? "th" : "td";
        m_out += "<" + tag;
        if (cell.header) m_out += head ? " scope=\"col\"" : " scope=\"row\"";
        if (cell.colspan > 1) m_out += " colspan=\"" + std::to_string(cell.colspan) + "\"";
        m_out += classAttribute({alignName(cell.align), toneName(cell.tone)}) + ">";
        flow(cell.content);
        m_out += "</" + tag + ">";
      }
      m_out += "</tr>\n";
    }
    m_out += head ? "</thead>\n" : "</tbody>\n";
  }

  void write(const Table& table) {
    m_out += "<table" + classAttribute({table.dense ? "dense" : ""}) + ">\n";
    if (!table.widths.empty()) {
      m_out += "<colgroup>";
      for (const double width : table.widths) {
        m_out += width > 0 ? "<col style=\"width:" + std::to_string(width) + "%\">" : "<col>";
      }
      m_out += "</colgroup>\n";
    }
    rows(table.head, true);
    rows(table.body, false);
    m_out += "</table>\n";
  }

  void write(const Fields& fields) {
    m_out += "<dl class=\"fields\">\n";
    for (const auto& field : fields.fields) {
      m_out += field.wide ? "<div class=\"wide\"><dt>" : "<div><dt>";
      inlines(field.label);
      m_out += "</dt><dd>";
      flow(field.value);
      m_out += "</dd></div>\n";
    }
    m_out += "</dl>\n";
  }

  /// The picture as <img>, or the sentence that stands for it.
  void write(const Figure& figure) {
    m_out += "<figure>";
    if (figure.kind == MediaKind::drawing) {
      drawing(figure);
    } else {
      image(figure);
    }
    if (!figure.caption.empty()) {
      m_out += "<figcaption dir=\"auto\">";
      inlines(figure.caption);
      m_out += "</figcaption>";
    }
    m_out += "</figure>\n";
  }

  void picture(std::string_view type, std::string_view bytes, std::string_view alt, double percent) {
    m_out += "<img src=\"" + dataUri(type, bytes) + "\" alt=\"";
    literal(alt);
    m_out += '"';
    if (percent > 0) m_out += " style=\"width:" + std::to_string(percent) + "%\"";
    m_out += '>';
  }

  void notice(const std::string& sentence, const Figure& figure) {
    m_out += "<div class=\"note warn\"><p class=\"small\">";
    literal(fillIn(sentence, {figure.alt.empty() ? figure.name : figure.alt}));
    m_out += "</p></div>";
  }

  void drawing(const Figure& figure) {
    const auto found = m_options.drawings.find(figure.name);
    if (found == m_options.drawings.end() || !found->second.draw) {
      notice(m_options.texts.drawingMissing, figure);
      return;
    }
    const auto& alt = figure.alt.empty() ? found->second.description : figure.alt;
    picture("image/svg+xml", toSvg(found->second), alt, figure.widthPercent);
  }

  void image(const Figure& figure) {
    const auto found = m_options.images.find(figure.name);
    if (found == m_options.images.end()) {
      notice(m_options.texts.imageMissing, figure);
      return;
    }
    const PictureHeader header = readPictureHeader(found->second);
    if (header.kind == PictureKind::unreadable) {
      notice(m_options.texts.imageUnreadable, figure);
    } else if (header.tooLarge()) {
      notice(m_options.texts.imageTooLarge, figure);
    } else {
      const bool png = header.kind == PictureKind::png;
      picture(png ? "image/png" : "image/jpeg",
              png ? found->second : withoutMetadata(found->second, header.orientation), figure.alt,
              figure.widthPercent);
    }
  }

  void write(const Columns& columns) {
    const bool gallery = columns.style == ColumnsStyle::gallery;
    m_out += "<div" +
             classAttribute({columns.style == ColumnsStyle::masthead ? "masthead"
                             : gallery                               ? "gallery"
                                                                     : "columns"}) +
             ">\n";
    for (const auto& column : columns.columns) {
      m_out += "<div>";
      flow(column);
      m_out += "</div>\n";
    }
    m_out += "</div>\n";
  }

  void write(const Group& group) {
    m_out += "<div" +
             classAttribute({group.keep ? "keep" : "", group.boxed ? "note" : "", toneName(group.tone)}) +
             ">\n";
    flow(group.content);
    m_out += "</div>\n";
  }

  void write(const RuleLine&) { m_out += "<hr>\n"; }
  void write(const PageBreak&) { m_out += "<div class=\"pagebreak\"></div>\n"; }

  const RenderOptions& m_options;
  std::string m_out;
};

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string line;
  for (const auto part : parts) {
    if (part.empty()) continue;
    if (!line.empty()) line += " · ";
    line += escapeMarkup(printable(part));
  }
  return line;
}

}  // namespace

std::string renderHtml(const Document& document, const RenderOptions& options) {
  const std::string title = options.title.empty() ? document.title : options.title;
  Writer body(options);
  body.flow(document.blocks);

  std::string out = "<!DOCTYPE html>\n<html lang=\"" + escapeMarkup(options.language) + "\">\n<head>\n";
  out += "<meta charset=\"utf-8\">\n";
  // Nothing is loaded and nothing runs, whatever text the document holds.
  out +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
      "style-src 'unsafe-inline'\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<title>" + escapeMarkup(printable(title)) + "</title>\n<style>\n" + colourVariables();
  out += resources::octad_templates().at("forms/base.css");
  if (options.landscape) out += "@page{size:A4 landscape}\n.page{max-width:1100px}\n";
  out += "</style>\n</head>\n<body>\n<div class=\"page\">\n";
  out += "<div class=\"running\"><span>" + joined({options.organisation, title}) + "</span><b>" +
         joined({options.number}) + "</b></div>\n";
  if (!options.watermark.empty())
    out += "<div class=\"watermark\">" + joined({options.watermark}) + "</div>\n";
  out += "<main>\n" + body.take() + "</main>\n";
  out += "<footer><span>" + joined({options.copyNotice, options.printedAt}) + "</span><span class=\"hash\">" +
         joined({options.recordHash}) + "</span></footer>\n</div>\n</body>\n</html>\n";
  return out;
}

}  // namespace octad::reports
