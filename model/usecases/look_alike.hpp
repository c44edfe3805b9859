#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/cases/master_data.hpp"

namespace octad::model {

/// What the eye keeps of a name: folded, without blanks and points, Cyrillic and Greek letters that look like
/// Latin ones taken for those (security rows 11, 12).
std::string visualSkeleton(std::string_view name);

/// The customer of that name or code; null when there is none.
const Customer* findCustomer(const std::vector<Customer>& customers, std::string_view name);

/// Another customer whose name looks the same; null when there is none.
const Customer* findLookAlike(const std::vector<Customer>& customers, std::string_view name);

}  // namespace octad::model
