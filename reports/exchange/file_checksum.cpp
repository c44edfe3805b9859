#include "reports/exchange/file_checksum.hpp"

#include <array>
#include <fstream>
#include <memory>
#include <openssl/evp.h>
#include <stdexcept>

#include "model/core/error.hpp"

namespace octad::reports {

using model::Invalid;
using model::tr;

std::string fileSha256(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path))
    throw Invalid("file", {tr("The file {0} cannot be opened: check its name and your rights."),
                           {path.filename().string()}});

  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
    throw std::runtime_error("SHA-256 is not available in OpenSSL");

  std::array<char, 64 * 1024> buffer;
  while (file.read(buffer.data(), buffer.size()), file.gcount() > 0)
    EVP_DigestUpdate(context.get(), buffer.data(), static_cast<std::size_t>(file.gcount()));
  if (file.bad())
    throw Invalid("file",
                  {tr("The file {0} could not be read to its end: try again."), {path.filename().string()}});

  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int length = 0;
  EVP_DigestFinal_ex(context.get(), digest.data(), &length);
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  for (unsigned int i = 0; i < length; ++i) {
    text += kHex[digest[i] >> 4];
    text += kHex[digest[i] & 15];
  }
  return text;
}

}  // namespace octad::reports
