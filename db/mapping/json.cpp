#include "db/mapping/json.hpp"

#include <array>
#include <charconv>
#include <cstdio>

#include "model/core/error.hpp"

namespace octad::db {

using model::Date;
using model::Instant;
using model::Invalid;
using model::Message;
using model::tr;
using nlohmann::ordered_json;

namespace {

constexpr long long kMicrosPerSecond = 1'000'000;

/// Exactly `count` digits at the front of `text`, which is shortened by them.
std::optional<int> takeDigits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + count, value);
  if (error != std::errc{} || end != text.data() + count || text.front() == '-') return std::nullopt;
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

/// Any day that exists: how far back a moment may lie is not the format's business.
std::optional<std::chrono::sys_days> takeDay(std::string_view& text) {
  const auto year = takeDigits(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = takeDigits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = takeDigits(text, 2);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

/// ".5" is half a second; at most microseconds.
std::optional<long long> takeFraction(std::string_view& text) {
  if (!take(text, '.')) return 0;
  long long micros = 0;
  long long unit = kMicrosPerSecond / 10;
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
    micros += (text[digits] - '0') * unit;
    unit /= 10;
    ++digits;
  }
  if (digits == 0 || digits > 6) return std::nullopt;
  text.remove_prefix(digits);
  return micros;
}

/// Seconds east of UTC.
std::optional<int> takeOffset(std::string_view& text) {
  if (take(text, 'Z')) return 0;
  const bool west = !text.empty() && text.front() == '-';
  if (!west && (text.empty() || text.front() != '+')) return std::nullopt;
  text.remove_prefix(1);
  const auto hours = takeDigits(text, 2);
  take(text, ':');
  const auto minutes = hours ? takeDigits(text, 2) : std::nullopt;
  if (!minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  return (west ? -1 : 1) * (*hours * 3600 + *minutes * 60);
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const auto word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

const char* sentenceOf(JsonFault fault) {
  switch (fault) {
    case JsonFault::text:
      return tr("{0}: write a text in quotes.");
    case JsonFault::nul:
      return tr("{0}: remove the NUL character.");
    case JsonFault::whole:
      return tr("{0}: write a whole number.");
    case JsonFault::range:
      return tr("{0}: the number is too large or too small.");
    case JsonFault::number:
      return tr("{0}: write a number.");
    case JsonFault::boolean:
      return tr("{0}: write true or false.");
    case JsonFault::date:
      return tr("{0}: write a day such as 2026-11-22.");
    case JsonFault::instant:
      return tr("{0}: write a time with its zone, such as 2026-11-22T09:00:00Z.");
    case JsonFault::list:
      return tr("{0}: write a list in square brackets.");
    case JsonFault::object:
      return tr("{0}: write an object in braces.");
  }
  return "";
}

/// The path as the sentence names it; the whole document has no path.
std::string placeOf(const std::string& path) {
  return path.empty() ? model::translated(tr("The JSON document")) : path;
}

}  // namespace

std::string isoInstant(Instant at) {
  const auto time =
      std::chrono::sys_time<std::chrono::microseconds>(std::chrono::microseconds(at.microseconds));
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  std::array<char, 32> text{};
  const auto fraction = clock.subseconds().count();
  const int length =
      fraction == 0
          ? std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ",
                          static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                          static_cast<int>(clock.seconds().count()))
          : std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%06lldZ",
                          static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                          static_cast<int>(clock.seconds().count()), static_cast<long long>(fraction));
  return Date(day).iso() + std::string(text.data(), static_cast<std::size_t>(length));
}

std::optional<Instant> parseIsoInstant(std::string_view text) {
  const auto date = takeDay(text);
  if (!date || !take(text, 'T')) return std::nullopt;
  const auto hour = takeDigits(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = takeDigits(text, 2);
  if (!minute) return std::nullopt;
  std::optional<int> second = 0;
  std::optional<long long> micros = 0;
  if (take(text, ':')) {
    second = takeDigits(text, 2);
    micros = takeFraction(text);
  }
  const auto offset = takeOffset(text);
  if (!second || !micros || !offset || !text.empty() || *hour > 23 || *minute > 59 || *second > 59)
    return std::nullopt;
  const long long seconds =
      date->time_since_epoch().count() * 86'400LL + *hour * 3600 + *minute * 60 + *second - *offset;
  return Instant{seconds * kMicrosPerSecond + *micros};
}

std::string JsonPath::text() const {
  std::string out = parent ? parent->text() : std::string();
  const std::string own = index ? std::to_string(*index) : std::string(name);
  if (!out.empty() && !own.empty()) out += '.';
  return out + own;
}

void refuseJson(JsonFault fault, const JsonPath& path) {
  const auto text = path.text();
  throw Invalid(text, Message(sentenceOf(fault), {placeOf(text)}));
}

void refuseJsonKey(const JsonPath& path, const std::vector<std::string_view>& known) {
  const auto text = path.text();
  throw Invalid(text, Message(tr("{0} is not known here; use one of: {1}."), {text, joined(known)}));
}

void refuseJsonChoice(const JsonPath& path, const std::vector<std::string_view>& known) {
  const auto text = path.text();
  throw Invalid(text, Message(tr("{0}: use one of: {1}."), {placeOf(text), joined(known)}));
}

std::string readJsonText(const ordered_json& json, const JsonPath& path) {
  if (!json.is_string()) refuseJson(JsonFault::text, path);
  const auto& text = json.get_ref<const std::string&>();
  // Neither database keeps it (PostgreSQL refuses, SOCI cuts the text there).
  if (text.find('\0') != std::string::npos) refuseJson(JsonFault::nul, path);
  return text;
}

long long readJsonWhole(const ordered_json& json, const JsonPath& path) {
  if (!json.is_number_integer()) refuseJson(JsonFault::whole, path);
  if (json.is_number_unsigned() &&
      json.get<unsigned long long>() > static_cast<unsigned long long>(std::numeric_limits<long long>::max()))
    refuseJson(JsonFault::range, path);
  return json.get<long long>();
}

double readJsonNumber(const ordered_json& json, const JsonPath& path) {
  if (!json.is_number()) refuseJson(JsonFault::number, path);
  return json.get<double>();
}

bool readJsonBoolean(const ordered_json& json, const JsonPath& path, JsonMode mode) {
  if (json.is_boolean()) return json.get<bool>();
  if (mode == JsonMode::strict || !json.is_number_integer()) refuseJson(JsonFault::boolean, path);
  return json.get<long long>() != 0;
}

Instant readJsonInstant(const ordered_json& json, const JsonPath& path) {
  if (json.is_number_integer()) return {readJsonWhole(json, path)};
  const auto at =
      json.is_string() ? parseIsoInstant(json.get_ref<const std::string&>()) : std::optional<Instant>();
  if (!at) refuseJson(JsonFault::instant, path);
  return *at;
}

Date readJsonDate(const ordered_json& json, const JsonPath& path) {
  const auto date =
      json.is_string() ? Date::parse(json.get_ref<const std::string&>()) : std::optional<Date>();
  if (!date) refuseJson(JsonFault::date, path);
  return *date;
}

ordered_json parseJson(std::string_view text, std::string_view field) {
  try {
    return ordered_json::parse(text);
  } catch (const ordered_json::parse_error& error) {
    throw Invalid(std::string(field), Message(tr("This is not valid JSON near byte {0}; mend it there."),
                                              {std::to_string(error.byte)}));
  }
}

}  // namespace octad::db
