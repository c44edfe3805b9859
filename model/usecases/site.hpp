#pragma once

#include <string>
#include <vector>

#include "model/policy/calendar.hpp"
#include "model/policy/policy.hpp"

namespace octad::model {

class Reader;

/// What the site has decided about days, zone and house rules; read before a transaction begins.
struct Site {
  WorkCalendar calendar;
  Policy active;  ///< of the policy in force the revision of that day (revisionInForce)
  std::vector<Policy> policies;

  /// The revision a case was judged by; the active one when it carries none (imported history).
  const Policy& policyOf(const Complaint& complaint) const;
};

/// The site as it is at a moment. Throws NotFound when no policy is in force.
Site readSite(Reader& reader, Instant now);

/// The policy revision a case was judged by; the active one when it carries none (imported history).
Policy policyOf(Reader& reader, const Complaint& complaint, Instant now);

/// The zone of the site, Asia/Shanghai when it has not been set.
Zone siteZone(Reader& reader);

}  // namespace octad::model
