#pragma once

#include <span>
#include <vector>

#include "model/access/people.hpp"
#include "model/cases/complaint.hpp"

namespace octad::model {

/// One allowed move of a case. The database gets this table from here; a test holds the two together (design
/// 5).
struct Transition {
  CaseState from;
  CaseState to;
  Right right;
  bool needsReason;
};

std::span<const Transition> transitions();
/// Throws Refused("transition") with both states in words when the move is not in the table.
const Transition& requireTransition(CaseState from, CaseState to);

}  // namespace octad::model
