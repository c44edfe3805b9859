#pragma once

#include <memory>

#include "tests/benchmark/workloads.hpp"

namespace octad::benchmark {

/// One wording of a case changed, guards, audit and search text included.
Workload saveWorkload(db::Database& database, model::Store& store, long long cases);

}  // namespace octad::benchmark
