#pragma once

#include <memory>
#include <vector>

#include "gui/viewmodels/row_table.hpp"
#include "model/usecases/save_discipline.hpp"

namespace octad::viewmodels {

/// The tables of one discipline over the rows of `content`, which has to outlive them.
std::vector<std::unique_ptr<RowTable>> disciplineTables(model::DisciplineContent& content,
                                                        const std::vector<FieldChoice>& departments,
                                                        const std::vector<FieldChoice>& causes);

}  // namespace octad::viewmodels
