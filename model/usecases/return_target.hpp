#pragma once

#include <string>

#include "model/core/describe.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

/// What every change of an existing return carries; see CaseTarget.
struct ReturnTarget {
  ReturnId id;
  long long version = 0;
  std::string requestId;

  static constexpr auto describe() {
    return members(member("id", &ReturnTarget::id), member("version", &ReturnTarget::version));
  }
};

/// What a change of a return gives back.
struct ReturnSaved {
  ReturnId id;
  std::string number;
  long long version = 0;
};

}  // namespace octad::model
