#pragma once

#include <optional>
#include <string>

#include "model/cases/queries.hpp"
#include "model/ports/progress.hpp"
#include "model/ports/unit_of_work.hpp"

namespace octad::model {

/// An import stores all lines or none: Refused("import") when the file was imported before, or when lines are
/// refused and the user did not say that the rest is wanted.
void requireStorable(const std::optional<ImportedFile>& knownFile, long long refusedLines, bool skipRefused);

/// How far reading is: a file does not say how many lines it has.
constexpr double kUnknownShare = 0.5;

/// Reports to `progress` (may be null). Throws Refused("cancelled") when the user wants to stop; the unit of
/// work then rolls back.
void tellProgress(Progress* progress, double fraction, const Message& what);

/// Keeps the hash of a file, so that it is recognised when it comes again. Nothing for input without one.
void rememberFile(UnitOfWork& unit, ImportedFile file);

}  // namespace octad::model
