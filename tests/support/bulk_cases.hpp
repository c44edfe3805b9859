#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/core/describe.hpp"

namespace octad::support {

/// One row as text, as COPY and bound parameters take it; none is NULL.
using Values = std::vector<std::optional<std::string>>;
/// Takes the rows of a table one by one.
using RowSink =
    std::function<void(const std::string& table, const std::vector<std::string>& columns, Values values)>;

struct BulkOptions {
  long long cases = 1000;
  int customers = 200;
  bool whole = true;       ///< 8D content, replies, clocks, history too; otherwise heads and items only
  bool searchText = true;  ///< rows of complaint_search
  bool postgres = false;   ///< complaint_search has another form there
};

/// A word that is in about sixty descriptions, however many there are.
inline constexpr std::string_view kRareWord = "氢脆";
/// A word in about every sixth description.
inline constexpr std::string_view kCommonWord = "划伤";

/// Writes a made-up factory's years of complaints straight as rows, past the use cases: customers of skewed
/// weight, 20 defects, descriptions of about 470 characters, mostly closed cases. The same numbers give the
/// same rows. Parents come before children. Gives the heads for comparing.
std::vector<model::Complaint> bulkCases(const BulkOptions& options, const RowSink& sink);

}  // namespace octad::support
