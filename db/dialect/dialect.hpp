#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection/command.hpp"
#include "db/dialect/column_token.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace soci {
class session;
}

namespace octad::db {

class RowStatements;

/// Who changes what and why, for guards and the audit trail.
struct ChangeContext {
  std::string actor;    ///< name of the person acting
  std::string useCase;  ///< accept, assign, import …
  std::string reason;
};

/// A table whose rows go into the audit trail, and how a row finds its chain.
struct AuditedTable {
  std::string name;
  enum class Chain {
    self,
    complaint,
    problem,
    owner,
    goodsReturn,
    master
  } chain;  ///< owner: case or problem
};

/// A request on its way into the table of requests.
struct RequestNote {
  std::string id;
  std::string login;
  long long personId = 0;
  std::string fingerprint;  ///< SHA-256 of what it asks for
  model::Instant at;
};

/// What the table of requests holds of a request that came before.
struct EarlierRequest {
  long long personId = 0;
  std::string fingerprint;
  std::string result;
};

/// What the database gave a new case or problem.
struct Created {
  long long id = 0;
  std::string number;
};

/// What the database gave a new signature.
struct Signed {
  long long id = 0;
  model::Instant at;
  std::string printedName;
  std::string reauthenticated;  ///< key of model::Reauthentication
};

/// What the database gave a new reading.
struct Noted {
  long long id = 0;
  model::Instant at;
};

/// A move of a case to another state.
struct CaseMove {
  model::ComplaintId id;
  long long version = 0;  ///< the row version that was seen
  std::string to;
  std::optional<model::Instant> closedAt;
};

/// What differs between SQLite and PostgreSQL. Everything else is one SQL text for both.
class Dialect {
 public:
  virtual ~Dialect() = default;

  /// "sqlite" or "postgresql": the middle of a migration file's name.
  virtual std::string_view name() const = 0;

  // Schema
  /// The column (or table end) a token stands for.
  virtual std::string column(const ColumnToken& token) const = 0;
  /// Runs a script of several statements as it is.
  virtual void runScript(soci::session& session, const std::string& sql) const = 0;
  /// Makes the place the schema lives in, if there is none (PostgreSQL: schema octad).
  virtual void prepareSchema(soci::session& session) const = 0;
  virtual bool tableExists(soci::session& session, const std::string& table) const = 0;
  /// Column names in their order.
  virtual std::vector<std::string> columns(soci::session& session, const std::string& table) const = 0;
  /// Makes (again) the audit triggers of a table.
  virtual void installAudit(soci::session& session, const AuditedTable& table) const = 0;

  /// The row with this alias as one JSON text, in the form of the audit trail's values.
  virtual std::string rowAsJson(const std::vector<std::string>& columns, const std::string& alias) const = 0;

  // Transactions
  /// Begins a transaction that is going to write: BEGIN IMMEDIATE, or BEGIN (read committed).
  virtual void beginWrite(soci::session& session, const ChangeContext& context) const = 0;
  /// The same, and notes the request: none when it is new. Waits for an earlier one that has not ended yet.
  virtual std::optional<EarlierRequest> beginRequest(soci::session& session, const ChangeContext& context,
                                                     const RequestNote& request) const = 0;
  /// Runs the commands in their order, in one round trip where there are any. None is run after one that
  /// fails.
  virtual std::vector<Answer> runBatch(soci::session& session,
                                       const std::vector<Command>& commands) const = 0;

  /// The session acts for this department from now on (0: for the login's own), to the end of the transaction
  /// when `local`. Nothing on SQLite.
  virtual void actFor(soci::session& session, long long department, bool local) const = 0;

  // Named operations of the write path (design 11). `values` are the columns of the record but its key.
  /// Stores a case with the next number by the policy that judges it.
  virtual Created createComplaint(RowStatements& rows, std::vector<BoundValue> values) const = 0;
  /// Stores a problem with the next number of series P, and its open disciplines.
  virtual Created createProblem(RowStatements& rows, std::vector<BoundValue> values, int year) const = 0;
  /// Stores a return with the next number of series R; `year` is that of its announcement.
  virtual Created createReturn(RowStatements& rows, std::vector<BoundValue> values, int year) const = 0;
  /// False when the case does not have that version any more. The audit trail has `context` for the move.
  virtual bool moveComplaint(RowStatements& rows, const CaseMove& move,
                             const ChangeContext& context) const = 0;
  /// True on a server that has a login for every person and holds it to its rights.
  virtual bool hasLogins(soci::session& session) const = 0;
  /// Signs as seen from a case: stores the row and gives key, time, printed name and how the signer was made
  /// sure of. `values` has the columns of the record but its key.
  virtual Signed signRecord(RowStatements& rows, model::ComplaintId seenFrom,
                            std::vector<BoundValue> values) const = 0;
  /// Stores a reading; gives its key and time.
  virtual Noted noteReading(RowStatements& rows, std::vector<BoundValue> values) const = 0;

  // Reading
  /// The moment on the clock of the database, in microseconds.
  virtual std::string_view nowMicros() const = 0;
  /// False when row security keeps rows from this session that the audit trail of what it sees may speak of.
  virtual bool seesEveryRow(soci::session& session) const = 0;
  /// Right after the begin of a transaction that only reads: every statement of it sees the same moment.
  virtual void pinSnapshot(soci::session& session) const = 0;

  /// What the audit trail says of the case `key` and its problem; used behind "from", with the alias a.
  virtual std::string historyOfCase(const std::string& key) const = 0;

  // Returned goods
  /// Locks the return $1 until the end of the transaction and gives its row version; no row, or null: there
  /// is none that the session may see.
  virtual Command lockReturn(model::ReturnId id) const = 0;
  /// Locks the sweep $1; no row, or null: there is none.
  virtual Command lockSweep(model::SweepRowId id) const = 0;
  /// Rows of sweeps as model::SweepTask has them, for people who may not see more: all, or the one whose key
  /// is `only`. Used behind "from", with the alias t.
  virtual std::string sweepTasks(const std::string& only) const = 0;
  /// Cases and their items that lines of the return `key` belong to, as model::ReturnCase and
  /// model::ReturnItem have them; used behind "from", with the alias t.
  virtual std::string casesOfReturn(const std::string& key) const = 0;
  virtual std::string itemsOfReturn(const std::string& key) const = 0;
  /// Stores new rows given as one JSON list in $1; the database gives the keys.
  virtual std::string insertNewRows(const std::string& table,
                                    const std::vector<std::string>& columns) const = 0;
  /// Writes these columns of rows given as one JSON list with their keys in $1.
  virtual std::string updateRows(const std::string& table, const std::vector<std::string>& columns) const = 0;
  /// Removes the rows given as one JSON list with their keys in $1.
  virtual std::string removeRows(const std::string& table) const = 0;

  // Attachments
  /// Stores one chunk of bytes; SOCI cannot carry bytes to both databases.
  virtual void writeChunk(soci::session& session, const std::string& sha256, int position,
                          std::string_view bytes) const = 0;
  /// None when there is no such chunk.
  virtual std::optional<std::string> readChunk(soci::session& session, const std::string& sha256,
                                               int position) const = 0;

  // Copying a whole database
  /// Switches the triggers of these tables off for the rest of the transaction; returns the script that makes
  /// them work again.
  virtual std::string suspendTriggers(soci::session& session,
                                      const std::vector<std::string>& tables) const = 0;
  /// Stores rows given as one JSON list in $1, keys and all.
  virtual std::string insertRows(const std::string& table, const std::vector<std::string>& columns) const = 0;
  /// Lets the next row of a table come after the highest key that was stored with `insertRows`.
  virtual void continueKeys(soci::session& session, const std::string& table) const = 0;

  // Text search
  /// The commands that replace the text a case is found by; `body` is folded, `grams` its bigrams in order.
  virtual std::vector<Command> storeSearchText(model::ComplaintId id, const std::string& body,
                                               const std::vector<std::string>& grams) const = 0;
  /// Looks what the session's login may do; what is asked of the dialect afterwards fits it.
  virtual void learnRights(soci::session& session) = 0;
  /// False when the login finds texts through the search operation only, for the cases it may see.
  virtual bool readsSearchTexts() const { return true; }
  /// True when these bytes are stored already.
  virtual bool hasContent(soci::session& session, const std::string& sha256) const = 0;
  /// A condition on the complaint with alias `c`, with the parameters :search_grams (see `searchGrams`) and
  /// :search_like (folded text within %, with \ before %, _ and \).
  virtual std::string_view searchCondition() const = 0;
  /// The parameter :search_grams for the bigrams of what is searched.
  virtual std::string searchGrams(const std::vector<std::string>& grams) const = 0;
};

std::unique_ptr<Dialect> makeSqliteDialect();
std::unique_ptr<Dialect> makePostgresDialect();

}  // namespace octad::db
