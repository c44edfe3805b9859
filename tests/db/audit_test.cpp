#include <gtest/gtest.h>
#include <soci/soci.h>

#include "audit/event.hpp"
#include "db/connection/database.hpp"
#include "db/repositories/audit_verifier.hpp"
#include "model/core/error.hpp"
#include "model/ports/reader.hpp"
#include "tests/support/test_database.hpp"

namespace octad::db {
namespace {

using support::DatabaseKind;
using support::TestDatabase;

class Audit : public testing::TestWithParam<DatabaseKind> {
 protected:
  void SetUp() override {
    m_id = m_test.makeCase();
    const auto unit = m_test.store().begin(m_test.change("wang", "amend", "客户补充了信息"));
    model::CaseFile file = unit->lockCase(m_id, 0);
    file.complaint.title = "标题改过";
    unit->updateComplaint(file.complaint);
    unit->commit("");
    m_chain = file.complaint.uuid;
  }
  model::AuditReport verify() {
    const Lease lease = m_database.reader();
    return verifyAudit(lease.session(), m_database.dialect(), std::nullopt);
  }
  /// Does what only somebody with the file or server in hand can do: switches the guards off first.
  void tamper(const std::string& sql) {
    const Lease lease = m_database.writer();
    if (GetParam() == DatabaseKind::sqlite) {
      for (const char* trigger : {"audit_event_append_only_update", "audit_event_append_only_delete",
                                  "audit_head_guard", "audit_head_never_deleted"})
        lease.session() << "drop trigger if exists " + std::string(trigger);
    } else {
      lease.session() << "alter table audit_event disable trigger all";
      lease.session() << "alter table audit_head disable trigger all";
    }
    lease.session() << sql;
  }
  std::string where(long long seq) const {
    return " where chain = '" + m_chain + "' and seq = " + std::to_string(seq);
  }

  TestDatabase m_test{GetParam()};
  Database m_database{m_test.url(), {}};
  model::ComplaintId m_id;
  std::string m_chain;
};
INSTANTIATE_TEST_SUITE_P(Databases, Audit, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

TEST_P(Audit, EveryChangedRowIsOneEventInItsChain) {
  const model::AuditReport report = m_test.store().reader().verifyAudit(std::nullopt);
  EXPECT_TRUE(report.faults.empty());
  EXPECT_EQ(report.chains, 3);  // master data, the case, its problem
  const model::AuditReport one = m_test.store().reader().verifyAudit(m_id);
  EXPECT_TRUE(one.faults.empty());
  EXPECT_EQ(one.chains, 2);
  EXPECT_EQ(one.events, 3 + 10);  // case, item, change; problem and nine disciplines
}

TEST_P(Audit, EventSaysWhoWhatWhyAndOnlyWhatChanged) {
  const std::vector<model::HistoryEvent> history = m_test.store().reader().history(m_id);
  const auto event = std::find_if(history.begin(), history.end(), [](const model::HistoryEvent& one) {
    return one.operation == "UPDATE" && one.table == "complaint";
  });
  ASSERT_NE(event, history.end());
  EXPECT_EQ(event->actor, "王芳");
  EXPECT_FALSE(event->login.empty());
  EXPECT_EQ(event->useCase, "amend");
  EXPECT_EQ(event->reason, "客户补充了信息");
  EXPECT_NE(event->newValues.find("标题改过"), std::string::npos);
  EXPECT_NE(event->oldValues.find("输出电压偏低"), std::string::npos);
  EXPECT_EQ(event->newValues.find("customer_id"), std::string::npos);
}

TEST_P(Audit, NewRowsAreRecordedWhole) {
  for (const model::HistoryEvent& event : m_test.store().reader().history(m_id)) {
    if (event.operation != "INSERT") continue;
    EXPECT_TRUE(event.oldValues.empty());
    EXPECT_NE(event.newValues.find("\"id\""), std::string::npos);
  }
}

TEST_P(Audit, AlteredValueIsFound) {
  tamper("update audit_event set new_values = replace(new_values, '标题改过', '标题改坏')" + where(3));
  const model::AuditReport report = verify();
  ASSERT_EQ(report.faults.size(), 2U) << "the event, and the live row that is not what it says";
  EXPECT_EQ(report.faults[0].chain, m_chain);
  EXPECT_EQ(report.faults[0].seq, 3);
}

TEST_P(Audit, BackdatingIsFound) {
  tamper("update audit_event set at_us = at_us - 86400000000" + where(2));
  EXPECT_FALSE(verify().faults.empty());
}

TEST_P(Audit, MovingACharacterOverAFieldBorderIsFound) {
  tamper("update audit_event set login = login || 'x', actor = 'x' || actor" + where(2));
  EXPECT_FALSE(verify().faults.empty());
}

TEST_P(Audit, NullAndEmptyAreNotTheSame) {
  tamper("update audit_event set old_values = ''" + where(1));
  EXPECT_FALSE(verify().faults.empty());
}

TEST_P(Audit, MissingEventIsFound) {
  tamper("delete from audit_event" + where(2));
  EXPECT_FALSE(verify().faults.empty());
}

TEST_P(Audit, CutTailIsFound) {
  tamper("delete from audit_event" + where(3));
  EXPECT_FALSE(verify().faults.empty());
}

TEST_P(Audit, RemovedChainIsFoundByItsHead) {
  tamper("delete from audit_event where chain = '" + m_chain + "'");
  EXPECT_FALSE(verify().faults.empty());
}

TEST_P(Audit, RemovedChainAndHeadAreFoundByTheRecord) {
  tamper("delete from audit_event where chain = '" + m_chain + "'");
  tamper("delete from audit_head where chain = '" + m_chain + "'");
  EXPECT_FALSE(verify().faults.empty());
}

TEST_P(Audit, TrailIsAppendOnly) {
  const auto refuses = [&](const std::string& sql) {
    const Lease lease = m_database.writer();
    EXPECT_ANY_THROW(lease.session() << sql) << sql;
  };
  refuses("update audit_event set reason = 'other'");
  refuses("delete from audit_event");
  refuses("update audit_head set seq = 0");
  refuses("delete from audit_head");
  if (GetParam() == DatabaseKind::postgres) {
    refuses("truncate audit_event");
    refuses("truncate complaint cascade");
  }
  EXPECT_TRUE(verify().faults.empty());
}

TEST_P(Audit, EventAddedByHandIsFound) {
  tamper(
      "insert into audit_event select chain, seq + 1, at_us, login, actor, use_case, operation, table_name,"
      " row_key, reason, old_values, new_values, hash from audit_event" +
      where(3));
  EXPECT_FALSE(verify().faults.empty());
}

TEST_P(Audit, LiveRowsAreComparedWithTheTrail) {
  {
    const Lease lease = m_database.writer();
    if (GetParam() == DatabaseKind::sqlite) {
      std::vector<std::string> triggers(200);
      lease.session() << "select name from sqlite_master where type = 'trigger' and tbl_name in"
                         " ('complaint', 'complaint_item')",
          soci::into(triggers);
      for (const auto& trigger : triggers) lease.session() << "drop trigger " + trigger;
    } else {
      lease.session() << "alter table complaint disable trigger all";
      lease.session() << "alter table complaint_item disable trigger all";
    }
  }
  EXPECT_TRUE(verify().faults.empty());
  const auto tried = [&](const std::string& sql) {
    const Lease lease = m_database.writer();
    lease.session() << sql;
  };
  tried("update complaint set title = '谁也没改过'");
  const auto changed = verify();
  ASSERT_EQ(changed.faults.size(), 1U);
  EXPECT_EQ(changed.faults[0].chain, m_chain);
  EXPECT_EQ(changed.faults[0].what.args, (std::vector<std::string>{"complaint", "1", "title"}));
  EXPECT_EQ(m_test.store().reader().verifyAudit(m_id).faults.size(), 1U)
      << "also when only this case is checked";
  tried("delete from complaint_item");
  EXPECT_EQ(verify().faults.size(), 2U) << "the removed item too";
}

TEST_P(Audit, CheckpointsBindWhatMoved) {
  const auto take = [this] {
    const auto unit = m_test.store().begin(m_test.change("zhou", "checkpoint"));
    const auto checkpoint = unit->takeCheckpoint();
    unit->commit("");
    return checkpoint;
  };
  EXPECT_EQ(take().heads.size(), 3U);  // master data, the case, its problem
  EXPECT_TRUE(take().heads.empty()) << "nothing moved";
  const auto id = m_test.makeCase();
  const auto second = take();
  EXPECT_EQ(second.number, 2);
  EXPECT_EQ(second.heads.size(), 2U);
  EXPECT_TRUE(verify().faults.empty());
  EXPECT_TRUE(m_test.store().reader().verifyAudit(id).faults.empty());
  tamper("delete from audit_event" + where(3));
  tamper("update audit_head set seq = 2, hash = (select hash from audit_event" + where(2) +
         ") where chain = '" + m_chain + "'");
  EXPECT_FALSE(verify().faults.empty()) << "a cut end is only seen by the checkpoint";
}

TEST(AuditHash, ByteFormIsAsWrittenDown) {
  // sha256 of: lp("c") int8(1) int8(2) lp("l") lp("a") lp("u") lp("INSERT") lp("t") lp("7") null null
  // lp("{}")
  model::AuditEvent event;
  event.chain = "c";
  event.seq = 1;
  event.atMicroseconds = 2;
  event.login = "l";
  event.actor = "a";
  event.useCase = "u";
  event.operation = "INSERT";
  event.tableName = "t";
  event.rowKey = "7";
  event.newValues = "{}";
  EXPECT_EQ(audit::eventHash("", event), "6fcda9f3f22d0c590435bd65670ab590e48f9b5f49a1475d37752d6b54a3683c");
}

}  // namespace
}  // namespace octad::db
