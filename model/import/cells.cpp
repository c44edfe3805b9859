#include "model/import/cells.hpp"

#include <algorithm>
#include <array>

#include "model/core/error.hpp"
#include "model/core/text.hpp"

namespace octad::model {

namespace {

/// Full-width digits and signs made plain, outer blanks removed, Latin letters lower case.
std::string plain(std::string_view cell) {
  const std::string folded = foldText(cell);
  const auto first = folded.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return folded.substr(first, folded.find_last_not_of(" \t\r\n") - first + 1);
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// The runs of digits of a text, and everything between them with '#' for each run: the shape of a date.
struct Shape {
  std::vector<std::string> numbers;
  std::string pattern;
};

Shape shapeOf(const std::string& text) {
  Shape shape;
  for (std::size_t i = 0; i < text.size();) {
    if (!isDigit(text[i])) {
      shape.pattern += text[i++];
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && isDigit(text[i])) ++i;
    shape.numbers.push_back(text.substr(begin, i - begin));
    shape.pattern += '#';
  }
  return shape;
}

Invalid notADate(std::string_view field, std::string_view cell) {
  return Invalid(std::string(field), {tr("\"{0}\" is not a date."), {std::string(cell)}});
}

}  // namespace

void ImportNotes::add(const char* what, long long line, const std::string& example) {
  const auto known = std::find_if(m_kinds.begin(), m_kinds.end(),
                                  [what](const Kind& kind) { return std::string_view(kind.what) == what; });
  if (known == m_kinds.end())
    m_kinds.push_back({what, 1, line, example});
  else
    ++known->count;
}

std::vector<Message> ImportNotes::messages() const {
  std::vector<Message> out;
  for (const Kind& kind : m_kinds)
    out.emplace_back(tr("{0}: {1} times, first in line {2} (\"{3}\")"),
                     std::vector<std::string>{translated(kind.what), std::to_string(kind.count),
                                              std::to_string(kind.firstLine), kind.example});
  return out;
}

CellMoment parseMoment(std::string_view cell, std::string_view field, long long line, ImportNotes& notes) {
  const std::string text = plain(cell);
  Shape shape = shapeOf(text);
  if (shape.pattern == "#" && shape.numbers[0].size() == 8) {
    const std::string digits = shape.numbers[0];
    shape = {{digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2)}, "#-#-#"};
    notes.add(tr("Date written as eight digits"), line, std::string(cell));
  }
  static constexpr std::array kDates{"#-#-#", "#/#/#", "#.#.#", "#年#月#日"};
  static constexpr std::array kTimes{"", " #:#", " #:#:#", "t#:#", "t#:#:#"};
  const bool known = std::any_of(kDates.begin(), kDates.end(), [&](const char* date) {
    return std::any_of(kTimes.begin(), kTimes.end(),
                       [&](const char* time) { return shape.pattern == std::string(date) + time; });
  });
  if (!known) throw notADate(field, cell);
  if (shape.numbers[0].size() != 4)
    throw Invalid(
        std::string(field),
        {tr("\"{0}\" does not say which number is the day and which the month. Write it as YYYY-MM-DD."),
         {std::string(cell)}});
  const auto two = [](const std::string& digits) { return digits.size() == 1 ? "0" + digits : digits; };
  const auto date = Date::parse(shape.numbers[0] + "-" + two(shape.numbers[1]) + "-" + two(shape.numbers[2]));
  if (!date)
    throw Invalid(
        std::string(field),
        {tr("\"{0}\" is a day that does not exist, or not between 1990 and 2199."), {std::string(cell)}});
  CellMoment moment;
  moment.local.date = *date;
  moment.hasTime = shape.numbers.size() > 3;
  if (moment.hasTime) {
    moment.local.hour = std::stoi(shape.numbers[3].substr(0, 4));
    moment.local.minute = std::stoi(shape.numbers[4].substr(0, 4));
    moment.local.second = shape.numbers.size() > 5 ? std::stoi(shape.numbers[5].substr(0, 4)) : 0;
    if (moment.local.hour > 23 || moment.local.minute > 59 || moment.local.second > 59)
      throw notADate(field, cell);
  }
  if (shape.pattern.rfind("#-#-#", 0) != 0 && shape.pattern != "#")
    notes.add(tr("Date written with other signs than YYYY-MM-DD"), line, std::string(cell));
  return moment;
}

long long parsePieces(std::string_view cell, std::string_view field, long long line, ImportNotes& notes) {
  std::string text = plain(cell);
  for (const std::string_view unit : {"pcs", "pc", "ea", "件", "个", "只"}) {
    if (text.size() > unit.size() && text.ends_with(unit)) {
      text.erase(text.size() - unit.size());
      notes.add(tr("Unit left out of a quantity"), line, std::string(cell));
      break;
    }
  }
  if (!text.empty() && text.front() == '-')
    throw Invalid(std::string(field),
                  {tr("{0} is negative; a quantity is 0 to 10,000,000."), {std::string(cell)}});
  const long long pieces = parseQuantity(text, field);
  if (text.find(',') != std::string::npos)
    notes.add(tr("Thousands separator in a quantity"), line, std::string(cell));
  if (std::any_of(cell.begin(), cell.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) &&
      std::to_string(pieces) != cell)
    notes.add(tr("Full-width digits or Chinese unit in a quantity"), line, std::string(cell));
  return pieces;
}

DefectKind parseDefectKind(std::string_view cell, long long line, ImportNotes& notes) {
  const std::string text = plain(cell);
  const auto begins = [&text](std::string_view word) { return text.rfind(word, 0) == 0; };
  if (begins("功能") || begins("function")) return DefectKind::functional;
  if (begins("外观") || begins("appearance") || begins("cosmetic")) return DefectKind::appearance;
  if (begins("其他") || begins("其它") || begins("other")) return DefectKind::other;
  notes.add(
      text.empty() ? tr("Defect kind missing, taken as other") : tr("Defect kind not known, taken as other"),
      line, std::string(cell));
  return DefectKind::other;
}

bool parseYesNo(std::string_view cell, std::string_view field) {
  const std::string text = plain(cell);
  for (const std::string_view yes : {"是", "yes", "y", "true", "1"})
    if (text == yes) return true;
  for (const std::string_view no : {"", "否", "no", "n", "false", "0"})
    if (text == no) return false;
  throw Invalid(std::string(field), {tr("\"{0}\" is neither yes nor no."), {std::string(cell)}});
}

CellMoney parseMoney(std::string_view cell, std::string_view field, const std::string& siteCurrency,
                     long long line, ImportNotes& notes) {
  std::string text = plain(cell);
  if (text.empty()) return {};
  CellMoney money;
  struct Sign {
    std::string_view sign;
    const char* currency;
  };
  static constexpr std::array kSigns{Sign{"¥", "CNY"},   Sign{"rmb", "CNY"}, Sign{"cny", "CNY"},
                                     Sign{"usd", "USD"}, Sign{"$", "USD"},   Sign{"eur", "EUR"},
                                     Sign{"€", "EUR"},   Sign{"元", "CNY"}};
  for (const Sign& known : kSigns) {
    const auto at = text.find(known.sign);
    if (at == std::string::npos) continue;
    money.currency = known.currency;
    text.erase(at, known.sign.size());
    break;
  }
  std::erase_if(text, [](char c) { return c == ' ' || c == ','; });
  const auto point = text.find('.');
  const std::string whole = text.substr(0, point);
  std::string cents = point == std::string::npos ? "" : text.substr(point + 1);
  cents.resize(2, '0');
  const std::string digits = whole + cents;
  const bool number = !whole.empty() && whole.size() < 13 &&
                      std::all_of(digits.begin(), digits.end(), isDigit) &&
                      (point == std::string::npos || text.size() - point <= 3);
  if (!number)
    throw Invalid(std::string(field), {tr("\"{0}\" is not an amount of money."), {std::string(cell)}});
  money.minor = std::stoll(digits);
  if (money.currency.empty() && money.minor != 0) {
    money.currency = siteCurrency;
    notes.add(tr("Amount without a currency, taken as the site's"), line, std::string(cell));
  }
  return money;
}

}  // namespace octad::model
