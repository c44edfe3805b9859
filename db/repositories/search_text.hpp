#pragma once

#include <set>
#include <vector>

#include "db/connection/command.hpp"
#include "model/core/ids.hpp"

namespace soci {
class session;
}

namespace octad::db {

class Dialect;

/// What was changed: the texts of these cases, and of every case of these problems, are out of date.
struct ChangedTexts {
  std::set<long long> complaints;
  std::set<long long> problems;
};

/// Reads the texts that cases are found by as they are now - numbers, customer, references, parts, failures,
/// title, wordings, disciplines, causes and actions - and stores them, but for the commands that it gives:
/// they are to be run in the same transaction, with its end.
std::vector<Command> refreshSearchTexts(soci::session& session, const Dialect& dialect,
                                        const ChangedTexts& changed);

}  // namespace octad::db
