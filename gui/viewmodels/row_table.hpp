#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/core/enum_keys.hpp"
#include "model/core/error.hpp"
#include "model/core/ids.hpp"
#include "model/core/message.hpp"
#include "model/core/text.hpp"
#include "model/core/time.hpp"

namespace octad::viewmodels {

enum class FieldKind { line, text, choice, date, quantity, percent, computed };

struct FieldChoice {
  std::string key;
  std::string label;  ///< already in the language of the data when `translate` is false
  bool translate = true;
};

/// One column of a table of rows, which is also one field of the form beside it.
struct RowField {
  std::string key;         ///< as in JSON and in MissingPoint::field
  const char* label = "";  ///< English text for the catalogue
  FieldKind kind = FieldKind::line;
  int listWidth = 0;  ///< characters in the list; 0: only in the form
  std::vector<FieldChoice> choices = {};
  bool besidePrevious =
      false;  ///< stands on the row of the field before it (quantity + unit, internal | customer)
};

/// Rows that a person edits as text, field by field, whatever struct they are. A value that cannot be taken
/// is kept as typed (nothing typed is lost) and reported until it is mended.
class RowTable {
 public:
  RowTable(std::string key, const char* title, std::vector<RowField> fields, bool fixedRows)
      : m_key(std::move(key)), m_title(title), m_fields(std::move(fields)), m_fixedRows(fixedRows) {}
  virtual ~RowTable() = default;
  RowTable(const RowTable&) = delete;
  RowTable& operator=(const RowTable&) = delete;

  const std::string& key() const { return m_key; }
  const char* title() const { return m_title; }
  const std::vector<RowField>& fields() const { return m_fields; }
  /// The rows are given (the seven questions, the locations): none is added or removed.
  bool fixedRows() const { return m_fixedRows; }

  virtual int rowCount() const = 0;
  virtual long long rowId(int row) const = 0;
  /// Adds an empty row with a fresh negative id, or with the one given; returns its index.
  virtual int addRow(std::optional<long long> id = std::nullopt) = 0;
  void removeRow(int row);
  /// -1 when there is no such row.
  int rowOf(long long id) const;
  int fieldOf(const std::string& fieldKey) const;

  /// The value as in the form: typed text, key of a choice, ISO date, number.
  std::string cell(int row, int field) const;
  /// Takes a value; returns why not when it cannot be taken.
  std::optional<model::Message> setCell(int row, int field, const std::string& value);
  /// The value of this cell is not typed here (a sum of something else); setCell leaves it.
  virtual bool locked(int, int) const { return false; }
  /// What the list shows instead of the value of this cell.
  virtual std::optional<model::Message> listWords(int, int) const { return std::nullopt; }
  /// What is to be done about a value that was taken; does not stand in the way of saving.
  virtual std::optional<model::Message> advice(int, int) const { return std::nullopt; }
  /// Why the value of this cell was not taken.
  std::optional<model::Message> cellError(int row, int field) const;
  /// What can be chosen in a field; nothing happens when the table has no such field.
  void setChoices(const std::string& fieldKey, std::vector<FieldChoice> choices);
  /// A value that was typed and could not be taken.
  struct Typed {
    long long row = 0;  ///< its id
    int field = 0;
    std::string value;
  };
  std::vector<Typed> refusedCells() const;
  bool hasErrors() const { return !m_refused.empty(); }
  void forgetErrors() { m_refused.clear(); }
  /// Cells that became locked meanwhile keep nothing that was typed.
  void forgetLocked();

 protected:
  virtual std::string read(int row, int field) const = 0;
  virtual void write(int row, int field, const std::string& value) = 0;  ///< throws model::Invalid
  virtual void erase(int row) = 0;

 private:
  struct Refused {
    std::string typed;
    model::Message why;
  };
  std::string m_key;
  const char* m_title;
  std::vector<RowField> m_fields;
  bool m_fixedRows;
  std::map<std::pair<long long, int>, Refused> m_refused;
};

/// How one field of `Row` is read and written as text.
template <class Row>
struct ColumnOf {
  RowField field;
  std::function<std::string(const Row&)> get;
  std::function<void(Row&, const std::string&)> set;
};

/// What the rows of a table say about single cells; either may be empty. The field is named by its key.
template <class Row>
struct RowRules {
  std::function<bool(const Row&, const std::string& field)> locked = {};
  std::function<std::optional<model::Message>(const Row&, const std::string& field)> advice = {};
  std::function<std::optional<model::Message>(const Row&, const std::string& field)> listWords = {};
};

template <class Row>
std::vector<RowField> fieldsOf(const std::vector<ColumnOf<Row>>& columns) {
  std::vector<RowField> fields;
  for (const auto& column : columns) fields.push_back(column.field);
  return fields;
}

/// A RowTable over a vector of records that somebody else owns.
template <class Row>
class RowsOf : public RowTable {
 public:
  RowsOf(std::string key, const char* title, std::vector<Row>& rows, std::vector<ColumnOf<Row>> columns,
         std::function<Row()> make, bool fixedRows = false, RowRules<Row> rules = {})
      : RowTable(std::move(key), title, fieldsOf(columns), fixedRows),
        m_rows(rows),
        m_columns(std::move(columns)),
        m_make(std::move(make)),
        m_rules(std::move(rules)) {}

  bool locked(int row, int field) const override {
    return m_rules.locked && m_rules.locked(rowAt(row), keyAt(field));
  }
  std::optional<model::Message> advice(int row, int field) const override {
    return m_rules.advice ? m_rules.advice(rowAt(row), keyAt(field)) : std::nullopt;
  }

  std::optional<model::Message> listWords(int row, int field) const override {
    return m_rules.listWords ? m_rules.listWords(rowAt(row), keyAt(field)) : std::nullopt;
  }

  int rowCount() const override { return static_cast<int>(m_rows.size()); }
  long long rowId(int row) const override { return m_rows[static_cast<std::size_t>(row)].id.value; }
  int addRow(std::optional<long long> id) override {
    Row row = m_make();
    if (id) {
      row.id.value = *id;
    } else {
      long long lowest = 0;
      for (const auto& other : m_rows) lowest = std::min(lowest, other.id.value);
      row.id.value = lowest - 1;
    }
    m_rows.push_back(std::move(row));
    return rowCount() - 1;
  }

 protected:
  std::string read(int row, int field) const override {
    return m_columns[static_cast<std::size_t>(field)].get(m_rows[static_cast<std::size_t>(row)]);
  }
  void write(int row, int field, const std::string& value) override {
    m_columns[static_cast<std::size_t>(field)].set(m_rows[static_cast<std::size_t>(row)], value);
  }
  void erase(int row) override { m_rows.erase(m_rows.begin() + row); }

 private:
  const Row& rowAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
  const std::string& keyAt(int field) const { return fields()[static_cast<std::size_t>(field)].key; }

  std::vector<Row>& m_rows;
  std::vector<ColumnOf<Row>> m_columns;
  std::function<Row()> m_make;
  RowRules<Row> m_rules;
};

/// A RowTable of one given row, which is a record that somebody else owns: fields that stand once on a page.
template <class Record>
class OneRowOf : public RowTable {
 public:
  OneRowOf(std::string key, const char* title, Record& record, std::vector<ColumnOf<Record>> columns)
      : RowTable(std::move(key), title, fieldsOf(columns), true),
        m_record(record),
        m_columns(std::move(columns)) {}

  int rowCount() const override { return 1; }
  long long rowId(int) const override { return 1; }
  int addRow(std::optional<long long>) override { return 0; }

 protected:
  std::string read(int, int field) const override {
    return m_columns[static_cast<std::size_t>(field)].get(m_record);
  }
  void write(int, int field, const std::string& value) override {
    m_columns[static_cast<std::size_t>(field)].set(m_record, value);
  }
  void erase(int) override {}

 private:
  Record& m_record;
  std::vector<ColumnOf<Record>> m_columns;
};

/// Reads an ISO date; empty is none. Throws Invalid(field).
std::optional<model::Date> parseDay(const std::string& text, const std::string& field);

template <class Row>
ColumnOf<Row> lineColumn(RowField field, std::string Row::*member) {
  return {field, [member](const Row& row) { return row.*member; },
          [member](Row& row, const std::string& value) { row.*member = value; }};
}

template <class Row>
ColumnOf<Row> quantityColumn(RowField field, long long Row::*member) {
  field.kind = FieldKind::quantity;
  return {field, [member](const Row& row) { return std::to_string(row.*member); },
          [member, key = field.key](Row& row, const std::string& value) {
            row.*member = value.empty() ? 0 : model::parseQuantity(value, key);
          }};
}

template <class Row>
ColumnOf<Row> dateColumn(RowField field, std::optional<model::Date> Row::*member) {
  field.kind = FieldKind::date;
  return {
      field, [member](const Row& row) { return (row.*member) ? (row.*member)->iso() : std::string(); },
      [member, key = field.key](Row& row, const std::string& value) { row.*member = parseDay(value, key); }};
}

template <class Row, class Enum>
ColumnOf<Row> choiceColumn(RowField field, Enum Row::*member) {
  field.kind = FieldKind::choice;
  for (const auto& entry : model::EnumKeys<Enum>::entries)
    field.choices.push_back({std::string(entry.key), entry.label, true});
  return {field, [member](const Row& row) { return std::string(model::keyOf(row.*member)); },
          [member](Row& row, const std::string& value) {
            if (const auto parsed = model::fromKey<Enum>(value)) row.*member = *parsed;
          }};
}

/// A number that may be unknown; the empty text is none.
template <class Row>
ColumnOf<Row> optionalNumberColumn(RowField field, std::optional<long long> Row::*member) {
  field.kind = FieldKind::quantity;
  return {field,
          [member](const Row& row) { return (row.*member) ? std::to_string(*(row.*member)) : std::string(); },
          [member, key = field.key](Row& row, const std::string& value) {
            if (value.empty())
              row.*member = std::nullopt;
            else
              row.*member = model::parseQuantity(value, key);
          }};
}

/// A choice that may be left open; `none` is what the empty key is called.
template <class Row, class Enum>
ColumnOf<Row> optionalChoiceColumn(RowField field, std::optional<Enum> Row::*member, const char* none) {
  field.kind = FieldKind::choice;
  field.choices.push_back({"", none, true});
  for (const auto& entry : model::EnumKeys<Enum>::entries)
    field.choices.push_back({std::string(entry.key), entry.label, true});
  return {field,
          [member](const Row& row) {
            return (row.*member) ? std::string(model::keyOf(*(row.*member))) : std::string();
          },
          [member](Row& row, const std::string& value) { row.*member = model::fromKey<Enum>(value); }};
}

/// A reference to another record, chosen from `choices`; the empty key is none.
template <class Row, class Tag>
ColumnOf<Row> referenceColumn(RowField field, std::optional<model::Id<Tag>> Row::*member,
                              std::vector<FieldChoice> choices) {
  field.kind = FieldKind::choice;
  field.choices = std::move(choices);
  return {field,
          [member](const Row& row) {
            return (row.*member) ? std::to_string((row.*member)->value) : std::string();
          },
          [member](Row& row, const std::string& value) {
            if (value.empty())
              row.*member = std::nullopt;
            else
              row.*member = model::Id<Tag>(std::stoll(value));
          }};
}

}  // namespace octad::viewmodels
