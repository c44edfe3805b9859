#pragma once

#include <memory>

#include "model/ports/unit_of_work.hpp"
#include "tests/benchmark/workloads.hpp"

namespace octad::benchmark {

/// What row security costs: the reader of a login with rights against the same reads by the server's
/// administrator, whom no policy holds (PostgreSQL). Installs the rights in this database.
class RightsWorkloads {
 public:
  RightsWorkloads(const std::string& url, model::Store& administrator, PlainConnection& plain,
                  long long cases);
  std::vector<Workload> workloads();

 private:
  std::unique_ptr<model::Store> m_cqe;
  std::unique_ptr<model::Store> m_member;  ///< of department 2
  model::Store& m_administrator;
  PlainConnection& m_plain;
  long long m_cases;
};

}  // namespace octad::benchmark
