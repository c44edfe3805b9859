#include "reports/exchange/html_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace octad::reports {

namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Where `word` stands in small or capital letters; npos when it does not.
std::size_t findFolded(std::string_view text, std::string_view word, std::size_t from) {
  const auto found =
      std::search(text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())), text.end(),
                  word.begin(), word.end(), [](char a, char b) { return small(a) == b; });
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

void appendUtf8(std::string& out, unsigned code) {
  if (code == 0 || code > 0x10FFFFU || (code >= 0xD800U && code <= 0xDFFFU)) return;
  const auto tail = [&out](unsigned bits) { out += static_cast<char>(0x80U | (bits & 0x3FU)); };
  if (code < 0x80U) {
    out += static_cast<char>(code);
  } else if (code < 0x800U) {
    out += static_cast<char>(0xC0U | (code >> 6U));
    tail(code);
  } else if (code < 0x10000U) {
    out += static_cast<char>(0xE0U | (code >> 12U));
    tail(code >> 6U);
    tail(code);
  } else {
    out += static_cast<char>(0xF0U | (code >> 18U));
    tail(code >> 12U);
    tail(code >> 6U);
    tail(code);
  }
}

struct Entity {
  std::string_view name;
  unsigned code;
};
constexpr std::array kEntities{Entity{"lt", '<'},       Entity{"gt", '>'},       Entity{"amp", '&'},
                               Entity{"quot", '"'},     Entity{"apos", '\''},    Entity{"nbsp", ' '},
                               Entity{"ndash", 0x2013}, Entity{"mdash", 0x2014}, Entity{"deg", 0xB0},
                               Entity{"plusmn", 0xB1},  Entity{"times", 0xD7},   Entity{"micro", 0xB5},
                               Entity{"auml", 0xE4},    Entity{"ouml", 0xF6},    Entity{"uuml", 0xFC},
                               Entity{"Auml", 0xC4},    Entity{"Ouml", 0xD6},    Entity{"Uuml", 0xDC},
                               Entity{"szlig", 0xDF},   Entity{"ldquo", 0x201C}, Entity{"rdquo", 0x201D}};

/// Writes the text as a browser would: blanks run together, lines where the tags say so.
class Writer {
 public:
  void blank() { m_blank = !m_line.empty(); }
  void append(unsigned code) {
    before();
    appendUtf8(m_line, code);
  }
  void append(char byte) {
    before();
    m_line += byte;
  }
  /// A cell of a table begins or ends: inside, paragraphs are blanks, so that a row stays one line.
  void cell(bool begins) {
    m_inCell = begins;
    if (begins) return;
    m_blank = false;
    m_line += '\t';
  }
  /// Ends the line, unless it is that of a row of a table.
  void paragraph() {
    if (m_inCell)
      blank();
    else
      end();
  }
  /// Several breaks make one empty line at most.
  void lineBreak() {
    if (m_inCell || !m_line.empty())
      paragraph();
    else if (!m_text.empty() && !m_text.ends_with("\n\n"))
      m_text += '\n';
  }
  void end() {
    m_blank = false;
    m_inCell = false;
    while (!m_line.empty() && m_line.back() == '\t') m_line.pop_back();
    if (m_line.empty()) return;
    m_text += m_line + "\n";
    m_line.clear();
  }
  std::string take() {
    end();
    while (m_text.ends_with('\n')) m_text.pop_back();
    return m_text.empty() ? std::string() : m_text + "\n";
  }

 private:
  void before() {
    if (m_blank && !m_line.empty() && m_line.back() != '\t') m_line += ' ';
    m_blank = false;
  }

  std::string m_text;
  std::string m_line;
  bool m_blank = false;
  bool m_inCell = false;
};

/// Takes an entity at `at` (behind the "&"); the place behind it, or `at` when it is none.
std::size_t takeEntity(std::string_view html, std::size_t at, Writer& out) {
  constexpr std::size_t kLongest = 10;
  const std::size_t end = html.substr(at, kLongest).find(';');
  if (end == std::string_view::npos || end == 0) return at;
  const std::string_view name = html.substr(at, end);
  unsigned code = 0;
  if (name.front() == '#') {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string_view digits = name.substr(hex ? 2 : 1);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return at;
  } else {
    const auto* known = std::find_if(kEntities.begin(), kEntities.end(),
                                     [name](const Entity& entity) { return entity.name == name; });
    if (known == kEntities.end()) return at;
    code = known->code;
  }
  if (code == ' ' || code == 0xA0U)
    out.blank();
  else
    out.append(code);
  return at + end + 1;
}

/// A "<" that no letter, "/" or "!" follows is a sign of the text: 1 < 2.
bool opensTag(std::string_view html, std::size_t at) {
  const char next = at < html.size() ? small(html[at]) : '\0';
  return (next >= 'a' && next <= 'z') || next == '/' || next == '!' || next == '?';
}

/// Takes a tag at `at` (behind the "<"); the place behind it.
std::size_t takeTag(std::string_view html, std::size_t at, Writer& out) {
  if (html.compare(at, 3, "!--") == 0) {
    const std::size_t end = html.find("-->", at);
    return end == std::string_view::npos ? html.size() : end + 3;
  }
  std::size_t end = at;
  const bool closing = end < html.size() && html[end] == '/';
  if (closing) ++end;
  std::string name;
  constexpr std::size_t kLongestName = 12;
  while (end < html.size() && name.size() < kLongestName &&
         std::string_view(" \t\r\n/>").find(html[end]) == std::string_view::npos)
    name += small(html[end++]);
  const std::size_t close = html.find('>', end);
  const std::size_t behind = close == std::string_view::npos ? html.size() : close + 1;
  static constexpr std::array<std::string_view, 4> kUnseen{"script", "style", "head", "title"};
  if (!closing && std::find(kUnseen.begin(), kUnseen.end(), name) != kUnseen.end()) {
    const std::size_t last = findFolded(html, "</" + name, behind);
    const std::size_t tail = last == std::string_view::npos ? last : html.find('>', last);
    return tail == std::string_view::npos ? html.size() : tail + 1;
  }
  static constexpr std::array<std::string_view, 11> kParagraphs{"p",  "div", "li", "h1", "h2",        "h3",
                                                                "h4", "ul",  "ol", "hr", "blockquote"};
  if (name == "br")
    out.lineBreak();
  else if (name == "tr" || name == "table")
    out.end();
  else if (name == "td" || name == "th")
    out.cell(!closing);
  else if (std::find(kParagraphs.begin(), kParagraphs.end(), name) != kParagraphs.end())
    out.paragraph();
  return behind;
}

}  // namespace

std::string htmlText(std::string_view html) {
  Writer out;
  for (std::size_t at = 0; at < html.size();) {
    const char c = html[at];
    if (c == '<' && opensTag(html, at + 1)) {
      at = takeTag(html, at + 1, out);
    } else if (c == '&') {
      const std::size_t behind = takeEntity(html, at + 1, out);
      if (behind == at + 1) out.append(c);
      at = behind;
    } else {
      if (kBlanks.find(c) != std::string_view::npos)
        out.blank();
      else
        out.append(c);
      ++at;
    }
  }
  return out.take();
}

}  // namespace octad::reports
