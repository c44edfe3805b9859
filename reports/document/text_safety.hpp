#pragma once

#include <string>
#include <string_view>

namespace octad::reports {

/// U+2028: a line break that somebody typed, as opposed to white space of a template.
inline constexpr std::string_view kLineBreak = "\xE2\x80\xA8";

/// Text as a document can show it: invalid UTF-8, control characters and hidden direction overrides become
/// U+FFFD, typed line breaks become U+2028, a TAB a blank.
std::string printable(std::string_view text);

/// `text` with & < > " ' as entities.
std::string escapeMarkup(std::string_view text);

}  // namespace octad::reports
