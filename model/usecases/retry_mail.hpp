#pragma once

#include <optional>

#include "model/usecases/workplace.hpp"
#include "model/work/mail.hpp"

namespace octad::model {

/// Lets mails that were refused, given up, that came back or still wait be tried at the next run of the job,
/// to the address their receiver has now. One mail, or all of them but those that are delayed on their way.
/// For administrators. Gives how many; throws NotFound for a number that is none or was sent.
class RetryMail {
 public:
  explicit RetryMail(Workplace workplace) : m_workplace(std::move(workplace)) {}
  long long execute(std::optional<MailId> only);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
