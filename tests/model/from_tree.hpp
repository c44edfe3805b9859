#pragma once

// Boost 1.74's property tree still uses the old placeholders and says so without this.
#ifndef BOOST_BIND_GLOBAL_PLACEHOLDERS
#define BOOST_BIND_GLOBAL_PLACEHOLDERS
#endif

#include <boost/property_tree/json_parser.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/time.hpp"
#include "tests/model/case_table.hpp"

namespace octad::tests {

/// Fills the described members that a shipped policy file can have; anything else does not compile. As in the
/// program's own reader a key that is missing leaves the member alone. The model has no JSON.
struct FromTree {
  using Tree = boost::property_tree::ptree;
  const Tree& tree;

  template <class Value>
  void operator()(std::string_view name, Value& value) const {
    if (const auto child = tree.get_child_optional(std::string(name))) read(*child, value);
  }

 private:
  static void read(const Tree& from, std::string& value) { value = from.data(); }
  template <class Number>
  requires std::is_arithmetic_v<Number>
  static void read(const Tree& from, Number& value) { value = from.get_value<Number>(); }
  static void read(const Tree& from, model::Date& value) {
    value = model::Date::parse(from.data()).value();
  }
  static void read(const Tree& from, std::optional<model::Date>& value) {
    value = model::Date::parse(from.data());
  }
  template <model::Keyed Enum>
  static void read(const Tree& from, Enum& value) {
    value = model::fromKey<Enum>(from.data()).value();
  }
  template <model::Keyed Enum>
  static void read(const Tree& from, std::optional<Enum>& value) {
    value = model::fromKey<Enum>(from.data());
  }
  template <model::Described Record>
  static void read(const Tree& from, Record& record) {
    model::forEachMember(record, FromTree{from});
  }
  template <class Value>
  static void read(const Tree& from, std::vector<Value>& values) {
    values.clear();
    for (const auto& [key, entry] : from) read(entry, values.emplace_back());
  }
};

/// The record in a JSON file of the checkout.
template <model::Described Record>
Record recordIn(const std::string& file) {
  std::istringstream content(sourceFile(file));
  FromTree::Tree tree;
  boost::property_tree::read_json(content, tree);
  Record record;
  model::forEachMember(record, FromTree{tree});
  return record;
}

}  // namespace octad::tests
