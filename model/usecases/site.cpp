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

namespace {

Zone zoneNamed(const std::string& name) {
  return Zone(name.empty() ? "Asia/Shanghai" : name);
}

}  // namespace

Zone siteZone(Reader& reader) {
  return zoneNamed(reader.setting("zone"));
}

Site readSite(Reader& reader) {
  SiteFacts facts = reader.site();
  return {WorkCalendar(zoneNamed(facts.zone), std::move(facts.calendar)), std::move(facts.active),
          std::move(facts.policies)};
}

}  // namespace octad::model
