#pragma once

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "db/connection/database_url.hpp"

namespace octad::support {

/// Stands between a program and its PostgreSQL server on the loopback interface and counts round trips: how
/// often the program speaks after it has heard the server (or for the first time).
class CountingProxy {
 public:
  /// `server` is postgresql://user@127.0.0.1:port/database.
  explicit CountingProxy(const std::string& server);
  ~CountingProxy();
  CountingProxy(const CountingProxy&) = delete;
  CountingProxy& operator=(const CountingProxy&) = delete;

  /// The database behind the proxy.
  db::DatabaseUrl url() const { return db::DatabaseUrl(m_url); }
  /// Round trips since the last call.
  int take() { return m_trips.exchange(0); }

 private:
  void serve();

  std::string m_url;
  int m_serverPort = 0;
  int m_listener = -1;
  std::atomic<bool> m_stop = false;
  std::atomic<int> m_trips = 0;
  std::thread m_thread;
};

}  // namespace octad::support
