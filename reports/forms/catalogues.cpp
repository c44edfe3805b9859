#include "reports/forms/catalogues.hpp"

#include <map>
#include <string>
#include <string_view>

namespace octad::resources {
const std::map<std::string, std::string_view>& octad_templates();
}

namespace octad::reports {

model::Catalogue chineseCatalogue() {
  return {model::Language::chinese, resources::octad_templates().at("locale/zh_CN.mo")};
}

}  // namespace octad::reports
