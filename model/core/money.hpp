#pragma once

#include <string>
#include <string_view>

namespace octad::model {

constexpr const char* kUsualCurrency = "CNY";          ///< of a site that has set none
constexpr long long kMostMinor = 100'000'000'000'000;  ///< a million million in two decimals

/// An amount as typed, "1200.50" or "1,200.5", in minor units; two decimals at most. Invalid(field).
long long parseAmount(std::string_view text, std::string_view field);

/// "1,234.50 CNY"; minor units are hundredths of every currency, also of those without coins: "120 JPY".
std::string moneyText(long long minor, std::string_view currency);

/// Three capital letters; Invalid(field).
std::string cleanCurrency(std::string_view text, std::string_view field);

}  // namespace octad::model
