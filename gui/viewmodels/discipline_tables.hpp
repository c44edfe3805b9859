#pragma once

#include <map>
#include <memory>
#include <vector>

#include "gui/viewmodels/row_table.hpp"
#include "model/usecases/save_discipline.hpp"

namespace octad::viewmodels {

/// The locations of a stock sweep whose sums come from counts by the day, as stored.
using CountedSweeps = std::map<model::SweepRowId, model::SweepRow>;

/// The tables of one discipline over the rows of `content`, which has to outlive them like `counted`.
std::vector<std::unique_ptr<RowTable>> disciplineTables(model::DisciplineContent& content,
                                                        const std::vector<FieldChoice>& departments,
                                                        const std::vector<FieldChoice>& causes,
                                                        const CountedSweeps& counted);

}  // namespace octad::viewmodels
