#include <algorithm>
#include <map>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "tests/db/bulk_fixture.hpp"

namespace octad::db {
namespace {

using model::CaseFile;
using model::ComplaintId;

class ReaderCase : public ::testing::TestWithParam<support::DatabaseKind> {
 protected:
  /// Only read from, so one for all tests of the suite.
  static BulkWorld* sharedWorld(support::DatabaseKind kind) {
    auto& world = s_worlds[kind];
    if (!world) world = std::make_unique<BulkWorld>(kind, support::BulkOptions{.cases = 60, .customers = 5});
    return world.get();
  }
  static void TearDownTestSuite() { s_worlds.clear(); }
  void SetUp() override {
    m_world = sharedWorld(GetParam());
    m_heads = m_world->heads;
    m_reader = m_world->reader.get();
  }
  long long number(const std::string& sql) {
    const Lease lease = m_world->database.reader();
    long long value = -1;
    lease.session() << sql, soci::into(value);
    return value;
  }

  static inline std::map<support::DatabaseKind, std::unique_ptr<BulkWorld>> s_worlds;
  BulkWorld* m_world = nullptr;
  model::Reader* m_reader = nullptr;
  std::vector<model::Complaint> m_heads;
};

template <class T>
void expectOwned(const std::vector<T>& rows, ComplaintId id) {
  for (const auto& row : rows) EXPECT_EQ(row.complaintId, id);
}
template <class T>
void expectOf(const std::vector<T>& rows, model::ProblemId id) {
  for (const auto& row : rows) EXPECT_EQ(row.problemId, id);
}

TEST_P(ReaderCase, HeadsComeBackWhole) {
  for (const auto& head : m_heads) {
    const auto file = m_reader->openCase(head.id);
    EXPECT_EQ(model::fingerprint(file.complaint), model::fingerprint(head)) << head.number;
  }
}

TEST_P(ReaderCase, EverythingOfTheCaseIsThereAndNothingElse) {
  for (const auto id : {1, 30, 60}) {
    SCOPED_TRACE(id);
    const auto file = m_reader->openCase(ComplaintId(id));
    const auto where = " where complaint_id = " + std::to_string(id);
    const auto ofProblem = " where problem_id = " + std::to_string(file.complaint.problemId.value);
    const auto count = [&](const std::string& table, const std::string& condition, std::size_t size) {
      EXPECT_EQ(number("select count(*) from " + table + condition), static_cast<long long>(size)) << table;
    };
    count("complaint_item", where, file.items.size());
    count("decision", where, file.decisions.size());
    count("reply", where, file.replies.size());
    count("case_clock", where, file.clocks.size());
    count("assignment", where, file.assignments.size());
    expectOwned(file.assignments, file.complaint.id);
    count("discipline", ofProblem, file.disciplines.size());
    count("team_member", ofProblem, file.team.size());
    count("fact", ofProblem, file.facts.size());
    count("cause", ofProblem, file.causes.size());
    count("why_step", ofProblem, file.whySteps.size());
    count("action", ofProblem, file.actions.size());
    expectOwned(file.items, file.complaint.id);
    expectOwned(file.replies, file.complaint.id);
    expectOf(file.disciplines, file.complaint.problemId);
    expectOf(file.actions, file.complaint.problemId);
    EXPECT_FALSE(file.items.empty());
    EXPECT_FALSE(file.actions.empty());
    ASSERT_EQ(file.disciplines.size(), 9u);
    for (std::size_t i = 0; i < 9; ++i)
      EXPECT_EQ(file.disciplines[i].code, static_cast<model::DisciplineCode>(i));
    for (std::size_t i = 1; i < file.items.size(); ++i)
      EXPECT_LT(file.items[i - 1].position, file.items[i].position);
    EXPECT_EQ(file.problem.id, file.complaint.problemId);
    EXPECT_EQ(file.customer.id, file.complaint.customerId);
    EXPECT_EQ(file.decisions.at(0).inputs, "{}");
    EXPECT_EQ(file.actions.at(0).dueOn, model::Date(2026, 11, 30));
    // The actions of a problem are those of its first case.
    if (file.siblings.empty())
      EXPECT_EQ(file.actions.at(0).doneOn, file.complaint.closedAt ? file.actions.at(0).dueOn : std::nullopt);
  }
}

TEST_P(ReaderCase, NamesBehindTheKeysAreThere) {
  for (const auto& head : m_heads) {
    const auto file = m_reader->openCase(head.id);
    const auto has = [](const auto& rows, auto id) {
      return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
    };
    EXPECT_TRUE(has(file.people, *head.ownerId));
    for (const auto& reply : file.replies) EXPECT_TRUE(has(file.people, reply.sentBy));
    for (const auto& asked : file.assignments) EXPECT_TRUE(has(file.departments, asked.departmentId));
    if (head.responsibleDepartmentId) {
      EXPECT_TRUE(has(file.departments, *head.responsibleDepartmentId));
    }
    for (const auto& item : file.items) EXPECT_TRUE(has(file.parts, item.partId));
    for (const auto& person : file.people) {
      EXPECT_EQ(person.roles, std::vector{model::Role::cqe});
      EXPECT_TRUE(has(file.departments, *person.departmentId));
    }
  }
}

TEST_P(ReaderCase, SiblingsShareTheProblem) {
  bool found = false;
  for (const auto& head : m_heads) {
    const auto file = m_reader->openCase(head.id);
    std::vector<ComplaintId> expected;
    for (const auto& other : m_heads)
      if (other.problemId == head.problemId && other.id != head.id) expected.push_back(other.id);
    std::vector<ComplaintId> siblings;
    for (const auto& sibling : file.siblings) {
      siblings.push_back(sibling.id);
      EXPECT_FALSE(sibling.customerName.empty());
    }
    EXPECT_EQ(siblings, expected);
    found = found || !expected.empty();
  }
  EXPECT_TRUE(found) << "the test proves nothing";
}

TEST_P(ReaderCase, NoSuchCase) {
  EXPECT_THROW(m_reader->openCase(ComplaintId(99'999)), model::NotFound);
  EXPECT_THROW(m_reader->openCase(ComplaintId(0)), model::NotFound);
  EXPECT_THROW(m_reader->readAttachment(model::AttachmentId(1), [](std::string_view) {}), model::NotFound);
  EXPECT_TRUE(m_reader->history(ComplaintId(99'999)).empty());
}

TEST_P(ReaderCase, HistoryHasBothChainsInOrder) {
  const auto& head = m_heads.at(5);
  const auto events = m_reader->history(head.id);
  ASSERT_FALSE(events.empty());
  bool ofCase = false;
  bool ofProblem = false;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (i > 0) {
      EXPECT_LE(events[i - 1].recordedAt, events[i].recordedAt);
    }
    ofCase = ofCase || events[i].chain == head.uuid;
    ofProblem = ofProblem || events[i].chain != head.uuid;
    EXPECT_EQ(events[i].actor, "loader");
    EXPECT_EQ(events[i].useCase, "import");
  }
  EXPECT_TRUE(ofCase);
  EXPECT_TRUE(ofProblem);
}

TEST_P(ReaderCase, AssignmentsOfADepartmentSoonestFirst) {
  for (int department = 1; department <= 6; ++department) {
    const auto open = m_reader->assignments(model::DepartmentId(department), true);
    const auto all = m_reader->assignments(model::DepartmentId(department), false);
    EXPECT_LE(open.size(), all.size());
    for (const auto& row : open) EXPECT_EQ(row.state, model::AssignmentState::asked);
    for (std::size_t i = 1; i < all.size(); ++i) EXPECT_LE(all[i - 1].dueOn, all[i].dueOn);
  }
}

TEST_P(ReaderCase, SimilarCasesAreOfTheSameCustomerPartAndFailure) {
  const auto file = m_reader->openCase(ComplaintId(40));
  const auto found = m_reader->similarCases(file.complaint.customerId, file.items.at(0).partId,
                                            file.items.at(0).failure, model::Instant{0});
  ASSERT_FALSE(found.empty());
  for (const auto& row : found) EXPECT_EQ(row.customerName, file.customer.name);
  EXPECT_TRUE(
      std::any_of(found.begin(), found.end(), [](const auto& row) { return row.id == ComplaintId(40); }) ||
      file.complaint.state == model::CaseState::cancelled);
  EXPECT_TRUE(m_reader
                  ->similarCases(file.complaint.customerId, file.items.at(0).partId, "没有这种不良",
                                 model::Instant{0})
                  .empty());
}

INSTANTIATE_TEST_SUITE_P(Databases, ReaderCase, ::testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::db
