#pragma once

#include <set>
#include <string>
#include <string_view>

namespace octad::reports {

/// Text as a cell can hold it: printable, typed line breaks kept, at most 32,767 UTF-16 units. Sets
/// `shortened` when it was cut.
std::string sheetText(std::string_view text, bool& shortened);

/// A name Excel takes for a sheet, different from all in `taken` (compared without case), to which it is
/// added.
std::string sheetName(std::string_view wanted, std::set<std::string>& taken);

}  // namespace octad::reports
