#include "db/connection/postgres_native.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <libpq-events.h>
#include <memory>
#include <poll.h>
#include <set>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <stdexcept>

namespace octad::db::postgres {
namespace {

PGconn* handle(soci::session& session) {
  // SOCI does not export the type information that dynamic_cast needs.
  if (session.get_backend_name() != "postgresql")
    throw std::logic_error("This session is not one of PostgreSQL.");
  return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_;
}

struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct FreeMemory {
  void operator()(char* text) const { PQfreemem(text); }
};
using Result = std::unique_ptr<PGresult, Clear>;

/// Throws what SOCI would have thrown, so that one translator serves both.
void check(PGconn* connection, const Result& result) {
  const ExecStatusType status = PQresultStatus(result.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
  const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
  const std::string message = result ? PQresultErrorMessage(result.get()) : PQerrorMessage(connection);
  const char* lost = PQstatus(connection) == CONNECTION_BAD ? "08000" : "     ";
  throw soci::postgresql_soci_error(message, state == nullptr ? lost : state);
}

/// Names of the statements prepared on a connection, kept with it.
using Names = std::set<std::string>;

int keepNames(PGEventId event, void* information, void*) {
  switch (event) {
    case PGEVT_REGISTER:
      return PQsetInstanceData(static_cast<PGEventRegister*>(information)->conn, keepNames, new Names);
    case PGEVT_CONNRESET:
      static_cast<Names*>(PQinstanceData(static_cast<PGEventConnReset*>(information)->conn, keepNames))
          ->clear();
      return 1;
    case PGEVT_CONNDESTROY:
      delete static_cast<Names*>(
          PQinstanceData(static_cast<PGEventConnDestroy*>(information)->conn, keepNames));
      return 1;
    default:
      return 1;
  }
}

Names& preparedOn(PGconn* connection) {
  if (PQinstanceData(connection, keepNames) == nullptr)
    PQregisterEventProc(connection, keepNames, "octad prepared statements", nullptr);
  auto* names = static_cast<Names*>(PQinstanceData(connection, keepNames));
  if (names == nullptr) throw std::bad_alloc();
  return *names;
}

[[noreturn]] void throwSending(PGconn* connection) {
  throw soci::postgresql_soci_error(PQerrorMessage(connection), "08000");
}

/// Pipeline mode for the length of a scope. Leaving it fails only on a connection that is lost.
class Pipeline {
 public:
  explicit Pipeline(PGconn* connection) : m_connection(connection) {
    if (PQenterPipelineMode(connection) != 1) throwSending(connection);
  }
  ~Pipeline() { PQexitPipelineMode(m_connection); }
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  void prepare(const Command& command) {
    require(PQsendPrepare(m_connection, command.name.c_str(), command.sql.c_str(), 0, nullptr));
  }

  void send(const Command& command) {
    std::vector<std::string> numbers;
    numbers.reserve(command.values.size());
    std::vector<const char*> values;
    for (const BoundValue& value : command.values) {
      if (value.state == soci::i_null)
        values.push_back(nullptr);
      else
        values.push_back(value.isNumber ? numbers.emplace_back(std::to_string(value.number)).c_str()
                                        : value.text.c_str());
    }
    const int count = static_cast<int>(values.size());
    if (command.name.empty())
      require(PQsendQueryParams(m_connection, command.sql.c_str(), count, nullptr, values.data(), nullptr,
                                nullptr, 0));
    else
      require(
          PQsendQueryPrepared(m_connection, command.name.c_str(), count, values.data(), nullptr, nullptr, 0));
  }

  void sync() { require(PQpipelineSync(m_connection)); }

  /// The answer of the next command; the first error stays in `error`.
  Result next(std::optional<soci::postgresql_soci_error>& error) {
    Result kept;
    while (Result result{PQgetResult(m_connection)}) {
      const ExecStatusType status = PQresultStatus(result.get());
      if (!error && status != PGRES_PIPELINE_ABORTED) {
        try {
          check(m_connection, result);
        } catch (const soci::postgresql_soci_error& thrown) {
          error = thrown;
        }
      }
      kept = std::move(result);
      if (status == PGRES_FATAL_ERROR && PQstatus(m_connection) == CONNECTION_BAD) break;
    }
    return kept;
  }

  /// Takes the end of the batch.
  void finish() {
    while (PQstatus(m_connection) == CONNECTION_OK) {
      const Result result{PQgetResult(m_connection)};
      if (!result || PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC) return;
    }
  }

 private:
  void require(int sent) {
    if (sent != 1) throwSending(m_connection);
  }

  PGconn* m_connection;
};

Answer answerOf(const Result& result) {
  Answer answer;
  const std::string_view changed = PQcmdTuples(result.get());
  std::from_chars(changed.data(), changed.data() + changed.size(), answer.changed);
  for (int row = 0; row < PQntuples(result.get()); ++row) {
    Answer::Row& values = answer.rows.emplace_back();
    for (int i = 0; i < PQnfields(result.get()); ++i)
      values.push_back(
          PQgetisnull(result.get(), row, i) != 0
              ? std::nullopt
              : std::optional(std::string(PQgetvalue(result.get(), row, i),
                                          static_cast<std::size_t>(PQgetlength(result.get(), row, i)))));
  }
  return answer;
}

}  // namespace

std::vector<Answer> runBatch(soci::session& session, const std::vector<Command>& commands) {
  PGconn* connection = handle(session);
  Names& prepared = preparedOn(connection);
  Pipeline pipeline(connection);
  std::vector<bool> prepares;
  Names sent = prepared;
  for (const Command& command : commands) {
    prepares.push_back(!command.name.empty() && sent.insert(command.name).second);
    if (prepares.back()) pipeline.prepare(command);
    pipeline.send(command);
  }
  pipeline.sync();
  std::optional<soci::postgresql_soci_error> error;
  std::vector<Answer> answers;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (prepares[i]) {
      pipeline.next(error);
      if (!error) prepared.insert(commands[i].name);
    }
    const Result result = pipeline.next(error);
    answers.push_back(error ? Answer{} : answerOf(result));
  }
  pipeline.finish();
  if (error) throw *error;
  return answers;
}

void runScript(soci::session& session, const std::string& sql) {
  PGconn* connection = handle(session);
  check(connection, Result(PQexec(connection, sql.c_str())));
}

void writeChunk(soci::session& session, const std::string& sha256, int position, std::string_view bytes) {
  PGconn* connection = handle(session);
  const std::string place = std::to_string(position);
  const std::array<const char*, 3> values{sha256.c_str(), place.c_str(), bytes.data()};
  const std::array<int, 3> lengths{0, 0, static_cast<int>(bytes.size())};
  const std::array<int, 3> formats{0, 0, 1};
  check(connection,
        Result(PQexecParams(connection,
                            "insert into content_chunk (sha256, position, bytes) values ($1, $2, $3::bytea)",
                            3, nullptr, values.data(), lengths.data(), formats.data(), 0)));
}

std::optional<std::string> readChunk(soci::session& session, const std::string& sha256, int position) {
  PGconn* connection = handle(session);
  const std::string place = std::to_string(position);
  const std::array<const char*, 2> values{sha256.c_str(), place.c_str()};
  const Result result(
      PQexecParams(connection, "select bytes from content_chunk where sha256 = $1 and position = $2::bigint",
                   2, nullptr, values.data(), nullptr, nullptr, 1));
  check(connection, result);
  if (PQntuples(result.get()) == 0) return std::nullopt;
  return std::string(PQgetvalue(result.get(), 0, 0),
                     static_cast<std::size_t>(PQgetlength(result.get(), 0, 0)));
}

bool inTransaction(soci::session& session) {
  const PGTransactionStatusType status = PQtransactionStatus(handle(session));
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
}

bool hasNews(soci::session& session) {
  pollfd socket{PQsocket(handle(session)), POLLIN, 0};
  return poll(&socket, 1, 0) != 0;
}

void listen(soci::session& session, const std::string& channel) {
  runScript(session, "listen " + channel);
}

std::vector<std::string> notices(soci::session& session, std::chrono::milliseconds atMost) {
  PGconn* connection = handle(session);
  std::vector<std::string> payloads;
  const auto take = [&] {
    struct FreeNotify {
      void operator()(PGnotify* notice) const { PQfreemem(notice); }
    };
    while (const std::unique_ptr<PGnotify, FreeNotify> notice{PQnotifies(connection)})
      payloads.emplace_back(notice->extra);
  };
  take();  // those that came with the answer of another command
  pollfd socket{PQsocket(connection), POLLIN, 0};
  if (payloads.empty() && poll(&socket, 1, static_cast<int>(atMost.count())) <= 0) return payloads;
  if (PQconsumeInput(connection) == 0) throw soci::postgresql_soci_error(PQerrorMessage(connection), "08000");
  take();
  return payloads;
}

bool usedPassword(soci::session& session) {
  return PQconnectionUsedPassword(handle(session)) == 1;
}

bool isBroken(soci::session& session) {
  return PQstatus(handle(session)) != CONNECTION_OK;
}

std::string refusingState(const std::string& connectInfo) {
  constexpr int kPatienceMs = 10000;
  const std::unique_ptr<PGconn, Finish> connection(PQconnectStart(connectInfo.c_str()));
  if (!connection || PQstatus(connection.get()) == CONNECTION_BAD) return {};
  PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE);
  PostgresPollingStatusType step = PGRES_POLLING_WRITING;
  while (step != PGRES_POLLING_OK && step != PGRES_POLLING_FAILED) {
    const short wanted = step == PGRES_POLLING_READING ? POLLIN : POLLOUT;
    pollfd socket{PQsocket(connection.get()), wanted, 0};
    if (poll(&socket, 1, kPatienceMs) <= 0) return {};
    step = PQconnectPoll(connection.get());
  }
  // "FATAL:  28P01: …": the first word is in the server's language, the state never is.
  const std::string text = PQerrorMessage(connection.get());
  for (std::size_t at = text.find(":  "); at != std::string::npos; at = text.find(":  ", at + 1)) {
    const std::string state = text.substr(at + 3, 5);
    const bool plain = std::all_of(state.begin(), state.end(),
                                   [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
    if (state.size() == 5 && plain && text.substr(at + 8, 1) == ":") return state;
  }
  return {};
}

std::string protocolOf(soci::session& session) {
  const char* protocol = PQsslAttribute(handle(session), "protocol");
  return protocol == nullptr ? std::string() : std::string(protocol);
}

std::string passwordVerifier(soci::session& session, const std::string& login, const std::string& password) {
  const std::unique_ptr<char, FreeMemory> made(
      PQencryptPasswordConn(handle(session), password.c_str(), login.c_str(), "scram-sha-256"));
  if (!made) throw soci::postgresql_soci_error(PQerrorMessage(handle(session)), "08000");
  return made.get();
}

}  // namespace octad::db::postgres
