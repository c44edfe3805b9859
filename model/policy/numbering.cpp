#include "model/policy/numbering.hpp"

#include <algorithm>
#include <vector>

namespace octad::model {

namespace {

constexpr std::size_t kMostCharacters = 20;
constexpr long long kAMillion = 1'000'000;

/// A piece of a pattern: text as it is, or what stands in braces.
struct Piece {
  std::string_view text;
  bool token = false;
};

/// Empty when braces do not match.
std::vector<Piece> piecesOf(std::string_view pattern) {
  std::vector<Piece> pieces;
  while (!pattern.empty()) {
    const auto open = pattern.find_first_of("{}");
    if (open != 0) pieces.push_back({pattern.substr(0, open), false});
    if (open == std::string_view::npos) break;
    const auto close = pattern.find('}', open);
    if (pattern[open] == '}' || close == std::string_view::npos) return {};
    pieces.push_back({pattern.substr(open + 1, close - open - 1), true});
    pattern.remove_prefix(close + 1);
  }
  return pieces;
}

bool isSerial(const Piece& piece) {
  return piece.token && !piece.text.empty() && piece.text.find_first_not_of('#') == std::string_view::npos;
}

bool isYear(const Piece& piece) {
  return piece.token && (piece.text == "yy" || piece.text == "yyyy");
}

bool isMonth(const Piece& piece) {
  return piece.token && piece.text == "mm";
}

bool isPlain(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

}  // namespace

std::optional<Message> numberingProblem(std::string_view pattern) {
  const auto pieces = piecesOf(pattern);
  const auto count = [&pieces](bool (*is)(const Piece&)) {
    return std::count_if(pieces.begin(), pieces.end(), is);
  };
  for (const auto& piece : pieces) {
    if (piece.token && !isSerial(piece) && !isYear(piece) && !isMonth(piece))
      return Message(tr("{0} means nothing in a number: use year, month and serial number as in {1}."),
                     {"{" + std::string(piece.text) + "}", "C{yyyy}{mm}-{####}"});
    if (!piece.token && !std::all_of(piece.text.begin(), piece.text.end(), isPlain))
      return Message(
          tr("A number has capital letters, digits, - _ and . only, so that files can be named by it."));
  }
  if (pieces.empty() || count(isSerial) != 1)
    return Message(tr("A number needs one serial number, as in {0}."), {std::string(kUsualNumbering)});
  if (pieces.front().token || pieces.front().text.front() < 'A' || pieces.front().text.front() > 'Z')
    return Message(tr("A number begins with a letter, so that it is not taken for a quantity."));
  if (count(isYear) > 1 || count(isMonth) > 1) return Message(tr("Year and month stand once in a number."));
  if (count(isMonth) > 0 && count(isYear) == 0)
    return Message(tr("A month needs its year: serial numbers would come again after twelve months."));
  if (writtenNumber(pattern, "2026-11", kAMillion - 1).size() > kMostCharacters)
    return Message(tr("Numbers by this pattern are longer than {0} characters."),
                   {std::to_string(kMostCharacters)});
  return std::nullopt;
}

NumberCounter numberCounter(std::string_view pattern, std::string_view month) {
  const auto pieces = piecesOf(pattern);
  const int year = std::stoi(std::string(month.substr(0, 4)));
  NumberCounter counter;
  // Numbers of the usual pattern go on where earlier versions counted.
  counter.series = pattern == kUsualNumbering ? "C" : std::string(pattern);
  if (std::any_of(pieces.begin(), pieces.end(), isMonth))
    counter.period = year * 100 + std::stoi(std::string(month.substr(5, 2)));
  else if (std::any_of(pieces.begin(), pieces.end(), isYear))
    counter.period = year;
  return counter;
}

std::string writtenNumber(std::string_view pattern, std::string_view month, long long serial) {
  std::string number;
  for (const auto& piece : piecesOf(pattern)) {
    if (!piece.token)
      number += piece.text;
    else if (isSerial(piece)) {
      const std::string digits = std::to_string(serial);
      number += std::string(piece.text.size() - std::min(piece.text.size(), digits.size()), '0') + digits;
    } else if (isMonth(piece))
      number += month.substr(5, 2);
    else
      number += piece.text == "yy" ? month.substr(2, 2) : month.substr(0, 4);
  }
  return number;
}

}  // namespace octad::model
