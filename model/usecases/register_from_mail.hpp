#pragma once

#include <vector>

#include "model/intake/incoming_mail.hpp"
#include "model/usecases/register_complaint.hpp"

namespace octad::model {

struct RegisteredFromMail {
  Saved saved;
  int kept = 0;                  ///< files that are with the case now
  std::vector<Message> refused;  ///< files that could not be kept, with the reason
};

/// Registers a complaint that came by mail, as somebody confirmed it, and keeps the files with it. A file
/// that may not be kept (a program, empty, over 50 MB) is told and holds nothing up. Done again with the same
/// uuid it is registered once and its files are kept once. Errors as RegisterComplaint.
class RegisterFromMail {
 public:
  explicit RegisterFromMail(Workplace workplace) : m_workplace(std::move(workplace)) {}
  RegisteredFromMail execute(const NewComplaint& input, const std::vector<MailFile>& files);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
