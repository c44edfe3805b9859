#pragma once

#include <map>
#include <string>
#include <vector>

#include "audit/told/history_line.hpp"
#include "model/cases/queries.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/message.hpp"

// What the histories of cases and returns are told from.
namespace octad::told {

using AuditValues = std::map<std::string, std::string>;

/// The columns of an audit event; an unreadable text yields none rather than hiding the whole history.
AuditValues parseAuditValues(const std::string& text);

/// One event of the audit trail, its columns read.
struct AuditEvent {
  explicit AuditEvent(const model::HistoryEvent& event)
      : raw(event), before(parseAuditValues(event.oldValues)), after(parseAuditValues(event.newValues)) {}

  const model::HistoryEvent& raw;
  AuditValues before;
  AuditValues after;

  bool inserted() const { return raw.operation == "INSERT"; }
  bool removed() const { return raw.operation == "DELETE"; }
  std::string who() const { return raw.actor.empty() ? raw.login : raw.actor; }
  /// The value after the event, or before it when the event does not carry it.
  std::string value(const std::string& column) const;
  bool became(const std::string& column) const { return after.count(column) != 0; }
  long long number(const std::string& column) const;
  bool flag(const std::string& column) const { return value(column) == "1"; }
};

/// The word for an enumeration value by its key.
template <class Enum>
std::string auditLabel(const std::string& key) {
  const auto value = model::fromKey<Enum>(key);
  return value ? model::translated(model::labelOf(*value)) : key;
}

/// Every column that is another one after the event.
std::vector<HistoryChange> changesOf(const AuditEvent& event);

}  // namespace octad::told
