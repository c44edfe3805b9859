#include "model/work/case_loss.hpp"

#include <algorithm>
#include <sstream>

#include "model/core/error.hpp"
#include "model/core/money.hpp"

namespace octad::model {

namespace {

constexpr long long kMillion = 1'000'000;
constexpr long long kMostRate = 1'000'000 * kMillion;
constexpr long long kMinorUnits = 100;
constexpr std::size_t kRateDecimals = 6;

/// amount * part / whole, rounded half up, without leaving 64 bits: an amount of at most kMostMinor, pieces
/// by the ten million.
long long shareOf(long long amount, long long part, long long whole) {
  const long long rest = amount % whole;
  return amount / whole * part + (rest * part + whole / 2) / whole;
}

/// In the site's currency; none without a rate.
std::optional<long long> converted(long long minor, const std::string& currency, const SiteMoney& money) {
  if (currency.empty() || currency == money.currency) return minor;
  const auto rate = money.rates.find(currency);
  if (rate == money.rates.end()) return std::nullopt;
  const auto whole = static_cast<long double>(minor) * static_cast<long double>(rate->second) / kMillion;
  if (whole > static_cast<long double>(kMostMinor)) return kMostMinor;
  return static_cast<long long>(whole + 0.5L);
}

long long caseShare(const ReturnCostShare& cost) {
  if (cost.amountMinor <= 0) return 0;
  if (cost.allPieces > 0)
    return shareOf(cost.amountMinor, std::clamp(cost.pieces, 0LL, cost.allPieces), cost.allPieces);
  return cost.allLines > 0 ? shareOf(cost.amountMinor, cost.lines, cost.allLines) : 0;
}

/// Fields of a line of the detail; none of them holds the bar.
std::vector<std::string> fieldsOf(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, '|');) fields.push_back(field);
  return fields;
}

std::string joined(const std::vector<std::string>& fields) {
  std::string line;
  for (const auto& field : fields) line += (line.empty() ? "" : "|") + field;
  return line + "\n";
}

/// "300.00 EUR = 2,355.00 CNY", or the one amount.
std::string amountWords(const std::string& own, const std::string& site) {
  return site.empty() || own == site ? own : own + " = " + site;
}

/// One part of the sum as a sentence; its line was written by `PartsOfSum`.
std::optional<Message> partWords(const std::vector<std::string>& fields) {
  if (fields.size() < 3) return std::nullopt;
  const std::string amount = amountWords(fields[1], fields[2]);
  if (fields[0] == "loss") return Message(tr("Loss of the case: {0}."), {amount});
  if (fields[0] == "apart") return Message(tr("Not counted, for there is no rate: {0}."), {fields[1]});
  if (fields[0] != "return" || fields.size() < 6) return std::nullopt;
  if (fields[4] == fields[5]) return Message(tr("Costs of {0}: {1}."), {fields[3], amount});
  return Message(tr("Costs of {0}: {1}, for {2} of its {3} pieces."),
                 {fields[3], amount, fields[4], fields[5]});
}

/// Adds up, and writes down each part.
class PartsOfSum {
 public:
  explicit PartsOfSum(const SiteMoney& money) : m_money(money) {}

  void add(const char* kind, long long minor, const std::string& currency,
           const std::vector<std::string>& more = {}) {
    if (minor <= 0) return;
    const std::string own = moneyText(minor, currency.empty() ? m_money.currency : currency);
    const auto site = converted(minor, currency, m_money);
    if (!site) {
      sum.detail += joined({"apart", own, own});
      return;
    }
    sum.minor = std::min(sum.minor.value_or(0) + *site, kMostMinor);
    std::vector<std::string> fields{kind, own, moneyText(*site, m_money.currency)};
    fields.insert(fields.end(), more.begin(), more.end());
    sum.detail += joined(fields);
  }

  LossSum sum;

 private:
  const SiteMoney& m_money;
};

}  // namespace

Rates parseRates(const std::string& text) {
  Rates rates;
  std::istringstream in(text);
  for (std::string one; std::getline(in, one, ',');) {
    std::erase(one, ' ');
    const auto equal = one.find('=');
    const auto refuse = [&one] {
      throw Invalid(
          "rates",
          {tr("\"{0}\" is no rate. Write what one unit is in the site's currency, like EUR=7.85,USD=7.1."),
           {one}});
    };
    if (equal == std::string::npos) refuse();
    const std::string currency = cleanCurrency(one.substr(0, equal), "rates");
    std::string digits = one.substr(equal + 1);
    const auto point = std::min(digits.find('.'), digits.size());
    std::string decimals = point < digits.size() ? digits.substr(point + 1) : "0";
    digits.resize(point);
    const auto whole = [](const std::string& number) {
      return !number.empty() && number.size() <= kRateDecimals &&
             std::all_of(number.begin(), number.end(),
                         [](char digit) { return digit >= '0' && digit <= '9'; });
    };
    if (!whole(digits) || !whole(decimals)) refuse();
    decimals.resize(kRateDecimals, '0');
    const long long rate = std::stoll(digits) * kMillion + std::stoll(decimals);
    if (rate <= 0 || rate > kMostRate || !rates.emplace(currency, rate).second) refuse();
  }
  return rates;
}

std::string ratesText(const Rates& rates) {
  std::string text;
  for (const auto& [currency, rate] : rates) {
    std::string decimals = std::to_string(kMillion + rate % kMillion).substr(1);
    while (decimals.ends_with('0')) decimals.pop_back();
    text += (text.empty() ? "" : ",") + currency + "=" + std::to_string(rate / kMillion) +
            (decimals.empty() ? "" : "." + decimals);
  }
  return text;
}

LossSum lossOf(std::optional<long long> lossMinor, const std::string& lossCurrency,
               const std::vector<ReturnCostShare>& costs, const SiteMoney& money) {
  PartsOfSum parts(money);
  if (lossMinor) parts.add("loss", *lossMinor, lossCurrency);
  for (const auto& cost : costs)
    parts.add("return", caseShare(cost), cost.currency,
              {cost.number, std::to_string(cost.pieces), std::to_string(cost.allPieces)});
  return parts.sum;
}

std::string lossDetail(const LossSum& sum, long long limit, const SiteMoney& money) {
  return joined({"sum", moneyText(sum.minor.value_or(0), money.currency),
                 moneyText(limit * kMinorUnits, money.currency)}) +
         sum.detail;
}

std::optional<Message> lossWords(const std::string& detail) {
  std::istringstream lines(detail);
  std::vector<std::string> head;
  std::vector<Message> parts;
  for (std::string line; std::getline(lines, line);) {
    const auto fields = fieldsOf(line);
    if (head.empty() && fields.size() == 3 && fields[0] == "sum")
      head = fields;
    else if (const auto words = partWords(fields))
      parts.push_back(*words);
  }
  if (head.empty() || parts.empty()) return std::nullopt;
  return Message(tr("The loss with the costs of its returns comes to {0}, above the limit of {1}. Decide on "
                    "the claim, and "
                    "who else has to know. {2}"),
                 {head[1], head[2], listed(parts)});
}

}  // namespace octad::model
