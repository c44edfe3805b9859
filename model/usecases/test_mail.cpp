#include "model/usecases/test_mail.hpp"

#include "model/core/error.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/reader.hpp"

namespace octad::model {

Mail testMail(Reader& reader, const MailServer& server, const std::string& address, const Actor& actor,
              const Catalogue& catalogue, Instant now) {
  if (server.url.empty())
    throw Refused("mail-server", tr("No mail server is set: no mails are sent. Set the server first."));
  if (!isMailAddress(address)) throw Invalid("to", {tr("\"{0}\" is not an e-mail address."), {address}});
  Mail mail;
  mail.mailKey = "test/" + newUuid();
  mail.personId = actor.id;
  mail.address = address;
  mail.subject = subjectLine(catalogue.text(tr("Octad: test mail")));
  const std::string company = reader.setting("company");
  mail.body = catalogue.sentence(
                  Message(tr("This mail was sent by {0} to see whether Octad can send mails. Nothing has "
                             "to be done."),
                          {subjectLine(actor.name)})) +
              "\n" + (company.empty() ? std::string() : "\n" + subjectLine(company) + "\n");
  mail.madeAt = now;
  mail.nextAt = now;
  return mail;
}

Message testAnswer(const MailAnswer& answer, const std::string& address) {
  switch (answer.verdict) {
    case MailAnswer::Verdict::sent:
      return {tr("The server took the test mail to {0}. Look whether it arrived."), {address}};
    case MailAnswer::Verdict::refused:
      return {tr("The server refused the test mail to {0}: {1}"), {address, translated(answer.words)}};
    case MailAnswer::Verdict::tryAgain:
      break;
  }
  return {tr("The test mail to {0} could not be sent now: {1}"), {address, translated(answer.words)}};
}

}  // namespace octad::model
