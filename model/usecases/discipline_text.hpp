#pragma once

#include "model/usecases/save_discipline.hpp"

namespace octad::model {

/// The content as it can be stored: cleaned lines and texts, quantities and days in range, sweep rows that
/// balance. Throws Invalid with the field as in JSON ("actions.0.owner").
DisciplineContent cleanContent(const DisciplineContent& input, Date today);

}  // namespace octad::model
