#include "db/mapping/query.hpp"

namespace octad::db {

std::string Query::bind(long long value) {
  auto name = "p" + std::to_string(m_numberNames.size() + m_textNames.size());
  m_numberNames.emplace_back(name, &m_numbers.emplace_back(value));
  return ":" + name;
}

std::string Query::bind(std::string value) {
  auto name = "p" + std::to_string(m_numberNames.size() + m_textNames.size());
  m_textNames.emplace_back(name, &m_texts.emplace_back(std::move(value)));
  return ":" + name;
}

void Query::bindAs(std::string name, std::string value) {
  m_textNames.emplace_back(std::move(name), &m_texts.emplace_back(std::move(value)));
}

std::string Query::takeBack(std::size_t length) {
  auto piece = m_sql.substr(length);
  m_sql.resize(length);
  return piece;
}

void Query::exchange(soci::statement& statement) const {
  for (const auto& [name, value] : m_numberNames) statement.exchange(soci::use(*value, name));
  for (const auto& [name, value] : m_textNames) statement.exchange(soci::use(*value, name));
}

void Query::run(soci::statement& statement) const {
  exchange(statement);
  statement.alloc();
  statement.prepare(m_sql, soci::details::st_one_time_query);
  statement.define_and_bind();
  statement.execute(false);
}

std::vector<long long> Query::numbers(soci::session& session) const {
  Cell cell;
  soci::statement statement(session);
  statement.exchange(soci::into(cell.number, cell.state));
  run(statement);
  std::vector<long long> out;
  while (statement.fetch()) out.push_back(cell.state == soci::i_null ? 0 : cell.number);
  return out;
}

std::vector<std::string> Query::texts(soci::session& session) const {
  Cell cell;
  soci::statement statement(session);
  statement.exchange(soci::into(cell.text, cell.state));
  run(statement);
  std::vector<std::string> out;
  while (statement.fetch()) out.push_back(cell.state == soci::i_null ? std::string() : cell.text);
  return out;
}

long long Query::change(soci::session& session) const {
  soci::statement statement(session);
  exchange(statement);
  statement.alloc();
  statement.prepare(m_sql, soci::details::st_one_time_query);
  statement.define_and_bind();
  statement.execute(true);  // SQLite does nothing before the first row is asked for
  return statement.get_affected_rows();
}

long long Query::number(soci::session& session) const {
  const auto all = numbers(session);
  return all.empty() ? 0 : all.front();
}

std::vector<std::string> Query::textRow(soci::session& session, std::size_t count) const {
  std::deque<Cell> cells(count);
  soci::statement statement(session);
  for (auto& cell : cells) statement.exchange(soci::into(cell.text, cell.state));
  run(statement);
  std::vector<std::string> out;
  if (!statement.fetch()) return out;
  for (auto& cell : cells) out.push_back(cell.state == soci::i_null ? std::string() : std::move(cell.text));
  return out;
}

}  // namespace octad::db
