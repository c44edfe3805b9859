#pragma once

#include <string_view>
#include <tuple>
#include <type_traits>

namespace octad::model {

/// One named member of a described struct. The name is the column in the database and the key in JSON.
template <class Owner, class Type>
struct Member {
  std::string_view name;
  Type Owner::*pointer;
};

/// Names a member for `describe()`.
template <class Owner, class Type>
constexpr Member<Owner, Type> member(std::string_view name, Type Owner::*pointer) {
  return {name, pointer};
}

/// A struct that lists its members once, in `static constexpr auto describe()`. Rows in SQL, JSON, snapshots,
/// fingerprints and field-by-field comparison are all made from that one list, so none of them can forget a
/// field.
template <class T>
concept Described = requires {
  std::remove_cvref_t<T>::describe();
};

/// Calls `visit(name, value)` for every described member, in order.
template <Described T, class Visitor>
constexpr void forEachMember(T&& value, Visitor&& visit) {
  std::apply([&](const auto&... members) { (visit(members.name, value.*(members.pointer)), ...); },
             std::remove_cvref_t<T>::describe());
}

}  // namespace octad::model
