#include "gui/viewmodels/department_name.hpp"

namespace octad::viewmodels {

std::string codeAndName(const model::Department& department, model::Language language) {
  const bool chinese = language == model::Language::chinese || department.nameEn.empty();
  const std::string& name = chinese ? department.name : department.nameEn;
  return name.empty() || name == department.code ? department.code : department.code + " " + name;
}

}  // namespace octad::viewmodels
