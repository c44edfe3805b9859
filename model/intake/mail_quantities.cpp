#include "model/intake/mail_quantities.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "model/core/text.hpp"
#include "model/intake/mail_lines.hpp"

namespace octad::model {

namespace {

using Words = std::vector<std::string_view>;

/// How far before and after a number its meaning may stand, in bytes.
constexpr std::size_t kNear = 36;

struct Number {
  std::size_t at = 0;
  std::size_t end = 0;  ///< behind the unit when there is one
  long long value = 0;
  bool unit = false;
};

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// A whole number with or without thousands commas that begins at `at`; none for 1.5 and for what is too big.
std::optional<Number> numberAt(const std::string& text, std::size_t at) {
  constexpr std::size_t kGroup = 3;
  Number number;
  number.at = at;
  std::size_t end = at;
  for (; end < text.size(); ++end) {
    if (isDigit(text[end])) {
      number.value = number.value * 10 + (text[end] - '0');
      if (number.value > kMaxQuantity) return std::nullopt;
      continue;
    }
    const auto digitsBehind = static_cast<std::size_t>(
        std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(end) + 1, text.end(), isDigit) -
        text.begin() - static_cast<std::ptrdiff_t>(end) - 1);
    if (text[end] == ',' && digitsBehind == kGroup) continue;
    if (text[end] == '.' && digitsBehind > 0) return std::nullopt;
    break;
  }
  number.end = end;
  return number;
}

void takeUnit(const std::string& lower, Number& number) {
  static constexpr std::array<std::string_view, 17> kUnits{"pieces", "piece", "units", "unit", "parts", "pcs",
                                                           "pc",     "ea",    "件",    "个",   "只",    "台",
                                                           "片",     "块",    "套",    "支",   "颗"};
  std::size_t at = number.end;
  while (at < lower.size() && lower[at] == ' ') ++at;
  for (const std::string_view unit : kUnits) {
    const std::size_t end = at + unit.size();
    if (lower.compare(at, unit.size(), unit) != 0) continue;
    if (isAsciiWordByte(unit.back()) && end < lower.size() && isAsciiWordByte(lower[end])) continue;
    number.unit = true;
    number.end = end;
    return;
  }
}

/// Whole numbers of a line that are no part of a longer word (a part number, a date, a time).
std::vector<Number> numbersIn(const std::string& lower) {
  constexpr std::string_view kGlue = "-._#+:";
  std::vector<Number> numbers;
  for (std::size_t at = 0; at < lower.size(); ++at) {
    if (!isDigit(lower[at])) continue;
    const bool glued =
        at > 0 && (isAsciiWordByte(lower[at - 1]) || kGlue.find(lower[at - 1]) != std::string_view::npos);
    auto number = numberAt(lower, at);
    std::size_t end = number ? number->end : at + 1;
    while (end < lower.size() &&
           (isAsciiWordByte(lower[end]) || kGlue.find(lower[end]) != std::string_view::npos))
      ++end;
    if (number && !glued) {
      takeUnit(lower, *number);
      const bool word = number->end < lower.size() && !number->unit &&
                        (isAsciiWordByte(lower[number->end]) || lower[number->end] == '%');
      if (!word) numbers.push_back(*number);
    }
    at = std::max(end, number ? number->end : end) - 1;
  }
  return numbers;
}

bool hasAny(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
    return findWord(text, word) != std::string_view::npos;
  });
}

const Words& defectWords() {
  static const Words words{"不良",     "故障",      "失效",   "损坏",    "坏品",     "ng",
                           "缺陷",     "defective", "defect", "defects", "failed",   "fail",
                           "failures", "faulty",    "broken", "damaged", "rejected", "affected"};
  return words;
}

const Words& deliveryWords() {
  static const Words words{"交货",    "送货",   "来料",     "到货",      "发货",        "收到",
                           "批量",    "总数",   "共",       "delivered", "delivery of", "received",
                           "shipped", "lot of", "batch of", "total of"};
  return words;
}

/// "12 of 500 pcs", "12 out of 500", "12/500 pcs", "500件中12件": the first of the first two pairs.
std::optional<WrittenQuantities> pairIn(const std::string& lower, const std::vector<Number>& numbers) {
  for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
    const Number& one = numbers[i];
    const Number& other = numbers[i + 1];
    if (!one.unit && !other.unit) continue;
    const MailLine between =
        mailLine(0, trimmedValue(std::string_view(lower).substr(one.end, other.at - one.end)));
    const bool share = between.lower == "of" || between.lower == "out of" || between.lower == "/" ||
                       between.lower == "of the" || between.lower == "out of the";
    if (share && one.value <= other.value) return WrittenQuantities{one.value, other.value};
    const bool among = between.lower.starts_with("中") && between.lower.size() <= kNear;
    if (among && other.value <= one.value) return WrittenQuantities{other.value, one.value};
  }
  return std::nullopt;
}

}  // namespace

std::optional<long long> leadingQuantity(const std::string& value) {
  if (value.empty() || !isDigit(value.front())) return std::nullopt;
  const auto number = numberAt(value, 0);
  return number ? std::optional(number->value) : std::nullopt;
}

WrittenQuantities quantitiesIn(const std::string& lower) {
  const auto numbers = numbersIn(lower);
  if (const auto pair = pairIn(lower, numbers)) return *pair;
  WrittenQuantities found;
  std::size_t from = 0;  // what belongs to the number before is not looked at again
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Number& number = numbers[i];
    const std::size_t next = i + 1 < numbers.size() ? numbers[i + 1].at : lower.size();
    const std::size_t begin = std::max(from, number.at > kNear ? number.at - kNear : 0);
    const std::string_view before = std::string_view(lower).substr(begin, number.at - begin);
    const std::string_view after =
        std::string_view(lower).substr(number.end, std::min(kNear, next - number.end));
    from = number.end;
    if (!number.unit || number.value == 0) continue;
    if (!found.delivered && hasAny(before, deliveryWords()))
      found.delivered = number.value;
    else if (!found.defective && (hasAny(after, defectWords()) || hasAny(before, defectWords())))
      found.defective = number.value;
    else if (!found.delivered && hasAny(after, deliveryWords()))
      found.delivered = number.value;
  }
  return found;
}

}  // namespace octad::model
