#pragma once

#include <string>
#include <vector>

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_page.hpp"
#include "gui/viewmodels/form_values.hpp"

// What the forms of several actions are put together from.
namespace octad::viewmodels {

/// The active departments, with an empty choice first when `none` names one.
inline std::vector<FieldChoice> departmentChoices(const CasePageViewModel& page, const char* none) {
  std::vector<FieldChoice> choices;
  if (none) choices.push_back({"", none, true});
  const bool chinese = page.session().translator.language() == model::Language::chinese;
  for (const auto& department : page.departments()) {
    if (!department.active) continue;
    const std::string& name = chinese || department.nameEn.empty() ? department.name : department.nameEn;
    choices.push_back({department.code, department.code + " " + name, false});
  }
  return choices;
}

/// Today at the site.
inline model::Date today(const CasePageViewModel& page) {
  return page.session().zone.date(page.session().clock.now());
}

}  // namespace octad::viewmodels
