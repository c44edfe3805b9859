#pragma once

#include <string>
#include <string_view>

namespace octad::reports {

/// `data:<type>;base64,…`
std::string dataUri(std::string_view type, std::string_view bytes);

}  // namespace octad::reports
