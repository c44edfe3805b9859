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
  /// Throws Invalid("database") for anything else, and for an sslmode that would take any server for the right
  /// one.
  explicit DatabaseUrl(std::string_view text);

  bool isSqlite() const { return m_sqlite; }
  /// The file of a SQLite database, absolute.
  const std::string& path() const { return m_path; }
  /// True when nothing leaves this computer: a file, a Unix socket or a loopback address. Names of hosts and
  /// services that the environment adds count too.
  bool isLocal() const;
  /// What libpq is given. TCP always gets sslmode=verify-full and somebody to trust: sslrootcert of the address,
  /// the user's ~/.postgresql/root.crt, or the authorities of the system. Unix sockets and loopback addresses
  /// keep what was asked for (design 11, TLS).
  std::string connectInfo() const;
  /// The same as SOCI has to be given it. Throws Invalid("password") for what it cannot carry.
  std::string sociConnectInfo() const;
  /// The same database with this password, whatever the address, the environment or a file says.
  DatabaseUrl withPassword(const std::string& password) const;
  /// The login that the address names; empty when it names none, and for files.
  std::string user() const;
  /// The URL as shown to people: without a password.
  std::string display() const;
  /// A canonical URL text of a SQLite file, for lists of recent databases; PostgreSQL: as given.
  const std::string& text() const { return m_text; }

 private:
  void requireSafeLine() const;
  std::string connectInfo(std::string (*quote)(const std::string&)) const;
  /// Of libpq; empty when not given.
  std::string option(std::string_view key) const;

  bool m_sqlite = true;
  std::string m_path;
  std::string m_text;
  std::vector<std::pair<std::string, std::string>> m_options;  ///< of libpq
};

}  // namespace octad::db
