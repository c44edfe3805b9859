#include "model/policy/policy.hpp"

namespace octad::model {

const Policy* revisionInForce(const std::vector<Policy>& policies, std::string_view name, Date day) {
  const Policy* oldest = nullptr;
  const Policy* found = nullptr;
  for (const auto& policy : policies) {
    if (policy.name != name) continue;
    if (!oldest || policy.revision < oldest->revision) oldest = &policy;
    const bool begun = !policy.effectiveFrom || *policy.effectiveFrom <= day;
    if (begun && (!found || policy.revision > found->revision)) found = &policy;
  }
  return found ? found : oldest;
}

}  // namespace octad::model
