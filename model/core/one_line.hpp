#pragma once

#include <string>
#include <string_view>

namespace octad::model {

/// A text on one line: what lies between its words, line breaks and control characters included, becomes one
/// blank; none at either end.
std::string oneLine(std::string_view text);

}  // namespace octad::model
