#include "tests/support/sent_mail.hpp"

#include "model/ports/notice_rows.hpp"
#include "tests/support/test_database.hpp"

namespace octad::support {

model::Mail queueSentMail(TestDatabase& database, const std::string& messageId) {
  model::Mail mail;
  mail.mailKey = "digest/1";
  mail.messageId = messageId.empty() ? model::messageIdOf(mail.mailKey) : messageId;
  mail.personId = database.person("wang");
  mail.address = "wang@example.com";
  mail.subject = "Digest";
  mail.state = model::MailState::sent;
  mail.attempts = 1;
  mail.madeAt = database.clock().now();
  const auto unit = database.store().begin({database.actor("zhou"), "mail", {}, mail.madeAt, {}, {}});
  unit->notices().queue(mail);
  unit->commit({});
  return mail;
}

}  // namespace octad::support
