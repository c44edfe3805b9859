#include "gui/viewmodels/form_places.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "gui/viewmodels/form_values.hpp"

namespace octad::viewmodels {

using model::Message;
using model::tr;

namespace {

bool isNumber(const std::string& text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

/// Whether a path leads into a row: "items.0" and "items.0.lot" do, "items" does not.
bool inRow(const std::string& path) {
  std::size_t from = 0;
  while (from <= path.size()) {
    const std::size_t dot = std::min(path.find('.', from), path.size());
    if (isNumber(path.substr(from, dot - from))) return true;
    from = dot + 1;
  }
  return false;
}

/// The row that a field of these rows is in.
std::optional<std::size_t> rowOf(const FormRows& rows, const std::string& field) {
  if (!field.starts_with(rows.key + ".")) return std::nullopt;
  const std::size_t from = rows.key.size() + 1;
  const std::string number = field.substr(from, field.find('.', from) - from);
  return isNumber(number) ? std::optional<std::size_t>(std::stoul(number)) : std::nullopt;
}

std::string labelIn(const std::vector<FormField>& fields, const std::string& name) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&name](const FormField& field) { return field.name == name; });
  return found == fields.end() ? std::string() : found->label;
}

}  // namespace

std::string placeOfMistake(const std::vector<std::string>& names, const std::string& field) {
  for (std::string path = field; !path.empty();) {
    if (std::find(names.begin(), names.end(), path) != names.end()) return path;
    const auto below = std::find_if(names.begin(), names.end(), [&path](const std::string& name) {
      return name.starts_with(path + ".");
    });
    if (inRow(path) && below != names.end()) return *below;
    const std::size_t dot = path.rfind('.');
    path = dot == std::string::npos ? std::string() : path.substr(0, dot);
  }
  return {};
}

Message placedMistake(const FormBody& form, const FormValues& typed, const model::Invalid& wrong) {
  const auto row = form.rows ? rowOf(*form.rows, wrong.field()) : std::nullopt;
  if (!row) {
    const std::string label = labelIn(form.fields, wrong.field());
    if (label.empty()) return wrong.message();
    return {tr("“{0}”: {1}"), {model::translated(label), model::listed({wrong.message()})}};
  }
  const auto fields = form.rows->make(*row);
  const std::string label = labelIn(fields, wrong.field());
  // A row that begins with a line is called by it.
  std::string called;
  if (!fields.empty() && fields.front().kind == FormFieldKind::line) called = at(typed, fields.front().name);
  if (label.empty())
    return {tr("Row {0}: {1}"), {std::to_string(*row + 1), model::listed({wrong.message()})}};
  if (called.empty())
    return {tr("Row {0}, “{1}”: {2}"),
            {std::to_string(*row + 1), model::translated(label), model::listed({wrong.message()})}};
  return {tr("Row {0}, {1}, “{2}”: {3}"),
          {std::to_string(*row + 1), called, model::translated(label), model::listed({wrong.message()})}};
}

}  // namespace octad::viewmodels
