#include "model/usecases/site.hpp"

#include "model/core/error.hpp"
#include "model/ports/reader.hpp"

namespace octad::model {

const Policy& Site::policyOf(const Complaint& complaint) const {
  for (const auto& policy : policies)
    if (policy.name == complaint.policyName && policy.revision == complaint.policyRevision) return policy;
  return active;
}

namespace {

Zone zoneNamed(const std::string& name) {
  return Zone(name.empty() ? "Asia/Shanghai" : name);
}

}  // namespace

Policy policyOf(Reader& reader, const Complaint& complaint, Instant now) {
  return complaint.policyName.empty() ? readSite(reader, now).active
                                      : reader.policy(complaint.policyName, complaint.policyRevision);
}

Zone siteZone(Reader& reader) {
  return zoneNamed(reader.setting("zone"));
}

Site readSite(Reader& reader, Instant now) {
  SiteFacts facts = reader.site();
  const Zone zone = zoneNamed(facts.zone);
  const Policy* active = revisionInForce(facts.policies, facts.policyName, zone.local(now).date);
  if (!active) throw NotFound(tr("No policy is in force. Choose one in Administration."));
  return {WorkCalendar(zone, std::move(facts.calendar), parseWorkHours(facts.workHours)), *active,
          std::move(facts.policies)};
}

}  // namespace octad::model
