#pragma once

#include <string>
#include <string_view>

namespace octad::audit {

/// An Ed25519 key pair (RFC 8032) as PEM texts.
struct KeyPair {
  std::string privatePem;
  std::string publicPem;
};

KeyPair newKeyPair();

/// The signature in lower-case hex. Throws model::Invalid("key") when the text is no private Ed25519 key.
std::string sign(std::string_view statement, const std::string& privatePem);

/// Throws model::Invalid("key") when the text is no public Ed25519 key.
bool isSignedBy(std::string_view statement, std::string_view signatureHex, const std::string& publicPem);

}  // namespace octad::audit
