#pragma once

#include <string>

#include "model/access/people.hpp"
#include "model/core/catalogue.hpp"

namespace octad::viewmodels {

/// "TE Test Engineering": the code of a department and its name in a language; the code alone where the name
/// says no more.
std::string codeAndName(const model::Department& department, model::Language language);

}  // namespace octad::viewmodels
