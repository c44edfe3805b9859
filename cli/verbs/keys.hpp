#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "cli/verbs/context.hpp"
#include "cli/verbs/verb.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"

namespace octad::cli {

/// The value of an option that names one of an enumeration; Invalid(name) lists the words that may stand
/// there.
template <model::Keyed Enum>
Enum keyed(const std::string& text, const char* name) {
  if (const auto value = model::fromKey<Enum>(text)) return *value;
  std::string known;
  for (const auto& entry : model::EnumKeys<Enum>::entries)
    known += (known.empty() ? "" : ", ") + std::string(entry.key);
  throw model::Invalid(name, {model::tr("\"{0}\" is not known here; use one of: {1}."), {text, known}});
}
template <model::Keyed Enum>
Enum keyed(const Arguments& arguments, const char* name) {
  return keyed<Enum>(arguments.text(name), name);
}

/// The roles of a list with commas; Invalid("roles") for an unknown word.
inline std::vector<model::Role> rolesFrom(const std::string& list) {
  std::vector<model::Role> roles;
  for (std::size_t begin = 0; begin <= list.size();) {
    const auto comma = std::min(list.find(',', begin), list.size());
    roles.push_back(keyed<model::Role>(list.substr(begin, comma - begin), "roles"));
    begin = comma + 1;
  }
  return roles;
}

/// The text of an option that must be there: wrong usage otherwise.
inline std::string needed(const Arguments& arguments, const char* name) {
  if (!arguments.has(name)) throw UsageError("--" + std::string(name) + " is missing");
  return arguments.text(name);
}

/// True when `text` is the code or name of the department.
inline bool isDepartment(Context& context, model::DepartmentId id, const std::string& text) {
  for (const auto& department : context.reader().departments())
    if (department.id == id)
      return model::foldText(department.code) == model::foldText(text) ||
             model::foldText(department.name) == model::foldText(text);
  return false;
}

}  // namespace octad::cli
