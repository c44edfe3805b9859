#pragma once

#include <optional>

#include "model/returns/return_file.hpp"

namespace soci {
class session;
}

namespace octad::db {

class Dialect;

/// The whole return: its rows, then the names of the people and departments that they mention. Two
/// statements, on PostgreSQL one round trip. Throws NotFound.
model::ReturnFile readReturnFile(soci::session& session, const Dialect& dialect, model::ReturnId id);

/// A return that is locked until the end of the transaction.
struct LockedReturn {
  model::ReturnFile file;
  long long version = 0;
};

/// None when there is no such return.
std::optional<LockedReturn> lockAndReadReturn(soci::session& session, const Dialect& dialect,
                                              model::ReturnId id);

}  // namespace octad::db
