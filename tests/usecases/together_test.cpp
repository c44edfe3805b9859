#include <atomic>
#include <thread>

#include "model/usecases/join_problem.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

/// Several people at once, each in a program of their own.
class TogetherTest : public UseCaseTest {};

TEST_P(TogetherTest, OneOfTwoPeopleDecidingAtOnceIsTold) {
  const auto id = registerCase();
  const auto version = open(id).complaint.rowVersion;
  std::atomic<int> decided = 0;
  std::atomic<int> conflicts = 0;
  const auto decide = [&](const std::string& login) {
    const auto store = m_database.openAnother();
    AcceptanceDecision decision;
    decision.target = {id, version, {}};
    try {
      DecideComplaint({*store, clock(), m_database.actor(login)}).execute(decision);
      ++decided;
    } catch (const Conflict&) {
      ++conflicts;
    }
  };
  std::thread other(decide, "hu");
  decide("wang");
  other.join();
  EXPECT_EQ(decided, 1);
  EXPECT_EQ(conflicts, 1);
}

TEST_P(TogetherTest, CasesOfOneProblemDoNotBlockEachOther) {
  const auto first = acceptedCase();
  const auto second = acceptedCase();
  JoinProblem(as("wang")).execute({target(second), open(first).complaint.number, "同一批次同一问题"});
  // Each save refreshes the head of the other case: both cases and their problem are locked either way round.
  const auto work = [&](const std::string& login, ComplaintId id, DisciplineCode code) {
    const auto store = m_database.openAnother();
    const Workplace place{*store, clock(), m_database.actor(login)};
    for (int i = 0; i < 15; ++i) {
      auto edited = content(id, code);
      edited.text = "第 " + std::to_string(i) + " 次";
      SaveDiscipline(place).execute(edited);
    }
  };
  std::atomic<bool> failed = false;
  std::thread other([&] {
    try {
      work("hu", first, DisciplineCode::d0);
    } catch (const Error& error) {
      ADD_FAILURE() << error.what();
      failed = true;
    }
  });
  EXPECT_NO_THROW(work("wang", second, DisciplineCode::d2));
  other.join();
  EXPECT_FALSE(failed);
  EXPECT_EQ(open(first).discipline(DisciplineCode::d0).text, "第 14 次");
  EXPECT_EQ(open(first).discipline(DisciplineCode::d2).text, "第 14 次");
}

INSTANTIATE_TEST_SUITE_P(Databases, TogetherTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
