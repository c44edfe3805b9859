// Random movements through the use case, of one person and of eight at once: whatever is accepted keeps the
// balance, whatever is refused changes nothing and says of how many pieces and where.
#include <atomic>
#include <random>
#include <thread>

#include "tests/usecases/return_test.hpp"

namespace octad::model {
namespace {

class ReturnRandomTest : public ReturnTest {
 protected:
  using Random = std::mt19937;

  static ReturnTransfer anyMovement(Random& random, ReturnId id, ReturnLineId line) {
    const auto& way = returnMoves()[random() % returnMoves().size()];
    ReturnTransfer input;
    input.target = at(id);
    input.lineId = line;
    input.from = way.from;
    input.to = way.to;
    input.quantity = 1 + static_cast<long long>(random() % 15);
    input.finding = EnumKeys<Finding>::entries[random() % 5].value;
    input.fromFinding = EnumKeys<Finding>::entries[random() % 5].value;
    input.disposition = EnumKeys<Disposition>::entries[random() % 7].value;
    input.reason = "random";
    input.document = "DOC";
    return input;
  }

  /// Too many pieces: the sentence has their number and the place.
  static void expectSentence(const Refused& refused, const ReturnTransfer& input) {
    if (refused.rule() != "balance") return;
    const std::string sentence = refused.what();
    EXPECT_NE(sentence.find(std::to_string(input.quantity) + " pieces"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find(labelOf(input.from)), std::string::npos) << sentence;
  }
};

TEST_P(ReturnRandomTest, MovementsKeepTheBalance) {
  int accepted = 0;
  int refused = 0;
  int tooMany = 0;
  for (const unsigned seed : {1u, 7u, 42u, 2026u, 65537u}) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    const ReturnId goods = announce(40);
    receive(goods, 40);
    const ReturnLineId line = lineOf(goods);
    for (int step = 0; step < 60; ++step) {
      const auto input = anyMovement(random, goods, line);
      const auto before = balance(goods);
      try {
        move(input);
        ++accepted;
      } catch (const Refused& error) {
        ++refused;
        tooMany += static_cast<int>(error.rule() == "balance");
        expectSentence(error, input);
        EXPECT_EQ(balance(goods), before);
      } catch (const Invalid&) {
        ++refused;
        EXPECT_EQ(balance(goods), before);
      }
      expectBalanced(goods);
    }
  }
  EXPECT_GT(accepted, 50);
  EXPECT_GT(refused, 50);
  EXPECT_GT(tooMany, 20);
}

TEST_P(ReturnRandomTest, EightPeopleAtOnceKeepTheBalance) {
  const ReturnId goods = announce(80);
  receive(goods, 80);
  const ReturnLineId line = lineOf(goods);
  std::atomic<int> accepted = 0;
  std::atomic<int> tooMany = 0;
  const auto work = [&](unsigned seed) {
    try {
      const auto store = m_database.openAnother();
      const Workplace place{*store, clock(), m_database.actor(seed % 2 == 0 ? "wang" : "hu")};
      Random random(seed);
      for (int step = 0; step < 15; ++step) {
        const auto input = anyMovement(random, goods, line);
        try {
          MoveReturned(place).execute(input);
          ++accepted;
        } catch (const Refused& refused) {
          tooMany += static_cast<int>(refused.rule() == "balance");
          expectSentence(refused, input);
        } catch (const Invalid&) {
          // a finding or disposition that does not fit
        }
      }
    } catch (const std::exception& error) {
      ADD_FAILURE() << error.what();
    }
  };
  std::vector<std::thread> people;
  for (unsigned person = 0; person < 8; ++person) people.emplace_back(work, person + 1);
  for (auto& person : people) person.join();
  EXPECT_GT(accepted, 8);
  EXPECT_GT(tooMany, 0);
  expectBalanced(goods);
  EXPECT_TRUE(reader().verifyAudit(std::nullopt).faults.empty());
}

INSTANTIATE_TEST_SUITE_P(Databases, ReturnRandomTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
