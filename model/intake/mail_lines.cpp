#include "model/intake/mail_lines.hpp"

#include <algorithm>
#include <array>

namespace octad::model {

namespace {

constexpr std::string_view kBlanks = " \t\r";

struct LabelWord {
  std::string_view word;
  MailLabel label;
};

// What customers write before a value; Latin ones in small letters.
constexpr std::array kLabels{LabelWord{"料号", MailLabel::part},
                             LabelWord{"物料编码", MailLabel::part},
                             LabelWord{"物料编号", MailLabel::part},
                             LabelWord{"物料号", MailLabel::part},
                             LabelWord{"产品型号", MailLabel::part},
                             LabelWord{"产品编号", MailLabel::part},
                             LabelWord{"型号", MailLabel::part},
                             LabelWord{"品号", MailLabel::part},
                             LabelWord{"零件号", MailLabel::part},
                             LabelWord{"part number", MailLabel::part},
                             LabelWord{"part no", MailLabel::part},
                             LabelWord{"part", MailLabel::part},
                             LabelWord{"p/n", MailLabel::part},
                             LabelWord{"pn", MailLabel::part},
                             LabelWord{"material number", MailLabel::part},
                             LabelWord{"material no", MailLabel::part},
                             LabelWord{"material", MailLabel::part},
                             LabelWord{"article no", MailLabel::part},
                             LabelWord{"item no", MailLabel::part},
                             LabelWord{"model", MailLabel::part},
                             LabelWord{"生产批号", MailLabel::lot},
                             LabelWord{"批次号", MailLabel::lot},
                             LabelWord{"批次", MailLabel::lot},
                             LabelWord{"批号", MailLabel::lot},
                             LabelWord{"lot number", MailLabel::lot},
                             LabelWord{"lot no", MailLabel::lot},
                             LabelWord{"lot", MailLabel::lot},
                             LabelWord{"batch number", MailLabel::lot},
                             LabelWord{"batch no", MailLabel::lot},
                             LabelWord{"batch", MailLabel::lot},
                             LabelWord{"不良现象", MailLabel::failure},
                             LabelWord{"故障现象", MailLabel::failure},
                             LabelWord{"问题现象", MailLabel::failure},
                             LabelWord{"不良描述", MailLabel::failure},
                             LabelWord{"故障描述", MailLabel::failure},
                             LabelWord{"缺陷描述", MailLabel::failure},
                             LabelWord{"问题描述", MailLabel::failure},
                             LabelWord{"不良内容", MailLabel::failure},
                             LabelWord{"不良项目", MailLabel::failure},
                             LabelWord{"failure mode", MailLabel::failure},
                             LabelWord{"failure description", MailLabel::failure},
                             LabelWord{"failure", MailLabel::failure},
                             LabelWord{"defect description", MailLabel::failure},
                             LabelWord{"defect", MailLabel::failure},
                             LabelWord{"problem description", MailLabel::failure},
                             LabelWord{"problem", MailLabel::failure},
                             LabelWord{"symptom", MailLabel::failure},
                             LabelWord{"fault", MailLabel::failure},
                             LabelWord{"issue", MailLabel::failure},
                             LabelWord{"不良数量", MailLabel::defective},
                             LabelWord{"不良品数", MailLabel::defective},
                             LabelWord{"不良数", MailLabel::defective},
                             LabelWord{"故障数量", MailLabel::defective},
                             LabelWord{"缺陷数量", MailLabel::defective},
                             LabelWord{"ng数量", MailLabel::defective},
                             LabelWord{"ng数", MailLabel::defective},
                             LabelWord{"defective quantity", MailLabel::defective},
                             LabelWord{"defective qty", MailLabel::defective},
                             LabelWord{"defective pieces", MailLabel::defective},
                             LabelWord{"qty defective", MailLabel::defective},
                             LabelWord{"quantity defective", MailLabel::defective},
                             LabelWord{"defect quantity", MailLabel::defective},
                             LabelWord{"defect qty", MailLabel::defective},
                             LabelWord{"affected quantity", MailLabel::defective},
                             LabelWord{"affected qty", MailLabel::defective},
                             LabelWord{"failed qty", MailLabel::defective},
                             LabelWord{"ng qty", MailLabel::defective},
                             LabelWord{"defective", MailLabel::defective},
                             LabelWord{"交货数量", MailLabel::delivered},
                             LabelWord{"送货数量", MailLabel::delivered},
                             LabelWord{"来料数量", MailLabel::delivered},
                             LabelWord{"到货数量", MailLabel::delivered},
                             LabelWord{"发货数量", MailLabel::delivered},
                             LabelWord{"批次数量", MailLabel::delivered},
                             LabelWord{"批量", MailLabel::delivered},
                             LabelWord{"delivered quantity", MailLabel::delivered},
                             LabelWord{"delivered qty", MailLabel::delivered},
                             LabelWord{"delivery quantity", MailLabel::delivered},
                             LabelWord{"quantity delivered", MailLabel::delivered},
                             LabelWord{"qty delivered", MailLabel::delivered},
                             LabelWord{"received quantity", MailLabel::delivered},
                             LabelWord{"received qty", MailLabel::delivered},
                             LabelWord{"shipped quantity", MailLabel::delivered},
                             LabelWord{"shipped qty", MailLabel::delivered},
                             LabelWord{"lot size", MailLabel::delivered},
                             LabelWord{"lot qty", MailLabel::delivered},
                             LabelWord{"batch size", MailLabel::delivered},
                             LabelWord{"delivered", MailLabel::delivered},
                             LabelWord{"客诉编号", MailLabel::reference},
                             LabelWord{"客诉单号", MailLabel::reference},
                             LabelWord{"投诉编号", MailLabel::reference},
                             LabelWord{"投诉单号", MailLabel::reference},
                             LabelWord{"异常单号", MailLabel::reference},
                             LabelWord{"异常编号", MailLabel::reference},
                             LabelWord{"通知单号", MailLabel::reference},
                             LabelWord{"不合格单号", MailLabel::reference},
                             LabelWord{"complaint number", MailLabel::reference},
                             LabelWord{"complaint no", MailLabel::reference},
                             LabelWord{"complaint id", MailLabel::reference},
                             LabelWord{"claim number", MailLabel::reference},
                             LabelWord{"claim no", MailLabel::reference},
                             LabelWord{"scar no", MailLabel::reference},
                             LabelWord{"ncr no", MailLabel::reference},
                             LabelWord{"car no", MailLabel::reference},
                             LabelWord{"8d no", MailLabel::reference},
                             LabelWord{"notification no", MailLabel::reference},
                             LabelWord{"our reference", MailLabel::reference},
                             LabelWord{"our ref", MailLabel::reference},
                             LabelWord{"reference", MailLabel::reference},
                             LabelWord{"客户名称", MailLabel::customer},
                             LabelWord{"客户", MailLabel::customer},
                             LabelWord{"公司名称", MailLabel::customer},
                             LabelWord{"customer name", MailLabel::customer},
                             LabelWord{"customer", MailLabel::customer},
                             LabelWord{"company", MailLabel::customer},
                             LabelWord{"要求回复日期", MailLabel::requested},
                             LabelWord{"要求回复时间", MailLabel::requested},
                             LabelWord{"要求完成日期", MailLabel::requested},
                             LabelWord{"回复期限", MailLabel::requested},
                             LabelWord{"回复截止", MailLabel::requested},
                             LabelWord{"截止日期", MailLabel::requested},
                             LabelWord{"response due", MailLabel::requested},
                             LabelWord{"reply due", MailLabel::requested},
                             LabelWord{"reply by", MailLabel::requested},
                             LabelWord{"answer by", MailLabel::requested},
                             LabelWord{"due date", MailLabel::requested},
                             LabelWord{"deadline", MailLabel::requested},
                             LabelWord{"生产日期", MailLabel::builtOn},
                             LabelWord{"制造日期", MailLabel::builtOn},
                             LabelWord{"production date", MailLabel::builtOn},
                             LabelWord{"date of manufacture", MailLabel::builtOn},
                             LabelWord{"manufactured on", MailLabel::builtOn},
                             LabelWord{"built on", MailLabel::builtOn},
                             LabelWord{"联系人", MailLabel::contact},
                             LabelWord{"contact person", MailLabel::contact},
                             LabelWord{"contact", MailLabel::contact}};

struct Prefix {
  std::string_view text;
  bool answer;
};
constexpr std::array kPrefixes{Prefix{"re:", true},   Prefix{"aw:", true},   Prefix{"答复:", true},
                               Prefix{"回复:", true}, Prefix{"回覆:", true}, Prefix{"fwd:", false},
                               Prefix{"fw:", false},  Prefix{"wg:", false},  Prefix{"转发:", false},
                               Prefix{"轉寄:", false}};

constexpr std::array<std::string_view, 8> kQuoteHeads{
    "-----original message", "----- original message",  "----original message",     "-----邮件原件",
    "-----原始邮件",         "------------------ 原始", "________________________", "------ 原始"};

/// Brackets with a unit between label and colon: "(pcs)".
std::size_t afterBrackets(const std::string& lower, std::size_t at) {
  constexpr std::size_t kLongest = 16;
  if (at >= lower.size() || lower[at] != '(') return at;
  const std::size_t close = lower.find(')', at);
  return close == std::string::npos || close - at > kLongest ? at : close + 1;
}

/// Where the value of a label begins that ends at `at`; npos when no value follows.
std::size_t valueAfter(const std::string& lower, std::size_t at) {
  const auto skipBlanks = [&lower](std::size_t from) {
    while (from < lower.size() && lower[from] == ' ') ++from;
    return from;
  };
  if (at < lower.size() && (lower[at] == '.' || lower[at] == '#')) ++at;
  at = skipBlanks(at);
  at = skipBlanks(afterBrackets(lower, at));
  if (at >= lower.size()) return std::string::npos;
  if (lower[at] == ':' || lower[at] == '=' || lower[at] == '\t') return at + 1;
  for (const std::string_view verb : {std::string_view("为"), std::string_view("是")})
    if (lower.compare(at, verb.size(), verb) == 0) return at + verb.size();
  return std::string::npos;
}

/// The cells of a line with tabs between them.
std::vector<std::string> cellsOf(const std::string& text) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\t', begin), text.size());
    cells.push_back(trimmedValue(std::string_view(text).substr(begin, end - begin)));
    begin = end + 1;
  }
  return cells;
}

/// Behind these another value begins.
constexpr std::array<std::string_view, 4> kStops{"\t", ";", "；", "|"};

struct LabelPlace {
  std::size_t at;
  std::size_t value;
  MailLabel label;
};

/// The labels of a line that have a value; of labels inside each other the longer.
std::vector<LabelPlace> labelsIn(const std::string& lower) {
  std::vector<LabelPlace> places;
  for (std::size_t at = 0; at < lower.size();) {
    const LabelWord* best = nullptr;
    std::size_t value = std::string::npos;
    for (const LabelWord& word : kLabels) {
      if (best != nullptr && word.word.size() <= best->word.size()) continue;
      if (lower.compare(at, word.word.size(), word.word) != 0) continue;
      if (at > 0 && isAsciiWordByte(word.word.front()) && isAsciiWordByte(lower[at - 1])) continue;
      const std::size_t begin = valueAfter(lower, at + word.word.size());
      if (begin == std::string::npos) continue;
      best = &word;
      value = begin;
    }
    if (best != nullptr) places.push_back({at, value, best->label});
    at = best == nullptr ? at + 1 : value;
  }
  return places;
}

}  // namespace

bool isAsciiWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

MailLine mailLine(int number, std::string_view raw) {
  MailLine line;
  line.number = number;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const auto byte = [&raw](std::size_t at) {
      return at < raw.size() ? static_cast<unsigned char>(raw[at]) : 0U;
    };
    // U+FF01 … U+FF5E are the plain signs once more, U+3000 and U+00A0 are blanks.
    if (byte(i) == 0xEFU && (byte(i + 1) == 0xBCU || byte(i + 1) == 0xBDU)) {
      const unsigned code = 0xF000U | ((byte(i + 1) & 0x3FU) << 6U) | (byte(i + 2) & 0x3FU);
      // Commas and the like stay: nothing is looked for by them, and the words stay as they were written.
      constexpr std::array kKept{0xFF01U, 0xFF0CU, 0xFF1BU, 0xFF1FU};
      const bool kept = std::find(kKept.begin(), kKept.end(), code) != kKept.end();
      if (code >= 0xFF01U && code <= 0xFF5EU && !kept) {
        line.text += static_cast<char>(code - 0xFEE0U);
        i += 2;
        continue;
      }
    }
    if (byte(i) == 0xE3U && byte(i + 1) == 0x80U && byte(i + 2) == 0x80U) {
      line.text += ' ';
      i += 2;
    } else if (byte(i) == 0xC2U && byte(i + 1) == 0xA0U) {
      line.text += ' ';
      i += 1;
    } else {
      line.text += raw[i];
    }
  }
  line.lower = line.text;
  for (char& c : line.lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return line;
}

std::vector<MailLine> writtenLines(const std::string& text, bool answer) {
  std::vector<MailLine> lines;
  int number = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    MailLine line = mailLine(++number, std::string_view(text).substr(at, end - at));
    at = end + 1;
    const auto quoted = [&line](std::string_view head) { return line.lower.starts_with(head); };
    const bool headOfOther = quoted("发件人:") || quoted("from:");
    if (answer && (headOfOther || std::any_of(kQuoteHeads.begin(), kQuoteHeads.end(), quoted))) break;
    if (!line.text.starts_with('>')) lines.push_back(std::move(line));
  }
  return lines;
}

std::string bareSubject(std::string_view subject) {
  std::string rest = trimmedValue(subject);
  for (bool again = true; again;) {
    again = false;
    // A prefix may be written with the full-width colon: as many bytes as read like it are cut.
    constexpr std::size_t kLongestPrefix = 16;
    for (std::size_t size = 1; size <= std::min(kLongestPrefix, rest.size()) && !again; ++size) {
      const std::string lower = mailLine(0, std::string_view(rest).substr(0, size)).lower;
      again = std::any_of(kPrefixes.begin(), kPrefixes.end(),
                          [&lower](const Prefix& prefix) { return lower == prefix.text; });
      if (again) rest = trimmedValue(rest.substr(size));
    }
  }
  return rest;
}

bool isAnswer(std::string_view subject) {
  const MailLine line = mailLine(0, subject);
  return std::any_of(kPrefixes.begin(), kPrefixes.end(), [&line](const Prefix& prefix) {
    return prefix.answer && line.lower.starts_with(prefix.text);
  });
}

std::vector<LabelledValue> labelledValues(const MailLine& line) {
  std::vector<LabelledValue> values;
  const auto places = labelsIn(line.lower);
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::size_t end = i + 1 < places.size() ? places[i + 1].at : line.text.size();
    std::size_t begin = places[i].value;
    while (begin < end && kBlanks.find(line.text[begin]) != std::string_view::npos) ++begin;
    for (const std::string_view stop : kStops) end = std::min(end, line.text.find(stop, begin));
    std::string value = trimmedValue(std::string_view(line.text).substr(begin, end - begin));
    if (!value.empty()) values.push_back({places[i].label, std::move(value)});
  }
  return values;
}

std::vector<MailLabel> tableHeading(const MailLine& line) {
  std::vector<MailLabel> heading;
  int known = 0;
  for (std::string cell : cellsOf(line.lower)) {
    if (cell.ends_with(')')) cell = trimmedValue(cell.substr(0, cell.find('(')));
    if (cell.ends_with(':')) cell.pop_back();
    const auto* word = std::find_if(kLabels.begin(), kLabels.end(),
                                    [&cell](const LabelWord& label) { return label.word == cell; });
    heading.push_back(word == kLabels.end() ? MailLabel::none : word->label);
    known += word == kLabels.end() ? 0 : 1;
  }
  return known < 2 ? std::vector<MailLabel>() : heading;
}

std::vector<LabelledValue> rowValues(const MailLine& line, const std::vector<MailLabel>& heading) {
  const auto cells = cellsOf(line.text);
  std::vector<LabelledValue> values;
  // Empty cells at the end of a row are not written.
  if (cells.size() < 2 || cells.size() > heading.size()) return values;
  for (std::size_t at = 0; at < cells.size(); ++at)
    if (heading[at] != MailLabel::none && !cells[at].empty()) values.push_back({heading[at], cells[at]});
  return values;
}

std::vector<MailToken> tokensOf(const std::string& line) {
  static constexpr std::string_view kInside = "-._/#+";
  const auto belongs = [](char c) { return isAsciiWordByte(c) || kInside.find(c) != std::string_view::npos; };
  std::vector<MailToken> tokens;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!isAsciiWordByte(line[at])) continue;
    std::size_t end = at;
    while (end < line.size() && belongs(line[end])) ++end;
    std::size_t last = end;
    while (last > at && !isAsciiWordByte(line[last - 1])) --last;
    tokens.push_back({at, line.substr(at, last - at)});
    at = end;
  }
  return tokens;
}

std::string trimmedValue(std::string_view value) {
  static constexpr std::array<std::string_view, 9> kEnds{" ", "\t", "\r", ",", ".", ";", "。", "，", "；"};
  while (!value.empty() && kBlanks.find(value.front()) != std::string_view::npos) value.remove_prefix(1);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view end : kEnds)
      if (value.ends_with(end)) {
        value.remove_suffix(end.size());
        again = true;
      }
  }
  return std::string(value);
}

std::size_t findWord(std::string_view lower, std::string_view word, std::size_t from) {
  for (std::size_t at = lower.find(word, from); at != std::string_view::npos; at = lower.find(word, at + 1)) {
    const bool before = at > 0 && isAsciiWordByte(word.front()) && isAsciiWordByte(lower[at - 1]);
    const std::size_t end = at + word.size();
    const bool after = end < lower.size() && isAsciiWordByte(word.back()) && isAsciiWordByte(lower[end]);
    if (!before && !after) return at;
  }
  return std::string_view::npos;
}

}  // namespace octad::model
