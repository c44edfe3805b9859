#include "gui/viewmodels/executor.hpp"

namespace octad::viewmodels {

void ImmediateExecutor::run(std::function<void()> work, std::function<void(std::exception_ptr)> done) {
  std::exception_ptr error;
  try {
    work();
  } catch (...) {
    error = std::current_exception();
  }
  done(error);
}

}  // namespace octad::viewmodels
