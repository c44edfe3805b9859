#include "db/admin/copy.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <soci/soci.h>

#include "audit/sha256.hpp"
#include "db/admin/audited_tables.hpp"
#include "db/connection/database.hpp"
#include "db/connection/open_store.hpp"
#include "db/mapping/json.hpp"
#include "model/core/error.hpp"
#include "model/ports/reader.hpp"
#include "tests/support/test_database.hpp"

namespace octad::db {
namespace {

using support::DatabaseKind;
using support::EmptyPlace;
using support::TestDatabase;

class Steps final : public model::Progress {
 public:
  explicit Steps(int most) : m_most(most) {}
  bool report(double fraction, const model::Message&) override {
    EXPECT_LE(fraction, 1.0);
    return ++m_count < m_most;
  }

 private:
  int m_most;
  int m_count = 0;
};

constexpr int kForever = 1'000'000;

DatabaseKind other(DatabaseKind kind) {
  return kind == DatabaseKind::sqlite ? DatabaseKind::postgres : DatabaseKind::sqlite;
}

/// A database of one kind is copied to the other kind.
class CopyDatabase : public testing::TestWithParam<DatabaseKind> {
 protected:
  void SetUp() override {
    m_id = m_test.makeCase("无输出 \"引号\" \\ 😀");
    const std::string bytes(2'500'000, '\xff');
    const std::string hash = audit::sha256Hex(bytes);
    const auto unit = m_test.store().begin(m_test.change("wang", "attach"));
    for (int part = 0; part < 3; ++part)
      unit->storeChunk(hash, part,
                       std::string_view(bytes).substr(static_cast<std::size_t>(part) * 1'000'000, 1'000'000));
    model::Attachment attachment;
    attachment.complaintId = m_id;
    attachment.fileName = attachment.originalName = "照片.png";
    attachment.sha256 = hash;
    attachment.size = static_cast<long long>(bytes.size());
    attachment.addedBy = m_test.person("wang");
    attachment.addedAt = m_test.clock().now();
    model::Row row = attachment;
    unit->insert(row);
    unit->takeCheckpoint();
    unit->commit("");
  }
  CopyReport copyTo(const std::string& url, int steps = kForever) {
    Database source(m_test.url(), {});
    Steps progress(steps);
    return copyDatabase(source, DatabaseUrl(url), progress);
  }

  TestDatabase m_test{GetParam()};
  EmptyPlace m_target{other(GetParam())};
  model::ComplaintId m_id;
};
INSTANTIATE_TEST_SUITE_P(Databases, CopyDatabase, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace

TEST_P(CopyDatabase, BringsEverythingOverAndGoesOnThere) {
  const CopyReport report = copyTo(m_target.url());
  EXPECT_TRUE(report.audit.faults.empty());
  EXPECT_EQ(report.files, 1);
  const auto copy = openStore(DatabaseUrl(m_target.url()), {});
  const auto original = m_test.store().reader().openCase(m_id);
  const auto copied = copy->reader().openCase(m_id);
  EXPECT_EQ(toJson(copied).dump(), toJson(original).dump());
  EXPECT_EQ(copy->reader().recordHash(m_id), m_test.store().reader().recordHash(m_id));
  std::size_t bytes = 0;
  copy->reader().readAttachment(copied.attachments.at(0).id, [&bytes](auto chunk) { bytes += chunk.size(); });
  EXPECT_EQ(bytes, 2'500'000U);
  model::CaseFilter filter;
  filter.text = "输出";
  EXPECT_EQ(copy->reader().caseCount(filter), 1) << "found by its text there too";

  // Work goes on: triggers are back, keys and numbers follow those that were given.
  const auto unit = copy->begin(m_test.change("wang", "amend", "在新数据库中继续"));
  auto file = unit->lockCase(m_id, 0);
  file.complaint.title = "改过";
  unit->updateComplaint(file.complaint);
  model::Complaint next = file.complaint;
  next.uuid = "0d8f4a0e-8f0c-4a1e-9f2b-111111111111";
  unit->createComplaint(next);
  unit->commit("");
  EXPECT_GT(next.id.value, m_id.value);
  EXPECT_NE(next.number, file.complaint.number);
  EXPECT_TRUE(copy->reader().verifyAudit(std::nullopt).faults.empty());
  EXPECT_EQ(copy->reader().history(m_id).size(), m_test.store().reader().history(m_id).size() + 1);
}

TEST_P(CopyDatabase, IsAllOrNothing) {
  try {
    copyTo(m_target.url(), 5);
    ADD_FAILURE() << "it was to be stopped";
  } catch (const model::Refused& refused) {
    EXPECT_EQ(refused.rule(), "stopped");
  }
  copyTo(m_target.url());  // nothing was left in the way
  EXPECT_THROW(copyTo(m_target.url()), model::Refused) << "a database with records is never copied over";
}

TEST_P(CopyDatabase, RefusesATrailThatDoesNotVerify) {
  {
    Database source(m_test.url(), {});
    const Lease lease = source.writer();
    if (GetParam() == DatabaseKind::sqlite)
      lease.session() << "drop trigger audit_event_append_only_update";
    else
      lease.session() << "alter table audit_event disable trigger all";
    lease.session() << "update audit_event set actor = '某人' where seq = 2";
  }
  EXPECT_THROW(copyTo(m_target.url()), model::Refused);
}

TEST(CopiedTables, AreAllThatHoldRecords) {
  for (const auto& table : auditedTables())
    EXPECT_EQ(std::count(copiedTables().begin(), copiedTables().end(), table.name), 1) << table.name;
}

}  // namespace octad::db
