#pragma once

#include <optional>

#include "model/ports/clock.hpp"
#include "model/usecases/send_mail.hpp"

namespace octad::cli {

class Context;

/// What became of the mails in one run of the job.
struct MailDone {
  model::QueueDigests::Done queued;
  model::SendMail::Done sent;
};

/// Queues the digests of the day and sends what waits. None: no mail server is set.
std::optional<MailDone> sendMails(Context& context, const model::Clock& clock);

}  // namespace octad::cli
