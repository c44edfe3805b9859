#pragma once

#include <filesystem>

namespace octad::gui {

/// The argument that makes the test program such a client; folder of the drafts and file of the lines follow.
inline constexpr const char* kTypeUntilKilled = "--type-until-killed";

/// A client with its drafts in a folder that types one character after the other into D0 until it is killed.
/// For every character it writes a line "count milliseconds" to `typed`. Returns only when it cannot begin.
int typeUntilKilled(const std::filesystem::path& drafts, const std::filesystem::path& typed);

/// The clock of these lines; the same in every process.
long long milliseconds();

}  // namespace octad::gui
