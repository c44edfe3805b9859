// Ratios of Octad to plain libpq and sqlite3 (./dev bench): the same work by both, in turns, in one process.
//   octad_bench [--cases 10000,100000] [--runs 15] [--database sqlite|postgresql] [--only "open,My work"]
//   octad_bench --at postgresql://…  on a database of one's own, loaded if it is empty and kept: to measure
//   again octad_bench --only return: a return of thousands of units, without any cases
// Times of a busy machine swing; ratios of neighbouring runs do not. Nothing here fails a build.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <optional>
#include <soci/soci.h>

#include "db/admin/migrator.hpp"
#include "db/connection/database.hpp"
#include "db/connection/open_store.hpp"
#include "db/mapping/json.hpp"
#include "templates/templates.hpp"
#include "tests/benchmark/read_workloads.hpp"
#include "tests/benchmark/return_workloads.hpp"
#include "tests/benchmark/rights_workloads.hpp"
#include "tests/benchmark/save_workload.hpp"
#include "tests/benchmark/work_workload.hpp"
#include "tests/support/bulk_cases.hpp"
#include "tests/support/test_database.hpp"

namespace octad::benchmark {
namespace {

constexpr double kGrowthLimit = 1.5;
constexpr double kShort = 1.0;      ///< ms: below it …
constexpr double kAllowance = 0.3;  ///< … this much is allowed on top (design.md 9)

struct Options {
  std::vector<long long> cases{10'000, 100'000};
  int runs = 15;
  std::vector<std::string> databases{"sqlite", "postgresql"};
  std::string place;  ///< the database to load and keep; empty: one of the run's own
  std::string only;   ///< beginnings of the names to run, with commas; empty: all

  bool wants(std::string_view name) const {
    if (only.empty()) return true;
    for (std::size_t at = 0; at <= only.size();) {
      const auto end = std::min(only.find(',', at), only.size());
      if (name.starts_with(std::string_view(only).substr(at, end - at))) return true;
      at = end + 1;
    }
    return false;
  }
};

double milliseconds(const std::function<std::size_t()>& work, std::size_t& rows) {
  const auto start = std::chrono::steady_clock::now();
  rows = work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Measured {
  double octad = 0;
  double plain = 0;
};

/// Medians of interleaved runs, after some of each to warm up: as many as asked for, and more of short work,
/// for about a second.
Measured measure(const Workload& work, int runs) {
  std::size_t ours = 0;
  std::size_t theirs = 0;
  double warm = 0;
  for (int i = 0; i < 6; ++i) warm = milliseconds(work.octad, ours) + milliseconds(work.plain, theirs);
  runs = std::max(runs, static_cast<int>(std::min(200.0, 1000 / warm)));
  if (ours != theirs)
    throw std::runtime_error(work.name + ": " + std::to_string(ours) + " rows, plain " +
                             std::to_string(theirs));
  std::vector<double> octad;
  std::vector<double> plain;
  for (int i = 0; i < runs; ++i) {
    octad.push_back(milliseconds(work.octad, ours));
    plain.push_back(milliseconds(work.plain, theirs));
  }
  return {median(octad), median(plain)};
}

void load(db::Database& database, long long cases) {
  const db::Lease lease = database.writer();
  const bool postgres = database.dialect().name() == "postgresql";
  const auto plain = makePlain(lease.session(), postgres);
  plain->beginBulk();
  support::bulkCases({.cases = cases, .postgres = postgres},
                     [&](const std::string& table, const std::vector<std::string>& columns,
                         const support::Values& values) { plain->bulkRow(table, columns, values); });
  for (const auto& [key, value] :
       {std::pair{"zone", "Asia/Shanghai"}, {"policy", "default"}, {"currency", "CNY"}})
    plain->bulkRow("setting", {"key", "value"}, {key, value});
  const auto policy = db::fromJson<model::Policy>(
      db::parseJson(resources::octad_templates().at("policies/default.json"), "policy"));
  plain->bulkRow(
      "policy", {"id", "name", "revision", "content", "created_at"},
      {"1", policy.name, std::to_string(policy.revision), db::toJson(policy).dump(), "1795338000000000"});
  plain->endBulk();
  makeBusyPerson(*plain);
}

using Results = std::map<std::string, Measured>;

/// The cases of a database that was loaded before; 0 for an empty one.
long long casesThere(db::Database& database) {
  const db::Lease lease = database.reader();
  const auto plain = makePlain(lease.session(), database.dialect().name() == "postgresql");
  return std::stoll(plain->query("select count(*) from complaint").at(0).at(0).value());
}

Results runAt(const std::string& url, const std::string& dialect, long long cases, const Options& options) {
  const auto start = std::chrono::steady_clock::now();
  db::Database database(db::DatabaseUrl(url), {.create = true});
  db::migrate(database);
  if (const long long there = casesThere(database))
    cases = there;
  else
    load(database, cases);
  std::printf("\n%s, %lld cases (loaded in %.0f s)\n", dialect.c_str(), cases,
              std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  std::printf("  %-46s %10s %10s %7s %7s\n", "", "Octad ms", "plain ms", "ratio", "budget");
  const auto store = db::openStore(db::DatabaseUrl(url), {});
  auto& reader = store->reader();
  const db::Lease lease = database.reader();
  const bool postgres = dialect == "postgresql";
  const auto plain = makePlain(lease.session(), postgres);
  auto work = listWorkloads(reader, *plain, postgres, cases);
  for (auto& search : searchWorkloads(reader, *plain, postgres)) work.push_back(std::move(search));
  work.push_back(openWorkload(reader, *plain, cases));
  work.push_back(similarWorkload(reader, *plain, postgres, cases));
  work.push_back(saveWorkload(database, *store, cases));
  work.push_back(countsWorkload(reader, *plain));
  work.push_back(myWorkWorkload(*store, *plain));
  std::optional<RightsWorkloads> rights;
  if (postgres) {
    rights.emplace(url, *store, *plain, cases);
    for (auto& one : rights->workloads()) work.push_back(std::move(one));
  }
  Results results;
  for (const auto& one : work) {
    if (!options.wants(one.name)) continue;
    const auto got = results[one.name] = measure(one, options.runs);
    const double allowed = got.plain * one.budget + (got.octad < kShort ? kAllowance : 0);
    std::printf("  %-46s %10.3f %10.3f %7.2f %7.2f  %s\n", one.name.c_str(), got.octad, got.plain,
                got.octad / got.plain, one.budget, got.octad <= allowed ? "ok" : "OVER");
    std::fflush(stdout);
  }
  return results;
}

Results run(const std::string& dialect, long long cases, const Options& options) {
  if (!options.place.empty()) return runAt(options.place, dialect, cases, options);
  const support::EmptyPlace place(dialect == "sqlite" ? support::DatabaseKind::sqlite
                                                      : support::DatabaseKind::postgres);
  return runAt(place.url(), dialect, cases, options);
}

void printGrowth(const std::string& dialect, const Results& small, const Results& large) {
  std::printf("\n%s, growth from fewer to more cases (limit %.1f; counts of whole years may grow)\n",
              dialect.c_str(), kGrowthLimit);
  for (const auto& [name, before] : small) {
    const auto& after = large.at(name);
    const bool free = name.starts_with("counts");
    const bool within =
        free || after.octad <= before.octad * kGrowthLimit + (after.octad < kShort ? kAllowance : 0);
    std::printf("  %-46s x%.2f (plain x%.2f)  %s\n", name.c_str(), after.octad / before.octad,
                after.plain / before.plain, within ? "ok" : "OVER");
  }
}

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    const std::string value = argv[i + 1];
    if (name == "--runs") options.runs = std::stoi(value);
    if (name == "--only") options.only = value;
    if (name == "--at") {
      options.place = value;
      options.databases = {value.starts_with("postgresql") ? "postgresql" : "sqlite"};
      options.cases.resize(1);
    }
    if (name == "--database") options.databases = {value};
    if (name == "--cases") {
      options.cases.clear();
      for (std::size_t at = 0; at < value.size();) {
        const auto end = std::min(value.find(',', at), value.size());
        options.cases.push_back(std::stoll(value.substr(at, end - at)));
        at = end + 1;
      }
    }
  }
  return options;
}

}  // namespace
}  // namespace octad::benchmark

int main(int argc, char** argv) {
  namespace bench = octad::benchmark;
  try {
    const auto options = bench::parse(argc, argv);
    for (const auto& dialect : options.databases) {
      std::vector<bench::Results> all;
      for (const auto cases : options.cases)
        if (!options.only.starts_with("return")) all.push_back(bench::run(dialect, cases, options));
      if (all.size() > 1) bench::printGrowth(dialect, all.front(), all.back());
      if (std::string("return").starts_with(options.only.substr(0, 6)))
        bench::benchReturns(dialect == "sqlite" ? octad::support::DatabaseKind::sqlite
                                                : octad::support::DatabaseKind::postgres,
                            options.runs);
    }
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "octad_bench: %s\n", error.what());
    return 1;
  }
}
