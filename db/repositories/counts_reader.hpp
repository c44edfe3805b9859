#pragma once

#include <string>
#include <vector>

#include "model/metrics/counts.hpp"

namespace soci {
class session;
}

namespace octad::db {

/// All, counted and weighted by the dimensions, for the months from … to (X-3, S3-D17, design 6).
///
/// Cancelled cases were entered in error and are nowhere. `counted` takes one case of a problem x customer x
/// month: the one with the highest weight above 0 that is ours; so rows by month, customer, class and
/// department add up to the total. By part or defect it is once per row of the table, and rows may add up to
/// more. Throws Invalid("dimensions") for one asked twice, and for months that are none.
model::CountTable readCounts(soci::session& session, const std::vector<model::Dimension>& dimensions,
                             const std::string& fromMonth, const std::string& toMonth);

}  // namespace octad::db
