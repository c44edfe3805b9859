#pragma once

#include <chrono>
#include <memory>

#include "db/connection/database_url.hpp"
#include "model/ports/unit_of_work.hpp"

namespace octad::db {

struct OpenOptions {
  bool create = false;   ///< make the SQLite file, or the schema in an empty PostgreSQL database
  bool migrate = false;  ///< bring an older schema up to date; without it an older schema is refused
  std::chrono::milliseconds busyTimeout{5000};  ///< how long to wait for somebody else's lock
};

/// Opens a database and checks its schema. Throws NotFound (no such file or database), Refused("schema")
/// for a newer or older schema, Refused("file") for what is not a usable file, ConnectionLost, Busy.
std::unique_ptr<model::Store> openStore(const DatabaseUrl& url, const OpenOptions& options);

}  // namespace octad::db
