#pragma once

#include <string>

#include "tests/support/test_database.hpp"

namespace octad::benchmark {

/// A return of 500 units and one of 5,000, and what people do with them: reading against plain SQL, and how
/// every action grows (at most x12: ten times as many, and some for larger maps). What the window itself
/// takes, apart from the store, is given in ms of the processor.
void benchReturns(support::DatabaseKind kind, int runs);

}  // namespace octad::benchmark
