#include "model/usecases/retry_mail.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/ports/notice_rows.hpp"
#include "model/ports/reader.hpp"

namespace octad::model {

namespace {
constexpr int kMostMails = 10'000;

/// The same mail to another address.
Mail again(const Mail& mail, const std::string& address, Instant now) {
  Mail copy = mail;
  copy.id = {};
  copy.mailKey = mail.mailKey + "/" + std::to_string(now.microseconds / 1'000'000);
  copy.messageId = messageIdOf(copy.mailKey);
  copy.address = address;
  copy.state = MailState::queued;
  copy.attempts = 0;
  copy.error.clear();
  copy.madeAt = now;
  copy.nextAt = now;
  copy.sentAt.reset();
  copy.reportedAt.reset();
  return copy;
}

}  // namespace

long long RetryMail::execute(std::optional<MailId> only) {
  requireRight(m_workplace.actor, Right::administer);
  const Instant now = m_workplace.clock.now();
  auto mails = m_workplace.store.notices().mails(false, kMostMails);
  if (only)
    std::erase_if(mails, [only](const Mail& mail) { return mail.id != *only; });
  else  // a server still has those that are delayed
    std::erase_if(mails, [](const Mail& mail) { return mail.state == MailState::delayed; });
  if (only && mails.empty())
    throw NotFound({tr("There is no mail {0} that waits, was refused or given up, or came back."),
                    {std::to_string(only->value)}});
  const auto people = m_workplace.store.reader().people();
  const auto unit = m_workplace.store.begin({m_workplace.actor, "mail-retry", {}, now, {}, {}});
  long long changed = 0;
  for (Mail& mail : mails) {
    const int before = mail.attempts;
    const auto receiver = std::find_if(people.begin(), people.end(),
                                       [&mail](const Person& person) { return person.id == mail.personId; });
    const bool moved =
        receiver != people.end() && receiver->email != mail.address && isMailAddress(receiver->email);
    if (moved) {
      // To whom a mail goes is fixed when it is made: another one takes its place.
      unit->notices().queue(again(mail, receiver->email, now));
      mail.state = MailState::replaced;
      mail.nextAt.reset();
    } else {
      mail.state = MailState::queued;
      mail.attempts = 0;
      mail.nextAt = now;
      mail.reportedAt.reset();
    }
    // A job that tries it right now has the last word.
    changed += unit->notices().noteMail(mail, before) ? 1 : 0;
  }
  unit->commit({});
  return changed;
}

}  // namespace octad::model
