#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::viewmodels {

// What this program keeps for itself (drafts, saved filters) as JSON text. Reading is forgiving: a value that
// does not fit is left at its default, because an old draft must never stop a window from opening.

inline nlohmann::json kept(const std::string& text) {
  return text;
}
template <class Tag>
nlohmann::json kept(model::Id<Tag> id) {
  return id.value;
}
template <class Number>
requires std::is_arithmetic_v<Number> nlohmann::json kept(Number number) {
  return number;
}
template <model::Keyed Enum>
nlohmann::json kept(Enum value) {
  return std::string(model::keyOf(value));
}
inline nlohmann::json kept(model::Instant at) {
  return at.microseconds;
}
inline nlohmann::json kept(model::Date day) {
  return day.iso();
}
template <class T>
nlohmann::json kept(const std::optional<T>& value) {
  return value ? kept(*value) : nlohmann::json();
}
template <class T>
nlohmann::json kept(const std::vector<T>& values);
template <model::Described T>
nlohmann::json kept(const T& value) {
  nlohmann::json object = nlohmann::json::object();
  model::forEachMember(value, [&object](std::string_view name, const auto& field) {
    object[std::string(name)] = kept(field);
  });
  return object;
}
template <class T>
nlohmann::json kept(const std::vector<T>& values) {
  nlohmann::json array = nlohmann::json::array();
  for (const auto& value : values) array.push_back(kept(value));
  return array;
}

inline void restore(std::string& out, const nlohmann::json& json) {
  if (json.is_string()) out = json.get<std::string>();
}
inline void restore(bool& out, const nlohmann::json& json) {
  if (json.is_boolean()) out = json.get<bool>();
}
template <class Whole>
requires(std::is_integral_v<Whole> && !std::is_same_v<Whole, bool>) void restore(Whole& out,
                                                                                 const nlohmann::json& json) {
  if (json.is_number_integer()) out = json.get<Whole>();
}
template <class Tag>
void restore(model::Id<Tag>& out, const nlohmann::json& json) {
  restore(out.value, json);
}
template <model::Keyed Enum>
void restore(Enum& out, const nlohmann::json& json) {
  if (!json.is_string()) return;
  if (const auto value = model::fromKey<Enum>(json.get<std::string>())) out = *value;
}
inline void restore(model::Instant& out, const nlohmann::json& json) {
  restore(out.microseconds, json);
}
inline void restore(model::Date& out, const nlohmann::json& json) {
  if (!json.is_string()) return;
  if (const auto day = model::Date::parse(json.get<std::string>())) out = *day;
}
template <class T>
void restore(std::optional<T>& out, const nlohmann::json& json) {
  out.reset();
  if (!json.is_null()) restore(out.emplace(), json);
}
template <class T>
void restore(std::vector<T>& out, const nlohmann::json& json);
template <model::Described T>
void restore(T& out, const nlohmann::json& json) {
  if (!json.is_object()) return;
  model::forEachMember(out, [&json](std::string_view name, auto& field) {
    if (const auto found = json.find(std::string(name)); found != json.end()) restore(field, *found);
  });
}
template <class T>
void restore(std::vector<T>& out, const nlohmann::json& json) {
  if (!json.is_array()) return;
  out.clear();
  for (const auto& element : json) restore(out.emplace_back(), element);
}

template <model::Described T>
std::string keptText(const T& value) {
  return kept(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}
template <model::Described T>
T restored(const std::string& text) {
  T value{};
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_discarded()) restore(value, json);
  return value;
}

}  // namespace octad::viewmodels
