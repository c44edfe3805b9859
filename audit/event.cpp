#include "audit/event.hpp"

#include <cstdint>

#include "audit/sha256.hpp"

namespace octad::audit {
namespace {

template <class Whole>
void appendNetworkOrder(std::string& out, Whole value) {
  for (int shift = static_cast<int>(sizeof(Whole)) * 8 - 8; shift >= 0; shift -= 8)
    out += static_cast<char>((value >> shift) & 0xff);
}

void appendText(std::string& out, std::string_view text) {
  appendNetworkOrder(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

void appendText(std::string& out, const std::optional<std::string>& text) {
  if (text)
    appendText(out, std::string_view(*text));
  else
    out += "\xff\xff\xff\xff";
}

}  // namespace

std::string eventHash(std::string_view previousHex, const model::AuditEvent& event) {
  std::string bytes = bytesFromHex(previousHex);
  appendText(bytes, std::string_view(event.chain));
  appendNetworkOrder(bytes, static_cast<std::uint64_t>(event.seq));
  appendNetworkOrder(bytes, static_cast<std::uint64_t>(event.atMicroseconds));
  for (const std::string* text :
       {&event.login, &event.actor, &event.useCase, &event.operation, &event.tableName, &event.rowKey})
    appendText(bytes, std::string_view(*text));
  appendText(bytes, event.reason);
  appendText(bytes, event.oldValues);
  appendText(bytes, event.newValues);
  return sha256Hex(bytes);
}

std::string headBytes(const model::AuditHead& head) {
  std::string bytes;
  appendText(bytes, std::string_view(head.chain));
  appendNetworkOrder(bytes, static_cast<std::uint64_t>(head.seq));
  return bytes + bytesFromHex(head.hash);
}

}  // namespace octad::audit
