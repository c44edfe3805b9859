#pragma once

#include <string>

namespace octad::db {

class DatabaseUrl;

/// Throws what a connection that could not be made means to a user, with what to do. `reason` is libpq's
/// text; when it is not understood (servers speak the language of their administrator), `sqlState` is asked
/// for the state in which the server refused. Refused("login"): name or password; Refused("password"): none
/// was given; Refused("login-disabled"), Refused("no-access"), Refused("certificate"), Refused("tls");
/// NotFound: no such database; Busy: no room; ConnectionLost: the rest.
[[noreturn]] void throwCannotConnect(const DatabaseUrl& url, const std::string& reason);

/// While it lives, libpq's own texts on this thread are English, whatever the language of the program.
class EnglishMessages {
 public:
  EnglishMessages();
  ~EnglishMessages();
  EnglishMessages(const EnglishMessages&) = delete;
  EnglishMessages& operator=(const EnglishMessages&) = delete;

 private:
  void* m_english = nullptr;  ///< locale_t; null when there is none to be had
  void* m_before = nullptr;
};

}  // namespace octad::db
