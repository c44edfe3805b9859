#pragma once

#include <string>

namespace octad::db {

/// SQL that makes `octad.read_case(bigint)` on PostgreSQL: everything that is seen with a case in one row, a
/// JSON text a member of `CaseFile`, then the people and departments these rows mention; no row for who may
/// not see the case. Row security would ask for every one of some forty tables whether the case is seen,
/// which costs a department seven times the reading; the function asks once. Made from the records, like the
/// audit triggers, so that columns are listed in one place.
std::string caseFunctionSql();

}  // namespace octad::db
