#pragma once

#include <string>

namespace octad::db {

/// SQL that makes `octad.read_case(bigint)` and `octad.read_return(bigint)` on PostgreSQL: a case or a return
/// in one row, a JSON text a member of `CaseFile` or `ReturnFile`, then the people and departments these rows
/// mention; no row for who may not see it. Row security would ask for every one of some forty tables whether
/// the case is seen, which costs a department seven times the reading; the functions ask once. Made from the
/// records, like the audit triggers, so that columns are listed in one place.
std::string readFunctionsSql();

}  // namespace octad::db
