#include "model/work/case_loss.hpp"

#include <gtest/gtest.h>

#include "model/core/catalogue.hpp"
#include "model/core/error.hpp"

namespace octad::model {
namespace {

const SiteMoney kYuan{"CNY", parseRates("EUR=7.85,USD=7.1")};

ReturnCostShare cost(long long minor, long long pieces, long long all, const std::string& currency = "CNY") {
  return {ComplaintId(1), "R26-00001", currency, minor, pieces, all, 1, 1};
}

TEST(CaseLoss, IsTheLossWithTheShareOfEveryReturn) {
  EXPECT_EQ(lossOf(100'000, "CNY", {cost(30'000, 10, 10), cost(30'000, 1, 3)}, kYuan).minor, 140'000);
  EXPECT_EQ(lossOf(100'000, "", {}, kYuan).minor, 100'000) << "no currency: the site's";
  EXPECT_EQ(lossOf(std::nullopt, "", {cost(100, 1, 3)}, kYuan).minor, 33);
  EXPECT_EQ(lossOf(std::nullopt, "", {cost(100, 2, 3)}, kYuan).minor, 67) << "half up";
  EXPECT_EQ(lossOf(std::nullopt, "", {}, kYuan).minor, std::nullopt);
  EXPECT_EQ(lossOf(0, "CNY", {cost(-5, 1, 1)}, kYuan).minor, std::nullopt) << "taken back";
}

TEST(CaseLoss, ABatchOfAnySizeIsShared) {
  const auto most = cost(100'000'000'000'000, 9'999'999, 10'000'000);
  EXPECT_EQ(lossOf(std::nullopt, "", {most}, kYuan).minor, 99'999'990'000'000);
}

TEST(CaseLoss, BeforeAPieceIsAnnouncedLinesAreCounted) {
  ReturnCostShare share = cost(900, 0, 0);
  share.lines = 1;
  share.allLines = 3;
  EXPECT_EQ(lossOf(std::nullopt, "", {share}, kYuan).minor, 300);
}

TEST(CaseLoss, OtherCurrenciesCountByTheirRate) {
  EXPECT_EQ(lossOf(10'000, "EUR", {cost(10'000, 1, 1, "USD")}, kYuan).minor, 149'500);
  const auto apart = lossOf(10'000, "JPY", {cost(10'000, 1, 1)}, kYuan);
  EXPECT_EQ(apart.minor, 10'000);
  EXPECT_NE(apart.detail.find("apart|100 JPY"), std::string::npos) << apart.detail;
  EXPECT_EQ(lossOf(10'000, "JPY", {}, kYuan).minor, std::nullopt);
}

TEST(CaseLoss, TheWordsSayWhatItConsistsOf) {
  const auto sum = lossOf(800'000, "CNY",
                          {cost(60'000, 20, 50), cost(30'000, 4, 4, "EUR"), cost(100, 1, 1, "JPY")}, kYuan);
  EXPECT_EQ(Catalogue().sentence(lossWords(lossDetail(sum, 2000, kYuan)).value()),
            "The loss with the costs of its returns comes to 10,595.00 CNY, above the limit of 2,000.00 CNY. "
            "Decide on "
            "the claim, and who else has to know. Loss of the case: 8,000.00 CNY. Costs of R26-00001: 240.00 "
            "CNY, for "
            "20 of its 50 pieces. Costs of R26-00001: 300.00 EUR = 2,355.00 CNY. Not counted, for there is "
            "no rate: "
            "1 JPY.");
  EXPECT_EQ(lossWords(""), std::nullopt) << "notices of earlier versions";
  EXPECT_EQ(lossWords("550 5.1.1 no such person"), std::nullopt);
}

TEST(CaseLoss, RatesAreWrittenOneWay) {
  EXPECT_EQ(ratesText(parseRates("usd=7.10, EUR = 7.85,JPY=0.0483")), "EUR=7.85,JPY=0.0483,USD=7.1");
  EXPECT_EQ(ratesText(parseRates("")), "");
  for (const char* wrong : {"EUR", "EUR=", "EUR=0", "EUR=-1", "EUR=7,85", "EUR=1e3", "XXX=1",
                            "EUR=7.85,EUR=8", "EUR=7.1234567", "EUR=99999999", "=7", "EUR=7."})
    EXPECT_THROW(parseRates(wrong), Invalid) << wrong;
}

}  // namespace
}  // namespace octad::model
