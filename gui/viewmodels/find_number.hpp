#pragma once

#include <exception>
#include <functional>
#include <optional>
#include <string>

#include "gui/viewmodels/session.hpp"
#include "model/core/ids.hpp"

namespace octad::viewmodels {

/// What has a number: a case, a return, or nothing.
struct NumberFound {
  std::optional<model::ComplaintId> complaint;
  std::optional<model::ReturnId> goods;
};

/// Looks for the case or return of a number in the executor; dropped when the lifetime ends.
void findNumber(const Session& session, const Lifetime& lifetime, const std::string& typed,
                std::function<void(const NumberFound&)> then, std::function<void(std::exception_ptr)> failed);

}  // namespace octad::viewmodels
