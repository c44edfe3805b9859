#pragma once

#include <cstddef>
#include <string_view>
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

/// The list of members that `describe()` returns: called with a function, it calls that with every `Member`.
/// Not a std::tuple, whose nested instantiation for lists of up to forty members cost the compiler more than
/// all the rest of Octad.
template <class... Members>
constexpr auto members(Members... list) {
  return [list...](auto&& use) { return use(list...); };
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
  std::remove_cvref_t<T>::describe()(
      [&](const auto&... listed) { (visit(listed.name, value.*(listed.pointer)), ...); });
}

/// How many members a described struct lists.
template <Described T>
constexpr std::size_t kMemberCount = T::describe()([](const auto&... listed) { return sizeof...(listed); });

}  // namespace octad::model
