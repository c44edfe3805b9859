#pragma once

#include <string>

namespace octad::support {

/// A PostgreSQL 15 server of our own: a fresh cluster in a folder under /tmp, on a free loopback port, as an
/// unprivileged user. Started by the first test that asks for it, gone with the program - also when that is
/// killed. Its durability is off; tests that crash a server start one of their own with it on.
class PrivatePostgres {
 public:
  /// The server of this test program. Throws std::runtime_error with the apt-get command when PostgreSQL is
  /// not installed.
  static PrivatePostgres& instance();

  explicit PrivatePostgres(bool durable);
  ~PrivatePostgres();
  PrivatePostgres(const PrivatePostgres&) = delete;
  PrivatePostgres& operator=(const PrivatePostgres&) = delete;

  /// postgresql://octad@127.0.0.1:port/database
  std::string url(const std::string& database) const;
  /// A new name for a database: t1, t2 …
  std::string nextName();
  /// Runs one statement in the maintenance database, e.g. create database.
  void administer(const std::string& sql) const;
  /// Kills the server and all its processes with signal 9, as a power cut of the machine would.
  void crash();
  /// Starts it again after a crash and waits until it answers.
  void restart();

 private:
  void startServer();

  std::string m_folder;
  bool m_durable;
  int m_port = 0;
  int m_process = 0;
  int m_names = 0;
};

}  // namespace octad::support
