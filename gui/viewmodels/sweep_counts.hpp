#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_page.hpp"
#include "model/returns/return_queries.hpp"

namespace octad::viewmodels {

/// "1,200 of 1,500 sorted (80 %), 300 open"; with the pieces out of reach when there are any.
model::Message sweepProgress(const model::SweepRow& row);
model::Message sweepProgress(const model::SweepTask& task);

/// What was sorted at one location on one day, as the page of D3 lists it.
struct SweepCountRow {
  std::string day;
  std::string ok;  ///< with a minus when it was taken back
  std::string ng;
  std::string rework;
  long long sortedSoFar = 0;  ///< with this count and all before it
  std::string by;
  std::string note;
  bool correction = false;
};

/// The counts of one location, the newest first.
std::vector<SweepCountRow> sweepCountRows(const model::CaseFile& file, model::SweepRowId id);

/// The stored sweep of a location; null while it has none.
const model::SweepRow* sweepAt(const model::CaseFile& file, model::SweepLocation location);

/// Why nothing can be counted there now; none when it can.
std::optional<model::Message> whyNotCount(const model::CaseFile& file, const model::Actor& actor,
                                          model::SweepLocation location);

/// A day's count of a location, or with `correction` what is taken back of earlier ones (CountSweep).
ActionForm sweepCountForm(const CasePageViewModel& page, const model::SweepRow& row, bool correction);

}  // namespace octad::viewmodels
