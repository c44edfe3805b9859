#include "model/core/text.hpp"

#include <algorithm>
#include <array>
#include <boost/locale.hpp>
#include <cstdio>
#include <locale>
#include <optional>

#include "model/core/error.hpp"

namespace octad::model {

namespace {

constexpr std::size_t kReasonLength = 5;
constexpr char32_t kByteOrderMark = 0xFEFF;

/// The code point at `at`, which is moved behind it; none when the bytes are not valid UTF-8.
std::optional<char32_t> nextCodePoint(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) {
    ++at;
    return first;
  }
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return std::nullopt;
  char32_t point = first & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return std::nullopt;
    point = point << 6 | (byte(at + i) & 0x3Fu);
  }
  constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < smallest[length] || point > 0x10FFFF || surrogate) return std::nullopt;
  at += length;
  return point;
}

/// The code points of valid UTF-8.
std::u32string codePoints(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto point = nextCodePoint(text, at);
    if (!point) break;
    points += *point;
  }
  return points;
}

void appendUtf8(std::string& out, char32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | point >> 6);
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0 | point >> 12);
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | point >> 18);
    out += static_cast<char>(0x80 | (point >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

bool within(char32_t point, char32_t first, char32_t last) {
  return point >= first && point <= last;
}

bool isBlank(char32_t c) {
  return within(c, 0x09, 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         within(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool isLineBreak(char32_t c) {
  return within(c, 0x0A, 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool isControl(char32_t c) {
  return c < 0x20 || within(c, 0x7F, 0x9F) || c == 0x2028 || c == 0x2029;
}

/// Characters that turn the reading direction: "abc" + U+202E + "fdp.exe" reads as "abcexe.pdf".
bool isHiddenDirection(char32_t c) {
  return within(c, 0x202A, 0x202E) || within(c, 0x2066, 0x2069);
}

bool isInvisible(char32_t c) {
  return isBlank(c) || within(c, 0x200B, 0x200F) || within(c, 0x2060, 0x2064) || c == 0x00AD || c == 0x180E ||
         c == 0x3164 || c == kByteOrderMark || within(c, 0xFE00, 0xFE0F);
}

/// Letters, ideographs and digits, by the blocks of Unicode: everything that is not punctuation or symbol.
bool isWordCharacter(char32_t c) {
  if (c < 0x80) return within(c, '0', '9') || within(c, 'A', 'Z') || within(c, 'a', 'z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  const bool symbol = c == 0xD7 || c == 0xF7 || within(c, 0x2000, 0x206F) || within(c, 0x20A0, 0x20CF) ||
                      within(c, 0x2190, 0x2BFF) || within(c, 0x2E00, 0x2E7F) || within(c, 0x3000, 0x3004) ||
                      within(c, 0x3008, 0x3020) || within(c, 0x3030, 0x303F) || c == 0x30FB ||
                      within(c, 0xE000, 0xF8FF) || within(c, 0xFE00, 0xFE6F) || within(c, 0xFF00, 0xFF0F) ||
                      within(c, 0xFF1A, 0xFF20) || within(c, 0xFF3B, 0xFF40) || within(c, 0xFF5B, 0xFF65) ||
                      within(c, 0xFFE0, 0xFFFF) || within(c, 0x1F000, 0x1FAFF) || c >= 0xE0000;
  return !symbol;
}

bool isDigit(char32_t c) {
  return within(c, '0', '9');
}

const std::locale& unicodeLocale() {
  // Made once and only read afterwards: safe from several threads.
  static const std::locale locale = [] {
    auto backends = boost::locale::localization_backend_manager::global();
    backends.select("icu");
    return boost::locale::generator(backends)("en_US.UTF-8");
  }();
  return locale;
}

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string normalized(std::string_view text, boost::locale::norm_type form) {
  if (isAscii(text)) return std::string(text);
  return boost::locale::normalize(text.data(), text.data() + text.size(), form, unicodeLocale());
}

std::string grouped(unsigned long long number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string codeName(char32_t point) {
  char text[16];
  std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(point));
  return text;
}

std::string label(std::string_view field) {
  return translated(fieldLabel(field));
}

/// NFC without outer blanks. Refuses what is not text and characters that no field may hold.
std::string cleaned(std::string_view value, std::string_view field, bool multiLine) {
  const std::string name(field);
  if (!isUtf8(value))
    throw Invalid(name, {tr("{0} holds bytes that are no text (UTF-8 without NUL): type it again or correct "
                            "the encoding of its source."),
                         {label(field)}});
  const std::u32string points = codePoints(normalized(value, boost::locale::norm_nfc));
  const auto first = std::find_if_not(points.begin(), points.end(), isBlank);
  auto last = points.end();
  while (last != first && isBlank(*(last - 1))) --last;
  std::string out;
  out.reserve(value.size());
  for (auto at = first; at != last; ++at) {
    const char32_t c = *at;
    const bool lineBreak = isLineBreak(c);
    if (multiLine && lineBreak) {
      const bool secondOfPair = c == '\n' && at != first && *(at - 1) == '\r';
      if (!secondOfPair) out += '\n';  // one kind of line end, whatever system the text comes from
      continue;
    }
    if (lineBreak)
      throw Invalid(name,
                    {tr("{0} must be one line: put a blank where the line breaks are."), {label(field)}});
    if (c == kByteOrderMark)
      throw Invalid(name,
                    {tr("{0} contains a hidden character ({1}): remove it."), {label(field), codeName(c)}});
    if (isHiddenDirection(c))
      throw Invalid(name, {tr("{0} contains a hidden direction character ({1}): remove it."),
                           {label(field), codeName(c)}});
    if (isControl(c) && !(multiLine && c == '\t'))
      throw Invalid(name,
                    {tr("{0} contains a control character ({1}): remove it."), {label(field), codeName(c)}});
    appendUtf8(out, c);
  }
  return std::all_of(first, last, isInvisible) ? std::string() : out;
}

}  // namespace

std::string fieldLabel(std::string_view field) {
  struct Named {
    std::string_view field;
    const char* label;
  };
  static constexpr std::array kLabels{
      Named{"title", tr("Title")},
      Named{"suspect", tr("Suspect")},
      Named{"unreachable", tr("Unreachable")},
      Named{"general", tr("General from")},
      Named{"major", tr("Major from")},
      Named{"weight_major", tr("Weight of a major complaint")},
      Named{"weight_general", tr("Weight of a general complaint")},
      Named{"weight_other", tr("Weight of another quality issue")},
      Named{"weight_not_ours", tr("Weight of what is not ours")},
      Named{"uncounted_hours", tr("Not counted when solved within (h)")},
      Named{"work_hours", tr("Hours of work")},
      Named{"numbering", tr("Numbers of complaints")},
      Named{"keep_years_major", tr("Kept, years: major")},
      Named{"keep_years_general", tr("Kept, years: general")},
      Named{"keep_years_other", tr("Kept, years: other")},
      Named{"days", tr("Days")},
      Named{"count", tr("Times or reporters")},
      Named{"amount", tr("Amount")},
      Named{"deemed_answer_days", tr("Unanswered after: working days (0: never)")},
      Named{"duplicate_months", tr("Likely duplicates: months back")},
      Named{"verification_lots", tr("Verification: lots")},
      Named{"verification_days", tr("Verification: days")},
      Named{"customer", tr("Customer")},
      Named{"customer_ref", tr("Customer complaint no.")},
      Named{"contact", tr("Contact")},
      Named{"channel", tr("Channel")},
      Named{"verbatim", tr("Customer statement (verbatim)")},
      Named{"statement", tr("Problem statement")},
      Named{"statement_customer", tr("Problem statement for the customer")},
      Named{"demand", tr("Customer demand")},
      Named{"remarks", tr("Remarks")},
      Named{"reason", tr("Reason")},
      Named{"part", tr("Part")},
      Named{"part_name", tr("Part name")},
      Named{"lot", tr("Lot")},
      Named{"failure", tr("Failure")},
      Named{"qty_defective", tr("Defective quantity")},
      Named{"quantity_defective", tr("Defective quantity")},
      Named{"qty_delivered", tr("Delivered quantity")},
      Named{"quantity_delivered", tr("Delivered quantity")},
      Named{"quantity", tr("Quantity")},
      Named{"department", tr("Department")},
      Named{"question", tr("Question")},
      Named{"text", tr("Text")},
      Named{"text_customer", tr("Text for the customer")},
      Named{"recipient", tr("Recipient")},
      Named{"medium", tr("Medium")},
      Named{"caption", tr("Caption")},
      Named{"note", tr("Note")},
      Named{"name", tr("Name")},
      Named{"number", tr("No.")},
      Named{"owner", tr("Owner")},
      Named{"proof", tr("Proof")},
      Named{"symptom", tr("Symptom")},
      Named{"keywords", tr("More words")},
      Named{"lots", tr("Lots")},
      Named{"notified_on", tr("Notified on")},
      Named{"method", tr("Method")},
      Named{"criterion", tr("Criterion")},
      Named{"answer", tr("Answer")},
      Named{"evidence", tr("Evidence")},
      Named{"document", tr("Document")},
      Named{"explanation", tr("Explanation")},
      Named{"clean_point", tr("Clean point")},
      Named{"announced", tr("Announced")},
      Named{"received", tr("Received quantity")},
      Named{"agreed_with", tr("Who at the customer agreed")},
      Named{"spoken_with", tr("Spoken with")},
      Named{"clock_set", tr("Set of clocks")},
      Named{"follow_up_days", tr("Visit after the closing: days (0: never)")},
  };
  const auto dot = field.rfind('.');
  const std::string_view last = dot == std::string_view::npos ? field : field.substr(dot + 1);
  for (const auto& known : kLabels)
    if (known.field == last) return known.label;
  return std::string(field);
}

std::string cleanLine(std::string_view value, std::string_view field, std::size_t maxChars, bool required) {
  std::string line = cleaned(value, field, false);
  if (line.empty() && required) throw Invalid(std::string(field), {tr("{0} is needed."), {label(field)}});
  const std::size_t count = characterCount(line);
  if (count > maxChars)
    throw Invalid(std::string(field), {tr("{0} is too long: {1} of {2} characters."),
                                       {label(field), grouped(count), grouped(maxChars)}});
  return line;
}

std::string cleanText(std::string_view value, std::string_view field, std::size_t maxBytes) {
  std::string text = cleaned(value, field, true);
  if (text.size() > maxBytes)
    throw Invalid(
        std::string(field),
        {tr("{0} is too long: {1} of {2} bytes. Keep a summary here and attach the rest as a file."),
         {label(field), grouped(text.size()), grouped(maxBytes)}});
  return text;
}

bool isLine(std::string_view value, std::size_t maxChars) {
  if (!isUtf8(value)) return false;
  const std::u32string points = codePoints(value);
  if (points.empty() || points.size() > maxChars) return false;
  if (isBlank(points.front()) || isBlank(points.back())) return false;
  if (std::any_of(points.begin(), points.end(),
                  [](char32_t c) { return isControl(c) || isHiddenDirection(c) || c == kByteOrderMark; }))
    return false;
  if (std::all_of(points.begin(), points.end(), isInvisible)) return false;
  return normalized(value, boost::locale::norm_nfc) == value;
}

std::string requireReason(std::string_view reason) {
  std::string text = cleanText(reason, "reason");
  const std::u32string points = codePoints(text);
  const bool says =
      std::any_of(points.begin(), points.end(), [](char32_t c) { return isWordCharacter(c) && !isDigit(c); });
  if (!says || points.size() < kReasonLength)
    throw Refused("reason", {tr("A reason in words is needed, of {0} characters or more."),
                             {std::to_string(kReasonLength)}});
  return text;
}

long long parseQuantity(std::string_view text, std::string_view field) {
  const std::string name(field);
  const auto outOfRange = [&] {
    return Invalid(name, {tr("{0} must be from 0 to {1}."), {label(field), grouped(kMaxQuantity)}});
  };
  const auto notWhole = [&] {
    return Invalid(name, {tr("{0} must be a whole number, such as 12 or 1,000."), {label(field)}});
  };
  if (!isUtf8(text)) throw notWhole();
  std::u32string typed = codePoints(normalized(text, boost::locale::norm_nfkc));
  while (!typed.empty() && isBlank(typed.back())) typed.pop_back();
  typed.erase(typed.begin(), std::find_if_not(typed.begin(), typed.end(), isBlank));
  if (typed.empty()) throw Invalid(name, {tr("{0} is needed."), {label(field)}});
  const bool negative = typed.front() == '-' || typed.front() == 0x2212;
  std::u32string digits;
  std::size_t sinceSeparator = 0;
  char32_t separator = 0;  // the same one throughout, before every three digits: 1,000 but not 1,00 or 1,5
  for (const char32_t c : negative ? typed.substr(1) : typed) {
    if (isDigit(c)) {
      digits += c;
      ++sinceSeparator;
      continue;
    }
    const char32_t kind = isBlank(c) ? U' ' : c;
    const bool firstGroup = separator == 0 && sinceSeparator >= 1 && sinceSeparator <= 3;
    const bool laterGroup = separator == kind && sinceSeparator == 3;
    if ((kind != U' ' && kind != U',') || !(firstGroup || laterGroup)) throw notWhole();
    separator = kind;
    sinceSeparator = 0;
  }
  if (digits.empty() || (separator != 0 && sinceSeparator != 3)) throw notWhole();
  long long value = 0;
  for (const char32_t c : digits) {
    value = value * 10 + static_cast<long long>(c - U'0');
    if (value > kMaxQuantity) throw outOfRange();
  }
  if (negative) throw outOfRange();
  return value;
}

bool isUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto point = nextCodePoint(text, at);
    if (!point || *point == 0) return false;
  }
  return true;
}

std::size_t characterCount(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string foldText(std::string_view text) {
  if (isAscii(text)) {
    std::string out(text);
    for (char& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
  }
  // Folding may undo the normal form (e.g. U+0345), hence once more.
  const std::string folded =
      boost::locale::fold_case(normalized(text, boost::locale::norm_nfkc), unicodeLocale());
  return normalized(folded, boost::locale::norm_nfkc);
}

std::string plainNumber(double number) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%.4f", number);
  std::string out = text.data();
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') out.pop_back();
  return out;
}

std::vector<std::string> bigrams(std::string_view text) {
  // Blanks part the text; other marks are skipped, so that "C26-00001" and "c2600001" meet. A part of a text
  // has only pairs that the text has too.
  std::vector<std::string> pairs;
  char32_t previous = 0;
  for (const char32_t c : codePoints(foldText(text))) {
    if (isBlank(c)) {
      previous = 0;
      continue;
    }
    if (!isWordCharacter(c)) continue;
    if (previous != 0) {
      std::string pair;
      appendUtf8(pair, previous);
      appendUtf8(pair, c);
      pairs.push_back(std::move(pair));
    }
    previous = c;
  }
  return pairs;
}

}  // namespace octad::model
