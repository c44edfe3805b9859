#pragma once

#include <string>

#include "model/ports/clock.hpp"
#include "model/ports/mail_sender.hpp"
#include "model/usecases/send_mail.hpp"

namespace octad::mail {

/// Hands mails to a server by SMTP. Beyond this machine the connection is encrypted and the server's
/// certificate checked, or there is none.
class SmtpSender final : public model::MailSender {
 public:
  SmtpSender(model::MailServer server, std::string password, const model::Clock& clock);
  model::MailAnswer send(const model::Mail& mail) override;

 private:
  model::MailServer m_server;
  std::string m_password;
  const model::Clock& m_clock;
};

}  // namespace octad::mail
