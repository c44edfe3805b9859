#pragma once

#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace octad::reports {

/// What a template is filled with: text that is already formatted and translated, a condition, a list, or
/// named values. An empty text counts as false in `{{#name}}`, so a template can leave out what is not there.
class Value {
 public:
  using List = std::vector<Value>;
  using Map = std::map<std::string, Value, std::less<>>;

  Value() : m_data(Map{}) {}
  Value(std::string text) : m_data(std::move(text)) {}
  Value(std::string_view text) : m_data(std::string(text)) {}
  Value(const char* text) : m_data(std::string(text)) {}
  /// A template so that nothing but a bool (no pointer, no number) becomes a condition by accident.
  template <typename Bool, std::enable_if_t<std::is_same_v<Bool, bool>, int> = 0>
  Value(Bool condition) : m_data(condition) {}
  Value(List items) : m_data(std::move(items)) {}
  Value(Map fields) : m_data(std::move(fields)) {}

  /// Sets a field; a value that was no map becomes one.
  Value& set(std::string name, Value value);
  /// Appends an item; a value that was no list becomes one.
  Value& add(Value item);

  const std::string* text() const { return std::get_if<std::string>(&m_data); }
  const bool* condition() const { return std::get_if<bool>(&m_data); }
  const List* list() const { return std::get_if<List>(&m_data); }
  const Map* map() const { return std::get_if<Map>(&m_data); }

 private:
  std::variant<std::string, bool, List, Map> m_data;
};

}  // namespace octad::reports
