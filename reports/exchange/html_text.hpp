#pragma once

#include <string>
#include <string_view>

namespace octad::reports {

/// What a reader sees of an HTML mail, as plain text in UTF-8: a line for each paragraph, row and break, a
/// tab between the cells of a row. Scripts, styles and comments are left out; nothing is fetched.
std::string htmlText(std::string_view html);

}  // namespace octad::reports
