#include "db/mapping/json.hpp"

#include "model/core/error.hpp"

namespace octad::db {

using model::Date;
using model::Instant;
using model::Invalid;
using model::Message;
using model::tr;
using nlohmann::ordered_json;

namespace {

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
