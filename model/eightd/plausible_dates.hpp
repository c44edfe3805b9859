#pragma once

#include <vector>

#include "model/eightd/gates.hpp"

namespace octad::model {

class Zone;

/// Dates of an 8D that cannot be true together, or should make a reader ask: an action done before its cause
/// was verified, a check before the deed, a verification before the implementation, pieces built between the
/// sorting and the clean point. Hints, not gates: work that went before the paper is no forgery. Each names
/// the row it is about.
std::vector<MissingPoint> implausibleDates(const CaseFile& file, const Zone& zone);

}  // namespace octad::model
