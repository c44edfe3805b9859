#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "db/connection/command.hpp"
#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::db {

inline void bindValue(BoundValue& out, const std::string& text) {
  out.text = text;
}
inline void bindValue(BoundValue& out, model::Date date) {
  out.text = date.iso();
}
inline void bindValue(BoundValue& out, model::Instant at) {
  out.isNumber = true;
  out.number = at.microseconds;
}
template <class Tag>
void bindValue(BoundValue& out, model::Id<Tag> id) {
  out.isNumber = true;
  out.number = id.value;
}
template <class Whole>
requires std::is_integral_v<Whole>
void bindValue(BoundValue& out, Whole value) {
  out.isNumber = true;
  out.number = static_cast<long long>(value);
}
template <model::Keyed Enum>
void bindValue(BoundValue& out, Enum value) {
  out.text = model::keyOf(value);
}
template <class T>
void bindValue(BoundValue& out, const std::optional<T>& value) {
  bindValue(out, value.value_or(T{}));
  if (!value) out.state = soci::i_null;
}

template <class T>
inline constexpr bool kIsList = false;
template <class T>
inline constexpr bool kIsList<std::vector<T>> = true;

/// Every column of a record but its key, in the order of `describe()`. Lists are rows of other tables.
template <model::Described T>
std::vector<BoundValue> boundValues(const T& record) {
  std::vector<BoundValue> out;
  model::forEachMember(record, [&out](std::string_view name, const auto& field) {
    if constexpr (!kIsList<std::remove_cvref_t<decltype(field)>>) {
      if (name == "id") return;
      BoundValue& value = out.emplace_back();
      value.column = name;
      bindValue(value, field);
    }
  });
  return out;
}

}  // namespace octad::db
