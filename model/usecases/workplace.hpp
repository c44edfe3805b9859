#pragma once

#include <string>

#include "model/access/people.hpp"
#include "model/core/ids.hpp"
#include "model/ports/clock.hpp"
#include "model/ports/unit_of_work.hpp"

namespace octad::model {

/// What every use case needs: the database, the clock and who is acting.
struct Workplace {
  Store& store;
  const Clock& clock;
  Actor actor;
};

/// What every change of an existing case carries. `version` is the row version the user saw (0: do not check,
/// for octadctl without --version); `requestId` makes a retried save happen once.
struct CaseTarget {
  ComplaintId id;
  long long version = 0;
  std::string requestId;

  static constexpr auto describe() {
    return members(member("id", &CaseTarget::id), member("version", &CaseTarget::version));
  }
};

/// What a change gives back.
struct Saved {
  ComplaintId id;
  std::string number;
  long long version = 0;
};

}  // namespace octad::model
