#pragma once

#include "model/ports/notice_rows.hpp"

namespace octad::db {

class SqlUnitOfWork;

/// Writing notices in the transaction of a unit of work.
class SqlNoticeRows final : public model::NoticeRows {
 public:
  explicit SqlNoticeRows(SqlUnitOfWork& unit) : m_unit(unit) {}

  bool add(const model::Notice& notice) override;
  long long markRead(model::PersonId person, std::optional<model::NoticeId> only, model::Instant at) override;
  bool queue(const model::Mail& mail) override;
  bool noteMail(const model::Mail& mail, int attemptsBefore) override;
  bool addReport(const model::MailReport& report) override;

 private:
  SqlUnitOfWork& m_unit;
};

}  // namespace octad::db
