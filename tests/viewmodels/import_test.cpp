#include <fstream>

#include "gui/viewmodels/import_dialog.hpp"
#include "model/core/error.hpp"
#include "model/core/sha256.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {

using model::ImportKind;
using model::LineVerdict;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Files that only the test knows.
class MemoryTables final : public TableFiles {
 public:
  TableFile open(const std::string& path) override {
    const auto found = files.find(path);
    if (found == files.end()) throw model::Invalid("file", {"{0} cannot be read.", {path}});
    auto at = std::make_shared<std::size_t>(0);
    return {path, model::sha256Hex(path),
            [this, rows = found->second, at]() -> std::optional<model::SourceRow> {
              if (*at >= rows.size()) return std::nullopt;
              if (whileReading) whileReading(*at);
              const auto line = static_cast<long long>(*at + 1);
              return model::SourceRow{line, rows[(*at)++]};
            },
            [] { return std::vector<model::Message>{}; }};
  }
  void writeCsv(const std::string& path, const Rows& rows) override { written[path] = rows; }

  std::map<std::string, Rows> files;
  std::map<std::string, Rows> written;
  std::function<void(std::size_t)> whileReading;
};

class ImportTest : public SessionTest {
 protected:
  ImportTest() : session(sessionOf("zhou", immediate)), dialog(session, tables) {
    tables.files["calendar.csv"] = {
        {"日期", "类型", "名称"}, {"2027-01-01", "holiday", "元旦"}, {"2027-02-06", "workday", "春节调休"}};
    tables.files["shipments.csv"] = {{"客户", "料号", "月份", "交货数"},
                                     {"甲公司", "P-100", "2026-10", "12,000"},
                                     {"乙公司", "P-200", "2026-10", "many"},
                                     {"乙公司", "P-200", "2026-11", "500"}};
    tables.files["foreign.csv"] = {{"shipper", "model", "when", "how many"},
                                   {"甲公司", "P-100", "2026-09", "77"}};
  }
  std::string sentence() { return dialog.error() ? translator.error(dialog.error()) : std::string(); }
  std::size_t storedDays() { return database.store().reader().calendar().size(); }
  std::vector<model::Shipment> storedShipments() {
    return database.store().reader().shipments("2026-01", "2027-12");
  }

  MemoryTables tables;
  Session session;
  ImportViewModel dialog;
};

}  // namespace

TEST_F(ImportTest, ADryRunGivesEveryLineItsVerdictAndStoresNothing) {
  dialog.choose("shipments.csv", ImportKind::shipments);
  EXPECT_EQ(dialog.stage(), ImportViewModel::Stage::planned) << sentence();
  EXPECT_EQ(dialog.count(LineVerdict::fresh), 2);
  ASSERT_EQ(dialog.count(LineVerdict::refused), 1);
  EXPECT_EQ(dialog.lines()[1].field, "quantity");
  EXPECT_EQ(dialog.sample("交货数"), "12,000") << "the first row below the headings";
  EXPECT_TRUE(storedShipments().empty());
}

TEST_F(ImportTest, RefusedLinesAreLeftOutOnRequestAndGivenBackAsAFile) {
  dialog.choose("shipments.csv", ImportKind::shipments);
  dialog.write(false);
  EXPECT_NE(sentence(), "") << "refused lines stop it";
  EXPECT_TRUE(storedShipments().empty());
  dialog.write(true);
  EXPECT_EQ(dialog.stage(), ImportViewModel::Stage::done) << sentence();
  EXPECT_EQ(dialog.written(), 2);
  EXPECT_EQ(storedShipments().size(), 2U);
  ASSERT_EQ(tables.written.count(dialog.refusedFile()), 1U);
  EXPECT_EQ(tables.written[dialog.refusedFile()].size(), 2U) << "headings and the refused line";
}

TEST_F(ImportTest, ColumnsAreChosenByHand) {
  dialog.choose("foreign.csv", ImportKind::shipments);
  EXPECT_TRUE(dialog.error()) << "nothing is recognised";
  EXPECT_FALSE(dialog.mayWrite());
  ASSERT_EQ(dialog.headings().size(), 4U) << "to choose from";
  dialog.setColumn("customer", "shipper");
  dialog.setColumn("part", "model");
  dialog.setColumn("month", "when");
  dialog.setColumn("quantity", "how many");
  EXPECT_EQ(sentence(), "");
  EXPECT_EQ(dialog.columnOf("quantity"), "how many");
  EXPECT_EQ(dialog.count(LineVerdict::fresh), 1);
  dialog.write(false);
  ASSERT_EQ(storedShipments().size(), 1U);
  EXPECT_EQ(storedShipments()[0].quantity, 77);
}

TEST_F(ImportTest, TheSameFileIsRecognised) {
  dialog.choose("calendar.csv", ImportKind::calendar);
  EXPECT_FALSE(dialog.knownFile());
  dialog.write(false);
  ASSERT_EQ(dialog.stage(), ImportViewModel::Stage::done) << sentence();
  const auto days = storedDays();
  ImportViewModel again(session, tables);
  again.choose("calendar.csv", ImportKind::calendar);
  EXPECT_TRUE(again.knownFile());
  EXPECT_EQ(again.count(LineVerdict::same), 2);
  EXPECT_FALSE(again.mayWrite());
  EXPECT_EQ(storedDays(), days);
}

TEST_F(ImportTest, ReadingCanBeStoppedForEveryKind) {
  for (const auto& [file, kind] :
       {std::pair{"calendar.csv", ImportKind::calendar}, std::pair{"shipments.csv", ImportKind::shipments}}) {
    tables.whileReading = [this](std::size_t row) {
      if (row == 1) dialog.cancel();
    };
    dialog.choose(file, kind);
    EXPECT_NE(sentence().find("cancelled"), std::string::npos) << file;
    EXPECT_FALSE(dialog.mayWrite()) << file;
  }
}

TEST_F(ImportTest, StoppingWhileWritingLeavesNothing) {
  Session slow = sessionOf("zhou", held);
  ImportViewModel writing(slow, tables);
  const auto before = storedDays();
  writing.choose("calendar.csv", ImportKind::calendar);
  held.runAll();
  ASSERT_TRUE(writing.mayWrite());
  writing.write(false);
  EXPECT_EQ(writing.stage(), ImportViewModel::Stage::writing);
  writing.cancel();
  held.runAll();
  ASSERT_TRUE(writing.error());
  EXPECT_NE(translator.error(writing.error()).find("Nothing was stored"), std::string::npos);
  EXPECT_EQ(storedDays(), before);
  EXPECT_TRUE(writing.mayWrite()) << "and it can be begun again";
  writing.write(false);
  held.runAll();
  EXPECT_EQ(storedDays(), before + 2);
}

TEST_F(ImportTest, SaysHowFarItIs) {
  std::string told;
  tables.whileReading = [&](std::size_t row) {
    if (row == 2) told = translator(dialog.progressText());
  };
  dialog.choose("calendar.csv", ImportKind::calendar);
  EXPECT_EQ(told, "Line 2");
}

}  // namespace octad::viewmodels
