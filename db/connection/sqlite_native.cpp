#include "db/connection/sqlite_native.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <stdexcept>

#include "audit/event.hpp"
#include "model/core/text.hpp"

namespace octad::db::sqlite {
namespace {

using sqlite_api::sqlite3_context;
using sqlite_api::sqlite3_value;

sqlite_api::sqlite3* handle(soci::session& session) {
  // SOCI does not export the type information that dynamic_cast needs.
  if (session.get_backend_name() != "sqlite3") throw std::logic_error("This session is not one of SQLite.");
  return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

[[noreturn]] void fail(sqlite_api::sqlite3* db, int code) {
  throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(db), code);
}

/// The destructor SQLITE_TRANSIENT: SQLite makes its own copy.
sqlite_api::sqlite3_destructor_type transient() {
  return reinterpret_cast<sqlite_api::sqlite3_destructor_type>(-1);
}

std::string_view textOf(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite_api::sqlite3_value_text(value));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite_api::sqlite3_value_bytes(value))};
}

void answer(sqlite3_context* context, const std::string& text) {
  sqlite_api::sqlite3_result_text(context, text.c_str(), static_cast<int>(text.size()), transient());
}

bool isNull(sqlite3_value* value) {
  return sqlite_api::sqlite3_value_type(value) == SQLITE_NULL;
}

void lineFunction(sqlite3_context* context, int, sqlite3_value** args) {
  const long long most = sqlite_api::sqlite3_value_int64(args[1]);
  const bool fine = !isNull(args[0]) && model::isLine(textOf(args[0]), static_cast<std::size_t>(most));
  sqlite_api::sqlite3_result_int(context, fine ? 1 : 0);
}

void textFunction(sqlite3_context* context, int, sqlite3_value** args) {
  const std::string_view text = textOf(args[0]);
  const long long most = sqlite_api::sqlite3_value_int64(args[1]);
  const bool fine = !isNull(args[0]) && text.size() <= static_cast<std::size_t>(most) && model::isUtf8(text);
  sqlite_api::sqlite3_result_int(context, fine ? 1 : 0);
}

/// octad_quote(value): the value as JSON. SQLite's own json_quote may not be called by triggers while
/// trusted_schema is off.
void quoteFunction(sqlite3_context* context, int, sqlite3_value** args) {
  switch (sqlite_api::sqlite3_value_type(args[0])) {
    case SQLITE_NULL:
      answer(context, "null");
      return;
    case SQLITE_INTEGER:
      answer(context, std::to_string(sqlite_api::sqlite3_value_int64(args[0])));
      return;
    default:
      break;
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : textOf(args[0])) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out += kDigits[static_cast<unsigned char>(c) >> 4];
      out += kDigits[static_cast<unsigned char>(c) & 15];
    } else {
      out += c;
    }
  }
  answer(context, out + "\"");
}

std::optional<std::string> optionalText(sqlite3_value* value) {
  if (isNull(value)) return std::nullopt;
  return std::string(textOf(value));
}

/// octad_chain(previous, chain, seq, at_us, login, actor, use_case, operation, table_name, row_key, reason,
/// old_values, new_values)
void chainFunction(sqlite3_context* context, int, sqlite3_value** args) {
  model::AuditEvent event;
  event.chain = textOf(args[1]);
  event.seq = sqlite_api::sqlite3_value_int64(args[2]);
  event.atMicroseconds = sqlite_api::sqlite3_value_int64(args[3]);
  event.login = textOf(args[4]);
  event.actor = textOf(args[5]);
  event.useCase = textOf(args[6]);
  event.operation = textOf(args[7]);
  event.tableName = textOf(args[8]);
  event.rowKey = textOf(args[9]);
  event.reason = optionalText(args[10]);
  event.oldValues = optionalText(args[11]);
  event.newValues = optionalText(args[12]);
  answer(context, audit::eventHash(textOf(args[0]), event));
}

const SqliteContext* activeContext(sqlite3_context* context) {
  const auto* current = static_cast<const SqliteContext*>(sqlite_api::sqlite3_user_data(context));
  if (current->active) return current;
  sqlite_api::sqlite3_result_error(context, "octad:no-context", -1);
  return nullptr;
}

template <std::string SqliteContext::*member>
void contextFunction(sqlite3_context* context, int, sqlite3_value**) {
  if (const SqliteContext* current = activeContext(context)) answer(context, current->*member);
}

void nowFunction(sqlite3_context* context, int, sqlite3_value**) {
  if (const SqliteContext* current = activeContext(context))
    sqlite_api::sqlite3_result_int64(context, current->nowMicroseconds);
}

void contextPointerFunction(sqlite3_context* context, int, sqlite3_value**) {
  sqlite_api::sqlite3_result_int64(
      context, reinterpret_cast<sqlite_api::sqlite3_int64>(sqlite_api::sqlite3_user_data(context)));
}

using Function = void (*)(sqlite3_context*, int, sqlite3_value**);

/// INNOCUOUS: with trusted_schema off, triggers may call no other functions.
void add(sqlite_api::sqlite3* db, const char* name, int arguments, int flags, SqliteContext* context,
         Function function) {
  const int code = sqlite_api::sqlite3_create_function_v2(db, name, arguments, SQLITE_UTF8 | flags, context,
                                                          function, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(db, code);
}

struct Finalize {
  void operator()(sqlite_api::sqlite3_stmt* statement) const { sqlite_api::sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite_api::sqlite3_stmt, Finalize>;

Statement prepare(sqlite_api::sqlite3* db, const char* sql) {
  sqlite_api::sqlite3_stmt* raw = nullptr;
  const int code = sqlite_api::sqlite3_prepare_v2(db, sql, -1, &raw, nullptr);
  if (code != SQLITE_OK) fail(db, code);
  return Statement(raw);
}

void bindAll(sqlite_api::sqlite3_stmt* statement, const std::vector<BoundValue>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const BoundValue& value = values[i];
    const int place =
        sqlite_api::sqlite3_bind_parameter_index(statement, ("$" + std::to_string(i + 1)).c_str());
    if (value.state == soci::i_null)
      sqlite_api::sqlite3_bind_null(statement, place);
    else if (value.isNumber)
      sqlite_api::sqlite3_bind_int64(statement, place, value.number);
    else
      sqlite_api::sqlite3_bind_text(statement, place, value.text.data(), static_cast<int>(value.text.size()),
                                    transient());
  }
}

Answer::Row readRow(sqlite_api::sqlite3_stmt* statement) {
  Answer::Row row;
  for (int i = 0; i < sqlite_api::sqlite3_column_count(statement); ++i) {
    const auto* text = reinterpret_cast<const char*>(sqlite_api::sqlite3_column_text(statement, i));
    const auto size = static_cast<std::size_t>(sqlite_api::sqlite3_column_bytes(statement, i));
    row.push_back(text == nullptr ? std::nullopt : std::optional(std::string(text, size)));
  }
  return row;
}

Answer run(sqlite_api::sqlite3* db, sqlite_api::sqlite3_stmt* statement,
           const std::vector<BoundValue>& values) {
  bindAll(statement, values);
  Answer answer;
  int code = sqlite_api::sqlite3_step(statement);
  for (; code == SQLITE_ROW; code = sqlite_api::sqlite3_step(statement))
    answer.rows.push_back(readRow(statement));
  if (code != SQLITE_DONE) fail(db, code);
  answer.changed = sqlite_api::sqlite3_changes(db);
  return answer;
}

/// The statement of a named command. Parsing what reads a whole case takes longer than running it.
sqlite_api::sqlite3_stmt* keptStatement(soci::session& session, const Command& command) {
  auto& kept = contextOf(session).prepared[command.name];
  if (!kept)
    kept = std::shared_ptr<sqlite_api::sqlite3_stmt>(prepare(handle(session), command.sql.c_str()).release(),
                                                     Finalize());
  return static_cast<sqlite_api::sqlite3_stmt*>(kept.get());
}

/// A kept statement holds neither a lock nor values while nobody uses it.
class InUse {
 public:
  explicit InUse(sqlite_api::sqlite3_stmt* statement) : m_statement(statement) {}
  InUse(const InUse&) = delete;
  InUse& operator=(const InUse&) = delete;
  ~InUse() {
    sqlite_api::sqlite3_reset(m_statement);
    sqlite_api::sqlite3_clear_bindings(m_statement);
  }
  sqlite_api::sqlite3_stmt* get() const { return m_statement; }

 private:
  sqlite_api::sqlite3_stmt* m_statement;
};

}  // namespace

std::vector<Answer> runBatch(soci::session& session, const std::vector<Command>& commands) {
  sqlite_api::sqlite3* db = handle(session);
  std::vector<Answer> answers;
  for (const Command& command : commands) {
    if (command.name.empty()) {
      const Statement statement = prepare(db, command.sql.c_str());
      answers.push_back(run(db, statement.get(), command.values));
    } else {
      const InUse statement(keptStatement(session, command));
      answers.push_back(run(db, statement.get(), command.values));
    }
  }
  return answers;
}

void registerFunctions(soci::session& session, SqliteContext& context) {
  sqlite_api::sqlite3* db = handle(session);
  constexpr int kPure = SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  add(db, "octad_line", 2, kPure, nullptr, lineFunction);
  add(db, "octad_text", 2, kPure, nullptr, textFunction);
  add(db, "octad_quote", 1, kPure, nullptr, quoteFunction);
  add(db, "octad_chain", 13, kPure, nullptr, chainFunction);
  add(db, "octad_login", 0, SQLITE_INNOCUOUS, &context, contextFunction<&SqliteContext::login>);
  add(db, "octad_actor", 0, SQLITE_INNOCUOUS, &context, contextFunction<&SqliteContext::actor>);
  add(db, "octad_use_case", 0, SQLITE_INNOCUOUS, &context, contextFunction<&SqliteContext::useCase>);
  add(db, "octad_reason", 0, SQLITE_INNOCUOUS, &context, contextFunction<&SqliteContext::reason>);
  add(db, "octad_now_us", 0, SQLITE_INNOCUOUS, &context, nowFunction);
  add(db, "octad_context", 0, SQLITE_DIRECTONLY, &context, contextPointerFunction);
}

SqliteContext& contextOf(soci::session& session) {
  sqlite_api::sqlite3* db = handle(session);
  const Statement statement = prepare(db, "select octad_context()");
  if (sqlite_api::sqlite3_step(statement.get()) != SQLITE_ROW) fail(db, sqlite_api::sqlite3_errcode(db));
  return *reinterpret_cast<SqliteContext*>(sqlite_api::sqlite3_column_int64(statement.get(), 0));
}

void runScript(soci::session& session, const std::string& sql) {
  sqlite_api::sqlite3* db = handle(session);
  const int code = sqlite_api::sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(db, code);
}

void writeChunk(soci::session& session, const std::string& sha256, int position, std::string_view bytes) {
  sqlite_api::sqlite3* db = handle(session);
  const Statement statement =
      prepare(db, "insert into content_chunk (sha256, position, bytes) values (?, ?, ?)");
  sqlite_api::sqlite3_bind_text(statement.get(), 1, sha256.c_str(), static_cast<int>(sha256.size()),
                                transient());
  sqlite_api::sqlite3_bind_int(statement.get(), 2, position);
  sqlite_api::sqlite3_bind_blob64(statement.get(), 3, bytes.data(), bytes.size(), transient());
  const int code = sqlite_api::sqlite3_step(statement.get());
  if (code != SQLITE_DONE) fail(db, code);
}

std::optional<std::string> readChunk(soci::session& session, const std::string& sha256, int position) {
  sqlite_api::sqlite3* db = handle(session);
  const Statement statement =
      prepare(db, "select bytes from content_chunk where sha256 = ? and position = ?");
  sqlite_api::sqlite3_bind_text(statement.get(), 1, sha256.c_str(), static_cast<int>(sha256.size()),
                                transient());
  sqlite_api::sqlite3_bind_int(statement.get(), 2, position);
  const int code = sqlite_api::sqlite3_step(statement.get());
  if (code == SQLITE_DONE) return std::nullopt;
  if (code != SQLITE_ROW) fail(db, code);
  const auto* bytes = static_cast<const char*>(sqlite_api::sqlite3_column_blob(statement.get(), 0));
  const auto size = static_cast<std::size_t>(sqlite_api::sqlite3_column_bytes(statement.get(), 0));
  return bytes == nullptr ? std::string() : std::string(bytes, size);
}

void rollbackIfOpen(soci::session& session) {
  if (sqlite_api::sqlite3_get_autocommit(handle(session)) == 0) runScript(session, "rollback");
}

void backup(soci::session& session, const std::string& target) {
  sqlite_api::sqlite3* source = handle(session);
  sqlite_api::sqlite3* copy = nullptr;
  int code = sqlite_api::sqlite3_open(target.c_str(), &copy);
  if (code == SQLITE_OK) {
    if (auto* work = sqlite_api::sqlite3_backup_init(copy, "main", source, "main")) {
      sqlite_api::sqlite3_backup_step(work, -1);
      sqlite_api::sqlite3_backup_finish(work);
    }
    code = sqlite_api::sqlite3_errcode(copy);
  }
  const std::string message = copy == nullptr ? "out of memory" : sqlite_api::sqlite3_errmsg(copy);
  sqlite_api::sqlite3_close(copy);
  if (code != SQLITE_OK) throw soci::sqlite3_soci_error(message, code);
}

std::string integrityOf(const std::string& path) {
  soci::session session(soci::sqlite3, "dbname=\"" + path + "\"");
  // CHECK constraints call our functions.
  SqliteContext context;
  registerFunctions(session, context);
  std::string verdict;
  session << "pragma integrity_check(1)", soci::into(verdict);
  return verdict;
}

}  // namespace octad::db::sqlite
