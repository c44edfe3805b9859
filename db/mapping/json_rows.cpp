#include "db/mapping/json_rows.hpp"

#include <charconv>

namespace octad::db {

namespace {

void appendUtf8(std::string& out, unsigned code) {
  const auto put = [&out](unsigned byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

}  // namespace

const JsonWords& jsonWords(std::string_view dialect) {
  static const JsonWords postgres{"json_build_array", "json_agg", "string_agg", "::text", "'[]'"};
  static const JsonWords sqlite{"json_array", "json_group_array", "group_concat", "", ""};
  return dialect == "postgresql" ? postgres : sqlite;
}

JsonRowScanner::JsonRowScanner(std::string_view text) : m_text(text) {
  skipBlanks();
  expect('[');
}

bool JsonRowScanner::nextRow() {
  skipBlanks();
  if (m_inRow) {
    expect(']');
    skipBlanks();
    if (m_at < m_text.size() && m_text[m_at] == ',') {
      ++m_at;
      skipBlanks();
    }
  }
  if (m_at < m_text.size() && m_text[m_at] == ']') return false;
  expect('[');
  m_inRow = true;
  m_firstValue = true;
  return true;
}

void JsonRowScanner::next(Cell& cell) {
  skipBlanks();
  if (!m_firstValue) {
    expect(',');
    skipBlanks();
  }
  m_firstValue = false;
  cell.state = soci::i_ok;
  if (m_at >= m_text.size()) fail();
  if (m_text[m_at] == '"') return readText(cell.text);
  if (m_text.substr(m_at, 4) == "null") {
    m_at += 4;
    cell.state = soci::i_null;
    cell.number = 0;
    cell.text.clear();
    return;
  }
  const auto [end, error] = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), cell.number);
  if (error != std::errc{}) fail();
  m_at = static_cast<std::size_t>(end - m_text.data());
}

void JsonRowScanner::skipBlanks() {
  while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n')) ++m_at;
}

void JsonRowScanner::expect(char c) {
  if (m_at >= m_text.size() || m_text[m_at] != c) fail();
  ++m_at;
}

void JsonRowScanner::readText(std::string& out) {
  expect('"');
  out.clear();
  while (true) {
    const auto stop = m_text.find_first_of("\"\\", m_at);
    if (stop == std::string_view::npos) fail();
    out.append(m_text, m_at, stop - m_at);
    m_at = stop + 1;
    if (m_text[stop] == '"') return;
    readEscape(out);
  }
}

void JsonRowScanner::readEscape(std::string& out) {
  if (m_at >= m_text.size()) fail();
  constexpr std::string_view kNames = "\"\\/bfnrt";
  constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
  const char name = m_text[m_at++];
  if (const auto found = kNames.find(name); found != std::string_view::npos) {
    out += kMeant[found];
    return;
  }
  if (name != 'u') fail();
  unsigned code = readHex();
  if (code >= 0xD800 && code < 0xDC00) {
    expect('\\');
    expect('u');
    code = 0x10000 + ((code - 0xD800) << 10) + (readHex() - 0xDC00);
  }
  appendUtf8(out, code);
}

unsigned JsonRowScanner::readHex() {
  unsigned code = 0;
  const auto digits = m_text.substr(m_at, 4);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  if (error != std::errc{} || end != digits.data() + 4) fail();
  m_at += 4;
  return code;
}

void JsonRowScanner::fail() const {
  throw std::runtime_error("the database gave rows that are no JSON, near byte " + std::to_string(m_at));
}

}  // namespace octad::db
