#pragma once

#include <functional>
#include <optional>
#include <string>

#include "gui/viewmodels/case_actions.hpp"
#include "gui/viewmodels/form_body.hpp"
#include "model/cases/case_file.hpp"
#include "model/core/zone.hpp"
#include "model/eightd/gates.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::viewmodels {

class CasePageViewModel;

/// What an action asks for, and what it does with it. Values are read inside `execute`, so that every wrong
/// one comes back as Invalid(field) and is shown below its field.
struct ActionForm : FormBody {
  /// The same form from what is stored now; empty when a form holds nothing that somebody else could change.
  std::function<ActionForm(const CasePageViewModel&)> again = {};
  /// Why the action cannot be done (any more); none when it can.
  std::function<std::optional<model::Message>(const CasePageViewModel&)> whyNot = {};
  std::function<model::Saved(model::Workplace, model::CaseTarget, const FormValues&)> execute;
};

/// Corrects head and items of the complaint (AmendComplaint).
ActionForm amendForm(const CasePageViewModel& page);

/// The form of an action on the case.
ActionForm actionForm(CaseActionId id, const CasePageViewModel& page);
/// The form of an action on one discipline.
ActionForm actionForm(CaseActionId id, const CasePageViewModel& page, model::DisciplineCode code);

/// What the customer's result is called: satisfied, conditionally satisfied …
std::string resultWords(const std::string& key, const Translator& text);

/// The moment that "2026-11-22 14:00" names at the site; none when empty. Throws Invalid(field).
std::optional<model::Instant> parseMoment(const std::string& text, const model::Zone& zone,
                                          const std::string& field);

}  // namespace octad::viewmodels
