#pragma once

#include <memory>

#include "db/connection/database.hpp"
#include "model/ports/change_feed.hpp"

namespace octad::db {

/// A feed on a session of its own. PostgreSQL: the server's notifications, and now and then its counters, in
/// case a program between swallows notifications. SQLite: the version of the file, looked at several times a
/// second; what changed is not known there.
std::unique_ptr<model::ChangeFeed> makeChangeFeed(Database& database);

}  // namespace octad::db
