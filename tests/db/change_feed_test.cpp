// What other programs change is told, and who has a case open.
#include "model/ports/change_feed.hpp"

#include <gtest/gtest.h>

#include "model/ports/presence.hpp"
#include "model/ports/reader.hpp"
#include "tests/support/test_database.hpp"

namespace octad::db {
namespace {

using namespace std::chrono_literals;
using Names = std::vector<std::string>;

class ChangeFeed : public ::testing::TestWithParam<support::DatabaseKind> {
 protected:
  support::TestDatabase m_database{GetParam()};
};

TEST_P(ChangeFeed, TellsWhatAnotherProgramStored) {
  const auto feed = m_database.store().changes();
  EXPECT_FALSE(feed->wait(20ms).any()) << "nothing happened yet";
  const auto other = m_database.openAnother();
  const auto unit = other->begin(m_database.change("hu", "test"));
  unit->setSetting("company", "甲公司");
  EXPECT_FALSE(feed->wait(20ms).any()) << "not before it is stored";
  unit->commit("");
  EXPECT_TRUE(feed->wait(5s).concerns("master"));
  EXPECT_FALSE(feed->wait(20ms).any()) << "told once";
  const auto id = m_database.makeCase();
  const std::string uuid = m_database.store().reader().openCase(id).complaint.uuid;
  bool told = false;
  for (int tries = 0; tries < 10 && !told; ++tries) told = feed->wait(1s).concerns(uuid);
  EXPECT_TRUE(told);
}

TEST_P(ChangeFeed, NamesWhoHasACaseOpen) {
  const auto id = m_database.makeCase();
  const auto elsewhere = m_database.makeCase();
  const auto other = m_database.openAnother();
  const auto wang = m_database.person("wang");
  const auto hu = m_database.person("hu");
  auto& here = m_database.store().presence();
  EXPECT_EQ(here.enter(wang, id), Names{});
  EXPECT_EQ(other->presence().enter(hu, id), Names{"王芳"});
  EXPECT_EQ(other->presence().enter(hu, elsewhere), Names{});
  EXPECT_EQ(here.enter(wang, id), Names{"胡军"}) << "saying it again is no second person";
  other->presence().leave(hu, id);
  EXPECT_EQ(here.enter(wang, id), Names{});
}

INSTANTIATE_TEST_SUITE_P(Databases, ChangeFeed, ::testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::db
