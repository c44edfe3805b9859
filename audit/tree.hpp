#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace octad::audit {

/// The Merkle tree of RFC 6962 (2.1) over leaves in their order. Leaves and nodes are hashed with different
/// first bytes, so that no node can be passed off as a leaf.
class Tree {
 public:
  void add(std::string_view leaf);
  /// Lower-case hex; of no leaves the hash of nothing.
  std::string root() const;

 private:
  struct Full {
    unsigned level;     ///< of 2^level leaves
    std::string bytes;  ///< its hash
  };
  std::vector<Full> m_full;  ///< the largest first
};

}  // namespace octad::audit
