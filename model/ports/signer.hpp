#pragma once

#include <string>

#include "model/eightd/signature.hpp"
#include "model/ports/unit_of_work.hpp"

namespace octad::model {

/// What signs in the database: on a server with logins through a second connection that is opened with the
/// password typed again, and that the server sees to be new.
class Signer {
 public:
  virtual ~Signer() = default;

  /// True when the signer has to type the password: a server with a login for every person.
  virtual bool asksPassword() = 0;
  /// Signs for the case `seenFrom`, if the end of the audit chain is still the one in `signature`. Fills in
  /// key, time, printed name and how the signer was made sure of. Throws Invalid("password") for a wrong one,
  /// Conflict when the record moved on, Refused("signature") when this person may not say this, Refused
  /// ("signed-already"), ConnectionLost.
  virtual void sign(const Change& change, ComplaintId seenFrom, Signature& signature,
                    const std::string& password) = 0;
};

}  // namespace octad::model
