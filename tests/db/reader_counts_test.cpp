#include <algorithm>
#include <map>
#include <set>

#include "db/mapping/json.hpp"
#include "model/core/error.hpp"
#include "model/metrics/counts.hpp"
#include "tests/db/bulk_fixture.hpp"

namespace octad::db {
namespace {

using model::Complaint;
using model::Count;
using model::Dimension;

struct Item {
  long long complaint = 0;
  std::string part;
  std::string defect;
};

class ReaderCounts : public ::testing::TestWithParam<support::DatabaseKind> {
 protected:
  /// Only read from, so one for all tests of the suite.
  static BulkWorld* sharedWorld(support::DatabaseKind kind) {
    auto& world = s_worlds[kind];
    if (!world)
      world = std::make_unique<BulkWorld>(
          kind, support::BulkOptions{.cases = 300, .customers = 4, .whole = false, .searchText = false});
    return world.get();
  }
  static void TearDownTestSuite() { s_worlds.clear(); }
  void SetUp() override {
    m_world = sharedWorld(GetParam());
    m_heads = m_world->heads;
    m_reader = m_world->reader.get();
    for (const auto& customer : m_reader->customers("", 100)) m_customers[customer.id] = customer.name;
    for (const auto& department : m_reader->departments()) m_departments[department.id] = department.code;
    const Lease lease = m_world->database.reader();
    Item item;
    soci::statement statement =
        (lease.session().prepare
             << "select i.complaint_id, p.number, coalesce(d.name, '') from complaint_item i"
                " join part p on p.id = i.part_id left join defect d on d.id = i.defect_id",
         soci::into(item.complaint), soci::into(item.part), soci::into(item.defect));
    statement.execute();
    while (statement.fetch()) m_items.push_back(item);
  }

  std::string key(const Complaint& c, const Item* item, Dimension dimension) const {
    switch (dimension) {
      case Dimension::month:
        return c.noticeMonth;
      case Dimension::customer:
        return m_customers.at(c.customerId);
      case Dimension::part:
        return item->part;
      case Dimension::severity:
        return std::string(model::keyOf(c.severity));
      case Dimension::department:
        return c.responsibleDepartmentId ? m_departments.at(*c.responsibleDepartmentId) : "";
      case Dimension::defect:
        return item->defect;
    }
    return {};
  }

  using Keys = std::vector<std::string>;
  using Group = std::tuple<long long, long long, std::string>;  ///< problem, customer, month
  static Group groupOf(const Complaint& c) { return {c.problemId.value, c.customerId.value, c.noticeMonth}; }
  static int weightOf(const Complaint& c) {
    return c.acceptance == model::Acceptance::notOurs ? 0 : c.weight;
  }

  /// The definition told again, without SQL.
  std::map<Keys, Count> recount(const std::vector<Dimension>& dimensions, const std::string& from,
                                const std::string& to) const {
    const bool items = std::any_of(dimensions.begin(), dimensions.end(), [](Dimension d) {
      return d == Dimension::part || d == Dimension::defect;
    });
    std::map<Keys, Count> out;
    std::map<Group, const Complaint*> speakers;      // whole cases: the heaviest of a group
    std::map<std::pair<Keys, Group>, int> heaviest;  // items: within a row of the table
    const auto keysOf = [&](const Complaint& c, const Item* item) {
      Keys keys;
      for (const auto d : dimensions) keys.push_back(key(c, item, d));
      return keys;
    };
    for (const auto& c : m_heads) {
      if (c.state == model::CaseState::cancelled || c.noticeMonth < from || c.noticeMonth > to) continue;
      if (items) {
        for (const auto& item : m_items)
          if (item.complaint == c.id.value) {
            ++out[keysOf(c, &item)].all;
            auto& weight = heaviest[{keysOf(c, &item), groupOf(c)}];
            weight = std::max(weight, weightOf(c));
          }
        continue;
      }
      ++out[keysOf(c, nullptr)].all;
      auto& speaker = speakers[groupOf(c)];
      if (!speaker || weightOf(c) > weightOf(*speaker)) speaker = &c;
    }
    for (const auto& [group, c] : speakers)
      if (weightOf(*c) > 0) {
        ++out[keysOf(*c, nullptr)].counted;
        out[keysOf(*c, nullptr)].weighted += weightOf(*c);
      }
    for (const auto& [row, weight] : heaviest)
      if (weight > 0) {
        ++out[row.first].counted;
        out[row.first].weighted += weight;
      }
    return out;
  }

  /// The model's own counting of the same cases.
  model::CountTable byModel(const std::vector<Dimension>& dimensions, const std::string& from,
                            const std::string& to) const {
    std::vector<model::CountCase> cases;
    for (const auto& c : m_heads) {
      if (c.state == model::CaseState::cancelled) continue;
      model::CountCase entry{c.id.value,
                             c.problemId.value,
                             c.noticeMonth,
                             m_customers.at(c.customerId),
                             std::string(model::keyOf(c.severity)),
                             key(c, nullptr, Dimension::department),
                             weightOf(c),
                             {}};
      for (const auto& item : m_items)
        if (item.complaint == c.id.value) entry.items.push_back({item.part, item.defect});
      cases.push_back(std::move(entry));
    }
    return model::countCases(cases, dimensions, from, to);
  }

  void expectCounts(const std::vector<Dimension>& dimensions, const std::string& from,
                    const std::string& to) {
    const auto expected = recount(dimensions, from, to);
    const auto table = m_reader->counts(dimensions, from, to);
    EXPECT_EQ(toJson(table).dump(), toJson(byModel(dimensions, from, to)).dump());
    ASSERT_EQ(table.rows.size(), expected.size());
    for (const auto& row : table.rows) {
      const auto& other = expected.at(row.keys);
      const auto name = ::testing::PrintToString(row.keys);
      EXPECT_EQ(row.all, other.all) << name;
      EXPECT_EQ(row.counted, other.counted) << name;
      EXPECT_EQ(row.weighted, other.weighted) << name;
    }
    const auto total = recount({}, from, to);
    if (total.empty()) return;
    EXPECT_EQ(table.total.all, total.begin()->second.all);
    EXPECT_EQ(table.total.counted, total.begin()->second.counted);
    EXPECT_EQ(table.total.weighted, total.begin()->second.weighted);
  }

  static inline std::map<support::DatabaseKind, std::unique_ptr<BulkWorld>> s_worlds;
  BulkWorld* m_world = nullptr;
  model::Reader* m_reader = nullptr;
  std::vector<Complaint> m_heads;
  std::vector<Item> m_items;
  std::map<model::CustomerId, std::string> m_customers;
  std::map<model::DepartmentId, std::string> m_departments;
};

TEST_P(ReaderCounts, AgreeWithARecount) {
  using D = Dimension;
  const std::vector<std::vector<D>> all{
      {},
      {D::month},
      {D::customer},
      {D::severity},
      {D::department},
      {D::part},
      {D::defect},
      {D::month, D::customer, D::severity},
      {D::severity, D::department, D::month},
      {D::defect, D::customer},
      {D::part, D::defect, D::severity},
      {D::month, D::customer, D::part, D::severity, D::department, D::defect}};
  for (const auto& dimensions : all)
    for (const auto& [from, to] : {std::pair("2022-11", "2026-11"), std::pair("2024-03", "2025-02"),
                                   std::pair("2025-07", "2025-07")}) {
      SCOPED_TRACE(std::to_string(dimensions.size()) + " dimensions from " + from + " to " + to);
      expectCounts(dimensions, from, to);
    }
}

TEST_P(ReaderCounts, ClassesComeFromTheGravestDown) {
  const auto table = m_reader->counts({Dimension::severity}, "2022-11", "2026-11");
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.rows[0].keys[0], "major");
  EXPECT_EQ(table.rows[1].keys[0], "general");
  EXPECT_EQ(table.rows[2].keys[0], "other");
  EXPECT_GT(table.rows[2].all, 0);
  EXPECT_EQ(table.rows[2].weighted, 0);
}

TEST_P(ReaderCounts, NothingOutsideThePeriodAndNoNonsense) {
  EXPECT_TRUE(m_reader->counts({Dimension::month}, "1999-01", "1999-12").rows.empty());
  EXPECT_EQ(m_reader->counts({}, "1999-01", "1999-12").total.all, 0);
  EXPECT_THROW(m_reader->counts({}, "2026-13", "2026-13"), model::Invalid);
  EXPECT_THROW(m_reader->counts({}, "2026-02", "2026-01"), model::Invalid);
  EXPECT_THROW(m_reader->counts({}, "' or 1=1 --", "2026-01"), model::Invalid);
  EXPECT_THROW(m_reader->counts({Dimension::month, Dimension::month}, "2026-01", "2026-02"), model::Invalid);
}

INSTANTIATE_TEST_SUITE_P(Databases, ReaderCounts, ::testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::db
