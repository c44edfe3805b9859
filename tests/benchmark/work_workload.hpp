#pragma once

#include "model/ports/unit_of_work.hpp"
#include "tests/benchmark/workloads.hpp"

namespace octad::benchmark {

/// Gives 500 open cases to one CQE, so that the size of "My work" is the same however many cases there are.
/// Once, after loading.
void makeBusyPerson(PlainConnection& plain);

/// Opens the place "My work" of that person, every cell in sight included, against the same rows by plain
/// SQL.
Workload myWorkWorkload(model::Store& store, PlainConnection& plain);

}  // namespace octad::benchmark
