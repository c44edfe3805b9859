#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/moment.hpp"

namespace octad::db {

using model::isoInstant;
using model::parseIsoInstant;

/// `strict`: what people and other programs write; unknown keys are refused. `lenient`: what our own database
/// built; booleans are 0/1 there and other keys do not matter.
enum class JsonMode { strict, lenient };

// Writing -----------------------------------------------------------------------------------------------

inline nlohmann::ordered_json toJson(const std::string& text) {
  return text;
}
inline nlohmann::ordered_json toJson(model::Instant at) {
  return isoInstant(at);
}
inline nlohmann::ordered_json toJson(model::Date date) {
  return date.iso();
}
template <class Tag>
nlohmann::ordered_json toJson(model::Id<Tag> id) {
  return id.value;
}
template <class Number>
requires std::is_arithmetic_v<Number> nlohmann::ordered_json toJson(Number number) {
  return number;
}
template <model::Keyed Enum>
nlohmann::ordered_json toJson(Enum value) {
  return std::string(model::keyOf(value));
}
template <class T>
nlohmann::ordered_json toJson(const std::optional<T>& value);
template <class T>
nlohmann::ordered_json toJson(const std::vector<T>& values);

/// A described struct as an object with the names of its `describe()`, in their order.
template <model::Described T>
nlohmann::ordered_json toJson(const T& value) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  model::forEachMember(value, [&object](std::string_view name, const auto& field) {
    object[std::string(name)] = toJson(field);
  });
  return object;
}
template <class T>
nlohmann::ordered_json toJson(const std::optional<T>& value) {
  if (!value) return nullptr;
  return toJson(*value);
}
template <class T>
nlohmann::ordered_json toJson(const std::vector<T>& values) {
  nlohmann::ordered_json array = nlohmann::ordered_json::array();
  for (const auto& value : values) array.push_back(toJson(value));
  return array;
}

// Reading -----------------------------------------------------------------------------------------------

/// Where in a document a value stands; spelt out only when something is wrong with it.
struct JsonPath {
  const JsonPath* parent = nullptr;
  std::string_view name;
  std::optional<std::size_t> index;

  std::string text() const;  ///< items.0.qty_defective
};

/// Why a value cannot be read; turned into Invalid(path) with a sentence.
enum class JsonFault { text, nul, whole, range, number, boolean, date, instant, list, object };

[[noreturn]] void refuseJson(JsonFault fault, const JsonPath& path);
[[noreturn]] void refuseJsonKey(const JsonPath& path, const std::vector<std::string_view>& known);
[[noreturn]] void refuseJsonChoice(const JsonPath& path, const std::vector<std::string_view>& known);

std::string readJsonText(const nlohmann::ordered_json& json, const JsonPath& path);
long long readJsonWhole(const nlohmann::ordered_json& json, const JsonPath& path);
double readJsonNumber(const nlohmann::ordered_json& json, const JsonPath& path);
bool readJsonBoolean(const nlohmann::ordered_json& json, const JsonPath& path, JsonMode mode);
model::Instant readJsonInstant(const nlohmann::ordered_json& json, const JsonPath& path);
model::Date readJsonDate(const nlohmann::ordered_json& json, const JsonPath& path);

inline void readJson(std::string& out, const nlohmann::ordered_json& json, const JsonPath& path, JsonMode) {
  out = readJsonText(json, path);
}
inline void readJson(bool& out, const nlohmann::ordered_json& json, const JsonPath& path, JsonMode mode) {
  out = readJsonBoolean(json, path, mode);
}
inline void readJson(double& out, const nlohmann::ordered_json& json, const JsonPath& path, JsonMode) {
  out = readJsonNumber(json, path);
}
inline void readJson(model::Instant& out, const nlohmann::ordered_json& json, const JsonPath& path,
                     JsonMode) {
  out = readJsonInstant(json, path);
}
inline void readJson(model::Date& out, const nlohmann::ordered_json& json, const JsonPath& path, JsonMode) {
  out = readJsonDate(json, path);
}
template <class Tag>
void readJson(model::Id<Tag>& out, const nlohmann::ordered_json& json, const JsonPath& path, JsonMode) {
  out.value = readJsonWhole(json, path);
}
template <class Whole>
requires(std::is_integral_v<Whole> &&
         !std::is_same_v<Whole, bool>) void readJson(Whole& out, const nlohmann::ordered_json& json,
                                                     const JsonPath& path, JsonMode) {
  const long long value = readJsonWhole(json, path);
  if (value < std::numeric_limits<Whole>::min() || value > std::numeric_limits<Whole>::max())
    refuseJson(JsonFault::range, path);
  out = static_cast<Whole>(value);
}
template <model::Keyed Enum>
void readJson(Enum& out, const nlohmann::ordered_json& json, const JsonPath& path, JsonMode) {
  const auto value =
      json.is_string() ? model::fromKey<Enum>(json.template get_ref<const std::string&>()) : std::nullopt;
  if (!value) {
    std::vector<std::string_view> known;
    for (const auto& entry : model::EnumKeys<Enum>::entries) known.push_back(entry.key);
    refuseJsonChoice(path, known);
  }
  out = *value;
}
template <class T>
void readJson(std::optional<T>& out, const nlohmann::ordered_json& json, const JsonPath& path, JsonMode mode);
template <class T>
void readJson(std::vector<T>& out, const nlohmann::ordered_json& json, const JsonPath& path, JsonMode mode);

/// A key that is missing leaves the member as it is.
template <model::Described T>
void readJson(T& out, const nlohmann::ordered_json& json, const JsonPath& path, JsonMode mode) {
  if (!json.is_object()) refuseJson(JsonFault::object, path);
  if (mode == JsonMode::strict) {
    std::vector<std::string_view> known;
    model::forEachMember(out, [&known](std::string_view name, const auto&) { known.push_back(name); });
    for (const auto& [key, value] : json.items())
      if (std::find(known.begin(), known.end(), key) == known.end())
        refuseJsonKey(JsonPath{&path, key, {}}, known);
  }
  auto next = json.begin();  // our own documents have the keys in the order of describe()
  model::forEachMember(out, [&](std::string_view name, auto& field) {
    auto found = next;
    if (next == json.end() || next.key() != name) found = json.find(std::string(name));
    if (found == json.end()) return;
    readJson(field, *found, JsonPath{&path, name, {}}, mode);
    next = ++found;
  });
}
template <class T>
void readJson(std::optional<T>& out, const nlohmann::ordered_json& json, const JsonPath& path,
              JsonMode mode) {
  out.reset();
  if (!json.is_null()) readJson(out.emplace(), json, path, mode);
}
template <class T>
void readJson(std::vector<T>& out, const nlohmann::ordered_json& json, const JsonPath& path, JsonMode mode) {
  if (!json.is_array()) refuseJson(JsonFault::list, path);
  out.clear();
  out.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i)
    readJson(out.emplace_back(), json[i], JsonPath{&path, {}, i}, mode);
}

/// Reads a value of type T. Throws model::Invalid whose field is the path of the offending value, e.g.
/// "items.0.qty_defective", below `root`.
template <class T>
T fromJson(const nlohmann::ordered_json& json, std::string_view root = {}, JsonMode mode = JsonMode::strict) {
  T out{};
  readJson(out, json, JsonPath{nullptr, root, {}}, mode);
  return out;
}

/// Parses a JSON text; Invalid(`field`) with the place when it is none.
nlohmann::ordered_json parseJson(std::string_view text, std::string_view field);

}  // namespace octad::db
