#pragma once

#include <vector>

#include "audit/told/history_line.hpp"
#include "model/cases/queries.hpp"
#include "model/returns/return_file.hpp"

namespace octad::told {

/// The audit trail of a return in plain words, newest first. `file` names what its keys stand for.
std::vector<HistoryLine> historyLines(const std::vector<model::HistoryEvent>& events,
                                      const model::ReturnFile& file);

}  // namespace octad::told
