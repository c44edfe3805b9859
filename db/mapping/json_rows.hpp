#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "db/mapping/row_reader.hpp"
#include "model/core/describe.hpp"

namespace octad::db {

/// What one database calls the functions that build JSON and join texts.
struct JsonWords {
  std::string_view row;        ///< makes a list of the values of one row
  std::string_view list;       ///< aggregate: makes a list of the rows
  std::string_view joined;     ///< aggregate: makes one text of texts
  std::string_view asText;     ///< what follows the list to make it text
  std::string_view emptyList;  ///< what an aggregate of nothing is replaced by, when it is null
};
/// `dialect` is Dialect::name().
const JsonWords& jsonWords(std::string_view dialect);

/// A scalar subquery with the rows of T as one JSON text: [[value, value …], …], in no order. Values stand in
/// the order of `describe()` without names, which halves what is built, sent and read; the same list writes
/// the SQL and reads the answer. `from` names the rows as t ("part t where …"). A member that is a list has
/// no column: `lists` gives the SQL of its keys joined by commas.
template <model::Described T>
std::string jsonRowsSql(const JsonWords& words, std::string_view from, std::string_view lists = {}) {
  std::string values;
  T sample{};
  model::forEachMember(sample, [&](std::string_view name, const auto& field) {
    if (!values.empty()) values += ",";
    if constexpr (kIsColumn<std::remove_cvref_t<decltype(field)>>)
      values += "t." + std::string(name);
    else
      values += lists;
  });
  const std::string aggregate = std::string(words.list) + "(" + std::string(words.row) + "(" + values + "))" +
                                std::string(words.asText);
  return "(select " +
         (words.emptyList.empty() ? aggregate
                                  : "coalesce(" + aggregate + "," + std::string(words.emptyList) + ")") +
         " from " + std::string(from) + ")";
}

/// Reads [[value, value …], …] value by value. A document tree would cost more than the database did
/// (nlohmann: half of opening a case). Throws std::runtime_error for anything else: only our own databases
/// write this.
class JsonRowScanner {
 public:
  explicit JsonRowScanner(std::string_view text);
  /// False after the last row. A row that was not read to its end is refused.
  bool nextRow();
  /// The next value of the row: a number, a text or null.
  void next(Cell& cell);

 private:
  void skipBlanks();
  void expect(char c);
  void readText(std::string& out);
  void readEscape(std::string& out);
  unsigned readHex();
  [[noreturn]] void fail() const;

  std::string_view m_text;
  std::size_t m_at = 0;
  bool m_inRow = false;
  bool m_firstValue = false;
};

template <model::Keyed Enum>
void readCell(std::vector<Enum>& out, const Cell& cell, std::string_view column) {
  out.clear();
  for (std::size_t at = 0; at < cell.text.size();) {
    const auto end = std::min(cell.text.find(',', at), cell.text.size());
    const auto key = std::string_view(cell.text).substr(at, end - at);
    const auto value = model::fromKey<Enum>(key);
    if (!value) refuseStored(column, std::string(key));
    out.push_back(*value);
    at = end + 1;
  }
}

/// Reads what `jsonRowsSql<T>` built.
template <model::Described T>
std::vector<T> readJsonRows(std::string_view text) {
  std::vector<T> out;
  Cell cell;
  for (JsonRowScanner scanner(text); scanner.nextRow();)
    model::forEachMember(out.emplace_back(), [&](std::string_view name, auto& field) {
      scanner.next(cell);
      readCell(field, cell, name);
    });
  return out;
}

}  // namespace octad::db
