#pragma once

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::model {

/// An unambiguous text of a value: every piece with its length in front, so that no two different commands
/// read alike. Used to notice that a request id comes again with another content.
inline void appendFingerprint(std::string& out, std::string_view text) {
  out += std::to_string(text.size());
  out += ':';
  out += text;
}
inline void appendFingerprint(std::string& out, const char* text) {
  appendFingerprint(out, std::string_view(text));
}
inline void appendFingerprint(std::string& out, const std::string& text) {
  appendFingerprint(out, std::string_view(text));
}
inline void appendFingerprint(std::string& out, Instant at) {
  out += std::to_string(at.microseconds) + ";";
}
inline void appendFingerprint(std::string& out, Date date) {
  appendFingerprint(out, date.iso());
}
template <class Tag>
void appendFingerprint(std::string& out, Id<Tag> id) {
  out += std::to_string(id.value) + ";";
}
template <class Number>
requires std::is_arithmetic_v<Number>
void appendFingerprint(std::string& out, Number number) {
  if constexpr (std::is_floating_point_v<Number>) {
    std::array<char, 64> text{};  // the shortest text that reads back as the same number, in every locale
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    out.append(text.data(), end);
    out += ';';
  } else {
    out += std::to_string(number) + ";";
  }
}
template <Keyed Enum>
void appendFingerprint(std::string& out, Enum value) {
  appendFingerprint(out, keyOf(value));
}
template <class T>
void appendFingerprint(std::string& out, const std::optional<T>& value);
template <class T>
void appendFingerprint(std::string& out, const std::vector<T>& values);
template <Described T>
void appendFingerprint(std::string& out, const T& value) {
  forEachMember(value, [&out](std::string_view name, const auto& field) {
    appendFingerprint(out, name);
    appendFingerprint(out, field);
  });
}
template <class T>
void appendFingerprint(std::string& out, const std::optional<T>& value) {
  out += value ? '+' : '-';
  if (value) appendFingerprint(out, *value);
}
template <class T>
void appendFingerprint(std::string& out, const std::vector<T>& values) {
  out += std::to_string(values.size()) + "[";
  for (const auto& value : values) appendFingerprint(out, value);
  out += ']';
}

template <class T>
std::string fingerprint(const T& value) {
  std::string out;
  appendFingerprint(out, value);
  return out;
}

}  // namespace octad::model
