#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace octad::model {

/// One row of a file that people keep, as text.
struct SourceRow {
  long long line = 0;  ///< where it stands in the file, from 1
  std::vector<std::string> cells;
};

/// Hands out the rows of a file from first to last; nothing at the end.
using RowSource = std::function<std::optional<SourceRow>()>;

}  // namespace octad::model
