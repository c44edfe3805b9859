#pragma once

#include <memory>

#include "model/ports/reader.hpp"

namespace octad::db {

class Database;

/// The model's Reader on a database, which must outlive it. Every call leases a session of its own for as
/// long as it runs, so calls may come from several threads. Errors are the model's (error_translation.hpp).
std::unique_ptr<model::Reader> makeReader(Database& database);

}  // namespace octad::db
