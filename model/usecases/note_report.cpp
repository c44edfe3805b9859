#include "model/usecases/note_report.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/ports/notice_rows.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/tell_unreachable.hpp"

namespace octad::model {

namespace {

std::string reasonOf(const DeliveryRecipient& about, const std::string& address) {
  std::string reason = about.diagnostic.empty() ? about.status : about.diagnostic;
  const std::string& last = about.finalAddress;
  // Passed on by a rule of the receiver's own: not the address that Octad knows is wrong.
  if (!last.empty() && last != address && about.address == address && reason.find(last) == std::string::npos)
    reason = last + (reason.empty() ? "" : ": " + reason);
  return reason;
}

Message wordsOf(const ReportNoted& noted, bool changed) {
  const std::string& address = noted.mail.address;
  const std::string reason = noted.reason.empty() ? translated(tr("none given")) : noted.reason;
  if (noted.before)
    return {tr("This report about the mail to {0} was noted before. Reason: {1}"), {address, reason}};
  const bool bad = noted.action == DeliveryAction::failed || noted.action == DeliveryAction::delayed;
  if (!bad)
    return {tr("The report says that the mail to {0} arrived or was passed on: there is nothing to note."),
            {address}};
  if (!changed)
    return {tr("The report about the mail to {0} was noted. The mail was sent again since, waits to be, or "
               "came back "
               "already: nothing changes. Reason: {1}"),
            {address, reason}};
  if (noted.action == DeliveryAction::failed)
    return {
        tr("The mail to {0} came back. Correct the address, then let the mail be tried again. Reason: {1}"),
        {address, reason}};
  return {tr("The mail to {0} is delayed. The mail servers go on trying: nothing has to be done yet. Reason: "
             "{1}"),
          {address, reason}};
}

std::string addressesOf(const DeliveryReport& report) {
  std::string all;
  for (const auto& one : report.recipients) {
    const std::string& address = one.address.empty() ? one.finalAddress : one.address;
    if (!address.empty()) all += (all.empty() ? "" : ", ") + address;
  }
  return all;
}

}  // namespace

Mail NoteReport::mailOf(const DeliveryReport& report) {
  for (const std::string& id : report.messageIds)
    if (auto mail = m_workplace.store.notices().mailWithId(id.substr(0, id.find('@')))) return *mail;
  const std::string addresses = addressesOf(report);
  if (report.messageIds.empty())
    throw NotFound(
        {tr("This report says that a mail to {0} did not arrive, but not which one: the mail that came "
            "back is not in it. Nothing was noted."),
         {addresses}});
  throw NotFound({tr("This report is about a mail to {0} that was not sent from here: nothing was noted."),
                  {addresses}});
}

bool NoteReport::store(const DeliveryReport& report, const DeliveryRecipient& about, ReportNoted& noted) {
  const Instant now = m_workplace.clock.now();
  MailReport row;
  row.mailId = noted.mail.id;
  row.reportId = report.reportId;
  row.action = about.action;
  row.recipient = subjectLine(about.finalAddress.empty() ? about.address : about.finalAddress);
  row.status = about.status;
  row.reason = noted.reason;
  const Instant said = report.reportedAt.value_or(now);
  row.reportedAt = std::min(said, now);
  row.notedAt = now;
  row.notedBy = m_workplace.actor.id;
  Mail changed = noted.mail;
  const auto state = stateAfter(changed, about.action, said);
  if (state) {
    changed.state = *state;
    changed.error = noted.reason;
    changed.reportedAt = row.reportedAt;
    changed.nextAt.reset();
  }
  const auto notice =
      state == MailState::bounced ? unreachableNotice(m_workplace.store, changed, now) : std::nullopt;
  const auto unit = m_workplace.store.begin({m_workplace.actor, "mail-report", {}, now, {}, {}});
  noted.before = !unit->notices().addReport(row);
  if (!noted.before && state) {
    if (!unit->notices().noteMail(changed, changed.attempts))
      throw Conflict(tr("The mail is being sent again just now. Give the report again in a moment."));
    if (notice) unit->notices().add(*notice);
    noted.mail = changed;
  }
  unit->commit({});
  return !noted.before && state.has_value();
}

ReportNoted NoteReport::execute(const DeliveryReport& report) {
  if (!may(m_workplace.actor, Right::administer))
    throw Refused(
        "delivery-report",
        tr("This mail is no complaint: it tells that a mail did not arrive. Pass it to an administrator, who "
           "notes it in the place \"Mails\" or with octadctl mail bounce."));
  if (report.recipients.empty())
    throw Invalid(
        "file", tr("This mail tells that a mail did not arrive, but in no form that can be read (RFC 3464). "
                   "It is no complaint: nothing was stored. Look in the place \"Mails\" for the mail it is "
                   "about, and correct the address."));
  ReportNoted noted;
  noted.mail = mailOf(report);
  const DeliveryRecipient& about = *worstOf(report, noted.mail.address);
  noted.action = about.action;
  noted.reason = reasonOf(about, noted.mail.address);
  const bool bad = about.action == DeliveryAction::failed || about.action == DeliveryAction::delayed;
  const bool changed = bad && store(report, about, noted);
  noted.words = wordsOf(noted, changed);
  return noted;
}

}  // namespace octad::model
