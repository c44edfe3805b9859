#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace octad::audit {

/// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256Hex(std::string_view bytes);
/// Lower-case hexadecimal digits of bytes.
std::string hexFromBytes(std::string_view bytes);
/// The bytes that hexadecimal digits stand for; digits that are none count as 0.
std::string bytesFromHex(std::string_view hex);

/// SHA-256 of bytes that come in pieces, by OpenSSL (several times quicker than the model's own).
class Sha256Stream {
 public:
  Sha256Stream();
  ~Sha256Stream();
  Sha256Stream(Sha256Stream&&) noexcept;
  Sha256Stream& operator=(Sha256Stream&&) noexcept;

  void add(std::string_view bytes);
  /// Once, at the end.
  std::string hex();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

}  // namespace octad::audit
