#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/case_actions.hpp"
#include "gui/viewmodels/row_table.hpp"
#include "model/cases/case_file.hpp"
#include "model/core/zone.hpp"
#include "model/eightd/gates.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::viewmodels {

class CasePageViewModel;

enum class FormFieldKind { line, text, choice, date, moment, quantity, check };

/// One field of the form that an action asks for.
struct FormField {
  std::string name;  ///< as in the errors of the use case, so that a sentence finds its field
  const char* label = "";
  FormFieldKind kind = FormFieldKind::line;
  std::string value;  ///< what it starts with: text, key, ISO date, "2026-11-22 14:00", number, "1"
  std::vector<FieldChoice> choices = {};
  bool besidePrevious = false;
};

using FormValues = std::map<std::string, std::string>;

/// What an action asks for, and what it does with it. Values are read inside `execute`, so that every wrong
/// one comes back as Invalid(field) and is shown below its field.
struct ActionForm {
  model::Message title;
  const char* okLabel = "";  ///< says what it does
  bool dangerous = false;
  std::vector<model::Message> notes;  ///< what should be known before
  std::vector<FormField> fields;
  /// What to warn of with these values; never blocks.
  std::function<std::vector<model::Message>(const FormValues&)> warnings;
  std::function<model::Saved(model::Workplace, model::CaseTarget, const FormValues&)> execute;
};

/// The form of an action on the case.
ActionForm actionForm(CaseActionId id, const CasePageViewModel& page);
/// The form of an action on one discipline.
ActionForm actionForm(CaseActionId id, const CasePageViewModel& page, model::DisciplineCode code);

/// The moment that "2026-11-22 14:00" names at the site; none when empty. Throws Invalid(field).
std::optional<model::Instant> parseMoment(const std::string& text, const model::Zone& zone,
                                          const std::string& field);

}  // namespace octad::viewmodels
