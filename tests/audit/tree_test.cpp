#include "audit/tree.hpp"

#include <gtest/gtest.h>

#include "audit/sha256.hpp"

namespace octad::audit {
namespace {

/// RFC 6962 section 2.1 word for word: split at the largest power of two smaller than n.
std::string rootByDefinition(const std::vector<std::string>& leaves) {
  if (leaves.empty()) return sha256Hex("");
  if (leaves.size() == 1) return sha256Hex(std::string(1, '\0') + leaves.front());
  std::size_t split = 1;
  while (split * 2 < leaves.size()) split *= 2;
  const auto middle = leaves.begin() + static_cast<std::ptrdiff_t>(split);
  return sha256Hex("\1" + bytesFromHex(rootByDefinition({leaves.begin(), middle})) +
                   bytesFromHex(rootByDefinition({middle, leaves.end()})));
}

std::string rootOf(const std::vector<std::string>& leaves) {
  Tree tree;
  for (const auto& leaf : leaves) tree.add(leaf);
  return tree.root();
}

}  // namespace

TEST(Tree, HasTheRootsOfCertificateTransparency) {
  // Leaves and roots of the reference implementation's own tests.
  std::vector<std::string> leaves;
  for (const char* hex :
       {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"})
    leaves.push_back(bytesFromHex(hex));
  EXPECT_EQ(rootOf({leaves.begin(), leaves.begin() + 1}),
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  EXPECT_EQ(rootOf({leaves.begin(), leaves.begin() + 3}),
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
  EXPECT_EQ(rootOf({leaves.begin(), leaves.begin() + 7}),
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
  EXPECT_EQ(rootOf(leaves), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

TEST(Tree, IsTheDefinitionForEverySize) {
  std::vector<std::string> leaves;
  for (int size = 0; size <= 73; ++size) {
    EXPECT_EQ(rootOf(leaves), rootByDefinition(leaves)) << size;
    leaves.push_back("leaf " + std::to_string(size));
  }
}

}  // namespace octad::audit
