#pragma once

#include <vector>

#include "audit/told/history_line.hpp"
#include "model/cases/case_file.hpp"
#include "model/cases/queries.hpp"

namespace octad::told {

/// Tells what an audit event means. `file` names what its keys stand for.
HistoryLine historyLine(const model::HistoryEvent& event, const model::CaseFile& file);

/// The whole history of a case, newest first.
std::vector<HistoryLine> historyLines(const std::vector<model::HistoryEvent>& events,
                                      const model::CaseFile& file);

}  // namespace octad::told
