#pragma once

#include <deque>
#include <limits>
#include <optional>
#include <soci/soci.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::db {

/// One column of a result, held until it is read. SOCI writes into `number` or `text`.
struct Cell {
  long long number = 0;
  std::string text;
  soci::indicator state = soci::i_ok;
};

/// A stored value that the program does not know: the database was changed past us.
[[noreturn]] inline void refuseStored(std::string_view column, const std::string& value) {
  throw std::runtime_error("column " + std::string(column) + " holds the unknown value \"" + value + "\"");
}

// How a member is fetched: numbers for keys, counts, flags and moments; texts for the rest.
template <class T>
inline constexpr bool kFetchedAsNumber = std::is_integral_v<T> || std::is_same_v<T, model::Instant>;
template <class Tag>
inline constexpr bool kFetchedAsNumber<model::Id<Tag>> = true;
template <class T>
inline constexpr bool kFetchedAsNumber<std::optional<T>> = kFetchedAsNumber<T>;

/// Lists are rows of another table, not columns.
template <class T>
inline constexpr bool kIsColumn = true;
template <class T>
inline constexpr bool kIsColumn<std::vector<T>> = false;

inline void readCell(std::string& out, const Cell& cell, std::string_view) {
  out = cell.text;
}
inline void readCell(model::Instant& out, const Cell& cell, std::string_view) {
  out.microseconds = cell.number;
}
inline void readCell(bool& out, const Cell& cell, std::string_view) {
  out = cell.number != 0;
}
inline void readCell(model::Date& out, const Cell& cell, std::string_view column) {
  const auto date = model::Date::parse(cell.text);
  if (!date) refuseStored(column, cell.text);
  out = *date;
}
template <class Tag>
void readCell(model::Id<Tag>& out, const Cell& cell, std::string_view) {
  out.value = cell.number;
}
template <class Whole>
requires std::is_integral_v<Whole>
void readCell(Whole& out, const Cell& cell, std::string_view column) {
  if (cell.number < std::numeric_limits<Whole>::min() || cell.number > std::numeric_limits<Whole>::max())
    refuseStored(column, std::to_string(cell.number));
  out = static_cast<Whole>(cell.number);
}
template <model::Keyed Enum>
void readCell(Enum& out, const Cell& cell, std::string_view column) {
  const auto value = model::fromKey<Enum>(cell.text);
  if (!value) refuseStored(column, cell.text);
  out = *value;
}
template <class T>
void readCell(std::optional<T>& out, const Cell& cell, std::string_view column) {
  if (cell.state == soci::i_null)
    out.reset();
  else
    readCell(out.emplace(), cell, column);
}

/// Fetches rows of described structs with static `into` elements, one a member, in the order of `describe()`.
/// SOCI's dynamic rows have other types on each database (style.md 6b).
template <model::Described T>
class RowReader {
 public:
  /// Before the statement is prepared.
  void exchange(soci::statement& statement) {
    T sample{};
    model::forEachMember(sample, [&](std::string_view, const auto& field) {
      using Field = std::remove_cvref_t<decltype(field)>;
      if constexpr (kIsColumn<Field>) {
        auto& cell = m_cells.emplace_back();
        if constexpr (kFetchedAsNumber<Field>)
          statement.exchange(soci::into(cell.number, cell.state));
        else
          statement.exchange(soci::into(cell.text, cell.state));
      }
    });
  }
  /// The row that was fetched last.
  void read(T& out) const {
    auto cell = m_cells.begin();
    model::forEachMember(out, [&cell](std::string_view name, auto& field) {
      if constexpr (kIsColumn<std::remove_cvref_t<decltype(field)>>) readCell(field, *cell++, name);
    });
  }

 private:
  std::deque<Cell> m_cells;  // addresses stay
};

/// "c.id, c.uuid, …" for the members of T that are columns.
template <model::Described T>
std::string columnList(std::string_view alias) {
  std::string out;
  T sample{};
  model::forEachMember(sample, [&](std::string_view name, const auto& field) {
    if constexpr (kIsColumn<std::remove_cvref_t<decltype(field)>>) {
      if (!out.empty()) out += ", ";
      if (!alias.empty()) out += std::string(alias) + ".";
      out += name;
    }
  });
  return out;
}

}  // namespace octad::db
