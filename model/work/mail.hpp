#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"
#include "model/intake/delivery_report.hpp"

namespace octad::model {

using MailId = Id<struct MailTag>;

/// What became of a mail. `refused`: the server will never take it; `failed`: it was tried often enough;
/// `replaced`: the same was sent to the address its receiver has now; `delayed`, `bounced`: the server took
/// it, and a report came later that it is held up on its way or did not arrive.
enum class MailState { queued, sent, refused, failed, replaced, delayed, bounced };

template <>
struct EnumKeys<MailState> {
  static constexpr std::array entries{
      EnumEntry<MailState>{MailState::queued, "queued", tr("Waiting to be sent")},
      EnumEntry<MailState>{MailState::sent, "sent", tr("Sent")},
      EnumEntry<MailState>{MailState::refused, "refused", tr("Refused by the mail server")},
      EnumEntry<MailState>{MailState::failed, "failed", tr("Given up")},
      EnumEntry<MailState>{MailState::replaced, "replaced", tr("Sent again to a new address")},
      EnumEntry<MailState>{MailState::delayed, "delayed", tr("Delayed on its way")},
      EnumEntry<MailState>{MailState::bounced, "bounced", tr("Came back")},
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
  std::string error;  ///< what the server, or the report that came later, said the last time
  Instant madeAt;
  std::optional<Instant> nextAt;  ///< not tried before; none: never again
  std::optional<Instant> sentAt;
  std::string messageId = {};              ///< what stands before the @ of its Message-ID
  std::optional<Instant> reportedAt = {};  ///< when the report says that it is delayed or came back

  static constexpr auto describe() {
    return members(
        member("id", &Mail::id), member("mail_key", &Mail::mailKey), member("person_id", &Mail::personId),
        member("address", &Mail::address), member("subject", &Mail::subject), member("body", &Mail::body),
        member("state", &Mail::state), member("attempts", &Mail::attempts), member("error", &Mail::error),
        member("made_at", &Mail::madeAt), member("next_at", &Mail::nextAt), member("sent_at", &Mail::sentAt),
        member("message_id", &Mail::messageId), member("reported_at", &Mail::reportedAt));
  }
};

/// A report about a mail of the queue, as it was noted.
struct MailReport {
  RowId id;
  MailId mailId;
  std::string reportId;  ///< of the report: noted once
  DeliveryAction action = DeliveryAction::failed;
  std::string recipient;  ///< the address that did not take it
  std::string status;     ///< "5.1.1"
  std::string reason;
  Instant reportedAt;
  Instant notedAt;
  PersonId notedBy;

  static constexpr auto describe() {
    return members(member("id", &MailReport::id), member("mail_id", &MailReport::mailId),
                   member("report_id", &MailReport::reportId), member("action", &MailReport::action),
                   member("recipient", &MailReport::recipient), member("status", &MailReport::status),
                   member("reason", &MailReport::reason), member("reported_at", &MailReport::reportedAt),
                   member("noted_at", &MailReport::notedAt), member("noted_by", &MailReport::notedBy));
  }
};

/// What stands before the @ of the Message-ID of a mail. It follows from the key: a mail that is sent twice
/// after a crash has it twice.
std::string messageIdOf(const std::string& mailKey);

/// True when the mail waits for somebody to do something, or may still arrive: not sent, or reported.
bool isOpen(MailState state);

/// The state of a mail after a report about it; none: the report changes nothing, as for a mail that was sent
/// again since.
std::optional<MailState> stateAfter(const Mail& mail, DeliveryAction action, Instant reportedAt);

/// An address that can stand in a header and in the dialogue with a server as it is: one @, plain letters,
/// nothing that could begin a header, a command or a second address.
bool isMailAddress(std::string_view address);

/// How long to wait after so many attempts: 5 minutes, then twice as long each time, at most half a day.
/// None: tried often enough.
std::optional<Instant> nextAttempt(int attempts, Instant now);

/// One line that can be a subject: line breaks and control characters are blanks.
std::string subjectLine(std::string_view text);

}  // namespace octad::model
