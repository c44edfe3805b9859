#include "audit/signature.hpp"

#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <stdexcept>
#include <vector>

#include "audit/sha256.hpp"
#include "model/core/error.hpp"

namespace octad::audit {
namespace {

using model::tr;

struct Free {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  void operator()(BIO* bio) const { BIO_free(bio); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Memory = std::unique_ptr<BIO, Free>;
using Digest = std::unique_ptr<EVP_MD_CTX, Free>;

void require(bool done) {
  if (!done) throw std::runtime_error("OpenSSL cannot use Ed25519.");
}

std::string contentOf(BIO* bio) {
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(bio, &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

Key readKey(const std::string& pem, bool isPrivate) {
  const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  Key key(isPrivate ? PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr)
                    : PEM_read_bio_PUBKEY(memory.get(), nullptr, nullptr, nullptr));
  if (!key || EVP_PKEY_base_id(key.get()) != EVP_PKEY_ED25519)
    throw model::Invalid("key", isPrivate ? tr("This file is no private Ed25519 key in PEM form.")
                                          : tr("This file is no public Ed25519 key in PEM form."));
  return key;
}

const unsigned char* bytesOf(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

KeyPair newKeyPair() {
  const std::unique_ptr<EVP_PKEY_CTX, Free> context(EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nullptr));
  require(context && EVP_PKEY_keygen_init(context.get()) == 1);
  EVP_PKEY* made = nullptr;
  require(EVP_PKEY_keygen(context.get(), &made) == 1);
  const Key key(made);
  const Memory secret(BIO_new(BIO_s_mem()));
  const Memory open(BIO_new(BIO_s_mem()));
  require(PEM_write_bio_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
  require(PEM_write_bio_PUBKEY(open.get(), key.get()) == 1);
  return {contentOf(secret.get()), contentOf(open.get())};
}

std::string sign(std::string_view statement, const std::string& privatePem) {
  const Key key = readKey(privatePem, true);
  const Digest digest(EVP_MD_CTX_new());
  require(EVP_DigestSignInit(digest.get(), nullptr, nullptr, nullptr, key.get()) == 1);
  std::size_t size = 0;
  require(EVP_DigestSign(digest.get(), nullptr, &size, bytesOf(statement), statement.size()) == 1);
  std::vector<unsigned char> signature(size);
  require(EVP_DigestSign(digest.get(), signature.data(), &size, bytesOf(statement), statement.size()) == 1);
  return hexFromBytes({reinterpret_cast<const char*>(signature.data()), size});
}

bool isSignedBy(std::string_view statement, std::string_view signatureHex, const std::string& publicPem) {
  const Key key = readKey(publicPem, false);
  const Digest digest(EVP_MD_CTX_new());
  require(EVP_DigestVerifyInit(digest.get(), nullptr, nullptr, nullptr, key.get()) == 1);
  const std::string signature = bytesFromHex(signatureHex);
  return EVP_DigestVerify(digest.get(), bytesOf(signature), signature.size(), bytesOf(statement),
                          statement.size()) == 1;
}

}  // namespace octad::audit
