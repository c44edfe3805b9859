#include <libpq-fe.h>
#include <map>
#include <stdexcept>

#include "tests/benchmark/plain_connection.hpp"

namespace octad::benchmark {
namespace {

struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clear>;

/// A value as COPY's text form has it.
std::string copyText(const std::optional<std::string>& value) {
  if (!value) return "\\N";
  std::string out;
  out.reserve(value->size());
  for (const char c : *value) {
    if (c == '\\')
      out += "\\\\";
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (c == '\r')
      out += "\\r";
    else
      out += c;
  }
  return out;
}

class PlainPostgres final : public PlainConnection {
 public:
  explicit PlainPostgres(PGconn* connection) : m_connection(connection) {}

  std::vector<Cells> query(const std::string& sql, const Cells& parameters) override {
    std::vector<const char*> values;
    for (const auto& parameter : parameters) values.push_back(parameter ? parameter->c_str() : nullptr);
    const Result result(PQexecParams(m_connection, sql.c_str(), static_cast<int>(values.size()), nullptr,
                                     values.data(), nullptr, nullptr, 0));
    const auto state = PQresultStatus(result.get());
    if (state != PGRES_TUPLES_OK && state != PGRES_COMMAND_OK) fail(sql);
    std::vector<Cells> rows(static_cast<std::size_t>(PQntuples(result.get())));
    for (int r = 0; r < PQntuples(result.get()); ++r)
      for (int c = 0; c < PQnfields(result.get()); ++c)
        if (PQgetisnull(result.get(), r, c))
          rows[static_cast<std::size_t>(r)].emplace_back();
        else
          rows[static_cast<std::size_t>(r)].emplace_back(
              std::in_place, PQgetvalue(result.get(), r, c),
              static_cast<std::size_t>(PQgetlength(result.get(), r, c)));
    return rows;
  }

  void beginBulk() override {
    query("set session_replication_role = replica", {});
    query("begin", {});
  }
  void bulkRow(const std::string& table, const std::vector<std::string>& columns,
               const Cells& values) override {
    auto& buffer = m_buffers[table];
    if (buffer.columns.empty())
      for (const auto& column : columns) buffer.columns += (buffer.columns.empty() ? "" : ", ") + column;
    for (std::size_t i = 0; i < values.size(); ++i) buffer.lines += (i ? "\t" : "") + copyText(values[i]);
    buffer.lines += '\n';
    if (buffer.lines.size() > kBufferBytes) flush(table, buffer);
  }
  void endBulk() override {
    for (auto& [table, buffer] : m_buffers) flush(table, buffer);
    // Keys were given by us: the next one of each table follows them.
    for (const auto& [table, buffer] : m_buffers)
      if (buffer.columns.starts_with("id,"))
        query("select setval(pg_get_serial_sequence('" + table + "', 'id'), (select max(id) from " + table +
                  "))",
              {});
    m_buffers.clear();
    query("commit", {});
    query("vacuum analyze", {});
    query("checkpoint", {});
    query("set session_replication_role = origin", {});
  }

 private:
  static constexpr std::size_t kBufferBytes = 4 << 20;
  struct Buffer {
    std::string columns;
    std::string lines;
  };

  void flush(const std::string& table, Buffer& buffer) {
    if (buffer.lines.empty()) return;
    const Result started(
        PQexec(m_connection, ("copy " + table + " (" + buffer.columns + ") from stdin").c_str()));
    if (PQresultStatus(started.get()) != PGRES_COPY_IN) fail(table);
    if (PQputCopyData(m_connection, buffer.lines.data(), static_cast<int>(buffer.lines.size())) != 1 ||
        PQputCopyEnd(m_connection, nullptr) != 1)
      fail(table);
    for (Result result(PQgetResult(m_connection)); result; result.reset(PQgetResult(m_connection)))
      if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(table);
    buffer.lines.clear();
  }
  [[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error(std::string(PQerrorMessage(m_connection)) + " in " + what);
  }

  PGconn* m_connection;
  std::map<std::string, Buffer> m_buffers;
};

}  // namespace

std::unique_ptr<PlainConnection> makePlainPostgres(void* pgConnection) {
  return std::make_unique<PlainPostgres>(static_cast<PGconn*>(pgConnection));
}

}  // namespace octad::benchmark
