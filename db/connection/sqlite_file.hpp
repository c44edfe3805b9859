#pragma once

#include <string>

namespace octad::db {

/// Looks at a file before SQLite opens it. Each thing that can be wrong has its own sentence: no such file
/// (NotFound, unless `create`), a folder, read-only, not a database, cut short, on a network share (Refused
/// "file").
void requireUsableFile(const std::string& path, bool create);

}  // namespace octad::db
