#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace octad::cli {

/// Runs octadctl. Exit codes: 0 done, 1 refused by a rule or bad data, 2 wrong usage, 3 database not
/// reachable, 4 conflict. Errors are one sentence on `err`; with --json also
/// {"error":{"code","message","field"}} on `out`.
int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace octad::cli
