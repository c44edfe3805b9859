#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/core/time.hpp"
#include "model/core/zone.hpp"

namespace octad::model {

/// A moment as people read it: "2026-11-22T09:00:00Z", with ".123456" when it has parts of a second.
std::string isoInstant(Instant at);

/// Reads "2026-11-22T09:00:00Z" or "2026-11-22T17:00:00.5+08:00"; none without a zone, because a local time
/// is not a moment.
std::optional<Instant> parseIsoInstant(std::string_view text);

/// A typed time at the site: "2026-11-22 17:30", with seconds too, with a T or the full-width colon of
/// Chinese keyboards, or with its own zone (Z, +08:00). A day alone is its beginning, 24:00 the next day's,
/// second 60 the next minute (rows 36-38). Throws Invalid(field) for anything else, for days before 1990 or
/// after 2199, and for the hours that daylight saving skips or repeats.
Instant parseMoment(std::string_view text, const Zone& zone, std::string_view field);

}  // namespace octad::model
