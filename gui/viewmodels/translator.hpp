#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "gui/viewmodels/signal.hpp"
#include "model/core/catalogue.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/zone.hpp"

namespace octad::viewmodels {

/// The language of the windows. Texts are looked up when they are shown, so a switch needs only a rebuild of
/// the labels (signal `changed`).
class Translator {
 public:
  Translator() = default;
  explicit Translator(model::Catalogue catalogue) : m_catalogue(std::move(catalogue)) {}

  model::Language language() const { return m_catalogue.language(); }
  const model::Catalogue& catalogue() const { return m_catalogue; }
  /// The text of an English msgid marked with tr().
  std::string operator()(std::string_view id) const { return m_catalogue.text(id); }
  std::string operator()(const char* id) const { return m_catalogue.text(id); }
  std::string operator()(const std::string& id) const { return m_catalogue.text(id); }
  std::string operator()(const model::Message& message) const { return m_catalogue.sentence(message); }
  template <model::Keyed Enum>
  std::string label(Enum value) const {
    return m_catalogue.text(model::labelOf(value));
  }
  /// The sentence for an error: its own when it is one of ours, otherwise what the library said.
  std::string error(const std::exception_ptr& error) const;

  void use(model::Catalogue catalogue);
  /// Emitted after the language changed.
  Signal changed;

 private:
  model::Catalogue m_catalogue;
};

/// "1,204".
std::string groupedNumber(long long value);
/// "2026-11-22 17:30" at the site; empty for none.
std::string timeText(const model::Zone& zone, const std::optional<model::Instant>& at);
/// A remaining or exceeded time in one unit: "5 h", "3 d", "-2 d".
model::Message remainingText(model::Instant now, model::Instant due);

}  // namespace octad::viewmodels
