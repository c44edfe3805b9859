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
    std::string label = department.code + " " + name;
    if (department.supplier) label += " (" + page.session().translator(model::tr("supplier")) + ")";
    choices.push_back({department.code, label, false});
  }
  return choices;
}

/// The disciplines that are ticked in a form whose check fields have their codes as names: "D4,D5".
inline std::string checkedDisciplines(const FormValues& values) {
  std::string codes;
  for (const auto& entry : model::EnumKeys<model::DisciplineCode>::entries) {
    if (at(values, std::string(entry.key)) != "1") continue;
    if (!codes.empty()) codes += ',';
    codes += entry.key;
  }
  return codes;
}

/// The ways a reply is sent.
inline std::vector<FieldChoice> mediumChoices() {
  using model::tr;
  return {{"email", tr("E-mail"), true},
          {"portal", tr("Customer portal"), true},
          {"phone", tr("Telephone"), true},
          {"letter", tr("Letter"), true},
          {"meeting", tr("Meeting"), true}};
}

/// Today at the site.
inline model::Date today(const CasePageViewModel& page) {
  return page.session().zone.date(page.session().clock.now());
}

}  // namespace octad::viewmodels
