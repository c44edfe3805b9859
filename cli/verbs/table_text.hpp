#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace octad::cli {

/// Terminal columns a UTF-8 text takes: East Asian wide letters take two.
std::size_t displayWidth(const std::string& text);

/// Prints rows with columns padded to what stands in them; those from `textColumns` on are right-aligned.
void printTable(std::ostream& out, const std::vector<std::vector<std::string>>& rows,
                std::size_t textColumns);

}  // namespace octad::cli
