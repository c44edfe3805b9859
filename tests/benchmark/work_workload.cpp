#include "tests/benchmark/work_workload.hpp"

#include <array>
#include <memory>

#include "gui/viewmodels/my_work.hpp"
#include "model/ports/reader.hpp"

namespace octad::benchmark {
namespace {

const std::string kBusy = "9001";
const std::string kBusyName = "Busy";
constexpr long kRowsInSight = 40;

class BenchClock final : public model::Clock {
 public:
  /// In the middle of what bulkCases makes.
  model::Instant now() const override { return {1'795'338'000'000'000}; }
};

/// What the viewmodel of the place is made from; everything outlives the session.
struct Desk {
  explicit Desk(model::Store& store)
      : session{std::shared_ptr<model::Store>(std::shared_ptr<model::Store>(), &store),
                clock,
                executor,
                translator,
                {model::PersonId(std::stoll(kBusy)), kBusyName, "busy", {model::Role::cqe}, std::nullopt},
                model::Zone("Asia/Shanghai"),
                "bench"},
        work(session) {}

  BenchClock clock;
  viewmodels::ImmediateExecutor executor;
  viewmodels::Translator translator;
  viewmodels::Session session;
  viewmodels::MyWorkViewModel work;
};

const std::string kCaseColumns =
    "select c.id, c.number, u.name, c.severity, c.title, c.due_name, c.due_at, c.received_at, c.turn, "
    "c.turn_name"
    " from complaint c join customer u on u.id = c.customer_id where";
const std::string kOpen = " c.state not in ('closed', 'archived', 'cancelled')";

/// The statements that a careful programmer would write for the same list, one a kind of work.
std::vector<std::string> statements() {
  const std::string joined =
      " join complaint c on c.id = x.complaint_id join customer u on u.id = c.customer_id where";
  const std::string ofProblem = " from complaint c join customer u on u.id = c.customer_id join ";
  return {
      kCaseColumns + kOpen + " and c.owner_id = $1",
      kCaseColumns + kOpen + " and c.owner_id is null and c.turn = 'cqe'",
      "select c.id, d.code" + ofProblem +
          "discipline d on d.problem_id = c.problem_id and d.state = 'submitted' where" + kOpen +
          " and c.owner_id = $1",
      "select c.id, x.id from assignment x" + joined + kOpen + " and x.state = 'refused' and c.owner_id = $1",
      "select c.id, t.text, t.due_on, t.owner" + ofProblem +
          "action t on t.problem_id = c.problem_id where t.done_on is null and t.due_on is not null and" +
          kOpen + " and c.owner_id = $1",
      "select g.id, g.number from goods_return g where g.state not in ('closed', 'cancelled', 'matched') and"
      " g.owner_id = $1"};
}

}  // namespace

void makeBusyPerson(PlainConnection& plain) {
  plain.beginBulk();
  plain.query("insert into person (id, login, name, email, active) values (" + kBusy + ", 'busy', '" +
              kBusyName + "', '', 1)");
  plain.query("update complaint set owner_id = " + kBusy +
              " where id in (select c.id from complaint c where" + kOpen + " order by c.id desc limit 500)");
  // Closings of others wait for everybody who may approve: there would be the more the more cases there are.
  plain.query("update complaint set state = 'handling' where state = 'closing'");
  plain.endBulk();
}

Workload myWorkWorkload(model::Store& store, PlainConnection& plain) {
  auto desk = std::make_shared<Desk>(store);
  return {"My work of a CQE with 500 open cases", 3.0, true,
          [desk] {
            desk->work.show(viewmodels::WorkView::mine);
            desk->work.refresh();
            for (long row = 0; row < std::min(kRowsInSight, desk->work.rowCount()); ++row)
              for (const auto column : {viewmodels::WorkColumn::urgency, viewmodels::WorkColumn::due,
                                        viewmodels::WorkColumn::kind, viewmodels::WorkColumn::number,
                                        viewmodels::WorkColumn::severity, viewmodels::WorkColumn::customer,
                                        viewmodels::WorkColumn::subject, viewmodels::WorkColumn::waits})
                desk->work.cell(row, column);
            return desk->work.mineCount() + desk->work.othersCount();
          },
          [&plain] {
            std::size_t rows = 0;
            for (const auto& statement : statements())
              rows +=
                  plain.query(statement, statement.find("$1") == std::string::npos ? Cells{} : Cells{kBusy})
                      .size();
            return rows;
          }};
}

}  // namespace octad::benchmark
