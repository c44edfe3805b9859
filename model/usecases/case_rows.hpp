#pragma once

#include <utility>

#include "model/ports/unit_of_work.hpp"

namespace octad::model {

/// Stores a new record and takes over the key it got.
template <class Record>
void insertRecord(UnitOfWork& unit, Record& record) {
  Row row(std::move(record));
  unit.insert(row);
  record = std::get<Record>(std::move(row));
}

/// Stores a changed record and takes over its new row version.
template <class Record>
void updateRecord(UnitOfWork& unit, Record& record) {
  Row row(std::move(record));
  unit.update(row);
  record = std::get<Record>(std::move(row));
}

}  // namespace octad::model
