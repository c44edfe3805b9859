#pragma once

#include <soci/soci.h>

#include "db/dialect/dialect.hpp"

namespace octad::db {

/// While it lives, the session reads the database as it was at the first statement, whatever others write.
class ReadSnapshot {
 public:
  ReadSnapshot(soci::session& session, const Dialect& dialect) : m_transaction(session) {
    dialect.pinSnapshot(session);
  }

 private:
  soci::transaction m_transaction;  ///< rolled back: nothing was written
};

}  // namespace octad::db
