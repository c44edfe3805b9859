#pragma once

#include <vector>

#include "model/usecases/site.hpp"

namespace octad::model {

class Reader;

/// A class as filters offer it.
struct ClassChoice {
  SeverityClass severity = SeverityClass::other;
  Message name;  ///< by the policy in force
};

/// The classes of the policy in force, the gravest first, and those it does not have of which there are still
/// cases.
std::vector<ClassChoice> classChoices(Reader& reader, const Policy& inForce);

}  // namespace octad::model
