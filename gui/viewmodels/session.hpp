#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gui/viewmodels/connection.hpp"
#include "gui/viewmodels/executor.hpp"
#include "gui/viewmodels/translator.hpp"
#include "model/core/zone.hpp"
#include "model/eightd/failure_words.hpp"
#include "model/eightd/self_assessment.hpp"
#include "model/eightd/weak_answer_rules.hpp"
#include "model/policy/policy.hpp"
#include "model/ports/clock.hpp"
#include "model/ports/unit_of_work.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::viewmodels {

/// One open database and who works in it: what every viewmodel is made from. Store and its Reader are used
/// inside the executor only.
struct Session {
  std::shared_ptr<model::Store> store;
  const model::Clock& clock;
  Executor& executor;
  Translator& translator;
  model::Actor actor;
  model::Zone zone;
  std::string databaseName;  ///< for the status bar, without any password
  std::shared_ptr<const model::WeakAnswerRules> weakAnswers = nullptr;          ///< null: nothing is told
  std::shared_ptr<const model::FailureReader> failureReader = nullptr;          ///< null: nothing is compared
  std::shared_ptr<const model::AssessmentCriteria> criteria = nullptr;          ///< null: nothing is assessed
  std::shared_ptr<const std::vector<model::Policy>> shippedPolicies = nullptr;  ///< null: none to begin from
  Connection connection = {};
  std::string department = {};  ///< code of the one acted for, for the status bar

  model::Workplace workplace() const { return {*store, clock, actor}; }
  bool may(model::Right right) const { return model::may(actor, right); }
};

/// "17:30": the time of day at the site.
std::string timeOfDay(const Session& session);

/// A new random UUID, for request ids and new records.
std::string newUuid();

}  // namespace octad::viewmodels
