#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/work/mail.hpp"
#include "model/work/notice.hpp"
#include "model/work/reminders.hpp"

namespace octad::model {

/// Writing notices in the transaction of a unit of work.
class NoticeRows {
 public:
  virtual ~NoticeRows() = default;
  /// Stores a notice unless one with its key is there; false then, also when another job stores it just now.
  virtual bool add(const Notice& notice) = 0;
  /// Marks one notice of a person as read, or all of them. Gives how many were unread before.
  virtual long long markRead(PersonId person, std::optional<NoticeId> only, Instant at) = 0;
  /// Queues a mail unless one with its key is there; false then.
  virtual bool queue(const Mail& mail) = 0;
  /// Stores state, attempts, answer, times and the report of a mail; false when another job tried it
  /// meanwhile, that is when it does not stand at `attemptsBefore` any more.
  virtual bool noteMail(const Mail& mail, int attemptsBefore) = 0;
  /// Stores a report about a mail unless it was noted before; false then.
  virtual bool addReport(const MailReport& report) = 0;
};

/// Reading notices, and what they are made from. Each call is its own short read.
class NoticeReader {
 public:
  virtual ~NoticeReader() = default;
  /// Everything that is open at the site: for the job, who sees all of it. Reporters of the same failure are
  /// counted over so many days up to the notice of a case; 0: not counted.
  virtual std::vector<OpenItem> openItems(int reporterDays) = 0;
  /// Open cases whose final reply has no answer of the customer yet.
  virtual std::vector<ComplaintId> unansweredCases() = 0;
  /// Keys of the notices that were given already, as far as the person asking sees them.
  virtual std::vector<std::string> knownKeys() = 0;
  /// A person's notices, the newest first, at most `limit`.
  virtual std::vector<Notice> inbox(PersonId person, bool unreadOnly, int limit) = 0;
  /// Every unread notice of people, the newest first: for the digests.
  virtual std::vector<Notice> unread() = 0;
  /// Mails that are open (see isOpen), or all of them; the newest first, at most `limit`.
  virtual std::vector<Mail> mails(bool all, int limit) = 0;
  /// Mails to try now, the oldest first.
  virtual std::vector<Mail> mailsDue(Instant now, int limit) = 0;
  /// Mails that were reported as delayed before a moment, the oldest first.
  virtual std::vector<Mail> delayedMails(Instant reportedBefore, int limit) = 0;
  /// The mail with this before the @ of its Message-ID.
  virtual std::optional<Mail> mailWithId(const std::string& messageId) = 0;
  /// When the last mail to each person was made; only people who had one.
  virtual std::map<PersonId, Instant> lastMails() = 0;
};

}  // namespace octad::model
