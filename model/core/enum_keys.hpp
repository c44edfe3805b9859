#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "model/core/message.hpp"

namespace octad::model {

/// One value of an enumeration: its ASCII key in database and JSON, and its English label for the catalogue.
template <class Enum>
struct EnumEntry {
  Enum value;
  std::string_view key;
  const char* label;
};

/// Specialised for every enumeration that is stored or shown: `static constexpr std::array entries{…}`.
template <class Enum>
struct EnumKeys;

template <class Enum>
concept Keyed = requires {
  EnumKeys<Enum>::entries;
};

template <Keyed Enum>
constexpr std::string_view keyOf(Enum value) {
  for (const auto& entry : EnumKeys<Enum>::entries)
    if (entry.value == value) return entry.key;
  return {};
}

/// The English label, to be translated where it is shown.
template <Keyed Enum>
constexpr const char* labelOf(Enum value) {
  for (const auto& entry : EnumKeys<Enum>::entries)
    if (entry.value == value) return entry.label;
  return "";
}

template <Keyed Enum>
constexpr std::optional<Enum> fromKey(std::string_view key) {
  for (const auto& entry : EnumKeys<Enum>::entries)
    if (entry.key == key) return entry.value;
  return std::nullopt;
}

}  // namespace octad::model
