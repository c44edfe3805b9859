#pragma once

#include <optional>
#include <string>

#include "gui/viewmodels/translator.hpp"
#include "model/core/time.hpp"

namespace octad::viewmodels {

/// How the window is connected, for the status bar and the panel that says who one is.
struct Connection {
  bool embedded = true;       ///< a file
  bool local = true;          ///< nothing leaves this computer
  std::string protection;     ///< "TLSv1.3"; empty: not encrypted
  bool asksPassword = false;  ///< the server asked for the password: it can be asked for again
  std::optional<model::Instant> passwordUntil;  ///< the server takes it until then
};

/// "TLSv1.3, certificate checked", "on this computer", "a file of this computer".
std::string connectionWords(const Connection& connection, const Translator& text);

}  // namespace octad::viewmodels
