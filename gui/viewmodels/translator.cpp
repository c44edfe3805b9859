#include "gui/viewmodels/translator.hpp"

#include <utility>

#include "model/core/error.hpp"

namespace octad::viewmodels {

using model::tr;

std::string Translator::error(const std::exception_ptr& error) const {
  try {
    if (error) std::rethrow_exception(error);
    return {};
  } catch (const model::Error& ours) {
    return m_catalogue.sentence(ours.message());
  } catch (const std::exception& other) {
    return m_catalogue.sentence(model::Message(tr("Something unexpected happened: {0}"), {other.what()}));
  }
}

void Translator::use(model::Catalogue catalogue) {
  m_catalogue = std::move(catalogue);
  changed();
}

std::string groupedNumber(long long value) {
  std::string digits = std::to_string(value);
  const std::size_t first = value < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string timeText(const model::Zone& zone, const std::optional<model::Instant>& at) {
  return at ? zone.local(*at).text() : std::string();
}

model::Message remainingText(model::Instant now, model::Instant due) {
  constexpr long long kMinute = 60'000'000;
  const long long minutes = (due.microseconds - now.microseconds) / kMinute;
  const long long size = minutes < 0 ? -minutes : minutes;
  const std::string sign = minutes < 0 ? "\u2212" : "";
  if (size < 60) return {tr("{0} min"), {sign + std::to_string(size)}};
  if (size < 48 * 60) return {tr("{0} h"), {sign + std::to_string(size / 60)}};
  return {tr("{0} d"), {sign + std::to_string(size / (24 * 60))}};
}

}  // namespace octad::viewmodels
