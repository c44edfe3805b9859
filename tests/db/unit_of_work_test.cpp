#include <gtest/gtest.h>
#include <set>
#include <thread>

#include "audit/sha256.hpp"
#include "db/mapping/json.hpp"
#include "model/core/error.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/reader.hpp"
#include "tests/support/test_database.hpp"

namespace octad::db {
namespace {

using model::CaseFile;
using model::CaseState;
using model::ComplaintId;
using support::DatabaseKind;
using support::TestDatabase;

class Unit : public testing::TestWithParam<DatabaseKind> {
 protected:
  TestDatabase m_test{GetParam()};
  model::Store& store() { return m_test.store(); }
  std::unique_ptr<model::UnitOfWork> begin(const std::string& reason = {}) {
    return store().begin(m_test.change("wang", "amend", reason));
  }
  CaseFile read(ComplaintId id) { return store().reader().openCase(id); }
};
INSTANTIATE_TEST_SUITE_P(Databases, Unit, testing::ValuesIn(support::bothDatabases()), support::databaseName);

TEST_P(Unit, StoresACaseWithNumberProblemAndNineDisciplines) {
  const ComplaintId id = m_test.makeCase();
  const CaseFile file = read(id);
  EXPECT_EQ(file.complaint.number, "C26-00001");
  EXPECT_EQ(file.problem.number, "P26-00001");
  EXPECT_EQ(file.complaint.rowVersion, 1);
  EXPECT_EQ(file.complaint.state, CaseState::registered);
  EXPECT_EQ(file.complaint.createdAt, m_test.clock().now());
  EXPECT_EQ(file.disciplines.size(), 9U);
  ASSERT_EQ(file.items.size(), 1U);
  EXPECT_EQ(file.items[0].quantityDelivered, 1000);
  EXPECT_EQ(file.customer.name, "甲公司");
}

TEST_P(Unit, EveryFieldComesBackAsItWasStored) {
  const ComplaintId id = m_test.makeCase();
  auto unit = begin();
  CaseFile file = unit->lockCase(id, 1);
  model::Action action;
  action.problemId = file.problem.id;
  action.kind = model::ActionKind::preventive;
  action.text = "第一行\n第二行 'quoted' \"double\" \\ :colon %";
  action.dueOn = model::Date(2026, 12, 31);
  action.effectiveness = 95;
  action.departmentId = m_test.department("TE");
  model::Row row = action;
  unit->insert(row);
  model::Cause cause;
  cause.problemId = file.problem.id;
  cause.type = model::CauseType::sun;
  row = cause;
  unit->insert(row);
  file.complaint.lossMinor = 123'456'789'012LL;
  file.complaint.requestedDate = model::Date(2026, 11, 30);
  file.complaint.safety = true;
  file.complaint.dueAt = model::Instant{1'794'816'000'000'001};
  file.complaint.acceptance = model::Acceptance::partly;
  unit->updateComplaint(file.complaint);
  unit->commit("");
  const CaseFile back = read(id);
  EXPECT_EQ(toJson(back.complaint).dump(), toJson(file.complaint).dump());
  EXPECT_EQ(back.complaint.rowVersion, 2);
  ASSERT_EQ(back.actions.size(), 1U);
  EXPECT_EQ(back.actions[0].text, action.text);
  EXPECT_EQ(back.actions[0].dueOn, action.dueOn);
  EXPECT_EQ(back.actions[0].effectiveness, 95);
  EXPECT_FALSE(back.actions[0].doneOn.has_value());
  EXPECT_EQ(back.causes.at(0).type, model::CauseType::sun);
}

TEST_P(Unit, WithoutCommitNothingStays) {
  const ComplaintId id = m_test.makeCase();
  {
    const auto unit = begin();
    CaseFile file = unit->lockCase(id, 0);
    file.complaint.title = "改过";
    unit->updateComplaint(file.complaint);
  }
  EXPECT_EQ(read(id).complaint.title, "输出电压偏低");
}

TEST_P(Unit, SecondSaverOfOneVersionIsToldWhoWasFirstAndWhen) {
  const ComplaintId id = m_test.makeCase();
  CaseFile mine = read(id);
  {
    const auto unit = store().begin(m_test.change("hu", "amend"));
    CaseFile file = unit->lockCase(id, 1);
    file.complaint.title = "胡军改的";
    unit->updateComplaint(file.complaint);
    unit->commit("");
  }
  try {
    begin()->lockCase(id, mine.complaint.rowVersion);
    FAIL();
  } catch (const model::Conflict& conflict) {
    EXPECT_EQ(conflict.message().args.at(0), "胡军");
    EXPECT_EQ(conflict.message().args.at(1).substr(0, 3), "202");
  }
  try {
    const auto unit = begin();
    unit->updateComplaint(mine.complaint);
    FAIL();
  } catch (const model::Conflict& conflict) {
    EXPECT_EQ(conflict.message().args.at(0), "胡军");
  }
}

TEST_P(Unit, DisciplinesHaveVersionsOfTheirOwn) {
  const ComplaintId id = m_test.makeCase();
  const CaseFile file = read(id);
  model::Row d4 = file.discipline(model::DisciplineCode::d4);
  model::Row d5 = file.discipline(model::DisciplineCode::d5);
  model::Row stale = d4;
  {
    const auto unit = begin();
    std::get<model::Discipline>(d4).text = "一";
    unit->update(d4);
    EXPECT_EQ(std::get<model::Discipline>(d4).rowVersion, 2);
    unit->commit("");
  }
  {
    const auto unit = begin();
    unit->update(d5);
    unit->commit("");
  }
  EXPECT_THROW(begin()->update(stale), model::Conflict);
}

TEST_P(Unit, FiftySaversOfOneVersionHaveOneWinner) {
  const ComplaintId id = m_test.makeCase();
  const model::Complaint complaint = read(id).complaint;
  const model::Change change = m_test.change("wang", "amend");
  std::atomic<int> won = 0;
  std::atomic<int> told = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 5; ++thread)
    threads.emplace_back([&] {
      for (int i = 0; i < 10; ++i) try {
          model::Complaint mine = complaint;
          const auto unit = store().begin(change);
          unit->updateComplaint(mine);
          unit->commit("");
          ++won;
        } catch (const model::Conflict&) {
          ++told;
        }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(won, 1);
  EXPECT_EQ(told, 49);
}

TEST_P(Unit, NumbersHaveNoGapsWithRollbacksAndEightThreads) {
  const model::Change change = m_test.change("li", "register");
  const model::CustomerId customer = m_test.customer("甲公司");
  std::mutex mutex;
  std::set<std::string> numbers;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread)
    threads.emplace_back([&] {
      for (int i = 0; i < 10; ++i) {
        const auto unit = store().begin(change);
        model::Problem problem;
        problem.title = "编号";
        unit->createProblem(problem);
        model::Complaint complaint;
        complaint.uuid = model::newUuid();
        complaint.problemId = problem.id;
        complaint.customerId = customer;
        complaint.receivedAt = change.occurredAt;
        complaint.noticeMonth = "2026-11";
        complaint.title = "编号";
        unit->createComplaint(complaint);
        if (i % 5 == 4) continue;  // rolled back: its number is given again
        unit->commit("");
        const std::lock_guard lock(mutex);
        numbers.insert(complaint.number);
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(numbers.size(), 64U);
  EXPECT_EQ(*numbers.begin(), "C26-00001");
  EXPECT_EQ(*numbers.rbegin(), "C26-00064");
}

TEST_P(Unit, NumbersBeginAnewWithTheYearOfTheNotice) {
  m_test.makeCase();
  const model::Change change = m_test.change("li", "register");
  const model::CustomerId customer = m_test.customer("甲公司");
  const auto unit = store().begin(change);
  model::Problem problem;
  problem.createdAt = model::Instant{1'767'200'400'000'000};  // 2025-12-31 17:00 UTC: 2026 in Shanghai
  unit->createProblem(problem);
  EXPECT_EQ(problem.number, "P26-00002");
  model::Complaint complaint;
  complaint.uuid = model::newUuid();
  complaint.problemId = problem.id;
  complaint.customerId = customer;
  complaint.receivedAt = change.occurredAt;
  complaint.noticeMonth = "2025-12";
  complaint.title = "去年";
  unit->createComplaint(complaint);
  EXPECT_EQ(complaint.number, "C25-00001");
}

TEST_P(Unit, RequestSentAgainHappensOnce) {
  const ComplaintId id = m_test.makeCase();
  model::Change change = m_test.change("wang", "amend");
  change.requestId = model::newUuid();
  change.fingerprint = "one";
  {
    const auto unit = store().begin(change);
    EXPECT_FALSE(unit->replayed().has_value());
    CaseFile file = unit->lockCase(id, 0);
    unit->updateComplaint(file.complaint);
    unit->commit("first result");
  }
  EXPECT_EQ(store().begin(change)->replayed(), "first result");
  change.fingerprint = "two";
  try {
    store().begin(change)->replayed();
    FAIL();
  } catch (const model::Refused& refused) {
    EXPECT_EQ(refused.rule(), "request-reused");
  }
  change.fingerprint = "one";
  change.actor = m_test.actor("hu");
  EXPECT_THROW(store().begin(change)->replayed(), model::Refused);
}

TEST_P(Unit, RequestThatFailedMayComeAgain) {
  model::Change change = m_test.change("wang", "amend");
  change.requestId = model::newUuid();
  {
    const auto unit = store().begin(change);
    EXPECT_FALSE(unit->replayed().has_value());
  }
  EXPECT_FALSE(store().begin(change)->replayed().has_value());
}

TEST_P(Unit, SameRequestAtTheSameMomentHappensOnce) {
  const ComplaintId id = m_test.makeCase();
  model::Change change = m_test.change("wang", "amend");
  change.requestId = model::newUuid();
  std::atomic<int> done = 0;
  std::atomic<int> repeated = 0;
  const auto other = m_test.openAnother();
  const auto save = [&](model::Store& through) {
    const auto unit = through.begin(change);
    if (unit->replayed()) {
      ++repeated;
      return;
    }
    CaseFile file = unit->lockCase(id, 0);
    unit->updateComplaint(file.complaint);
    unit->commit("done");
    ++done;
  };
  std::thread first([&] { save(store()); });
  std::thread second([&] { save(*other); });
  first.join();
  second.join();
  EXPECT_EQ(done, 1);
  EXPECT_EQ(repeated, 1);
  EXPECT_EQ(read(id).complaint.rowVersion, 2);
}

TEST_P(Unit, MovesByTheTableOnly) {
  const ComplaintId id = m_test.makeCase();
  {
    const auto unit = begin();
    CaseFile file = unit->lockCase(id, 0);
    EXPECT_THROW(unit->moveComplaint(file.complaint, CaseState::closed, "跳过"), model::Refused);
  }
  const auto unit = begin();
  CaseFile file = unit->lockCase(id, 0);
  unit->moveComplaint(file.complaint, CaseState::confirming, "");
  unit->moveComplaint(file.complaint, CaseState::handling, "");
  EXPECT_EQ(file.complaint.rowVersion, 3);
  unit->commit("");
  EXPECT_EQ(read(id).complaint.state, CaseState::handling);
}

TEST_P(Unit, ClosingSetsTheDateAndReopeningTakesItAway) {
  const ComplaintId id = m_test.makeCase();
  const auto unit = begin("结案原因写明");
  CaseFile file = unit->lockCase(id, 0);
  for (const CaseState state : {CaseState::handling, CaseState::closing, CaseState::closed})
    unit->moveComplaint(file.complaint, state, "结案原因写明");
  EXPECT_EQ(file.complaint.closedAt, m_test.clock().now());
  unit->moveComplaint(file.complaint, CaseState::handling, "客户又有异议");
  EXPECT_FALSE(file.complaint.closedAt.has_value());
  unit->commit("");
  EXPECT_FALSE(read(id).complaint.closedAt.has_value());
}

TEST_P(Unit, PeopleKeepTheirRoles) {
  model::Row row =
      model::Person{{}, "new", "新人", "", std::nullopt, true, {model::Role::cqe, model::Role::manager}};
  {
    const auto unit = begin();
    unit->insert(row);
    unit->commit("");
  }
  EXPECT_EQ(m_test.actor("new").roles.size(), 2U);
  std::get<model::Person>(row).roles = {model::Role::auditor};
  {
    const auto unit = begin();
    unit->update(row);
    unit->commit("");
  }
  EXPECT_EQ(m_test.actor("new").roles, std::vector{model::Role::auditor});
}

TEST_P(Unit, AttachmentsAreStoredOnceAndOnlyWithTheRightHash) {
  const ComplaintId id = m_test.makeCase();
  std::string bytes(3'000'000, 'x');
  for (std::size_t i = 0; i < bytes.size(); i += 7) bytes[i] = static_cast<char>(i);
  const std::string hash = audit::sha256Hex(bytes);
  model::Attachment attachment;
  attachment.complaintId = id;
  attachment.fileName = attachment.originalName = "照片.png";
  attachment.sha256 = hash;
  attachment.size = static_cast<long long>(bytes.size());
  attachment.addedBy = m_test.person("wang");
  attachment.addedAt = m_test.clock().now();
  {
    const auto unit = begin();
    EXPECT_FALSE(unit->hasContent(hash));
    for (int part = 0; part < 3; ++part)
      unit->storeChunk(hash, part,
                       std::string_view(bytes).substr(static_cast<std::size_t>(part) * 1'000'000, 1'000'000));
    EXPECT_TRUE(unit->hasContent(hash));
    model::Row row = attachment;
    unit->insert(row);
    unit->commit("");
    attachment.id = std::get<model::Attachment>(row).id;
  }
  EXPECT_TRUE(begin()->hasContent(hash));
  std::string back;
  store().reader().readAttachment(attachment.id, [&](std::string_view chunk) { back += chunk; });
  EXPECT_EQ(back, bytes);
  const auto unit = begin();
  unit->storeChunk(audit::sha256Hex("announced"), 0, "something else");
  EXPECT_THROW(unit->commit(""), model::Invalid);
}

TEST_P(Unit, AttachmentWithoutItsBytesIsRefused) {
  model::Attachment attachment;
  attachment.complaintId = m_test.makeCase();
  attachment.fileName = attachment.originalName = "a.txt";
  attachment.sha256 = audit::sha256Hex("never stored");
  attachment.size = 5;
  attachment.addedBy = m_test.person("wang");
  attachment.addedAt = m_test.clock().now();
  const auto unit = begin();
  model::Row row = attachment;
  unit->insert(row);
  EXPECT_THROW(unit->commit(""), model::Invalid);
}

TEST_P(Unit, SnapshotsAreCanonicalAndWithoutInternalWords) {
  const ComplaintId id = m_test.makeCase();
  auto unit = begin();
  CaseFile file = unit->lockCase(id, 0);
  file.complaint.remarks = "内部备注";
  for (model::Discipline& discipline : file.disciplines) discipline.text = "内部措辞";
  const auto [json, hash] = unit->freeze(file, std::nullopt);
  EXPECT_EQ(hash, audit::sha256Hex(json));
  EXPECT_EQ(json.find("内部"), std::string::npos);
  EXPECT_EQ(json.find("wang@"), std::string::npos);
  EXPECT_NE(json.find("输出电压偏低"), std::string::npos);
  EXPECT_EQ(unit->freeze(file, std::nullopt).first, json);
  const auto [d4, d4Hash] = unit->freeze(file, model::DisciplineCode::d4);
  EXPECT_NE(d4.find("why_steps"), std::string::npos);
  EXPECT_NE(d4.find("内部措辞"), std::string::npos);
  EXPECT_NE(d4Hash, hash);
}

TEST_P(Unit, SearchFindsWhatWasJustSaved) {
  const ComplaintId id = m_test.makeCase("外壳划伤");
  m_test.makeCase("螺丝松动");
  model::CaseFilter filter;
  filter.text = "划伤";
  EXPECT_EQ(store().reader().caseIds(filter, {}, 10), std::vector{id});
  {
    const auto unit = begin();
    model::Cause cause;
    cause.problemId = read(id).problem.id;
    cause.text = "镀层氢脆断裂";
    model::Row row = cause;
    unit->insert(row);
    unit->commit("");
  }
  filter.text = "氢脆";
  EXPECT_EQ(store().reader().caseIds(filter, {}, 10), std::vector{id});
}

TEST_P(Unit, AfterAnErrorNothingCanBeCommitted) {
  const ComplaintId id = m_test.makeCase();
  const auto unit = begin();
  CaseFile file = unit->lockCase(id, 0);
  file.complaint.title = "改过";
  unit->updateComplaint(file.complaint);
  model::ComplaintItem bad = file.items[0];
  bad.quantityDefective = -1;
  model::Row row = bad;
  EXPECT_THROW(unit->update(row), model::Invalid);
  EXPECT_ANY_THROW(unit->commit(""));
  EXPECT_EQ(read(id).complaint.title, "输出电压偏低");
}

}  // namespace
}  // namespace octad::db
