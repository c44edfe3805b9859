#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/message.hpp"

namespace octad::model {

/// What kinds of files people bring.
enum class ImportKind { complaints, shipments, calendar };

/// Throws Invalid("kind").
ImportKind parseImportKind(std::string_view text);

/// One field that an import can fill, with the headings by which registers name it.
struct ImportField {
  std::string_view name;  ///< as in --map, e.g. "qty_defective"
  const char* label;      ///< for dialogs
  bool required;
  std::vector<std::string_view> headings;  ///< folded forms that are recognised
};

const std::vector<ImportField>& importFields(ImportKind kind);

/// True when a heading is recognised as naming the field.
bool headingNames(const ImportField& field, std::string_view heading);

/// Where each field stands in the rows of one file.
class ColumnMap {
 public:
  /// Reads `name=column,name=column`: a column is a heading or a number from 1. Invalid("map") for what is
  /// neither.
  static std::vector<std::pair<std::string, std::string>> parse(std::string_view text);

  /// True when every column is given by number: then the file has no heading row.
  static bool byNumber(const std::vector<std::pair<std::string, std::string>>& wanted);

  /// Finds the columns of `heading`; `wanted` wins over recognised headings. Throws Invalid("map") that lists
  /// required fields without a column, columns asked for that are not there, and headings that stand twice.
  ColumnMap(ImportKind kind, const std::vector<std::string>& heading,
            const std::vector<std::pair<std::string, std::string>>& wanted);

  /// The cell of a field in a row; empty when the field has no column or the row is short.
  std::string_view cell(const std::vector<std::string>& row, std::string_view field) const;
  bool has(std::string_view field) const { return m_columns.contains(std::string(field)); }
  /// Which field came from which heading, for the report.
  std::vector<Message> describe() const { return m_notes; }

 private:
  std::map<std::string, std::size_t> m_columns;
  std::vector<Message> m_notes;
};

/// How many required fields the cells of a row name: the heading row of a register is found by the first row
/// naming all of them.
bool looksLikeHeading(ImportKind kind, const std::vector<std::string>& cells);

}  // namespace octad::model
