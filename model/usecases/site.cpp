#include "model/usecases/site.hpp"

#include "model/ports/reader.hpp"

namespace octad::model {

const Policy& Site::policyOf(const Complaint& complaint) const {
  for (const auto& policy : policies)
    if (policy.name == complaint.policyName && policy.revision == complaint.policyRevision) return policy;
  return active;
}

Policy policyOf(Reader& reader, const Complaint& complaint) {
  return complaint.policyName.empty() ? reader.activePolicy()
                                      : reader.policy(complaint.policyName, complaint.policyRevision);
}

Zone siteZone(Reader& reader) {
  const std::string name = reader.setting("zone");
  return Zone(name.empty() ? "Asia/Shanghai" : name);
}

Site readSite(Reader& reader) {
  return {WorkCalendar(siteZone(reader), reader.calendar()), reader.activePolicy(), reader.policies()};
}

}  // namespace octad::model
