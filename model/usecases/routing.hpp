#pragma once

#include <optional>
#include <vector>

#include "model/access/people.hpp"
#include "model/policy/policy.hpp"

namespace octad::model {

/// The department a complaint goes to first by the routes of the policy: the first route whose word is the
/// kind of defect, or stands in the failure of an item (S3-D30…D36). None when no route fits or the
/// department does not exist here.
std::optional<DepartmentId> routeDepartment(const std::vector<ComplaintItem>& items, const Policy& policy,
                                            const std::vector<Department>& departments);

}  // namespace octad::model
