#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/dialect/column_token.hpp"
#include "model/core/ids.hpp"

namespace soci {
class session;
}

namespace octad::db {

/// Who changes what and why, for guards and the audit trail.
struct ChangeContext {
  std::string actor;    ///< name of the person acting
  std::string useCase;  ///< accept, assign, import …
  std::string reason;
};

/// A table whose rows go into the audit trail, and how a row finds its chain.
struct AuditedTable {
  std::string name;
  enum class Chain { self, complaint, problem, master } chain;
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

  // Transactions
  /// Begins a transaction that is going to write: BEGIN IMMEDIATE, or BEGIN (read committed).
  virtual void beginWrite(soci::session& session, const ChangeContext& context) const = 0;
  /// Changes who, what and why within a transaction (the reason of a state move).
  virtual void setContext(soci::session& session, const ChangeContext& context) const = 0;
  /// What a select that locks the root of an aggregate ends with: " for no key update" or "".
  virtual std::string_view lockClause() const = 0;

  // Attachments
  /// Stores one chunk of bytes; SOCI cannot carry bytes to both databases.
  virtual void writeChunk(soci::session& session, const std::string& sha256, int position,
                          std::string_view bytes) const = 0;
  /// None when there is no such chunk.
  virtual std::optional<std::string> readChunk(soci::session& session, const std::string& sha256,
                                               int position) const = 0;

  // Text search
  /// Replaces the text a case is found by; `body` is folded, `grams` its bigrams in order.
  virtual void storeSearchText(soci::session& session, model::ComplaintId id, const std::string& body,
                               const std::vector<std::string>& grams) const = 0;
  /// A condition on the complaint with alias `c`, with the parameters :search_grams (see `searchGrams`) and
  /// :search_like (folded text within %, with \ before %, _ and \).
  virtual std::string_view searchCondition() const = 0;
  /// The parameter :search_grams for the bigrams of what is searched.
  virtual std::string searchGrams(const std::vector<std::string>& grams) const = 0;
};

std::unique_ptr<Dialect> makeSqliteDialect();
std::unique_ptr<Dialect> makePostgresDialect();

}  // namespace octad::db
