#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace octad::reports {

/// Puts `args` into the places {0}, {1} … of a translated sentence; arguments are not looked at again.
std::string fillIn(std::string_view sentence, const std::vector<std::string>& args);

}  // namespace octad::reports
