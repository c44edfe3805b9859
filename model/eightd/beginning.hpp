#pragma once

#include <string>

namespace octad::model {

/// The beginning of a text, to name a cause or an action in a sentence: 30 characters and "…".
std::string beginningOf(const std::string& text);

}  // namespace octad::model
