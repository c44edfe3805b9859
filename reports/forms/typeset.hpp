#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/core/money.hpp"
#include "model/core/time.hpp"
#include "model/core/zone.hpp"

namespace octad::reports {

/// 2026-11-22, which is read alike in every country; nothing for no date.
std::string dateText(const std::optional<model::Date>& date);
std::string dateText(const std::optional<model::Instant>& at, const model::Zone& zone);

/// 2026-11-22 17:30 at the site.
std::string momentText(const std::optional<model::Instant>& at, const model::Zone& zone);

/// 12,500
std::string quantityText(long long quantity);

using model::moneyText;

/// "0.63 % (6,250 ppm)"; nothing when `total` is not known or 0.
std::string rateText(long long part, const std::optional<long long>& total);

/// "6,250 ppm"; nothing when `total` is not known or 0.
std::string ppmText(long long part, const std::optional<long long>& total);

/// 87 %
std::string percentText(const std::optional<int>& percent);

/// 340 B, 12 KB, 1.4 MB
std::string sizeText(long long bytes);

/// The first 16 digits of a hash in groups of four.
std::string shortHash(std::string_view hex);

/// `texts` joined by `separator`, empty ones left out.
std::string joined(std::string_view separator, std::initializer_list<std::string> texts);

}  // namespace octad::reports
