#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// Gives a person the e-mail address that the digests go to; an empty one stops them. For administrators.
/// Throws NotFound for an unknown login, Invalid("address") for what is no plain address.
class SetAddress {
 public:
  explicit SetAddress(Workplace workplace) : m_workplace(std::move(workplace)) {}
  void execute(const std::string& login, const std::string& address);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
