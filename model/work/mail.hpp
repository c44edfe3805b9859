#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::model {

using MailId = Id<struct MailTag>;

/// What became of a mail. `refused`: the server will never take it; `failed`: it was tried often enough; `replaced`:
/// the same was sent to the address its receiver has now.
enum class MailState { queued, sent, refused, failed, replaced };

template <>
struct EnumKeys<MailState> {
  static constexpr std::array entries{
      EnumEntry<MailState>{MailState::queued, "queued", tr("Waiting to be sent")},
      EnumEntry<MailState>{MailState::sent, "sent", tr("Sent")},
      EnumEntry<MailState>{MailState::refused, "refused", tr("Refused by the mail server")},
      EnumEntry<MailState>{MailState::failed, "failed", tr("Given up")},
      EnumEntry<MailState>{MailState::replaced, "replaced", tr("Sent again to a new address")},
  };
};

/// One mail to one person, kept until it is sent and afterwards.
struct Mail {
  MailId id;
  std::string mailKey;  ///< "digest/2026-11-25/7": made once
  PersonId personId;
  std::string address;
  std::string subject;
  std::string body;
  MailState state = MailState::queued;
  int attempts = 0;
  std::string error;  ///< what the server said the last time
  Instant madeAt;
  std::optional<Instant> nextAt;  ///< not tried before; none: never again
  std::optional<Instant> sentAt;

  static constexpr auto describe() {
    return members(
        member("id", &Mail::id), member("mail_key", &Mail::mailKey), member("person_id", &Mail::personId),
        member("address", &Mail::address), member("subject", &Mail::subject), member("body", &Mail::body),
        member("state", &Mail::state), member("attempts", &Mail::attempts), member("error", &Mail::error),
        member("made_at", &Mail::madeAt), member("next_at", &Mail::nextAt), member("sent_at", &Mail::sentAt));
  }
};

/// An address that can stand in a header and in the dialogue with a server as it is: one @, plain letters,
/// nothing that could begin a header, a command or a second address.
bool isMailAddress(std::string_view address);

/// How long to wait after so many attempts: 5 minutes, then twice as long each time, at most half a day.
/// None: tried often enough.
std::optional<Instant> nextAttempt(int attempts, Instant now);

/// One line that can be a subject: line breaks and control characters are blanks.
std::string subjectLine(std::string_view text);

}  // namespace octad::model
