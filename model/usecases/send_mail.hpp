#pragma once

#include <string>

#include "model/ports/mail_sender.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

class Reader;

/// The way mails leave the site; settings "mail.server", "mail.from", "mail.user". The password is nowhere in
/// the database.
struct MailServer {
  std::string url;   ///< smtp://host:587 or smtps://host:465; empty: no mails
  std::string from;  ///< address that mails come from
  std::string user;  ///< login at the server; empty: none

  static constexpr auto describe() {
    return members(member("url", &MailServer::url), member("from", &MailServer::from),
                   member("user", &MailServer::user));
  }
};

MailServer readMailServer(Reader& reader);

/// Stores the server of the site. For administrators. Throws Invalid for a URL with a password in it, for
/// other kinds of URL and for what is no address.
class SetMailServer {
 public:
  explicit SetMailServer(Workplace workplace) : m_workplace(std::move(workplace)) {}
  void execute(const MailServer& server);

 private:
  Workplace m_workplace;
};

/// Queues the digest of the day: from 08:30 of a working day on, for everybody with unread notices of whom at
/// least one is newer than their last digest. For administrators.
class QueueDigests {
 public:
  explicit QueueDigests(Workplace workplace) : m_workplace(std::move(workplace)) {}
  struct Done {
    long long queued = 0;
    long long withoutAddress = 0;  ///< people with notices to whom no mail can go
  };
  Done execute(MailWriter& writer);

 private:
  Workplace m_workplace;
};

/// Tries the mails whose time has come, each at most once a run. An attempt is noted before it is made, so
/// that two jobs at once send nothing twice; a job that is killed in between tries again later. Who is
/// refused is told in the inbox. A mail that was reported as delayed and not as returned within some days has
/// arrived. For administrators.
class SendMail {
 public:
  explicit SendMail(Workplace workplace) : m_workplace(std::move(workplace)) {}
  struct Done {
    long long sent = 0;
    long long refused = 0;
    long long waiting = 0;  ///< will be tried again
    long long failed = 0;   ///< given up
  };
  Done execute(MailSender& sender);

 private:
  bool note(const Mail& mail, int attemptsBefore);
  void settleDelayed();

  Workplace m_workplace;
};

}  // namespace octad::model
