#pragma once

#include <optional>
#include <string>

#include "model/cases/case_file.hpp"

namespace octad::db {

/// What is frozen: canonical JSON (keys in the order of `describe()`, no blanks). With `only`, the content of
/// one discipline as its form has it; without, everything a customer may read of the case - no internal
/// wording, no other customers, no people's logins.
std::string snapshotOf(const model::CaseFile& file, std::optional<model::DisciplineCode> only);

}  // namespace octad::db
