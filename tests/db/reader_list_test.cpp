#include <algorithm>
#include <map>

#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "tests/db/bulk_fixture.hpp"

namespace octad::db {
namespace {

using model::CaseColumn;
using model::CaseFilter;
using model::CaseRow;
using model::CaseSort;
using model::Complaint;
using model::ComplaintId;

/// The same 400 cases for every test of the suite, on each database.
class ReaderList : public ::testing::TestWithParam<support::DatabaseKind> {
 protected:
  struct World : BulkWorld {
    using BulkWorld::BulkWorld;
    std::map<model::CustomerId, std::string> customers;
    std::map<std::string, std::size_t> customerRank;
  };

  World& world() {
    auto& found = s_worlds[GetParam()];
    if (!found) {
      found = std::make_unique<World>(GetParam(),
                                      support::BulkOptions{.cases = 400, .customers = 12, .whole = false});
      for (const auto& customer : found->reader->customers("", 1000)) {
        found->customerRank.emplace(customer.name, found->customerRank.size());
        found->customers.emplace(customer.id, customer.name);
      }
    }
    return *found;
  }
  static void TearDownTestSuite() { s_worlds.clear(); }
  model::Reader& reader() { return *world().reader; }

  /// Every page of a list, put together.
  std::vector<CaseRow> paged(const CaseFilter& filter, const CaseSort& sort, int limit) {
    std::vector<CaseRow> all;
    std::optional<model::CaseKeyset> after;
    for (int page = 0; page < 1000; ++page) {
      auto got = reader().casePage(filter, sort, limit, after);
      EXPECT_LE(got.rows.size(), static_cast<std::size_t>(limit));
      all.insert(all.end(), got.rows.begin(), got.rows.end());
      if (!got.next) return all;
      EXPECT_EQ(got.rows.size(), static_cast<std::size_t>(limit));
      after = got.next;
    }
    ADD_FAILURE() << "the list never ends";
    return all;
  }

  /// Where a case stands by a column, as one comparable text. Failures are compared for sameness only: their
  /// order is the database's (pinyin).
  std::string rank(const Complaint& c, const CaseSort& sort) {
    const auto number = [](long long value) {
      auto text = std::to_string(value);
      return std::string(20 - text.size(), '0') + text;
    };
    switch (sort.column) {
      case CaseColumn::number:
        return c.number;
      case CaseColumn::receivedAt:
        return number(c.receivedAt.microseconds);
      case CaseColumn::customer:
        return number(static_cast<long long>(world().customerRank.at(world().customers.at(c.customerId))));
      case CaseColumn::part:
        return c.partNumber;
      case CaseColumn::failure:
        return c.failure;
      case CaseColumn::severity:
        return number(static_cast<int>(c.severity));
      case CaseColumn::state:
        return number(static_cast<int>(c.state));
      case CaseColumn::turn:
        return number(static_cast<int>(c.turn));
      case CaseColumn::dueAt:
        return c.dueAt ? "1" + number(c.dueAt->microseconds) : (sort.descending ? "0" : "2");
    }
    return {};
  }

  std::vector<ComplaintId> bruteForce(const std::function<bool(const Complaint&)>& passes,
                                      const CaseSort& sort) {
    std::vector<const Complaint*> found;
    for (const auto& head : world().heads)
      if (passes(head)) found.push_back(&head);
    std::sort(found.begin(), found.end(), [&](const Complaint* a, const Complaint* b) {
      auto left = std::pair(rank(*a, sort), a->id);
      auto right = std::pair(rank(*b, sort), b->id);
      return sort.descending ? right < left : left < right;
    });
    std::vector<ComplaintId> out;
    for (const auto* head : found) out.push_back(head->id);
    return out;
  }

  static std::vector<ComplaintId> idsOf(const std::vector<CaseRow>& rows) {
    std::vector<ComplaintId> out;
    for (const auto& row : rows) out.push_back(row.id);
    return out;
  }

  /// The filter gives exactly the cases that `passes` says, counted, listed and paged.
  void expectFilter(const CaseFilter& filter, const std::function<bool(const Complaint&)>& passes) {
    const CaseSort sort;
    const auto expected = bruteForce(passes, sort);
    EXPECT_FALSE(expected.empty()) << "the test proves nothing";
    EXPECT_EQ(idsOf(paged(filter, sort, 37)), expected);
    EXPECT_EQ(reader().caseIds(filter, sort, 50'000), expected);
    EXPECT_EQ(reader().caseCount(filter), static_cast<long long>(expected.size()));
  }

 private:
  static inline std::map<support::DatabaseKind, std::unique_ptr<World>> s_worlds;
};

bool isOpen(const Complaint& c) {
  return c.state != model::CaseState::closed && c.state != model::CaseState::archived &&
         c.state != model::CaseState::cancelled;
}

TEST_P(ReaderList, PagesByEveryColumnBothWaysAreTheSortedWhole) {
  for (const auto& entry : model::EnumKeys<CaseColumn>::entries)
    for (const bool descending : {false, true}) {
      SCOPED_TRACE(std::string(entry.key) + (descending ? " desc" : " asc"));
      const CaseSort sort{entry.value, descending};
      const auto ids = idsOf(paged({}, sort, 7));
      EXPECT_EQ(reader().caseIds({}, sort, 50'000), ids);
      if (entry.value != CaseColumn::failure) {
        EXPECT_EQ(ids, bruteForce([](const Complaint&) { return true; }, sort));
      }
    }
}

TEST_P(ReaderList, FailuresStandTogetherAndReverse) {
  auto up = paged({}, {CaseColumn::failure, false}, 11);
  const auto down = paged({}, {CaseColumn::failure, true}, 11);
  ASSERT_EQ(up.size(), world().heads.size());
  std::map<std::string, int> runs;
  for (std::size_t i = 0; i < up.size(); ++i) {
    if (i == 0 || up[i - 1].failure != up[i].failure) ++runs[up[i].failure];
    if (i > 0 && up[i - 1].failure == up[i].failure) {
      EXPECT_LT(up[i - 1].id, up[i].id);
    }
  }
  for (const auto& [failure, count] : runs) EXPECT_EQ(count, 1) << failure;
  std::reverse(up.begin(), up.end());
  EXPECT_EQ(idsOf(up), idsOf(down));
}

class PostgresReaderList : public ReaderList {};
INSTANTIATE_TEST_SUITE_P(Databases, PostgresReaderList, testing::Values(support::DatabaseKind::postgres));

TEST_P(PostgresReaderList, ChineseIsSortedByPinyinOnPostgres) {
  const auto rows = paged({}, {CaseColumn::failure, false}, 50);
  std::vector<std::string> seen;
  for (const auto& row : rows)
    if (seen.empty() || seen.back() != row.failure) seen.push_back(row.failure);
  const auto place = [&](const std::string& text) {
    return std::find(seen.begin(), seen.end(), text) - seen.begin();
  };
  EXPECT_LT(place("表面划伤"), place("尺寸超差"));  // biao < chi
  EXPECT_LT(place("尺寸超差"), place("螺纹滑牙"));  // chi < luo
}

TEST_P(ReaderList, FiltersAgreeWithBruteForce) {
  CaseFilter filter;
  filter.openOnly = true;
  expectFilter(filter, isOpen);

  filter = {};
  filter.states = {model::CaseState::closed, model::CaseState::handling};
  expectFilter(filter, [](const Complaint& c) {
    return c.state == model::CaseState::closed || c.state == model::CaseState::handling;
  });

  filter = {};
  filter.severity = model::SeverityClass::major;
  filter.customerId = model::CustomerId(1);
  expectFilter(filter, [](const Complaint& c) {
    return c.severity == model::SeverityClass::major && c.customerId.value == 1;
  });

  filter = {};
  filter.ownerId = model::PersonId(3);
  expectFilter(filter, [](const Complaint& c) { return c.ownerId == model::PersonId(3); });

  filter = {};
  filter.departmentId = model::DepartmentId(2);
  expectFilter(filter,
               [](const Complaint& c) { return c.responsibleDepartmentId == model::DepartmentId(2); });

  filter = {};
  filter.overdue = true;
  filter.now = world().heads[395].receivedAt;
  const auto now = filter.now;
  expectFilter(filter, [now](const Complaint& c) { return isOpen(c) && c.dueAt && *c.dueAt < now; });

  filter = {};
  filter.noticeFrom = "2024-02";
  filter.noticeTo = "2024-04";
  expectFilter(filter,
               [](const Complaint& c) { return c.noticeMonth >= "2024-02" && c.noticeMonth <= "2024-04"; });
}

TEST_P(ReaderList, EverySortWorksWithEveryFilter) {
  CaseFilter filter;
  filter.customerId = model::CustomerId(1);
  filter.openOnly = true;
  filter.text = "客户";
  for (const auto& entry : model::EnumKeys<CaseColumn>::entries) {
    SCOPED_TRACE(entry.key);
    EXPECT_EQ(idsOf(paged(filter, {entry.value, true}, 2)),
              reader().caseIds(filter, {entry.value, true}, 50'000));
  }
}

TEST_P(ReaderList, SearchFindsWhatTheTextHolds) {
  const auto body = [](const Complaint& c) {
    return model::foldText(c.number + "\n" + c.externalNumber + "\n" + c.title + "\n" + c.verbatim);
  };
  for (const std::string text :
       {"划伤", "表面划伤", "CONNECTOR", "nector", "停线两", "Ｈousing", "-0003", "C2"}) {
    SCOPED_TRACE(text);
    CaseFilter filter;
    filter.text = text;
    expectFilter(
        filter, [&](const Complaint& c) { return body(c).find(model::foldText(text)) != std::string::npos; });
  }
}

TEST_P(ReaderList, NumberAndItsBeginningFindTheCase) {
  const auto& head = world().heads.at(123);
  CaseFilter filter;
  filter.text = head.number;
  EXPECT_EQ(reader().caseIds(filter, {}, 10), std::vector{head.id});
  filter.text = head.number.substr(0, head.number.size() - 1);
  const auto found = reader().caseIds(filter, {}, 50);
  EXPECT_NE(std::find(found.begin(), found.end(), head.id), found.end());
  EXPECT_EQ(reader().findCase(head.number), head.id);
  EXPECT_EQ(reader().findCase("c" + head.number.substr(1)), head.id);
  EXPECT_EQ(reader().findCase("C99-99999"), std::nullopt);
  EXPECT_EQ(reader().findCase(""), std::nullopt);
}

TEST_P(ReaderList, WildcardsAndQuotesAreOrdinaryCharacters) {
  for (const char* text :
       {"%%", "__", "\\\\", "划%", "划_", "划\\", "\"划伤\"", "' or 1=1 --", "'; drop table complaint; --",
        "划伤\" OR \"毛刺", "划伤*", "NEAR(划伤)", ":p0", "$1$1", "\\'; --", "{划伤}", "划伤\",\"毛刺"}) {
    SCOPED_TRACE(text);
    CaseFilter filter;
    filter.text = text;
    EXPECT_EQ(reader().caseCount(filter), 0);
    EXPECT_TRUE(reader().casePage(filter, {}, 10, std::nullopt).rows.empty());
    EXPECT_EQ(reader().findCase(text), std::nullopt);
    EXPECT_TRUE(reader().customers(text, 10).empty());
    EXPECT_EQ(reader().setting(text), "");
  }
  EXPECT_EQ(reader().caseCount({}), 400);
}

TEST_P(ReaderList, OneCharacterIsTooLittle) {
  for (const char* text : {"划", "a", " 划 ", " "}) {
    CaseFilter filter;
    filter.text = text;
    try {
      reader().casePage(filter, {}, 10, std::nullopt);
      ADD_FAILURE() << text;
    } catch (const model::Invalid& error) {
      EXPECT_EQ(error.field(), "text");
    }
  }
}

TEST_P(ReaderList, AKeysetFromElsewhereDoesNoHarm) {
  EXPECT_THROW(
      reader().casePage({}, {}, 10, model::CaseKeyset{"1); drop table complaint; --", ComplaintId(1)}),
      model::Invalid);
  const auto page = reader().casePage({}, {CaseColumn::customer, false}, 10,
                                      model::CaseKeyset{"'); delete from complaint; --", ComplaintId(1)});
  EXPECT_EQ(reader().caseCount({}), 400);
  EXPECT_THROW(reader().casePage({}, {}, 0, std::nullopt), model::Invalid);
  EXPECT_THROW(reader().casePage({}, {}, 50'001, std::nullopt), model::Invalid);
}

TEST_P(ReaderList, RowsComeInTheOrderAskedAndHoldTheHead) {
  const auto rows = reader().caseRows({ComplaintId(9), ComplaintId(12'345), ComplaintId(2), ComplaintId(9)});
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].id, ComplaintId(9));
  EXPECT_EQ(rows[1].id, ComplaintId(2));
  const auto& head = world().heads.at(1);
  EXPECT_EQ(rows[1].number, head.number);
  EXPECT_EQ(rows[1].customerName, world().customers.at(head.customerId));
  EXPECT_EQ(rows[1].severity, head.severity);
  EXPECT_EQ(rows[1].dueAt, head.dueAt);
  EXPECT_EQ(rows[1].closedAt, head.closedAt);
  EXPECT_EQ(rows[1].ownerName.empty(), !head.ownerId);
  EXPECT_EQ(rows[1].departmentCode.empty(), !head.responsibleDepartmentId);
  EXPECT_TRUE(reader().caseRows({}).empty());
}

INSTANTIATE_TEST_SUITE_P(Databases, ReaderList, ::testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::db
