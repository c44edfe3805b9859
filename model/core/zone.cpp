#include "model/core/zone.hpp"

#include <array>
#include <boost/date_time/local_time/local_time.hpp>
#include <cstdio>

#include "model/core/error.hpp"

namespace octad::model {

namespace local_time = boost::local_time;
namespace posix_time = boost::posix_time;
namespace gregorian = boost::gregorian;

namespace {

struct NamedZone {
  const char* name;
  const char* rule;  ///< Boost's form: the offset east of UTC, then the daylight saving rule
};

constexpr std::array kZones{
    NamedZone{"Asia/Shanghai", "CST+08"},
    NamedZone{"Asia/Hong_Kong", "HKT+08"},
    NamedZone{"Asia/Taipei", "CST+08"},
    NamedZone{"Asia/Singapore", "SGT+08"},
    NamedZone{"Asia/Tokyo", "JST+09"},
    NamedZone{"Asia/Seoul", "KST+09"},
    NamedZone{"Asia/Ho_Chi_Minh", "ICT+07"},
    NamedZone{"Asia/Bangkok", "ICT+07"},
    NamedZone{"Asia/Jakarta", "WIB+07"},
    NamedZone{"Asia/Kuala_Lumpur", "MYT+08"},
    NamedZone{"Asia/Manila", "PST+08"},
    NamedZone{"Asia/Kolkata", "IST+05:30"},
    NamedZone{"Asia/Dubai", "GST+04"},
    NamedZone{"Europe/Berlin", "CET+01CEST+01,M3.5.0/02:00,M10.5.0/03:00"},
    NamedZone{"Europe/Paris", "CET+01CEST+01,M3.5.0/02:00,M10.5.0/03:00"},
    NamedZone{"Europe/Madrid", "CET+01CEST+01,M3.5.0/02:00,M10.5.0/03:00"},
    NamedZone{"Europe/Rome", "CET+01CEST+01,M3.5.0/02:00,M10.5.0/03:00"},
    NamedZone{"Europe/Prague", "CET+01CEST+01,M3.5.0/02:00,M10.5.0/03:00"},
    NamedZone{"Europe/Warsaw", "CET+01CEST+01,M3.5.0/02:00,M10.5.0/03:00"},
    NamedZone{"Europe/Budapest", "CET+01CEST+01,M3.5.0/02:00,M10.5.0/03:00"},
    NamedZone{"Europe/London", "GMT+00BST+01,M3.5.0/01:00,M10.5.0/02:00"},
    NamedZone{"Europe/Bucharest", "EET+02EEST+01,M3.5.0/03:00,M10.5.0/04:00"},
    NamedZone{"Europe/Istanbul", "TRT+03"},
    NamedZone{"America/New_York", "EST-05EDT+01,M3.2.0/02:00,M11.1.0/02:00"},
    NamedZone{"America/Detroit", "EST-05EDT+01,M3.2.0/02:00,M11.1.0/02:00"},
    NamedZone{"America/Toronto", "EST-05EDT+01,M3.2.0/02:00,M11.1.0/02:00"},
    NamedZone{"America/Chicago", "CST-06CDT+01,M3.2.0/02:00,M11.1.0/02:00"},
    NamedZone{"America/Mexico_City", "CST-06"},
    NamedZone{"America/Los_Angeles", "PST-08PDT+01,M3.2.0/02:00,M11.1.0/02:00"},
    NamedZone{"America/Sao_Paulo", "BRT-03"},
    NamedZone{"UTC", "UTC+00"},
};

const posix_time::ptime kEpoch(gregorian::date(1970, 1, 1));

posix_time::ptime toBoost(Instant at) {
  return kEpoch + posix_time::microseconds(at.microseconds);
}

Instant fromBoost(const posix_time::ptime& at) {
  return {(at - kEpoch).total_microseconds()};
}

gregorian::date toBoost(Date date) {
  const std::chrono::year_month_day day(date.days());
  return {static_cast<unsigned short>(static_cast<int>(day.year())),
          static_cast<unsigned short>(static_cast<unsigned>(day.month())),
          static_cast<unsigned short>(static_cast<unsigned>(day.day()))};
}

}  // namespace

std::string LocalTime::text() const {
  char time[16];
  std::snprintf(time, sizeof time, " %02d:%02d", hour, minute);
  return date.iso() + time;
}

struct Zone::Rules {
  local_time::time_zone_ptr zone;
};

Zone::Zone(std::string_view name) : m_name(name) {
  for (const auto& known : kZones) {
    if (name != known.name) continue;
    m_rules = std::make_shared<Rules>(
        Rules{local_time::time_zone_ptr(new local_time::posix_time_zone(known.rule))});
    return;
  }
  std::string known;
  for (const auto& zone : kZones) known += (known.empty() ? "" : ", ") + std::string(zone.name);
  throw Invalid("zone", {tr("Octad does not know the time zone \"{0}\". Use one of: {1}."),
                         {std::string(name), known}});
}

Zone::~Zone() = default;
Zone::Zone(Zone&&) noexcept = default;
Zone& Zone::operator=(Zone&&) noexcept = default;
Zone::Zone(const Zone&) = default;
Zone& Zone::operator=(const Zone&) = default;

LocalTime Zone::local(Instant at) const {
  const local_time::local_date_time moment(toBoost(at), m_rules->zone);
  const auto wall = moment.local_time();
  const auto day = wall.date();
  return {Date(day.year(), day.month(), day.day()), static_cast<int>(wall.time_of_day().hours()),
          static_cast<int>(wall.time_of_day().minutes()), static_cast<int>(wall.time_of_day().seconds())};
}

std::vector<Instant> Zone::instants(const LocalTime& local) const {
  // An instant whose wall clock reads back as `local` is one it names: try every offset in use around that
  // day.
  const posix_time::ptime wall(toBoost(local.date),
                               posix_time::time_duration(local.hour, local.minute, local.second));
  std::vector<Instant> found;
  const auto base = m_rules->zone->base_utc_offset();
  auto offsets = std::vector{base};
  if (m_rules->zone->has_dst()) offsets.insert(offsets.begin(), base + m_rules->zone->dst_offset());
  for (const auto& offset : offsets) {
    const Instant candidate = fromBoost(wall - offset);
    if (this->local(candidate) == local) found.push_back(candidate);
  }
  return found;
}

Instant Zone::instant(const LocalTime& local) const {
  const auto found = instants(local);
  if (!found.empty()) return found.front();
  const posix_time::ptime wall(toBoost(local.date),
                               posix_time::time_duration(local.hour, local.minute, local.second));
  return fromBoost(wall - m_rules->zone->base_utc_offset());
}

Instant Zone::typed(const LocalTime& local, std::string_view field) const {
  const auto found = instants(local);
  if (found.size() == 1) return found.front();
  if (found.empty())
    throw Invalid(
        std::string(field),
        {tr("{0} does not exist in {1}: the clocks are put forward over it. Enter the time before or after."),
         {local.text(), m_name}});
  throw Invalid(std::string(field), {tr("{0} occurs twice in {1}, when the clocks are put back. Enter a time "
                                        "before or after, or add Z for UTC."),
                                     {local.text(), m_name}});
}

std::vector<std::string> zoneNames() {
  std::vector<std::string> names;
  for (const auto& zone : kZones) names.emplace_back(zone.name);
  return names;
}

}  // namespace octad::model
