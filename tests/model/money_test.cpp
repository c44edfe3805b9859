#include "model/core/money.hpp"

#include <gtest/gtest.h>

#include "model/core/error.hpp"

using namespace octad::model;

TEST(Money, IsReadInMinorUnits) {
  EXPECT_EQ(parseAmount("1200.50", "amount"), 120050);
  EXPECT_EQ(parseAmount("1,200.5", "amount"), 120050);
  EXPECT_EQ(parseAmount("１２", "amount"), 1200);
  EXPECT_EQ(parseAmount("0.05", "amount"), 5);
  EXPECT_EQ(parseAmount("1,234,567", "amount"), 123456700);
}

TEST(Money, RefusesWhatIsNoAmount) {
  for (const char* wrong : {"", "-5", "1.234", "abc", "1.", ".5", "1e3", "1..2", "99999999999999999999",
                            "12,50", "1,2345", ",500", "1200,500", "1,200,5", "1.2,3", "1, 200"})
    EXPECT_THROW(parseAmount(wrong, "amount"), Invalid) << wrong;
}

TEST(Money, CurrenciesHaveThreeLetters) {
  EXPECT_EQ(cleanCurrency("cny", "currency"), "CNY");
  for (const char* wrong : {"", "C", "元", "EURO", "E1R"})
    EXPECT_THROW(cleanCurrency(wrong, "currency"), Invalid) << wrong;
}
