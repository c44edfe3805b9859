#pragma once

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// What a run of the job did.
struct JobsDone {
  long long open = 0;    ///< matters looked at
  long long given = 0;   ///< notices that are new
  long long known = 0;   ///< notices that were given before
  long long deemed = 0;  ///< final replies recorded as not answered, where the policy says so
};

/// Gives everybody the notices whose time has come. Works out the present state each time, so that it catches
/// up after days off; a notice is given once, also with two jobs at once. For administrators: a system timer
/// runs it with a login of its own.
class RunJobs {
 public:
  explicit RunJobs(Workplace workplace) : m_workplace(std::move(workplace)) {}
  JobsDone execute();

 private:
  long long deemUnanswered();

  Workplace m_workplace;
};

}  // namespace octad::model
