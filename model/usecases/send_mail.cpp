#include "model/usecases/send_mail.hpp"

#include <algorithm>
#include <map>

#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/policy/calendar.hpp"
#include "model/ports/notice_rows.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/tell_unreachable.hpp"

namespace octad::model {

namespace {

constexpr int kMailsARun = 200;
/// A mail server gives a mail up after four or five days (RFC 5321, 4.5.4.1), and then it says so.
constexpr long long kDelaySeconds = 6 * 24 * 3600;
// The digest of the day (design 6).
constexpr int kHour = 8;
constexpr int kMinute = 30;

bool isServerUrl(const std::string& url) {
  const auto scheme = url.find("://");
  if (scheme == std::string::npos) return false;
  const std::string kind = url.substr(0, scheme);
  const std::string host = url.substr(scheme + 3);
  return (kind == "smtp" || kind == "smtps") && !host.empty() &&
         std::all_of(host.begin(), host.end(), [](char letter) {
           return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                  (letter >= '0' && letter <= '9') ||
                  std::string_view(".-:[]").find(letter) != std::string_view::npos;
         });
}

WorkCalendar calendarOf(Reader& reader) {
  const std::string zone = reader.setting("zone");
  return {Zone(zone.empty() ? "Asia/Shanghai" : zone), reader.calendar()};
}

}  // namespace

MailServer readMailServer(Reader& reader) {
  return {reader.setting("mail.server"), reader.setting("mail.from"), reader.setting("mail.user")};
}

void SetMailServer::execute(const MailServer& server) {
  requireRight(m_workplace.actor, Right::administer);
  if (!server.url.empty() && !isServerUrl(server.url))
    throw Invalid("server",
                  {tr("\"{0}\" is not a mail server. Write smtp://HOST:PORT or smtps://HOST:PORT, without "
                      "a name or password."),
                   {server.url}});
  if (!server.url.empty() && !isMailAddress(server.from))
    throw Invalid("from", {tr("\"{0}\" is not an e-mail address."), {server.from}});
  const std::string user = cleanLine(server.user, "user", kNameLength, false);
  const auto unit = m_workplace.store.begin(
      {m_workplace.actor, "mail-server", {}, m_workplace.clock.now(), {}, fingerprint(server)});
  unit->setSetting("mail.server", server.url);
  unit->setSetting("mail.from", server.from);
  unit->setSetting("mail.user", user);
  unit->commit({});
}

QueueDigests::Done QueueDigests::execute(MailWriter& writer) {
  requireRight(m_workplace.actor, Right::administer);
  Done done;
  const Instant now = m_workplace.clock.now();
  auto& reader = m_workplace.store.reader();
  const auto calendar = calendarOf(reader);
  const Date today = calendar.zone().date(now);
  if (!calendar.isWorkday(today) || now < calendar.zone().instant({today, kHour, kMinute, 0})) return done;
  std::map<PersonId, std::vector<Notice>> unread;
  for (auto& notice : m_workplace.store.notices().unread())
    unread[notice.personId].push_back(std::move(notice));
  const auto last = m_workplace.store.notices().lastMails();
  std::vector<Mail> mails;
  for (const auto& person : reader.people()) {
    const auto theirs = unread.find(person.id);
    if (!person.active || theirs == unread.end()) continue;
    const auto before = last.find(person.id);
    if (before != last.end() && theirs->second.front().madeAt <= before->second) continue;  // nothing new
    if (!isMailAddress(person.email)) {
      ++done.withoutAddress;
      continue;
    }
    const auto text = writer.digest(person, theirs->second);
    Mail mail;
    mail.mailKey = "digest/" + today.iso() + "/" + std::to_string(person.id.value);
    mail.messageId = messageIdOf(mail.mailKey);
    mail.personId = person.id;
    mail.address = person.email;
    mail.subject = subjectLine(text.subject);
    mail.body = text.body;
    mail.madeAt = now;
    mail.nextAt = now;
    mails.push_back(std::move(mail));
  }
  if (mails.empty()) return done;
  const auto unit = m_workplace.store.begin({m_workplace.actor, "mail", {}, now, {}, {}});
  for (const auto& mail : mails) done.queued += unit->notices().queue(mail) ? 1 : 0;
  unit->commit({});
  return done;
}

bool SendMail::note(const Mail& mail, int attemptsBefore) {
  const Instant now = m_workplace.clock.now();
  const bool refused = mail.state == MailState::refused;
  const auto notice = refused ? unreachableNotice(m_workplace.store, mail, now) : std::nullopt;
  const auto unit = m_workplace.store.begin({m_workplace.actor, "mail", {}, now, {}, {}});
  const bool noted = unit->notices().noteMail(mail, attemptsBefore);
  if (noted && notice) unit->notices().add(*notice);
  unit->commit({});
  return noted;
}

void SendMail::settleDelayed() {
  const Instant before = plusSeconds(m_workplace.clock.now(), -kDelaySeconds);
  for (auto mail : m_workplace.store.notices().delayedMails(before, kMailsARun)) {
    mail.state = MailState::sent;
    note(mail, mail.attempts);
  }
}

SendMail::Done SendMail::execute(MailSender& sender) {
  requireRight(m_workplace.actor, Right::administer);
  settleDelayed();
  Done done;
  for (auto mail : m_workplace.store.notices().mailsDue(m_workplace.clock.now(), kMailsARun)) {
    const Instant now = m_workplace.clock.now();
    const int before = mail.attempts++;
    mail.nextAt = nextAttempt(mail.attempts, now);
    if (!mail.nextAt) mail.state = MailState::failed;
    if (!note(mail, before)) continue;  // another job has it
    const auto answer = sender.send(mail);
    mail.error = subjectLine(answer.words);
    switch (answer.verdict) {
      case MailAnswer::Verdict::sent:
        mail.state = MailState::sent;
        mail.sentAt = now;
        mail.error.clear();
        ++done.sent;
        break;
      case MailAnswer::Verdict::refused:
        mail.state = MailState::refused;
        ++done.refused;
        break;
      case MailAnswer::Verdict::tryAgain:
        ++(mail.state == MailState::failed ? done.failed : done.waiting);
        break;
    }
    if (mail.state != MailState::queued) mail.nextAt.reset();
    note(mail, mail.attempts);
  }
  return done;
}

}  // namespace octad::model
