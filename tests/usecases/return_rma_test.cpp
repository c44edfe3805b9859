// An RMA number leads to one return, or goods are booked to the wrong one.
#include "model/core/uuid.hpp"
#include "model/ports/return_reader.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/guide_return.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

class RmaNumberTest : public UseCaseTest {
 protected:
  ReturnSaved announce() {
    NewReturn input;
    input.uuid = newUuid();
    input.customer = "甲公司";
    input.withoutCase = "正常退换货";
    input.lines = {{"P-100", "", "", "", 0, {}, LineNature::asAnnounced, 5}};
    return AnnounceReturn(as("wang")).execute(input);
  }
  void authorise(ReturnId id, const std::string& rma, const std::string& request = {}) {
    AuthoriseReturn(as("wang")).execute({{id, 0, request}, rma, "", CostBearer::us, {}});
  }
};

TEST_P(RmaNumberTest, BelongsToOneReturn) {
  const auto first = announce();
  const auto second = announce();
  authorise(first.id, "RMA-7");
  EXPECT_EQ(invalidField([&] { authorise(second.id, "RMA-7"); }), "rma_number");
  EXPECT_EQ(invalidField([&] { authorise(second.id, first.number); }), "rma_number") << "a number of ours";
  EXPECT_FALSE(reader().returns().open(second.id).head.authorisedOn);
  authorise(second.id, second.number);
  EXPECT_EQ(reader().returns().find("RMA-7"), first.id);
  EXPECT_EQ(reader().returns().find(second.number), second.id);
}

TEST_P(RmaNumberTest, TheSameSaveTwiceIsOne) {
  const auto goods = announce();
  const std::string request = newUuid();
  authorise(goods.id, "RMA-8", request);
  EXPECT_NO_THROW(authorise(goods.id, "RMA-8", request));
}

INSTANTIATE_TEST_SUITE_P(Databases, RmaNumberTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
