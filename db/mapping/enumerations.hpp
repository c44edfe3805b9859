#pragma once

#include <string_view>
#include <vector>

namespace octad::db {

/// The small table behind one enumeration of the model: the foreign keys of its columns refer to it.
struct EnumTable {
  std::string_view name;
  std::vector<std::pair<std::string_view, std::string_view>> entries;  ///< key, English label
};

/// Every enumeration that is stored, with the keys the model has for it.
const std::vector<EnumTable>& enumTables();

}  // namespace octad::db
