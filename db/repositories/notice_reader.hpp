#pragma once

#include "model/ports/notice_rows.hpp"

namespace octad::db {

class Database;

/// Reading notices and what they are made from; each call leases a session for as long as it runs.
class SqlNoticeReader final : public model::NoticeReader {
 public:
  explicit SqlNoticeReader(Database& database) : m_database(database) {}

  std::vector<model::OpenItem> openItems(int reporterDays) override;
  std::vector<model::ComplaintId> unansweredCases() override;
  std::vector<std::string> knownKeys() override;
  std::vector<model::Notice> inbox(model::PersonId person, bool unreadOnly, int limit) override;
  std::vector<model::Notice> unread() override;
  std::vector<model::Mail> mails(bool all, int limit) override;
  std::vector<model::Mail> mailsDue(model::Instant now, int limit) override;
  std::vector<model::Mail> delayedMails(model::Instant reportedBefore, int limit) override;
  std::optional<model::Mail> mailWithId(const std::string& messageId) override;
  std::map<model::PersonId, model::Instant> lastMails() override;

 private:
  template <class Work>
  auto read(Work&& work);

  Database& m_database;
};

}  // namespace octad::db
