#include <map>
#include <sqlite3.h>
#include <stdexcept>

#include "tests/benchmark/plain_connection.hpp"

namespace octad::benchmark {
namespace {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

class PlainSqlite final : public PlainConnection {
 public:
  explicit PlainSqlite(sqlite3* handle) : m_handle(handle) {}

  std::vector<Cells> query(const std::string& sql, const Cells& parameters) override {
    const auto statement = prepare(sql);
    bind(statement.get(), parameters);
    std::vector<Cells> rows;
    int state = SQLITE_ROW;
    while ((state = sqlite3_step(statement.get())) == SQLITE_ROW) {
      auto& row = rows.emplace_back();
      for (int i = 0; i < sqlite3_column_count(statement.get()); ++i) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), i));
        if (text)
          row.emplace_back(std::in_place, text,
                           static_cast<std::size_t>(sqlite3_column_bytes(statement.get(), i)));
        else
          row.emplace_back();
      }
    }
    if (state != SQLITE_DONE) fail(sql);
    return rows;
  }

  void beginBulk() override {
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    query("pragma ignore_check_constraints = on", {});
    query("pragma foreign_keys = off", {});
    query("begin", {});
  }
  void bulkRow(const std::string& table, const std::vector<std::string>& columns,
               const Cells& values) override {
    auto& statement = m_bulk[table];
    if (!statement) {
      std::string names;
      std::string places;
      for (const auto& column : columns) {
        names += (names.empty() ? "" : ", ") + column;
        places += places.empty() ? "?" : ", ?";
      }
      statement = prepare("insert into " + table + " (" + names + ") values (" + places + ")");
    }
    bind(statement.get(), values);
    if (sqlite3_step(statement.get()) != SQLITE_DONE) fail(table);
    sqlite3_reset(statement.get());
  }
  void endBulk() override {
    m_bulk.clear();
    query("commit", {});
    query("analyze", {});
    query("pragma wal_checkpoint(truncate)", {});
    query("pragma foreign_keys = on", {});
    query("pragma ignore_check_constraints = off", {});
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, nullptr);
  }

 private:
  Statement prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) fail(sql);
    return Statement(statement);
  }
  static void bind(sqlite3_stmt* statement, const Cells& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const int place = static_cast<int>(i) + 1;
      if (values[i])
        sqlite3_bind_text(statement, place, values[i]->data(), static_cast<int>(values[i]->size()),
                          SQLITE_STATIC);
      else
        sqlite3_bind_null(statement, place);
    }
  }
  [[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error(std::string(sqlite3_errmsg(m_handle)) + " in " + what);
  }

  sqlite3* m_handle;
  std::map<std::string, Statement> m_bulk;
};

}  // namespace

std::unique_ptr<PlainConnection> makePlainSqlite(void* sqlite3Handle) {
  return std::make_unique<PlainSqlite>(static_cast<sqlite3*>(sqlite3Handle));
}

}  // namespace octad::benchmark
