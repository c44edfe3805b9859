#pragma once

#include <map>
#include <memory>
#include <string>

namespace octad::db {

/// What the functions registered with one SQLite session answer: octad_actor(), octad_now_us() … Set for the
/// length of a transaction; between transactions the functions refuse, and so do the guards that call them.
struct SqliteContext {
  bool active = false;
  std::string login;  ///< of the operating system
  std::string actor;
  std::string useCase;
  std::string reason;
  long long nowMicroseconds = 0;  ///< one recorded time a transaction
  /// Named statements, prepared once a session; they go before the session does.
  std::map<std::string, std::shared_ptr<void>> prepared;
};

}  // namespace octad::db
