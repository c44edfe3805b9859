#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/benchmark/plain_connection.hpp"

namespace octad::db {
class Database;
}
namespace octad::model {
class Store;
}

namespace octad::benchmark {

/// One piece of work done twice: by Octad and by plain libpq or sqlite3. Both give the number of rows they
/// read, which must be the same: a fast wrong answer is no answer.
struct Workload {
  std::string name;
  double budget;       ///< how many times the plain side's time is allowed (design.md 9)
  bool growthLimited;  ///< must stay within 1.5 x of itself when there are ten times as many cases
  std::function<std::size_t()> octad;
  std::function<std::size_t()> plain;
};

}  // namespace octad::benchmark
