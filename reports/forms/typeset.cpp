#include "reports/forms/typeset.hpp"

#include <cmath>
#include <cstdlib>

namespace octad::reports {

std::string dateText(const std::optional<model::Date>& date) {
  return date ? date->iso() : std::string();
}

std::string dateText(const std::optional<model::Instant>& at, const model::Zone& zone) {
  return at ? zone.date(*at).iso() : std::string();
}

std::string momentText(const std::optional<model::Instant>& at, const model::Zone& zone) {
  return at ? zone.local(*at).text() : std::string();
}

std::string quantityText(long long quantity) {
  std::string text = std::to_string(std::llabs(quantity));
  for (auto at = static_cast<long long>(text.size()) - 3; at > 0; at -= 3)
    text.insert(static_cast<std::size_t>(at), 1, ',');
  return quantity < 0 ? "-" + text : text;
}

std::string ppmText(long long part, const std::optional<long long>& total) {
  if (!total || *total <= 0) return {};
  return quantityText(std::llround(static_cast<double>(part) / static_cast<double>(*total) * 1e6)) + " ppm";
}

std::string rateText(long long part, const std::optional<long long>& total) {
  if (!total || *total <= 0) return {};
  const double rate = static_cast<double>(part) / static_cast<double>(*total);
  const auto hundredths = std::llround(rate * 10000);
  const auto fraction = std::to_string(hundredths % 100);
  return quantityText(hundredths / 100) + (fraction.size() < 2 ? ".0" : ".") + fraction + " % (" +
         ppmText(part, total) + ")";
}

std::string percentText(const std::optional<int>& percent) {
  return percent ? std::to_string(*percent) + " %" : std::string();
}

std::string sizeText(long long bytes) {
  if (bytes < 1024) return std::to_string(bytes) + " B";
  if (bytes < 1024 * 1024) return std::to_string((bytes + 512) / 1024) + " KB";
  const auto tenths = (bytes * 10 + 524288) / 1048576;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

std::string shortHash(std::string_view hex) {
  std::string text;
  for (std::size_t i = 0; i < hex.size() && i < 16; ++i) {
    if (i > 0 && i % 4 == 0) text += ' ';
    text += hex[i];
  }
  return text;
}

std::string joined(std::string_view separator, std::initializer_list<std::string> texts) {
  std::string out;
  for (const auto& text : texts) {
    if (text.empty()) continue;
    if (!out.empty()) out += separator;
    out += text;
  }
  return out;
}

}  // namespace octad::reports
