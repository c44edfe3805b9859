#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace octad::db {

/// One row of audit_event, as it is stored.
struct AuditEvent {
  std::string chain;
  long long seq = 0;
  long long atMicroseconds = 0;
  std::string login;
  std::string actor;
  std::string useCase;
  std::string operation;
  std::string tableName;
  std::string rowKey;
  std::optional<std::string> reason;
  std::optional<std::string> oldValues;
  std::optional<std::string> newValues;
  std::string hash;
};

/// The hash of an event, lower-case hex: SHA-256 over the previous hash (its 32 bytes, none for the first
/// event) and every field with its length in front (4 bytes, network order; ffffffff for null), numbers as 8
/// bytes. The same byte form as octad_chain on PostgreSQL (security.md 2.2).
std::string auditHash(std::string_view previousHex, const AuditEvent& event);

}  // namespace octad::db
