#pragma once

#include <string>
#include <string_view>

#include "model/audit/trail.hpp"

namespace octad::audit {

/// The hash of an event, lower-case hex: SHA-256 over the previous hash (its 32 bytes, none for the first
/// event) and every field with its length in front (4 bytes, network order; ffffffff for null), numbers as 8
/// bytes. The same byte form as octad_chain on PostgreSQL (security.md 2.2).
std::string eventHash(std::string_view previousHex, const model::AuditEvent& event);

/// Where a chain ended, in the same byte form: a leaf of a checkpoint's tree.
std::string headBytes(const model::AuditHead& head);

}  // namespace octad::audit
