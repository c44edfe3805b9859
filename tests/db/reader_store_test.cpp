#include <algorithm>
#include <gtest/gtest.h>

#include "model/core/error.hpp"
#include "model/core/sha256.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "tests/support/test_database.hpp"

namespace octad::db {
namespace {

using model::Row;

/// What a unit of work stores, the Reader gives.
class ReaderStore : public ::testing::TestWithParam<support::DatabaseKind> {
 protected:
  model::Reader& reader() { return m_database.store().reader(); }
  void store(Row row) {
    const auto unit = m_database.store().begin(m_database.change("wang", "test"));
    unit->insert(row);
    unit->commit("");
  }
  long long found(const std::string& text) {
    model::CaseFilter filter;
    filter.text = text;
    return reader().caseCount(filter);
  }

  support::TestDatabase m_database{GetParam()};
};

TEST_P(ReaderStore, MasterDataAndSettings) {
  EXPECT_EQ(reader().departments().size(), 8u);
  EXPECT_EQ(reader().departments().at(0).code, "CQE");
  EXPECT_EQ(reader().people().size(), 10u);
  for (const auto& person : reader().people()) EXPECT_EQ(person.roles.size(), 1u) << person.login;
  EXPECT_EQ(reader().calendar().size(), 8u);
  EXPECT_EQ(reader().calendar().at(0).day, model::Date(2026, 10, 1));
  EXPECT_EQ(reader().setting("zone"), "Asia/Shanghai");
  EXPECT_EQ(reader().setting("no such key"), "");
}

TEST_P(ReaderStore, ChoosersFindNamesAsPeopleTypeThem) {
  EXPECT_EQ(reader().customers("", 100).size(), 2u);
  EXPECT_EQ(reader().customers("", 1).size(), 1u);
  EXPECT_EQ(reader().customers("乙", 10).at(0).ppmTarget, 50);
  EXPECT_EQ(reader().customers("c００1", 10).at(0).name, "甲公司");
  EXPECT_TRUE(reader().customers("丙", 10).empty());
  EXPECT_EQ(reader().parts("p-100", 10).at(0).number, "P-100");
  EXPECT_EQ(reader().parts("200W", 10).at(0).number, "P-200");
}

TEST_P(ReaderStore, PoliciesByNameAndRevision) {
  const auto site = reader().site();
  EXPECT_EQ(site.policyName, "default");
  const auto active = reader().policy(site.policyName, 0);
  EXPECT_GE(reader().policies().size(), 3u);
  EXPECT_EQ(reader().policy("default", active.revision).rules, active.rules);
  EXPECT_THROW(reader().policy("default", 99), model::NotFound);
  EXPECT_THROW(reader().policy("none", 1), model::NotFound);
}

TEST_P(ReaderStore, ShipmentsByMonth) {
  const auto customer = m_database.customer("甲公司");
  const auto part = m_database.part("P-100");
  for (const auto* month : {"2026-09", "2026-10", "2026-11"})
    store(model::Shipment{{}, customer, part, month, 1000});
  EXPECT_EQ(reader().shipments("2026-10", "2026-11").size(), 2u);
  EXPECT_EQ(reader().shipped(customer, part, "2026-10"), 1000);
  EXPECT_EQ(reader().shipped(customer, part, "2026-12"), std::nullopt);
}

TEST_P(ReaderStore, SavedViewsOfOnePerson) {
  store(model::SavedView{{}, m_database.person("wang"), "逾期", "{\"overdue\":true}", "{}"});
  store(model::SavedView{{}, m_database.person("hu"), "别人的", "{}", "{}"});
  const auto views = reader().savedViews(m_database.person("wang"));
  ASSERT_EQ(views.size(), 1u);
  EXPECT_EQ(views[0].name, "逾期");
  EXPECT_EQ(views[0].filter, "{\"overdue\":true}");
}

TEST_P(ReaderStore, AttachmentBytesComeBackInOrder) {
  const auto id = m_database.makeCase();
  std::string bytes;
  for (int i = 0; i < 3'000'000; ++i) bytes += static_cast<char>(i * 7 + i / 256);
  model::Attachment file;
  file.complaintId = id;
  file.fileName = "照片.jpg";
  file.originalName = "照片.jpg";
  file.mediaType = "image/jpeg";
  file.sha256 = model::sha256Hex(bytes);
  file.size = static_cast<long long>(bytes.size());
  file.addedBy = m_database.person("wang");
  file.addedAt = m_database.clock().now();
  Row row = file;
  {
    const auto unit = m_database.store().begin(m_database.change("wang", "attach"));
    EXPECT_FALSE(unit->hasContent(file.sha256));
    constexpr std::size_t kChunk = 1 << 20;
    for (std::size_t at = 0; at < bytes.size(); at += kChunk)
      unit->storeChunk(file.sha256, static_cast<int>(at / kChunk),
                       std::string_view(bytes).substr(at, kChunk));
    unit->insert(row);
    unit->commit("");
  }
  std::string read;
  reader().readAttachment(std::get<model::Attachment>(row).id, [&](std::string_view chunk) {
    EXPECT_LE(chunk.size(), std::size_t{1} << 20);
    read += chunk;
  });
  EXPECT_TRUE(read == bytes);
  EXPECT_EQ(reader().openCase(id).attachments.at(0).sha256, file.sha256);
}

TEST_P(ReaderStore, ImportedFilesAndLines) {
  const auto id = m_database.makeCase();
  const std::string hash(64, 'a');
  store(model::ImportedFile{
      {}, hash, "登记表.csv", "register", 12, m_database.person("wang"), m_database.clock().now()});
  store(model::ImportedLine{{}, "KS-001", hash, id});
  ASSERT_TRUE(reader().importedFile(hash));
  EXPECT_EQ(reader().importedFile(hash)->rows, 12);
  EXPECT_FALSE(reader().importedFile(std::string(64, 'b')));
  ASSERT_EQ(reader().importedLines().size(), 1u);
  EXPECT_EQ(reader().importedLines().at(0).complaintId, id);
}

TEST_P(ReaderStore, SearchFollowsWhatIsWritten) {
  const auto id = m_database.makeCase("输出电压偏低");
  EXPECT_EQ(found("电压"), 1);
  EXPECT_EQ(found("P-100"), 1);
  EXPECT_EQ(found("甲公司"), 1);
  EXPECT_EQ(found("虚焊"), 0);
  const auto file = reader().openCase(id);
  {
    const auto unit = m_database.store().begin(m_database.change("wang", "save"));
    unit->lockCase(id);
    model::Cause cause;
    cause.problemId = file.complaint.problemId;
    cause.text = "焊点虚焊";
    Row row = cause;
    unit->insert(row);
    unit->commit("");
  }
  EXPECT_EQ(found("虚焊"), 1);
  {
    const auto unit = m_database.store().begin(m_database.change("wang", "amend"));
    auto head = unit->lockCase(id).complaint;
    head.title = "无输出";
    head.receivedAt = model::plusSeconds(head.receivedAt, -86'400);  // its place in time moves, too
    unit->updateComplaint(head);
    unit->commit("");
  }
  EXPECT_EQ(found("无输出"), 1);
  model::CaseFilter filter;
  filter.text = "无输出";
  const auto page = reader().casePage(filter, {}, 10, std::nullopt);
  ASSERT_EQ(page.rows.size(), 1u);
  EXPECT_EQ(page.rows[0].title, "无输出");
}

TEST_P(ReaderStore, ADepartmentSeesWhatItIsAskedUntilItIsApproved) {
  const auto id = m_database.makeCase();
  const auto file = reader().openCase(id);
  model::CaseFilter filter;
  filter.departmentId = m_database.department("TE");
  EXPECT_EQ(reader().caseCount(filter), 0);
  model::Assignment asked;
  asked.complaintId = id;
  asked.problemId = file.complaint.problemId;
  asked.departmentId = *filter.departmentId;
  asked.disciplines = "D4";
  asked.dueOn = model::Date(2026, 11, 30);
  asked.askedBy = m_database.person("wang");
  asked.askedAt = m_database.clock().now();
  Row row = asked;
  {
    const auto unit = m_database.store().begin(m_database.change("wang", "assign"));
    unit->insert(row);
    unit->commit("");
  }
  EXPECT_EQ(reader().caseCount(filter), 1);
  EXPECT_EQ(reader().assignments(*filter.departmentId, true).size(), 1u);
  std::get<model::Assignment>(row).state = model::AssignmentState::approved;
  {
    const auto unit = m_database.store().begin(m_database.change("wang", "review"));
    unit->update(row);
    unit->commit("");
  }
  EXPECT_EQ(reader().caseCount(filter), 0);
  EXPECT_TRUE(reader().assignments(*filter.departmentId, true).empty());
  EXPECT_EQ(reader().assignments(*filter.departmentId, false).size(), 1u);
}

TEST_P(ReaderStore, AuditIsVerifiedThroughTheReader) {
  const auto id = m_database.makeCase();
  const auto one = reader().verifyAudit(id);
  EXPECT_TRUE(one.faults.empty());
  EXPECT_EQ(one.chains, 2);
  const auto all = reader().verifyAudit(std::nullopt);
  EXPECT_TRUE(all.faults.empty());
  EXPECT_GT(all.events, one.events);
}

INSTANTIATE_TEST_SUITE_P(Databases, ReaderStore, ::testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::db
