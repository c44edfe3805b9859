#pragma once

#include <dlfcn.h>

namespace octad::gui {

/// Calls a function of GTK or ATK that wx does not wrap. The libraries are in the process already; looking
/// the function up spares their headers. A function that is not there does nothing.
template <class Result, class... Args>
Result callGtk(const char* function, Args... args) {
  auto* found = reinterpret_cast<Result (*)(Args...)>(dlsym(RTLD_DEFAULT, function));
  if (found == nullptr) return Result();
  return found(args...);
}

}  // namespace octad::gui
