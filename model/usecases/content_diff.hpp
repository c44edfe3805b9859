#pragma once

#include <algorithm>
#include <vector>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

/// Brings the stored rows of one list to the wanted ones: rows with id 0 or below are inserted, missing ones
/// removed, differing ones updated. Gives back whether anything was written.
/// `placed(row, id)` hears which key a new row got. Conflict when a wanted row is no longer stored.
template <class Record, class Placed>
bool storeRows(UnitOfWork& unit, ProblemId problem, const std::vector<Record>& stored,
               std::vector<Record>& wanted, Placed&& placed) {
  bool changed = false;
  for (const auto& old : stored) {
    const bool kept =
        std::any_of(wanted.begin(), wanted.end(), [&old](const Record& row) { return row.id == old.id; });
    if (kept) continue;
    unit.remove(Row(old));
    changed = true;
  }
  for (auto& row : wanted) {
    row.problemId = problem;
    const auto asTyped = row.id;
    if (row.id.value <= 0) {
      row.id = {};
      insertRecord(unit, row);
      placed(asTyped, row.id);
      changed = true;
      continue;
    }
    const auto old = std::find_if(stored.begin(), stored.end(),
                                  [&row](const Record& candidate) { return candidate.id == row.id; });
    if (old == stored.end())
      throw Conflict(tr("A row was removed by somebody else meanwhile. Open the case again and compare."));
    if (fingerprint(*old) == fingerprint(row)) continue;
    updateRecord(unit, row);
    changed = true;
  }
  return changed;
}

template <class Record>
bool storeRows(UnitOfWork& unit, ProblemId problem, const std::vector<Record>& stored,
               std::vector<Record>& wanted) {
  return storeRows(unit, problem, stored, wanted, [](auto, auto) {});
}

}  // namespace octad::model
