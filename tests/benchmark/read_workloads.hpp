#pragma once

#include "model/ports/reader.hpp"
#include "tests/benchmark/workloads.hpp"

namespace octad::benchmark {

std::vector<Workload> listWorkloads(model::Reader& reader, PlainConnection& plain, bool postgres,
                                    long long cases);
std::vector<Workload> searchWorkloads(model::Reader& reader, PlainConnection& plain, bool postgres);
/// Finding the cases that one is compared with: its part, a rare word and a common one.
Workload similarWorkload(model::Reader& reader, PlainConnection& plain, bool postgres, long long cases);
Workload openWorkload(model::Reader& reader, PlainConnection& plain, long long cases);
Workload countsWorkload(model::Reader& reader, PlainConnection& plain);

/// Every row of a case, its problem and its history, read by one simple select a table.
std::size_t readCasePlainly(PlainConnection& plain, const std::string& id, bool history);

}  // namespace octad::benchmark
