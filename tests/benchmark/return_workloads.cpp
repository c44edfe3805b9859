#include "tests/benchmark/return_workloads.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <soci/soci.h>
#include <stdexcept>
#include <vector>

#include "db/connection/database.hpp"
#include "gui/viewmodels/return_action_forms.hpp"
#include "gui/viewmodels/return_page.hpp"
#include "gui/viewmodels/return_units.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/move_returned.hpp"
#include "model/usecases/receive_return.hpp"
#include "tests/benchmark/plain_connection.hpp"

namespace octad::benchmark {
namespace {

constexpr int kFew = 500;
constexpr int kMany = 5000;
constexpr double kGrowthLimit = 12;
constexpr double kReadingBudget = 2.0;  ///< times plain SQL, as for opening a case
constexpr double kFluid = 100;          ///< ms of the processor an action, apart from the store
constexpr double kAllowance = 0.3;      ///< ms, on top of what grew
constexpr int kStoring = 3;             ///< runs of what stores: the return grows by them
constexpr long kRowsInSight = 40;

const char* const kTables[] = {"return_line",     "return_movement", "return_unit", "unit_test",
                               "return_decision", "ntf_dossier",     "return_cost", "return_attachment"};

/// One return of `size` units, all in test, on its page.
class Subject {
 public:
  Subject(support::TestDatabase& database, viewmodels::Session& session, int size)
      : m_database(database), m_size(size), m_page(session, make()) {
    m_page.load();
    m_rows.show(m_page.file());
    for (const auto& unit : m_page.file().units) m_all.push_back(unit.id);
    for (int at = 1; at <= size; ++at) m_pasted += "N-" + std::to_string(at) + "\t2634\tfrom the line\n";
  }

  std::size_t read() {
    const auto file = m_database.store().reader().returns().open(m_page.id());
    return 1 + file.lines.size() + file.movements.size() + file.units.size() + file.tests.size() +
           file.decisions.size() + file.dossiers.size() + file.costs.size() + file.attachments.size();
  }
  std::size_t readPlainly(PlainConnection& plain, bool history) {
    const std::string id = std::to_string(m_page.id().value);
    const auto head = plain.query("select * from goods_return where id = $1", {id});
    std::size_t rows = head.size();
    for (const char* table : kTables)
      rows += plain.query("select * from " + std::string(table) + " where return_id = $1 order by id", {id})
                  .size();
    if (history) {
      const auto uuid = plain.query("select uuid from goods_return where id = $1", {id}).at(0).at(0);
      rows += plain.query("select * from audit_event where chain = $1 order by at_us, seq", {uuid}).size();
    }
    return rows;
  }
  std::size_t openPage(bool history) {
    m_page.load();
    if (history) m_page.readHistory();
    const auto& file = m_page.file();
    m_rows.show(file);
    return 1 + file.lines.size() + file.movements.size() + file.units.size() + file.tests.size() +
           file.decisions.size() + file.dossiers.size() + file.costs.size() + file.attachments.size() +
           (history ? m_page.history().size() : 0);
  }
  void search() {
    for (const char* typed : {"s", "s-", "s-4", "s-47", "s-471", ""}) m_rows.search(typed);
  }
  void chooseAll() {
    const auto rows = m_rows.rowsOf(m_all);
    const auto kind = viewmodels::commonKind(m_page.file(), m_all);
    if (!kind || rows.size() != m_all.size()) throw std::runtime_error("not all of one kind");
  }
  void scroll() {
    for (long first = 0; first + kRowsInSight <= m_rows.rowCount(); first += m_rows.rowCount() / 10)
      for (long row = first; row < first + kRowsInSight; ++row)
        for (const auto column : {viewmodels::UnitColumn::serial, viewmodels::UnitColumn::line,
                                  viewmodels::UnitColumn::place, viewmodels::UnitColumn::tests})
          m_rows.cell(row, column, m_page.text());
  }
  void paste() {
    viewmodels::PiecesAt kind;
    kind.lineId = m_page.file().lines.front().id;
    kind.pieces = m_size;
    const auto preview = viewmodels::previewUnits(m_page.file(), kind, m_pasted);
    if (preview.units.size() != static_cast<std::size_t>(m_size)) throw std::runtime_error("not pasted");
  }
  void enterPasted() { Subject empty(m_database, m_page.session(), m_size, m_pasted); }
  void setResult() {
    const auto form = viewmodels::unitTestForm(m_page, m_all);
    auto values = viewmodels::startValues(form);
    values["specification"] = "TS-12";
    values["passed"] = "1";
    form.execute(workplace(), {m_page.id(), 0, model::newUuid()}, values);
  }

 private:
  /// As above, up to the pasted list entered: what `enterPasted` measures.
  Subject(support::TestDatabase& database, viewmodels::Session& session, int size, std::string pasted)
      : m_database(database), m_size(size), m_page(session, received()), m_pasted(std::move(pasted)) {
    enter();
  }
  model::Workplace workplace() { return {m_database.store(), m_database.clock(), m_database.actor("wang")}; }
  model::ReturnId received() {
    model::NewReturn input;
    input.uuid = model::newUuid();
    input.customer = "甲公司";
    input.withoutCase = "regular return";
    model::NewReturnLine line;
    line.part = "P-100";
    line.quantity = m_size;
    input.lines = {line};
    const auto id = model::AnnounceReturn(workplace()).execute(input).id;
    model::ReturnReceipt receipt;
    receipt.target = {id, 0, {}};
    receipt.lines = {{lineOf(id), m_size, {}}};
    model::ReceiveReturn(workplace()).execute(receipt);
    return id;
  }
  model::ReturnLineId lineOf(model::ReturnId id) {
    return m_database.store().reader().returns().open(id).lines.front().id;
  }
  void enter() {
    model::NewUnits input;
    input.target = {m_page.id(), 0, {}};
    input.lineId = lineOf(m_page.id());
    input.units = model::parseUnits(m_pasted);
    model::AddReturnUnits(workplace()).execute(input);
  }
  model::ReturnId make() {
    const auto id = received();
    model::NewUnits units;
    units.target = {id, 0, {}};
    units.lineId = lineOf(id);
    for (int at = 1; at <= m_size; ++at) units.units.push_back({"S-" + std::to_string(at), "2634", {}});
    model::AddReturnUnits(workplace()).execute(units);
    model::ReturnTransfer issue;
    issue.target = {id, 0, {}};
    issue.lineId = units.lineId;
    issue.from = model::ReturnPlace::quarantine;
    issue.to = model::ReturnPlace::test;
    for (const auto& unit : m_database.store().reader().returns().open(id).units)
      issue.units.push_back(unit.id);
    model::MoveReturned(workplace()).execute(issue);
    return id;
  }

  support::TestDatabase& m_database;
  int m_size;
  viewmodels::ReturnPageViewModel m_page;
  viewmodels::ReturnUnitRows m_rows;
  std::vector<model::ReturnUnitId> m_all;
  std::string m_pasted;
};

double wall(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double processor(const std::function<void()>& work) {
  const auto now = [] {
    timespec at{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) * 1e3 + static_cast<double>(at.tv_nsec) / 1e6;
  };
  const double start = now();
  work();
  return now() - start;
}

using Clock = double (*)(const std::function<void()>&);

double median(Clock clock, const std::function<void()>& work, int runs) {
  std::vector<double> all;
  for (int run = 0; run < runs; ++run) all.push_back(clock(work));
  std::sort(all.begin(), all.end());
  return all[all.size() / 2];
}

void printGrowth(const char* name, double few, double many, const char* also) {
  const bool within = many <= few * kGrowthLimit + kAllowance;
  std::printf("  %-46s %10.3f %10.3f   x%-6.1f %s%s\n", name, few, many, many / few, within ? "ok" : "OVER",
              also);
  std::fflush(stdout);
}

void printReading(const char* name, const std::function<std::size_t()>& octad,
                  const std::function<std::size_t()>& plain, int runs) {
  if (octad() != plain()) throw std::runtime_error(std::string(name) + ": rows differ");
  std::vector<double> ours;
  std::vector<double> theirs;
  for (int run = 0; run < runs; ++run) {
    ours.push_back(wall([&octad] { octad(); }));
    theirs.push_back(wall([&plain] { plain(); }));
  }
  std::sort(ours.begin(), ours.end());
  std::sort(theirs.begin(), theirs.end());
  const double us = ours[ours.size() / 2];
  const double them = theirs[theirs.size() / 2];
  std::printf("  %-46s %10.3f %10.3f %7.2f %7.2f  %s\n", name, us, them, us / them, kReadingBudget,
              us <= them * kReadingBudget ? "ok" : "OVER");
  std::fflush(stdout);
}

}  // namespace

void benchReturns(support::DatabaseKind kind, int runs) {
  support::TestDatabase database(kind);
  viewmodels::ImmediateExecutor executor;
  viewmodels::Translator translator;
  viewmodels::Session session{
      std::shared_ptr<model::Store>(std::shared_ptr<model::Store>(), &database.store()),
      database.clock(),
      executor,
      translator,
      database.actor("wang"),
      model::Zone("Asia/Shanghai"),
      "bench"};
  Subject few(database, session, kFew);
  Subject many(database, session, kMany);
  db::Database direct(database.url(), {});
  const db::Lease lease = direct.reader();
  const auto plain = makePlain(lease.session(), kind == support::DatabaseKind::postgres);

  std::printf("\n%s, a return of %d units\n  %-46s %10s %10s %7s %7s\n", support::kindName(kind), kMany, "",
              "Octad ms", "plain ms", "ratio", "budget");
  printReading(
      "return: read", [&] { return many.read(); }, [&] { return many.readPlainly(*plain, false); }, runs);
  printReading(
      "return: page", [&] { return many.openPage(false); }, [&] { return many.readPlainly(*plain, false); },
      runs);
  printReading(
      "return: page with its history", [&] { return many.openPage(true); },
      [&] { return many.readPlainly(*plain, true); }, runs);

  std::printf("\n%s, from %d to %d units (limit x%.0f)\n  %-46s %10s %10s\n", support::kindName(kind), kFew,
              kMany, kGrowthLimit, "", "few ms", "many ms");
  struct Action {
    const char* name;
    void (*carryOut)(Subject&);
    bool stores;
    int runs;
  };
  const Action actions[] = {
      {"return: read", [](Subject& of) { of.read(); }, true, runs},
      {"return: page", [](Subject& of) { of.openPage(false); }, true, runs},
      {"return: page with its history", [](Subject& of) { of.openPage(true); }, true, runs},
      {"return: six letters in the search", [](Subject& of) { of.search(); }, false, runs},
      {"return: all units chosen", [](Subject& of) { of.chooseAll(); }, false, runs},
      {"return: ten pages scrolled", [](Subject& of) { of.scroll(); }, false, runs},
      {"return: a pasted list looked through", [](Subject& of) { of.paste(); }, false, runs},
      {"return: received, a pasted list entered", [](Subject& of) { of.enterPasted(); }, true, kStoring},
      {"return: a result for all units", [](Subject& of) { of.setResult(); }, true, kStoring},
  };
  for (const auto& action : actions) {
    const Clock clock = action.stores ? wall : processor;
    action.carryOut(few);
    const double small = median(
        clock, [&] { action.carryOut(few); }, action.runs);
    const double large = median(
        clock, [&] { action.carryOut(many); }, action.runs);
    printGrowth(action.name, small, large, !action.stores && large > kFluid ? ", not fluid" : "");
  }
}

}  // namespace octad::benchmark
