#pragma once

#include <string>

#include "model/eightd/signing.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

/// What is signed, and as what.
struct SigningWish {
  ComplaintId id;
  std::string subject;  ///< "D4", "8d", "closing": see subjectFrom
  SignatureMeaning meaning = SignatureMeaning::reviewed;
  std::string seenSha256;  ///< recordSha256 of what the signer looked at; empty: whatever it is now
};

/// Signs the newest version of a record. Where people have logins, the password is typed again and the server
/// itself looks at who signs, what for and which version. Refused("signature") with who may, Refused
/// ("signed-already"), Conflict when the record is not the one that was looked at, Invalid("password").
class SignRecord {
 public:
  explicit SignRecord(Workplace workplace) : m_workplace(std::move(workplace)) {}
  /// `password` is used for this one connection and kept nowhere.
  Signature execute(const SigningWish& wish, const std::string& password);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
