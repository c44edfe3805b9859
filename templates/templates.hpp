#pragma once

#include <map>
#include <string>
#include <string_view>

namespace octad::resources {

/// The files of templates/, embedded: "forms/report_8d.xhtml", "policies/default.json", "locale/zh_CN.mo" …
const std::map<std::string, std::string_view>& octad_templates();

}  // namespace octad::resources
