#pragma once

#include <optional>
#include <string>

#include "model/core/time.hpp"

namespace octad::model {

/// How one is signed in at a database.
struct LoginFacts {
  std::string login;                     ///< of the server, or of the operating system
  bool server = false;                   ///< false: a file, which knows no logins
  bool local = false;                    ///< the connection does not leave this computer
  std::string protocol;                  ///< that encrypts the connection, "TLSv1.3"; empty: none
  std::optional<Instant> passwordUntil;  ///< the server takes the password until then; none: without an end
};

/// The login behind a store: who the server says one is, and the password that proves it.
class Login {
 public:
  virtual ~Login() = default;

  virtual LoginFacts facts() = 0;
  /// True when the server asked for a password as the connection was opened.
  virtual bool asksPassword() = 0;
  /// Opens a second connection with this password and closes it. Throws Invalid("password") for a wrong one,
  /// Refused when the login was switched off meanwhile, ConnectionLost.
  virtual void prove(const std::string& password) = 0;
  /// Changes the own password. Only what the server stores in its place leaves this computer. Connections
  /// that are opened from now on use it. Throws Invalid("current") for a wrong present one, Refused("server")
  /// for a file.
  virtual void changePassword(const std::string& current, const std::string& next) = 0;
};

}  // namespace octad::model
