#pragma once

#include <string>
#include <vector>

#include "model/core/message.hpp"
#include "model/core/time.hpp"

// Histories told in words, for the window and for octadctl.
namespace octad::told {

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
  bool derived = false;   ///< only computed columns moved (turn, next deadline …): folded away at first
  std::size_t event = 0;  ///< which of the events that were told, from 0
};

}  // namespace octad::told
