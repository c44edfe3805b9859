#include "model/usecases/routing.hpp"

#include <algorithm>

#include "model/core/text.hpp"

namespace octad::model {

std::optional<DepartmentId> routeDepartment(const std::vector<ComplaintItem>& items, const Policy& policy,
                                            const std::vector<Department>& departments) {
  for (const auto& route : policy.routes) {
    const std::string word = foldText(route.match);
    const bool fits = std::any_of(items.begin(), items.end(), [&word](const ComplaintItem& item) {
      return keyOf(item.defectKind) == word || foldText(item.failure).find(word) != std::string::npos;
    });
    if (!fits) continue;
    for (const auto& department : departments)
      if (department.code == route.department && department.active) return department.id;
  }
  return std::nullopt;
}

}  // namespace octad::model
