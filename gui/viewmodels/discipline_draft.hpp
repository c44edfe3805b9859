#pragma once

#include <string>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/time.hpp"
#include "model/usecases/save_discipline.hpp"

namespace octad::viewmodels {

/// A value that was typed into a table and cannot be taken as it is; kept as typed.
struct RefusedCell {
  std::string table;
  long long row = 0;
  int field = 0;
  std::string typed;

  static constexpr auto describe() {
    using model::member;
    return members(member("table", &RefusedCell::table), member("row", &RefusedCell::row),
                   member("field", &RefusedCell::field), member("typed", &RefusedCell::typed));
  }
};

/// What was typed on the page of a discipline and not saved yet, with what it started from, so that a save
/// that comes later still notices what others stored meanwhile.
struct DisciplineDraft {
  model::DisciplineContent content;
  model::DisciplineContent base;
  std::vector<RefusedCell> refused;
  std::string refusedDate;  ///< clean point date that is none; empty when it is one
  model::Instant keptAt;
  std::string older;  ///< an earlier draft (as JSON text) that was offered and not decided on

  static constexpr auto describe() {
    using model::member;
    return members(member("content", &DisciplineDraft::content), member("base", &DisciplineDraft::base),
                   member("refused", &DisciplineDraft::refused),
                   member("refused_date", &DisciplineDraft::refusedDate),
                   member("kept_at", &DisciplineDraft::keptAt), member("older", &DisciplineDraft::older));
  }
};

}  // namespace octad::viewmodels
