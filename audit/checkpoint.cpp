#include "audit/checkpoint.hpp"

#include <algorithm>
#include <charconv>

#include "audit/event.hpp"
#include "audit/sha256.hpp"
#include "audit/tree.hpp"
#include "model/core/moment.hpp"

namespace octad::audit {
namespace {

constexpr std::string_view kFirstLine = "Octad audit checkpoint\n";

/// The rest of the line that begins with `word` and a blank.
std::optional<std::string> valueOf(std::string_view text, std::string_view word) {
  const std::string start = "\n" + std::string(word) + " ";
  const auto at = text.find(start);
  if (at == std::string_view::npos) return std::nullopt;
  const auto begin = at + start.size();
  const auto end = text.find('\n', begin);
  return end == std::string_view::npos ? std::nullopt
                                       : std::optional(std::string(text.substr(begin, end - begin)));
}

}  // namespace

void order(std::vector<model::AuditHead>& heads) {
  std::sort(heads.begin(), heads.end(), [](const auto& a, const auto& b) { return a.chain < b.chain; });
}

std::string checkpointRoot(std::string_view previousRoot, const std::vector<model::AuditHead>& heads) {
  Tree tree;
  for (const auto& head : heads) tree.add(headBytes(head));
  return sha256Hex(bytesFromHex(previousRoot) + bytesFromHex(tree.root()));
}

std::string statementOf(const model::Checkpoint& checkpoint) {
  return std::string(kFirstLine) + "number " + std::to_string(checkpoint.number) + "\nat " +
         model::isoInstant(checkpoint.at) + "\nchains " + std::to_string(checkpoint.heads.size()) +
         "\nprevious " + (checkpoint.previousRoot.empty() ? "none" : checkpoint.previousRoot) + "\nroot " +
         checkpoint.root + "\n";
}

std::string textOf(const SignedRoot& root) {
  return root.statement + "signature " + root.signatureHex + "\n";
}

std::optional<SignedRoot> parseSignedRoot(std::string_view text) {
  if (!text.starts_with(kFirstLine)) return std::nullopt;
  const auto signature = text.find("\nsignature ");
  const auto number = valueOf(text, "number");
  const auto root = valueOf(text, "root");
  const auto hex = valueOf(text, "signature");
  if (signature == std::string_view::npos || !number || !root || !hex) return std::nullopt;
  SignedRoot parsed;
  const auto [end, error] = std::from_chars(number->data(), number->data() + number->size(), parsed.number);
  if (error != std::errc() || end != number->data() + number->size()) return std::nullopt;
  parsed.root = *root;
  parsed.statement = text.substr(0, signature + 1);
  parsed.signatureHex = *hex;
  return parsed;
}

}  // namespace octad::audit
