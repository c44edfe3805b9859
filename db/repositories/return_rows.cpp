#include "db/repositories/return_rows.hpp"

#include <nlohmann/json.hpp>
#include <soci/soci.h>

#include "db/mapping/json_rows.hpp"
#include "db/mapping/table_names.hpp"
#include "db/repositories/return_file_reader.hpp"
#include "db/repositories/return_list_reader.hpp"
#include "db/repositories/unit_of_work.hpp"
#include "model/core/error.hpp"

namespace octad::db {

using model::NotFound;
using model::tr;

namespace {

/// The columns `update` leaves alone: given once.
bool isFixedInHead(std::string_view column) {
  return column == "uuid" || column == "number" || column == "customer_id" || column == "blind" ||
         column == "created_at";
}

/// Rows as one JSON list, a member a column.
template <class T>
std::string rowsText(const std::vector<T>& records, bool withKeys) {
  nlohmann::json rows = nlohmann::json::array();
  for (const T& record : records) {
    nlohmann::json row = nlohmann::json::object();
    if (withKeys) row["id"] = record.id.value;
    for (const BoundValue& value : boundValues(record)) {
      auto& cell = row[std::string(value.column)];
      if (value.state == soci::i_null)
        cell = nullptr;
      else if (value.isNumber)
        cell = value.number;
      else
        cell = value.text;
    }
    rows.push_back(std::move(row));
  }
  return rows.dump();
}

template <class T>
std::vector<std::string> columnsOf() {
  std::vector<std::string> columns;
  for (const BoundValue& value : boundValues(T{})) columns.emplace_back(value.column);
  return columns;
}

}  // namespace

void SqlReturnRows::create(model::GoodsReturn& head, int year) {
  m_unit.guarded([&] {
    const Created created = m_unit.dialect().createReturn(m_unit.m_rows, boundValues(head), year);
    head.id.value = created.id;
    head.number = created.number;
    head.rowVersion = 1;
  });
}

model::ReturnFile SqlReturnRows::lock(model::ReturnId id, long long expectedVersion) {
  return m_unit.guarded([&] {
    auto locked = lockAndReadReturn(m_unit.session(), m_unit.dialect(), id);
    if (!locked) throw NotFound(tr("This return does not exist, or you may not see it. Refresh the list."));
    if (expectedVersion != 0 && expectedVersion != locked->version)
      m_unit.throwConflict("goods_return", id.value);
    return std::move(locked->file);
  });
}

void SqlReturnRows::update(model::GoodsReturn& head) {
  m_unit.guarded([&] {
    std::vector<BoundValue> values = boundValues(head);
    std::erase_if(values, [](const BoundValue& value) { return isFixedInHead(value.column); });
    m_unit.requireOne(m_unit.m_rows.update("goods_return", head.id.value, values, &head.rowVersion),
                      "goods_return", head.id.value);
    ++head.rowVersion;
  });
}

void SqlReturnRows::insert(model::ReturnRecord& record) {
  m_unit.guarded([&] {
    std::visit(
        [this]<class T>(T& row) { row.id.value = m_unit.m_rows.insert(tableName<T>(), boundValues(row)); },
        record);
  });
}

void SqlReturnRows::update(model::ReturnRecord& record) {
  m_unit.guarded([&] {
    std::visit(
        [this]<class T>(T& row) {
          m_unit.requireOne(m_unit.m_rows.update(tableName<T>(), row.id.value, boundValues(row), nullptr),
                            tableName<T>(), row.id.value);
        },
        record);
  });
}

template <class T>
void SqlReturnRows::insertMany(const std::vector<T>& records) {
  if (records.empty()) return;
  m_unit.guarded([&] {
    const Command command{m_unit.dialect().insertNewRows(std::string(tableName<T>()), columnsOf<T>()),
                          {textValue(rowsText(records, false))},
                          {}};
    m_unit.dialect().runBatch(m_unit.session(), {command});
  });
}

void SqlReturnRows::insert(const std::vector<model::ReturnUnit>& units) {
  insertMany(units);
}

void SqlReturnRows::insert(const std::vector<model::UnitTest>& tests) {
  insertMany(tests);
}

void SqlReturnRows::update(const std::vector<model::ReturnUnit>& units) {
  if (units.empty()) return;
  m_unit.guarded([&] {
    const Command command{m_unit.dialect().updateRows("return_unit", columnsOf<model::ReturnUnit>()),
                          {textValue(rowsText(units, true))},
                          {}};
    const auto answers = m_unit.dialect().runBatch(m_unit.session(), {command});
    if (answers.at(0).changed != static_cast<long long>(units.size()))
      m_unit.throwConflict("return_unit", units.front().id.value);
  });
}

void SqlReturnRows::remove(const std::vector<model::ReturnUnit>& units) {
  if (units.empty()) return;
  m_unit.guarded([&] {
    const Command command{m_unit.dialect().removeRows("return_unit"), {textValue(rowsText(units, true))}, {}};
    const auto answers = m_unit.dialect().runBatch(m_unit.session(), {command});
    if (answers.at(0).changed != static_cast<long long>(units.size()))
      m_unit.throwConflict("return_unit", units.front().id.value);
  });
}

model::SweepTask SqlReturnRows::lockSweep(model::SweepRowId id) {
  return m_unit.guarded([&] {
    m_unit.dialect().runBatch(m_unit.session(), {m_unit.dialect().lockSweep(id)});
    const auto tasks = readSweepTasks(m_unit.session(), m_unit.dialect(), id);
    if (tasks.empty())
      throw NotFound(tr("This sweep does not exist, or its case is closed. Refresh the list."));
    return tasks.front();
  });
}

}  // namespace octad::db
