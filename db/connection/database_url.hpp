#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace octad::db {

/// The name of a database: `sqlite:///absolute/path.octad`, a plain file path, or
/// `postgresql://user@host1,host2/octad?…`.
class DatabaseUrl {
 public:
  /// Throws Invalid("database") for anything else.
  explicit DatabaseUrl(std::string_view text);

  bool isSqlite() const { return m_sqlite; }
  /// The file of a SQLite database, absolute.
  const std::string& path() const { return m_path; }
  /// What libpq is given. TCP always gets sslmode=verify-full, whatever the URL says; Unix sockets and
  /// loopback addresses keep what was asked for (design 11, TLS).
  std::string connectInfo() const;
  /// The same database with this password, whatever the address, the environment or a file says.
  DatabaseUrl withPassword(const std::string& password) const;
  /// The login that the address names; empty when it names none, and for files.
  std::string user() const;
  /// The URL as shown to people: without a password.
  std::string display() const;
  /// A canonical URL text of a SQLite file, for lists of recent databases; PostgreSQL: as given.
  const std::string& text() const { return m_text; }

 private:
  /// Of libpq; empty when not given.
  std::string option(std::string_view key) const;

  bool m_sqlite = true;
  std::string m_path;
  std::string m_text;
  std::vector<std::pair<std::string, std::string>> m_options;  ///< of libpq
};

}  // namespace octad::db
