#pragma once

#include <exception>
#include <functional>

namespace octad::db {

/// Throws what an error of SOCI means to a user: Conflict, Busy, ConnectionLost, Refused(rule) or
/// Invalid(field). Errors of the model pass unchanged; others are thrown again as they are. Call it in a
/// catch block.
[[noreturn]] void translateCurrentError();

/// Runs `work` with errors translated.
template <class Work>
auto translated(Work&& work) {
  try {
    return work();
  } catch (...) {
    translateCurrentError();
  }
}

}  // namespace octad::db
