#pragma once

#include <vector>

#include "gui/viewmodels/history_text.hpp"
#include "model/returns/return_file.hpp"

namespace octad::viewmodels {

/// The audit trail of a return in plain words, newest first. `file` names what its keys stand for.
std::vector<HistoryLine> returnHistoryLines(const std::vector<model::HistoryEvent>& events,
                                            const model::ReturnFile& file);

}  // namespace octad::viewmodels
