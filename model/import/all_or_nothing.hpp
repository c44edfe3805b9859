#pragma once

#include <optional>
#include <string>

#include "model/cases/queries.hpp"
#include "model/ports/unit_of_work.hpp"

namespace octad::model {

/// An import stores all lines or none: Refused("import") when the file was imported before, or when lines are
/// refused and the user did not say that the rest is wanted.
void requireStorable(const std::optional<ImportedFile>& knownFile, long long refusedLines, bool skipRefused);

/// Keeps the hash of a file, so that it is recognised when it comes again. Nothing for input without one.
void rememberFile(UnitOfWork& unit, ImportedFile file);

}  // namespace octad::model
