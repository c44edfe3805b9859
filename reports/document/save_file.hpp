#pragma once

#include <filesystem>
#include <string_view>

namespace octad::reports {

/// Writes a document beside its target first, so that a full disk never leaves half of one under its name.
/// Throws model::Invalid("output").
void saveFile(const std::filesystem::path& path, std::string_view bytes);

}  // namespace octad::reports
