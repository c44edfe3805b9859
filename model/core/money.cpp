#include "model/core/money.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "model/core/error.hpp"
#include "model/core/text.hpp"

namespace octad::model {

namespace {

[[noreturn]] void refuseAmount(std::string_view text, std::string_view field) {
  throw Invalid(std::string(field),
                {tr("\"{0}\" is not an amount: enter digits with at most two decimals, such as "
                    "1200.50."),
                 {std::string(text)}});
}

long long wholeOf(std::string_view digits, std::string_view text, std::string_view field) {
  long long value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size())
    refuseAmount(text, field);
  return value;
}

/// Takes out the commas that part thousands; false when one stands elsewhere: "12,50" is no 1,250.
bool dropThousandsCommas(std::string& digits) {
  const std::size_t end = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.find(',');
  if (first == std::string::npos) return true;
  if (first == 0 || first > 3 || digits.find_last_of(',') > end) return false;
  for (std::size_t comma = first; comma < end; comma += 4)
    if (digits[comma] != ',' || digits.find(',', comma + 1) < std::min(comma + 4, end) || end - comma < 4)
      return false;
  std::erase(digits, ',');
  return true;
}

}  // namespace

long long parseAmount(std::string_view text, std::string_view field) {
  std::string digits = foldText(text);  // full-width digits become plain ones
  if (digits.empty() || !dropThousandsCommas(digits) ||
      !std::all_of(digits.begin(), digits.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); }))
    refuseAmount(text, field);
  const auto point = std::min(digits.find('.'), digits.size());
  std::string decimals = point < digits.size() ? digits.substr(point + 1) : std::string("00");
  if (decimals.empty() || decimals.size() > 2) refuseAmount(text, field);
  decimals.resize(2, '0');
  const long long whole = wholeOf(std::string_view(digits).substr(0, point), text, field);
  if (whole > kMostMinor / 100) refuseAmount(text, field);
  return whole * 100 + wholeOf(decimals, text, field);
}

std::string moneyText(long long minor, std::string_view currency) {
  constexpr std::array<std::string_view, 6> kWhole{"JPY", "KRW", "VND", "CLP", "ISK", "XAF"};
  const long long size = minor < 0 ? -minor : minor;
  std::string text = std::to_string(size / 100);
  for (auto at = static_cast<long long>(text.size()) - 3; at > 0; at -= 3)
    text.insert(static_cast<std::size_t>(at), 1, ',');
  const std::string cents = std::to_string(size % 100);
  const bool whole = std::find(kWhole.begin(), kWhole.end(), currency) != kWhole.end() && size % 100 == 0;
  if (!whole) text += (cents.size() < 2 ? ".0" : ".") + cents;
  if (minor < 0) text.insert(0, 1, '-');
  return currency.empty() ? text : text + " " + std::string(currency);
}

/// ISO 4217, the currencies in use.
constexpr std::string_view kCurrencies =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD "
    "CDF CHF "
    "CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD "
    "HKD "
    "HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL "
    "LYD "
    "MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR "
    "PLN "
    "PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP "
    "TRY "
    "TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

std::string cleanCurrency(std::string_view text, std::string_view field) {
  std::string code = cleanLine(text, field, 3);
  std::transform(code.begin(), code.end(), code.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  if (code.size() != 3 || !std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
    throw Invalid(std::string(field), tr("Enter the currency by its three letters, such as CNY or EUR."));
  if (kCurrencies.find(code) == std::string_view::npos)
    throw Invalid(
        std::string(field),
        {tr("{0} is no currency. Enter its three letters of ISO 4217, such as CNY or EUR."), {code}});
  return code;
}

}  // namespace octad::model
