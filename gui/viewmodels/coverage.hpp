#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/translator.hpp"
#include "model/eightd/coverage.hpp"

namespace octad::viewmodels {

/// A cell in one line: "✗ what is missing first", "✓ what is there", empty.
std::string coverageText(const model::CoverageCell& cell, const Translator& text);
/// Everything that is there in a row, a paragraph a column, for reading what a line cuts off.
std::string coverageDetails(const model::CoverageRow& row, const Translator& text);
/// What is missing in a row, in the order of the columns.
std::vector<model::MissingPoint> missingIn(const model::CoverageRow& row);
/// "Holes: 3. …", or that there is none.
model::Message coverageSummary(const model::Coverage& coverage);

/// Lifts a containment action (LiftContainment).
ActionForm liftForm(const CasePageViewModel& page, model::ActionId chosen);
/// Why a row's containment cannot be lifted; none when it can.
std::optional<model::Message> whyNotLift(const CasePageViewModel& page, model::ActionId action);

}  // namespace octad::viewmodels
