#include "tests/benchmark/save_workload.hpp"

#include <chrono>

#include "db/connection/database.hpp"
#include "db/repositories/search_text.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/amend_complaint.hpp"
#include "tests/benchmark/read_workloads.hpp"

namespace octad::benchmark {
namespace {

class WallClock final : public model::Clock {
 public:
  model::Instant now() const override {
    return {std::chrono::duration_cast<std::chrono::microseconds>(
                std::chrono::system_clock::now().time_since_epoch())
                .count()};
  }
};

/// The newest open case at or before `from`.
long long openCase(model::Reader& reader, long long from) {
  for (long long id = from; id > 0; --id) {
    const auto row = reader.caseRows({model::ComplaintId(id)}).at(0);
    if (row.state == model::CaseState::handling && !row.dueName.empty()) return id;
  }
  throw std::runtime_error("no open case");
}

/// What both sides write, each to its own case.
struct Save {
  db::Database& database;
  model::Store& store;
  long long octadCase;
  long long plainCase;
  model::Actor actor;
  WallClock clock;
  int round = 0;

  std::size_t byOctad() {
    auto input = model::AmendComplaint::from(store.reader().openCase(model::ComplaintId(octadCase)));
    input.target.requestId = model::newUuid();
    input.statement = "修改第" + std::to_string(++round) + "次";
    model::AmendComplaint({store, clock, actor}).execute(input);
    return 1;
  }

  std::size_t byHand() {
    // The form is opened on this side too.
    const std::string id = std::to_string(plainCase);
    {
      const db::Lease lease = database.reader();
      readCasePlainly(*makePlain(lease.session(), isPostgres()), id, false);
    }
    const db::Lease lease = database.writer();
    const auto plain = makePlain(lease.session(), isPostgres());
    database.dialect().beginWrite(lease.session(), {actor.name, "amend", ""});
    const auto request = model::newUuid();
    plain->query(
        "insert into request (id, login, person_id, fingerprint_sha256, result, at)"
        " values ($1, $2, $3, $4, null, $5)",
        {request, actor.login, std::to_string(actor.id.value), std::string(64, 'a'),
         std::to_string(clock.now().microseconds)});
    const std::string lock = isPostgres() ? " for no key update" : "";
    const auto head =
        plain->query("select row_version, problem_id from complaint where id = $1" + lock, {id});
    plain->query("select id from problem where id = $1" + lock, {head.at(0).at(1)});
    readCasePlainly(*plain, id, false);
    for (const char* key : {"zone", "policy"})
      plain->query("select value from setting where key = $1", {key});
    plain->query("select content from policy where name = $1 and revision = $2", {"default", "1"});
    plain->query("select * from calendar_day order by day");
    plain->query(
        "update complaint set statement = $1, row_version = row_version + 1 where id = $2"
        " and row_version = $3",
        {"修改第" + std::to_string(++round) + "次", id, head.at(0).at(0)});
    // Making the search text is work in C++, the same for both.
    const auto texts = db::refreshSearchTexts(lease.session(), database.dialect(), {{plainCase}, {}});
    database.dialect().runBatch(lease.session(), texts);
    plain->query("update request set result = $1 where id = $2", {"done", request});
    plain->query("commit");
    return 1;
  }

  bool isPostgres() const { return database.dialect().name() == "postgresql"; }
};

}  // namespace

Workload saveWorkload(db::Database& database, model::Store& store, long long cases) {
  const auto first = openCase(store.reader(), cases);
  const auto second = openCase(store.reader(), first - 1);
  const auto person = store.reader().people().at(0);
  model::Actor actor{person.id, person.name, person.login, {model::Role::cqe}, person.departmentId};
  const auto save = std::make_shared<Save>(Save{database, store, first, second, std::move(actor), {}});
  return {"save a change, with audit and search text", 1.5, true, [save] { return save->byOctad(); },
          [save] { return save->byHand(); }};
}

}  // namespace octad::benchmark
