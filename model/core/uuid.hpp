#pragma once

#include <string>
#include <string_view>

namespace octad::model {

/// A new random UUID in lower-case text, for request ids and the chains of new records.
std::string newUuid();

/// True for 8-4-4-4-12 lower-case hexadecimal digits.
bool isUuid(std::string_view text);

}  // namespace octad::model
