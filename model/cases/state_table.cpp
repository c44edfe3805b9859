#include "model/cases/state_table.hpp"

#include "model/core/error.hpp"

namespace octad::model {

namespace {

constexpr std::array kTransitions{
    Transition{CaseState::registered, CaseState::confirming, Right::handleComplaint, false},
    Transition{CaseState::registered, CaseState::handling, Right::handleComplaint, false},
    Transition{CaseState::confirming, CaseState::handling, Right::handleComplaint, false},
    // Not ours, or merged into another case: there is nothing to handle.
    Transition{CaseState::registered, CaseState::closing, Right::handleComplaint, false},
    Transition{CaseState::confirming, CaseState::closing, Right::handleComplaint, false},
    Transition{CaseState::handling, CaseState::closing, Right::handleComplaint, false},
    Transition{CaseState::closing, CaseState::closed, Right::approveClosing, false},
    // The closing is returned; the case is opened again.
    Transition{CaseState::closing, CaseState::handling, Right::handleComplaint, true},
    Transition{CaseState::closed, CaseState::handling, Right::handleComplaint, true},
    Transition{CaseState::closed, CaseState::archived, Right::handleComplaint, false},
    // Entered in error.
    Transition{CaseState::registered, CaseState::cancelled, Right::handleComplaint, true},
    Transition{CaseState::confirming, CaseState::cancelled, Right::handleComplaint, true},
};

}  // namespace

std::span<const Transition> transitions() {
  return kTransitions;
}

const Transition& requireTransition(CaseState from, CaseState to) {
  for (const auto& transition : kTransitions)
    if (transition.from == from && transition.to == to) return transition;
  throw Refused("transition", {tr("A case in state \"{0}\" cannot go to \"{1}\"."),
                               {translated(labelOf(from)), translated(labelOf(to))}});
}

}  // namespace octad::model
