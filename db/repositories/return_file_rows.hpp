#pragma once

#include <string>

#include "db/mapping/table_names.hpp"
#include "db/repositories/file_rows.hpp"

namespace octad::db {

/// Where the rows of a return are. What it says of its cases to those who may not see them is not read from
/// tables.
struct ReturnPlace {
  std::string id;     ///< SQL for its key
  std::string cases;  ///< SQL behind "from" for `ReturnCase`, with the alias t
  std::string items;  ///< the same for `ReturnItem`
  /// Condition on a return_hand_over t, which is seen with its case, where policies are not asked; empty:
  /// none.
  std::string handedOver = "";

  template <class T>
  std::string from() const {
    const std::string table = std::string(tableName<T>()) + " t where ";
    if constexpr (std::is_same_v<T, model::GoodsReturn>)
      return table + "t.id = " + id;
    else if constexpr (std::is_same_v<T, model::ReturnCase>)
      return cases;
    else if constexpr (std::is_same_v<T, model::ReturnItem>)
      return items;
    else if constexpr (std::is_same_v<T, model::Customer>)
      return table + "t.id = (select g.customer_id from goods_return g where g.id = " + id + ")";
    else if constexpr (std::is_same_v<T, model::Part>)
      return table + "t.id in (select l.part_id from return_line l where l.return_id = " + id + ")";
    else if constexpr (std::is_same_v<T, model::ReturnHandOver>)
      return table + "t.return_id = " + id + (handedOver.empty() ? "" : " and " + handedOver);
    else
      return table + "t.return_id = " + id;
  }
};

}  // namespace octad::db
