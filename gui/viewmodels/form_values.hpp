#pragma once

#include <string>
#include <vector>

#include "gui/viewmodels/form_body.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"

// Reading and making the fields of forms.
namespace octad::viewmodels {

/// The value of a field; empty when the form has none of that name.
inline std::string at(const FormValues& values, const std::string& name) {
  const auto found = values.find(name);
  return found == values.end() ? std::string() : found->second;
}

/// The enumeration value whose key a field holds.
template <class Enum>
Enum chosen(const FormValues& values, const std::string& name, Enum otherwise) {
  return model::fromKey<Enum>(at(values, name)).value_or(otherwise);
}

/// Pieces as typed, 0 when empty. Throws Invalid(name).
inline long long quantity(const FormValues& values, const std::string& name) {
  const std::string text = at(values, name);
  return text.empty() ? 0 : model::parseQuantity(text, name);
}

/// Pieces as they are read, "1,000" and full-width digits as 1000, for a field that was left; what cannot be
/// read stays for the error at the field to name.
inline std::string quantityAsRead(const std::string& typed) {
  try {
    return std::to_string(model::parseQuantity(typed, "quantity"));
  } catch (const model::Invalid&) {
    return typed;
  }
}

/// The day of a field that must have one. Throws Invalid(name).
inline model::Date requiredDay(const FormValues& values, const std::string& name) {
  const auto day = parseDay(at(values, name), name);
  if (!day) throw model::Invalid(name, model::tr("A date is needed here."));
  return *day;
}

/// One choice a value of an enumeration, after an empty one when `none` names it.
template <class Enum>
std::vector<FieldChoice> choicesOf(const char* none = nullptr) {
  std::vector<FieldChoice> choices;
  if (none) choices.push_back({"", none, true});
  for (const auto& entry : model::EnumKeys<Enum>::entries)
    choices.push_back({std::string(entry.key), entry.label, true});
  return choices;
}

/// The key under which a value is kept.
template <class Enum>
std::string key(Enum value) {
  return std::string(model::keyOf(value));
}

/// The field for a reason in words.
inline FormField reasonField(const char* label = model::tr("Reason")) {
  return {"reason", label, FormFieldKind::text, {}, {}, false};
}

}  // namespace octad::viewmodels
