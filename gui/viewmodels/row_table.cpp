#include "gui/viewmodels/row_table.hpp"

namespace octad::viewmodels {

using model::tr;

std::optional<model::Date> parseDay(const std::string& text, const std::string& field) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return std::nullopt;
  const auto day = model::Date::parse(text.substr(first, text.find_last_not_of(' ') - first + 1));
  if (!day) throw model::Invalid(field, {tr("Write the date as 2026-11-30; “{0}” is none."), {text}});
  return day;
}

void RowTable::removeRow(int row) {
  const long long id = rowId(row);
  std::erase_if(m_refused, [id](const auto& entry) { return entry.first.first == id; });
  erase(row);
}

int RowTable::rowOf(long long id) const {
  for (int row = 0; row < rowCount(); ++row)
    if (rowId(row) == id) return row;
  return -1;
}

int RowTable::fieldOf(const std::string& fieldKey) const {
  for (std::size_t field = 0; field < m_fields.size(); ++field)
    if (m_fields[field].key == fieldKey) return static_cast<int>(field);
  return -1;
}

std::string RowTable::cell(int row, int field) const {
  const auto refused = m_refused.find({rowId(row), field});
  return refused == m_refused.end() ? read(row, field) : refused->second.typed;
}

std::optional<model::Message> RowTable::setCell(int row, int field, const std::string& value) {
  if (locked(row, field)) return std::nullopt;
  const std::pair<long long, int> place{rowId(row), field};
  try {
    write(row, field, value);
    m_refused.erase(place);
    return std::nullopt;
  } catch (const model::Invalid& invalid) {
    m_refused[place] = {value, invalid.message()};
    return invalid.message();
  }
}

void RowTable::forgetLocked() {
  std::erase_if(m_refused, [this](const auto& entry) {
    const int row = rowOf(entry.first.first);
    return row >= 0 && locked(row, entry.first.second);
  });
}

std::vector<RowTable::Typed> RowTable::refusedCells() const {
  std::vector<Typed> cells;
  for (const auto& [place, refused] : m_refused) cells.push_back({place.first, place.second, refused.typed});
  return cells;
}

void RowTable::setChoices(const std::string& fieldKey, std::vector<FieldChoice> choices) {
  const int field = fieldOf(fieldKey);
  if (field >= 0) m_fields[static_cast<std::size_t>(field)].choices = std::move(choices);
}

std::optional<model::Message> RowTable::cellError(int row, int field) const {
  const auto refused = m_refused.find({rowId(row), field});
  if (refused == m_refused.end()) return std::nullopt;
  return refused->second.why;
}

}  // namespace octad::viewmodels
