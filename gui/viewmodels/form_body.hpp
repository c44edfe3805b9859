#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/field_conflict.hpp"
#include "gui/viewmodels/row_table.hpp"
#include "gui/viewmodels/translator.hpp"
#include "model/core/message.hpp"

namespace octad::viewmodels {

/// `secret` is a line that is not shown as it is typed.
enum class FormFieldKind { line, text, choice, date, moment, quantity, check, secret };

/// One thing to choose for a field while one types; `detail` stands beside it.
struct FieldSuggestion {
  std::string value;
  std::string detail;
};

/// Asked a moment after typing; the answer may come later.
using Suggest =
    std::function<void(const std::string& typed, std::function<void(std::vector<FieldSuggestion>)> answer)>;

/// One field of the form that an action asks for.
struct FormField {
  std::string name;   ///< as in the errors of the use case, so that a sentence finds its field
  std::string label;  ///< English text for the catalogue, or words that need no translation
  FormFieldKind kind = FormFieldKind::line;
  std::string value;  ///< what it starts with: text, key, ISO date, "2026-11-22 14:00", number, "1"
  std::vector<FieldChoice> choices = {};
  bool besidePrevious = false;
  Suggest suggest = {};
  int share = 0;  ///< of the width of its line; 0: as is usual for its kind
};

/// Fields that are there once a row, such as the items of a complaint. Their names are "items.0.lot".
struct FormRows {
  std::string key;
  const char* title = "";
  const char* addLabel = "";
  const char* removeLabel = "";
  std::size_t count = 0;     ///< rows to start with
  std::size_t fixed = 0;     ///< the first ones, which are stored and stay
  const char* upLabel = "";  ///< of a button; empty: their order says nothing
  std::function<std::vector<FormField>(std::size_t row)> make;  ///< names in full, with start values
};

using FormValues = std::map<std::string, std::string>;

/// What a form asks for, whatever it is about.
struct FormBody {
  model::Message title;
  const char* okLabel = "";  ///< says what it does
  bool dangerous = false;
  std::vector<model::Message> notes;  ///< what should be known before
  std::vector<FormField> fields;
  std::optional<FormRows> rows = {};
  /// What to warn of with these values; never blocks.
  std::function<std::vector<model::Message>(const FormValues&)> warnings;
  /// What these values would come to, told while one types.
  std::function<std::vector<model::Message>(const FormValues&)> findings = {};
};

/// The values that a form starts with, rows included.
FormValues startValues(const FormBody& form);
/// How many rows these values hold.
std::size_t rowCount(const FormRows& rows, const FormValues& values);
/// The name of a field of a row: "items.0.lot".
std::string rowField(const std::string& key, std::size_t row, const std::string& field);

/// Compares what is typed in a form with what somebody else stored meanwhile; `before` is the form as it was
/// opened, `fresh` the same form from what is stored now.
std::vector<FieldConflict> formConflicts(const FormBody& before, const FormValues& typed,
                                         const FormBody& fresh, const Translator& text);
/// What is stored now with the chosen fields of mine put in; rows that only I have come after theirs.
FormValues resolvedForm(const FormBody& before, const FormValues& typed, const FormBody& fresh,
                        const std::vector<FieldConflict>& choices);

}  // namespace octad::viewmodels
