#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/mapping/query.hpp"
#include "model/cases/queries.hpp"

namespace octad::db {

class Dialect;

/// The state condition of an open case, written exactly as in the partial indexes of 0005_lists.
constexpr std::string_view kOpen = "c.state not in ('closed', 'archived', 'cancelled')";

/// One page of a list: which cases, in which order.
struct CaseSelection {
  const model::CaseFilter& filter;
  model::CaseSort sort;
  long long limit = 0;
  std::optional<model::CaseKeyset> after;
};

/// Adds "select <columns>, sort_key from …" for a page of cases to `query`; complaint has the alias c, and
/// the rows come in the order of the page. `columns` are fixed pieces of SQL on c. Every value of the filter
/// is bound. Throws Invalid("text") for one character.
///
/// Order: by the column, then by key, both ascending or both descending; no date comes last either way.
/// Class, state and turn in the order of their life, not of their spelling. Customers and failures in pinyin
/// order on PostgreSQL ("zh-x-icu"), by code point on SQLite, which has no Chinese collation of its own:
/// registering one would lock every other program out of the file's indexes.
void addCasePage(Query& query, const Dialect& dialect, const CaseSelection& selection,
                 std::string_view columns);

/// Throws Invalid("limit") for a list that is empty or too long for a window (50,000).
void requireLimit(long long rows);

/// Adds the conditions of a filter, beginning with " where"; complaint has the alias c.
void addCaseFilter(Query& query, const Dialect& dialect, const model::CaseFilter& filter);

}  // namespace octad::db
