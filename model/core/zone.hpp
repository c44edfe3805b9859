#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/core/time.hpp"

namespace octad::model {

/// A wall clock reading at a site.
struct LocalTime {
  Date date;
  int hour = 0;
  int minute = 0;
  int second = 0;
  auto operator<=>(const LocalTime&) const = default;

  std::string text() const;  ///< 2026-11-22 17:30
};

/// The time zone of a site, daylight saving included (Boost.DateTime rules; g++ 12 has no zone database of
/// its own).
class Zone {
 public:
  /// `name` is one of `zoneNames()`, e.g. "Asia/Shanghai"; anything else throws Invalid("zone").
  explicit Zone(std::string_view name);
  ~Zone();
  Zone(Zone&&) noexcept;
  Zone& operator=(Zone&&) noexcept;
  Zone(const Zone&);
  Zone& operator=(const Zone&);

  const std::string& name() const { return m_name; }
  LocalTime local(Instant at) const;
  Date date(Instant at) const { return local(at).date; }
  /// The moments that a wall clock reading names: none in the hour skipped in spring, two in the hour
  /// repeated in autumn.
  std::vector<Instant> instants(const LocalTime& local) const;
  /// The only or the earlier moment; in the skipped hour the moment after it (03:30 for 02:30). For computed
  /// times.
  Instant instant(const LocalTime& local) const;
  /// Typed times: Invalid(field) for the skipped hour ("does not exist") and for the repeated one ("occurs
  /// twice").
  Instant typed(const LocalTime& local, std::string_view field) const;

 private:
  struct Rules;
  std::string m_name;
  std::shared_ptr<const Rules> m_rules;
};

/// The zones a site can be in.
std::vector<std::string> zoneNames();

}  // namespace octad::model
