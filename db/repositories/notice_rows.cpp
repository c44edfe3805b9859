#include "db/repositories/notice_rows.hpp"

#include <soci/soci.h>

#include "db/mapping/bound_row.hpp"
#include "db/mapping/query.hpp"
#include "db/repositories/unit_of_work.hpp"

namespace octad::db {

bool SqlNoticeRows::add(const model::Notice& notice) {
  return m_unit.guarded([&] {
    // Without naming the key: on a server the reading rules would otherwise be asked about the row of another
    // job.
    return m_unit.m_rows.insertNew("notice", boundValues(notice));
  });
}

long long SqlNoticeRows::markRead(model::PersonId person, std::optional<model::NoticeId> only,
                                  model::Instant at) {
  return m_unit.guarded([&] {
    Query query("update notice set read_at = ");
    query.add(query.bind(at)).add(" where read_at is null and person_id = ").add(query.bind(person));
    if (only) query.add(" and id = ").add(query.bind(*only));
    return query.change(m_unit.session());
  });
}

bool SqlNoticeRows::queue(const model::Mail& mail) {
  return m_unit.guarded([&] { return m_unit.m_rows.insertNew("mail", boundValues(mail)); });
}

bool SqlNoticeRows::addReport(const model::MailReport& report) {
  return m_unit.guarded([&] { return m_unit.m_rows.insertNew("mail_report", boundValues(report)); });
}

bool SqlNoticeRows::noteMail(const model::Mail& mail, int attemptsBefore) {
  return m_unit.guarded([&] {
    Query query("update mail set state = ");
    query.add(query.bind(std::string(model::keyOf(mail.state))))
        .add(", attempts = ")
        .add(query.bind(static_cast<long long>(mail.attempts)))
        .add(", error = ")
        .add(query.bind(mail.error))
        .add(", next_at = ")
        .add(mail.nextAt ? query.bind(*mail.nextAt) : "null")
        .add(", sent_at = ")
        .add(mail.sentAt ? query.bind(*mail.sentAt) : "null")
        .add(", reported_at = ")
        .add(mail.reportedAt ? query.bind(*mail.reportedAt) : "null")
        .add(" where id = ")
        .add(query.bind(mail.id))
        .add(" and attempts = ")
        .add(query.bind(static_cast<long long>(attemptsBefore)));
    return query.change(m_unit.session()) == 1;
  });
}

}  // namespace octad::db
