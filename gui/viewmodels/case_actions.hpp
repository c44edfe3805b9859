#pragma once

#include <optional>
#include <vector>

#include "gui/viewmodels/page_action.hpp"
#include "model/access/people.hpp"
#include "model/cases/case_file.hpp"
#include "model/core/message.hpp"
#include "model/eightd/gates.hpp"

namespace octad::viewmodels {

/// Everything that can be done with a case from its page.
enum class CaseActionId {
  accept,
  partly,
  notOurs,
  join,
  answerShort,
  answerInFull,
  assign,
  refuse,
  ruleRefusal,
  withdraw,
  askExtension,
  ruleExtension,
  confirmAnswer,
  responsibility,
  sample,
  moveSample,
  sampleConsent,
  stopClock,
  resumeClock,
  decideStop,
  extendClock,
  campaign,
  followUp,
  amend,
  attach,
  announceReturn,
  continueReturn,
  reply,
  answer,
  verify,
  ruleChallenge,
  assess,
  requestClosing,
  close,
  returnClosing,
  reopen,
  cancel,
  save,
  submit,
  approve,
  reject,
  waive,
  require,
};

using CaseAction = PageAction<CaseActionId>;

/// Clocks whose stop is asked for and not decided.
std::vector<model::ClockName> askedStops(const model::CaseFile& file);
/// Clocks that were not met: a later date may be agreed for them.
std::vector<model::ClockName> extendableClocks(const model::CaseFile& file);

/// All actions on the case as a whole, decided by state, facts and rights. What comes back "enabled" is what
/// the use cases accept; they check again.
std::vector<CaseAction> caseActions(const model::CaseFile& file, const model::Actor& actor,
                                    int verificationLots = model::kVerificationLots);

/// Save, submit, approve, reject, waive and require of one discipline.
std::vector<CaseAction> disciplineActions(const model::CaseFile& file, model::DisciplineCode code,
                                          const model::Actor& actor,
                                          int verificationLots = model::kVerificationLots);

/// The next sensible step, for the button at the right of the header; none when it is nobody's or somebody
/// else's turn.
std::optional<CaseActionId> primaryCaseAction(const model::CaseFile& file,
                                              const std::vector<CaseAction>& actions,
                                              int verificationLots = model::kVerificationLots);

/// The clocks that run (started, neither met nor stopped) and those that are stopped.
std::vector<model::ClockName> runningClocks(const model::CaseFile& file);
std::vector<model::ClockName> stoppedClocks(const model::CaseFile& file);

/// The open question to the actor's department, if there is one.
std::optional<model::AssignmentId> ownAssignment(const model::CaseFile& file, const model::Actor& actor);

/// The disciplines whose newest answer was entered for the actor's department, and nobody there said a word
/// about it.
std::vector<model::DisciplineCode> unconfirmedAnswers(const model::CaseFile& file, const model::Actor& actor);

/// The returns of the case that still go on, each once.
std::vector<const model::ReturnShare*> openReturns(const model::CaseFile& file);

/// True while the case takes changes: not closed, archived or cancelled.
bool isOpen(model::CaseState state);

}  // namespace octad::viewmodels
