#pragma once

#include <filesystem>
#include <string>

namespace octad::reports {

/// SHA-256 of a file as 64 lower-case hex digits, read in pieces. Throws model::Invalid ("file") when it
/// cannot be read.
std::string fileSha256(const std::filesystem::path& path);

}  // namespace octad::reports
