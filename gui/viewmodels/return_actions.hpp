#pragma once

#include <optional>
#include <vector>

#include "gui/viewmodels/page_action.hpp"
#include "model/access/people.hpp"
#include "model/core/message.hpp"
#include "model/returns/return_file.hpp"

namespace octad::viewmodels {

/// Everything that can be done with a return from its page.
enum class ReturnActionId {
  authorise,
  send,
  receive,
  addLine,
  move,
  addUnits,
  test,
  decide,
  dossier,
  cost,
  attach,
  match,
  amend,
  takeBack,
  close,
  reopen,
  cancel,
};

using ReturnAction = PageAction<ReturnActionId>;

/// All actions, decided by state, facts and rights. What comes back "enabled" is what the use cases accept;
/// they check again.
std::vector<ReturnAction> returnActions(const model::ReturnFile& file, const model::Actor& actor);

/// Why this person may not do that; none when they may.
std::optional<model::Message> missingRight(const model::Actor& actor, model::Right right);

/// The next step of a return: an action, and for movements from where to where.
struct NextStep {
  ReturnActionId id = ReturnActionId::authorise;
  const char* label = "";  ///< on the button, says what it leads to
  std::optional<model::ReturnPlace> from;
  std::optional<model::ReturnPlace> to;
};

/// The button at the right of the header; none when nothing is left to do.
std::optional<NextStep> nextStep(const model::ReturnFile& file);

}  // namespace octad::viewmodels
