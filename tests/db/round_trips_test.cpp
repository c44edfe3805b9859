#include <gtest/gtest.h>

#include "db/connection/open_store.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/amend_complaint.hpp"
#include "tests/support/counting_proxy.hpp"
#include "tests/support/private_postgres.hpp"
#include "tests/support/test_database.hpp"

namespace octad::db {
namespace {

using support::CountingProxy;
using support::DatabaseKind;
using support::TestDatabase;

/// Design 9: a client far from its server feels every round trip.
constexpr int kBudget = 6;

class RoundTrips : public testing::Test {
 protected:
  RoundTrips() {
    const std::string url = m_test.url().display();
    m_proxy = std::make_unique<CountingProxy>(
        support::PrivatePostgres::instance().url(url.substr(url.rfind('/') + 1)));
    m_store = openStore(m_proxy->url(), {});
  }

  TestDatabase m_test{DatabaseKind::postgres};
  std::unique_ptr<CountingProxy> m_proxy;
  std::unique_ptr<model::Store> m_store;
};

TEST_F(RoundTrips, OpeningACaseWithItsHistory) {
  const model::ComplaintId id = m_test.makeCase();
  for (const char* time : {"first", "second"}) {
    m_proxy->take();
    EXPECT_EQ(m_store->reader().openCase(id).complaint.number, "C26-00001");
    EXPECT_FALSE(m_store->reader().history(id).empty());
    const int trips = m_proxy->take();
    RecordProperty(std::string("open_") + time, trips);
    EXPECT_GT(trips, 0);
    EXPECT_LE(trips, kBudget) << time;
  }
}

TEST_F(RoundTrips, SavingAChange) {
  const model::ComplaintId id = m_test.makeCase();
  auto input = model::AmendComplaint::from(m_store->reader().openCase(id));
  // The first change of this case writes its clocks too, which a registered case has already.
  const model::Actor wang = m_test.actor("wang");
  input.target.version = model::AmendComplaint({m_test.store(), m_test.clock(), wang}).execute(input).version;
  for (const char* time : {"first", "second", "third"}) {
    input.target.requestId = model::newUuid();
    input.statement = std::string("changed a ") + time + " time";
    m_proxy->take();
    const model::Saved saved = model::AmendComplaint({*m_store, m_test.clock(), wang}).execute(input);
    const int trips = m_proxy->take();
    RecordProperty(std::string("save_") + time, trips);
    EXPECT_GT(trips, 0);
    EXPECT_LE(trips, kBudget) << time;
    input.target.version = saved.version;
  }
  EXPECT_EQ(m_store->reader().openCase(id).complaint.statement, "changed a third time");
}

}  // namespace
}  // namespace octad::db
