#pragma once

#include <string>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/cases/queries.hpp"
#include "model/core/message.hpp"

namespace octad::viewmodels {

/// A field as it was and as it became, for people who want to see exactly what changed.
struct HistoryChange {
  std::string column;  ///< the column's name as in exports
  std::string before;
  std::string after;
};

/// One event of the audit trail in plain words.
struct HistoryLine {
  model::Instant at;
  std::string person;
  model::Message sentence;  ///< "Wang Fang rejected D4: {reason}"; the person is its first argument
  std::string reason;
  std::vector<HistoryChange> changes;
  bool derived = false;  ///< only computed columns moved (turn, next deadline …): folded away at first
};

/// Tells what an audit event means. `file` names what its keys stand for.
HistoryLine historyLine(const model::HistoryEvent& event, const model::CaseFile& file);

/// The whole history, newest first.
std::vector<HistoryLine> historyLines(const std::vector<model::HistoryEvent>& events,
                                      const model::CaseFile& file);

}  // namespace octad::viewmodels
