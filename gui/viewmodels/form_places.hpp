#pragma once

#include <string>
#include <vector>

#include "gui/viewmodels/form_body.hpp"
#include "model/core/error.hpp"

namespace octad::viewmodels {

/// The field of a form that a mistake belongs to; `names` are its fields in the order they are shown. A
/// mistake of a row as a whole ("approvals.1") belongs to the first field of the row, one of a part of a
/// field ("rules.3") to the field. Empty when there is none: it is about the whole form.
std::string placeOfMistake(const std::vector<std::string>& names, const std::string& field);

/// The sentence of a mistake with the row and the field where it is, for a place where it stands apart from
/// them.
model::Message placedMistake(const FormBody& form, const FormValues& typed, const model::Invalid& wrong);

}  // namespace octad::viewmodels
