#pragma once

#include <string>

#include "model/policy/classification.hpp"
#include "model/policy/counting.hpp"
#include "model/usecases/case_change.hpp"

namespace octad::model {

/// The inputs of the classification as a case has them (design 6). Part numbers come from the file.
ClassifyInput classifyInput(const CaseFile& file);

/// The inputs as canonical JSON text, for the record of the decision (principle 2).
std::string inputsText(const ClassifyInput& input);

/// The facts that decide what a case counts, in the same form.
std::string inputsText(const CountingFacts& facts);

/// Writes a classification into head and items. The class is provisional until the owner confirms it.
void applyClassification(CaseFile& file, const Classification& decided, const Policy& policy);

/// Judges the case again after facts changed; `before` are the inputs as they were. When class or rule come
/// out differently the case gets the new class, provisional again, and a dated decision. Changed item rows
/// are written.
void reclassify(CaseEdit& edit, const ClassifyInput& before);

}  // namespace octad::model
