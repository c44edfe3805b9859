#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace octad::model {

/// SHA-256 (FIPS 180-4) over bytes that come in pieces. The model keeps its own because a use case has to
/// know that a file is still the one that was announced; it may use nothing but std and Boost.
class Sha256 {
 public:
  void update(std::string_view bytes);
  /// The digest in lower-case hex. Call once, at the end.
  std::string hex();

 private:
  void compress(const unsigned char* block);

  std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                       0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> m_block{};
  std::size_t m_filled = 0;
  std::uint64_t m_bytes = 0;
};

/// The SHA-256 of one text in lower-case hex.
std::string sha256Hex(std::string_view bytes);

}  // namespace octad::model
