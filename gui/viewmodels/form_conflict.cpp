
#include "gui/viewmodels/form_values.hpp"

namespace octad::viewmodels {

using model::tr;

namespace {

std::vector<FormField> allFields(const FormBody& form) {
  std::vector<FormField> fields = form.fields;
  for (std::size_t row = 0; form.rows && row < form.rows->count; ++row)
    for (auto& field : form.rows->make(row)) fields.push_back(std::move(field));
  return fields;
}

/// What a person reads for a value.
std::string shown(const FormField& field, const std::string& value, const Translator& text) {
  if (field.kind == FormFieldKind::check) return value == "1" ? "✓ " + text(tr("yes")) : text(tr("no"));
  for (const auto& choice : field.choices)
    if (field.kind == FormFieldKind::choice && choice.key == value)
      return choice.translate ? text(choice.label) : choice.label;
  return value;
}

/// "2" for "items.1.lot"; empty for a field that stands once.
std::string rowOf(const std::string& name) {
  const auto first = name.find('.');
  if (first == std::string::npos) return {};
  return std::to_string(std::stoul(name.substr(first + 1)) + 1);
}

}  // namespace

std::string rowField(const std::string& key, std::size_t row, const std::string& field) {
  return key + "." + std::to_string(row) + "." + field;
}

FormValues startValues(const FormBody& form) {
  FormValues values;
  for (const auto& field : allFields(form)) values[field.name] = field.value;
  return values;
}

std::size_t rowCount(const FormRows& rows, const FormValues& values) {
  std::size_t count = 0;
  while (values.lower_bound(rowField(rows.key, count, "")) != values.end() &&
         values.lower_bound(rowField(rows.key, count, ""))->first.starts_with(rowField(rows.key, count, "")))
    ++count;
  return count;
}

std::vector<FieldConflict> formConflicts(const FormBody& before, const FormValues& typed,
                                         const FormBody& fresh, const Translator& text) {
  const FormValues base = startValues(before);
  std::vector<FieldConflict> found;
  for (const auto& field : allFields(fresh)) {
    const auto was = base.find(field.name);
    if (was == base.end()) continue;  // a row of theirs: nobody decides about it
    const std::string mine = at(typed, field.name);
    if (field.value == was->second || mine == field.value) continue;  // only mine changed, or both alike
    FieldConflict conflict;
    conflict.table = field.name;
    conflict.row = rowOf(field.name);
    if (!conflict.row.empty() && fresh.rows) conflict.where = fresh.rows->title;
    conflict.label = field.label;
    conflict.mine = shown(field, mine, text);
    conflict.theirs = shown(field, field.value, text);
    conflict.changedByMe = conflict.keepMine = mine != was->second;
    found.push_back(std::move(conflict));
  }
  return found;
}

FormValues resolvedForm(const FormBody& before, const FormValues& typed, const FormBody& fresh,
                        const std::vector<FieldConflict>& choices) {
  FormValues values = startValues(fresh);
  for (const auto& [name, was] : startValues(before))
    if (const auto now = values.find(name); now == values.end() || now->second == was)
      values[name] = at(typed, name);
  for (const auto& choice : choices)
    if (choice.keepMine) values[choice.table] = at(typed, choice.table);
  if (!before.rows || !fresh.rows) return values;
  std::size_t next = fresh.rows->count;
  for (std::size_t row = before.rows->count; row < rowCount(*before.rows, typed); ++row, ++next) {
    const std::string from = rowField(before.rows->key, row, "");
    for (const auto& [name, value] : typed)
      if (name.starts_with(from)) values[rowField(fresh.rows->key, next, name.substr(from.size()))] = value;
  }
  return values;
}

}  // namespace octad::viewmodels
