#include "model/usecases/clock_sets.hpp"

#include <algorithm>
#include <limits>

#include "model/access/deputies.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/policy/calendar.hpp"
#include "model/policy/clock_choice.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/look_alike.hpp"
#include "model/usecases/refresh_clocks.hpp"
#include "model/usecases/site.hpp"

namespace octad::model {

namespace {

constexpr std::size_t kSetNameLength = 100;

/// Keys in the order of the list, each once.
std::string cleanStatus(const std::string& typed) {
  std::vector<SpecialStatus> wanted;
  std::string known;
  for (const auto& entry : EnumKeys<SpecialStatus>::entries)
    known += (known.empty() ? "" : ", ") + std::string(entry.key);
  for (std::size_t at = 0; at <= typed.size();) {
    const auto end = std::min(typed.find(',', at), typed.size());
    const std::string key = cleanLine(typed.substr(at, end - at), "special_status", 50, false);
    at = end + 1;
    if (key.empty()) continue;
    const auto value = fromKey<SpecialStatus>(key);
    if (!value)
      throw Invalid("special_status", {tr("\"{0}\" is not known here; use one of: {1}."), {key, known}});
    wanted.push_back(*value);
  }
  std::string keys;
  for (const auto& entry : EnumKeys<SpecialStatus>::entries)
    if (std::find(wanted.begin(), wanted.end(), entry.value) != wanted.end())
      keys += (keys.empty() ? "" : ",") + std::string(entry.key);
  return keys;
}

}  // namespace

std::string requireClockSet(const Policy& policy, ClockScope scope, const std::string& name) {
  const std::string clean = cleanLine(name, "clock_set", kSetNameLength, false);
  if (clean.empty() || findClockSet(policy, scope, clean)) return clean;
  std::string known;
  for (const auto& set : policy.clockSets)
    if (set.scope == scope) known += (known.empty() ? "" : ", ") + set.name;
  throw Invalid("clock_set", {tr("The policy in force has no clocks \"{0}\" of this kind. It has: {1}."),
                              {clean, known.empty() ? std::string("–") : known}});
}

Customer SetCustomerProfile::execute(const CustomerProfile& input) {
  const Actor& actor = m_workplace.actor;
  if (!mayEntrust(actor))  // whoever gives customers to people
    throw Refused("right", {tr("{0} may not change customers. Ask the quality manager or the administrator."),
                            {actor.name}});
  auto& reader = m_workplace.store.reader();
  const Instant now = m_workplace.clock.now();
  const auto customers = reader.customers({}, std::numeric_limits<int>::max());
  const Customer* known = findCustomer(customers, input.customer);
  if (!known) throw NotFound({tr("There is no customer \"{0}\"."), {input.customer}});
  Customer customer = *known;
  if (input.clockSet)
    customer.clockSet = requireClockSet(readSite(reader, now).active, ClockScope::customer, *input.clockSet);
  if (input.specialStatus) customer.specialStatus = cleanStatus(*input.specialStatus);
  auto unit = m_workplace.store.begin({actor, "customer-profile", {}, now, {}, {}});
  updateRecord(*unit, customer);
  unit->commit({});
  unit.reset();  // every case is a change of its own
  if (input.clockSet && may(actor, Right::handleComplaint)) RefreshClocks(m_workplace).execute(customer.name);
  return customer;
}

std::vector<const char*> specialStatusLabels(const std::string& keys) {
  std::vector<const char*> labels;
  for (const auto& entry : EnumKeys<SpecialStatus>::entries)
    if (("," + keys + ",").find("," + std::string(entry.key) + ",") != std::string::npos)
      labels.push_back(entry.label);
  return labels;
}

void SetWorkHours::execute(const std::string& hours) {
  requireRight(m_workplace.actor, Right::administer);
  const std::string clean = cleanLine(hours, "work_hours", 200);
  parseWorkHours(clean);
  auto unit = m_workplace.store.begin({m_workplace.actor, "work-hours", {}, m_workplace.clock.now(), {}, {}});
  unit->setSetting("work_hours", clean);
  unit->commit({});
  unit.reset();
  if (may(m_workplace.actor, Right::handleComplaint)) RefreshClocks(m_workplace).execute({});
}

}  // namespace octad::model
