#include "audit/told/history_event.hpp"

#include <nlohmann/json.hpp>
#include <set>

namespace octad::told {

namespace {

std::string plain(const nlohmann::json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "1" : "0";
  return value.dump();
}

}  // namespace

AuditValues parseAuditValues(const std::string& text) {
  AuditValues values;
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return values;
  for (const auto& [name, value] : json.items()) values[name] = plain(value);
  return values;
}

std::string AuditEvent::value(const std::string& column) const {
  if (const auto found = after.find(column); found != after.end()) return found->second;
  if (const auto found = before.find(column); found != before.end()) return found->second;
  return {};
}

long long AuditEvent::number(const std::string& column) const {
  const std::string text = value(column);
  return text.empty() || text.find_first_not_of("-0123456789") != std::string::npos ? 0 : std::stoll(text);
}

std::vector<HistoryChange> changesOf(const AuditEvent& event) {
  std::set<std::string> columns;
  for (const auto& [name, value] : event.before) columns.insert(name);
  for (const auto& [name, value] : event.after) columns.insert(name);
  std::vector<HistoryChange> changes;
  for (const auto& column : columns) {
    const auto before = event.before.find(column);
    const auto after = event.after.find(column);
    HistoryChange change{column, before == event.before.end() ? "" : before->second,
                         after == event.after.end() ? "" : after->second};
    if (change.before != change.after) changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace octad::told
