#include "model/audit/sample.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "model/core/error.hpp"
#include "model/core/sha256.hpp"

namespace octad::model {
namespace {

std::vector<NumberedCase> cases(int count) {
  std::vector<NumberedCase> all;
  for (int i = 1; i <= count; ++i) all.push_back({ComplaintId(i), "C26-" + std::to_string(10000 + i)});
  return all;
}

std::vector<std::string> numbers(const std::vector<NumberedCase>& drawn) {
  std::vector<std::string> out;
  for (const auto& one : drawn) out.push_back(one.number);
  return out;
}

TEST(Sample, TheSameSeedDrawsTheSameCasesWhateverTheirOrderAndKeys) {
  auto other = cases(500);
  std::reverse(other.begin(), other.end());
  for (auto& one : other) one.id.value += 1000;
  EXPECT_EQ(numbers(drawSample(cases(500), {"2026-A", 12})), numbers(drawSample(other, {"2026-A", 12})));
  EXPECT_NE(numbers(drawSample(cases(500), {"2026-A", 12})), numbers(drawSample(cases(500), {"2026-B", 12})));
}

TEST(Sample, ALargerSampleBeginsWithTheSmallerOne) {
  const auto small = numbers(drawSample(cases(200), {"7", 5}));
  auto large = numbers(drawSample(cases(200), {"7", 9}));
  large.resize(5);
  EXPECT_EQ(small, large);
  EXPECT_EQ(drawSample(cases(3), {"7", 9}).size(), 3u) << "no more than there are";
}

TEST(Sample, AnybodyCanDrawItByHand) {
  // The stated rule, written once more.
  std::vector<std::pair<std::string, std::string>> places;
  for (const auto& one : cases(50))
    places.emplace_back(sha256Hex("octad sample 1\n42\n" + one.number), one.number);
  std::sort(places.begin(), places.end());
  const auto drawn = numbers(drawSample(cases(50), {"42", 3}));
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(drawn[i], places[i].second);
}

TEST(Sample, EveryCaseHasTheSameChance) {
  std::vector<int> times(100, 0);
  for (int seed = 0; seed < 400; ++seed)
    for (const auto& one : drawSample(cases(100), {std::to_string(seed), 10}))
      ++times[static_cast<std::size_t>(one.id.value - 1)];
  for (const int drawn : times) {
    EXPECT_GT(drawn, 15) << "of 40 expected";
    EXPECT_LT(drawn, 70);
  }
}

TEST(Sample, SeedAndSizeAreNeeded) {
  EXPECT_THROW(drawSample(cases(3), {"", 2}), Invalid);
  EXPECT_THROW(drawSample(cases(3), {"7", 0}), Invalid);
  EXPECT_GE(newSeed().size(), 6u);
  EXPECT_NE(newSeed(), newSeed());
}

}  // namespace
}  // namespace octad::model
