#include "audit/tree.hpp"

#include "audit/sha256.hpp"

namespace octad::audit {
namespace {

std::string hashOf(char kind, std::string_view first, std::string_view second = {}) {
  std::string bytes(1, kind);
  bytes += first;
  bytes += second;
  return bytesFromHex(sha256Hex(bytes));
}

constexpr char kLeaf = '\0';
constexpr char kNode = '\1';

}  // namespace

void Tree::add(std::string_view leaf) {
  Full full{0, hashOf(kLeaf, leaf)};
  while (!m_full.empty() && m_full.back().level == full.level) {
    full = {full.level + 1, hashOf(kNode, m_full.back().bytes, full.bytes)};
    m_full.pop_back();
  }
  m_full.push_back(std::move(full));
}

std::string Tree::root() const {
  if (m_full.empty()) return sha256Hex("");
  std::string hash = m_full.back().bytes;
  for (auto left = m_full.rbegin() + 1; left != m_full.rend(); ++left)
    hash = hashOf(kNode, left->bytes, hash);
  return hexFromBytes(hash);
}

}  // namespace octad::audit
