#include <gtest/gtest.h>

#include "db/connection/open_store.hpp"
#include "gui/viewmodels/discipline.hpp"
#include "gui/viewmodels/sweep_counts.hpp"
#include "gui/viewmodels/sweep_page.hpp"
#include "model/core/error.hpp"
#include "model/usecases/save_discipline.hpp"
#include "tests/support/private_postgres.hpp"
#include "tests/support/team_server.hpp"
#include "tests/viewmodels/sample_file.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {

using model::DisciplineCode;
using model::SweepLocation;

namespace {

constexpr model::SweepRowId kWip{3};

model::SweepCount count(long long ok, model::Date day, bool correction = false) {
  model::SweepCount count;
  count.sweepId = kWip;
  count.ok = ok;
  count.countedOn = day;
  count.correction = correction;
  count.countedBy = kOwner;
  return count;
}

/// 1,500 suspect in process, 1,200 of them sorted on two days.
model::CaseFile withCounts() {
  auto file = sampleFile();
  model::SweepRow row;
  row.id = kWip;
  row.location = SweepLocation::wip;
  row.suspect = 1500;
  row.ok = 1200;
  file.sweep.push_back(row);
  file.sweepCounts = {count(700, {2026, 11, 16}), count(505, {2026, 11, 17}), count(5, {2026, 11, 17}, true)};
  return file;
}

}  // namespace

TEST(SweepCounts, TellProgressAndTheDays) {
  const auto file = withCounts();
  const Translator text;
  EXPECT_EQ(text(sweepProgress(file.sweep[0])), "1,200 of 1,500 sorted (80 %), 300 open");
  const auto rows = sweepCountRows(file, kWip);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_TRUE(rows[0].correction);
  EXPECT_EQ(rows[0].ok, "−5");
  EXPECT_EQ(rows[0].ng, "0");
  EXPECT_EQ(rows[0].sortedSoFar, 1200);
  EXPECT_EQ(rows[1].sortedSoFar, 1205);
  EXPECT_EQ(rows[2].day, "2026-11-16");
  EXPECT_EQ(rows[2].by, "Wang Fang");
}

TEST(SweepCounts, AListTellsNotApplicableFromNotAnswered) {
  auto file = withCounts();
  model::SweepRow row;
  row.location = SweepLocation::raw;
  row.notApplicable = "bought parts are not concerned";
  file.sweep.push_back(row);
  DisciplineViewModel d3(file, DisciplineCode::d3);
  const auto* sweep = d3.table("sweep");
  const Translator text;
  const auto words = [&](SweepLocation location, const char* field) {
    for (int at = 0; at < sweep->rowCount(); ++at)
      if (sweep->cell(at, 0) == model::keyOf(location)) {
        const auto instead = sweep->listWords(at, sweep->fieldOf(field));
        return instead ? text(*instead) : sweep->cell(at, sweep->fieldOf(field));
      }
    return std::string("no such row");
  };
  EXPECT_EQ(words(SweepLocation::raw, "location"),
            "Raw material · not applicable: bought parts are not concerned");
  EXPECT_EQ(words(SweepLocation::raw, "suspect"), "–");
  EXPECT_EQ(words(SweepLocation::transit, "location"), "In transit · not counted yet");
  EXPECT_EQ(words(SweepLocation::transit, "open"), "–");
  EXPECT_EQ(words(SweepLocation::wip, "suspect"), "1500");
}

TEST(SweepCounts, AreEnteredWhereSomethingIsSuspect) {
  auto file = withCounts();
  const Translator text;
  const auto whyNot = [&](const model::Actor& actor, SweepLocation location) {
    const auto why = whyNotCount(file, actor, location);
    return why ? text(*why) : std::string();
  };
  EXPECT_EQ(whyNot(cqe(), SweepLocation::wip), "");
  EXPECT_EQ(whyNot(cqe(), SweepLocation::supplier),
            "Enter and save first how many pieces are suspect there.");
  EXPECT_EQ(whyNot(auditor(), SweepLocation::wip),
            "Sun Li may not count a stock sweep. Ask the warehouse, a checker or a CQE.");
  file.complaint.state = model::CaseState::closed;
  EXPECT_EQ(whyNot(cqe(), SweepLocation::wip), "The case is not open any more.");
}

TEST(SweepTable, SumsOfCountsAreNotTyped) {
  auto file = withCounts();
  DisciplineViewModel d3(file, DisciplineCode::d3);
  auto* sweep = d3.table("sweep");
  ASSERT_EQ(sweep->rowCount(), 7) << "with the supplier";
  const int wip = sweep->rowOf(kWip.value);
  const int ok = sweep->fieldOf("ok");
  EXPECT_TRUE(sweep->locked(wip, ok));
  EXPECT_FALSE(sweep->locked(wip, sweep->fieldOf("suspect")));
  EXPECT_FALSE(sweep->locked(wip == 0 ? 1 : 0, ok)) << "nobody counts there by the day";
  EXPECT_FALSE(sweep->setCell(wip, ok, "7"));
  EXPECT_EQ(sweep->cell(wip, ok), "1200");
  EXPECT_FALSE(d3.dirty());

  // A count comes in while the CQE is writing: the sum follows, what is typed stays, nothing conflicts.
  sweep->setCell(wip, sweep->fieldOf("suspect"), "1600");
  file.sweep[0].ok = 1300;
  file.sweepCounts.push_back(count(100, {2026, 11, 18}));
  EXPECT_TRUE(d3.refresh(file));
  EXPECT_EQ(sweep->cell(wip, ok), "1300");
  EXPECT_EQ(sweep->cell(wip, sweep->fieldOf("suspect")), "1600");
  EXPECT_EQ(sweep->cell(wip, sweep->fieldOf("open")), "300");
  const auto conflicts = d3.conflicts(file);
  ASSERT_EQ(conflicts.size(), 1U) << "only what I typed";
  EXPECT_EQ(conflicts[0].mine, "1600");
}

TEST(SweepTable, WhatIsOutOfReachNeedsSomebodyWhoAcceptsTheRisk) {
  auto file = withCounts();
  DisciplineViewModel d3(file, DisciplineCode::d3);
  auto* sweep = d3.table("sweep");
  const int field = sweep->fieldOf("unreachable");
  EXPECT_FALSE(sweep->advice(0, field));
  sweep->setCell(0, field, "12");
  ASSERT_TRUE(sweep->advice(0, field));
  EXPECT_FALSE(d3.firstError()) << "it does not stand in the way of saving";
  sweep->setCell(0, sweep->fieldOf("risk_accepted_by"), "Chen Ming, quality manager");
  EXPECT_FALSE(sweep->advice(0, field));
}

/// 500 suspect pieces in process, entered by the CQE.
void suspect(support::TestDatabase& database, model::ComplaintId id) {
  model::DisciplineContent content =
      model::SaveDiscipline::from(database.store().reader().openCase(id), DisciplineCode::d3);
  content.target.id = id;
  content.code = DisciplineCode::d3;
  content.cleanPoint = "L2026-47";
  model::SweepRow row;
  row.location = SweepLocation::wip;
  row.suspect = 500;
  content.sweep = {row};
  model::SaveDiscipline({database.store(), database.clock(), database.actor("wang")}).execute(content);
}

/// The warehouse's page over a case with 500 suspect pieces in process.
class SweepPageTest : public SessionTest {
 protected:
  SweepPageTest() : id(database.makeCase()) { suspect(database, id); }
  std::string save(SweepPageViewModel& page, const CountEntry& entry) {
    std::string sentence;
    open = -1;
    page.save(
        entry, [this](long long left) { open = left; },
        [&](const std::exception_ptr& error) { sentence = translator.error(error); });
    return sentence;
  }

  model::ComplaintId id;
  long long open = -1;
};

TEST_F(SweepPageTest, ShowsWhatToSortAndTakesTheCountOfToday) {
  auto session = sessionOf("qian", immediate);
  SweepPageViewModel page(session);
  page.load();
  ASSERT_EQ(page.rows().size(), 1U);
  EXPECT_EQ(page.rows()[0]->partNumber, "P-100");
  EXPECT_EQ(page.rows()[0]->cleanPoint, "L2026-47");
  EXPECT_EQ(translator(page.summary()), "1 of 1 locations have open pieces: 500 in all");
  EXPECT_TRUE(page.whyNot()) << "none is chosen";
  page.choose(page.rows()[0]->id);
  EXPECT_FALSE(page.whyNot());

  auto entry = page.fresh();
  EXPECT_EQ(entry.countedOn, "2026-11-16");
  EXPECT_NE(save(page, entry), "") << "an empty count is none";
  entry.ok = "300";
  entry.ng = "20";
  EXPECT_EQ(save(page, entry), "");
  EXPECT_EQ(open, 180);
  EXPECT_EQ(page.chosen()->ok, 300);
  EXPECT_EQ(page.chosen()->lastCountedOn, model::Date(2026, 11, 16));
  EXPECT_NE(save(page, entry).find("320 counted, but only 180 are open"), std::string::npos);

  auto correction = page.fresh();
  correction.correction = true;
  correction.ng = "5";
  EXPECT_NE(save(page, correction), "") << "a correction says why";
  correction.note = "five were counted twice";
  EXPECT_EQ(save(page, correction), "");
  EXPECT_EQ(open, 185);
  auto rest = page.fresh();
  rest.ok = "185";
  EXPECT_EQ(save(page, rest), "");
  EXPECT_EQ(page.rows().size(), 1U) << "the chosen one stays in sight";
  EXPECT_EQ(translator(page.summary()), "Nothing is left to be sorted.");
}

TEST_F(SweepPageTest, OthersSeeItAndDoNotCount) {
  auto session = sessionOf("sun", immediate);
  SweepPageViewModel page(session);
  page.load();
  ASSERT_EQ(page.rows().size(), 1U);
  page.choose(page.rows()[0]->id);
  ASSERT_TRUE(page.whyNot());
  auto entry = page.fresh();
  entry.ok = "1";
  EXPECT_NE(save(page, entry).find("may not count a stock sweep"), std::string::npos);
  entry.ok = "many";
  EXPECT_NE(save(page, entry), "");
}

TEST_F(SweepPageTest, TheFormOfThePageCountsTheSame) {
  auto session = sessionOf("wang", immediate);
  CasePageViewModel page(session, id);
  page.load();
  const auto* row = sweepAt(page.file(), SweepLocation::wip);
  ASSERT_NE(row, nullptr);
  const auto form = sweepCountForm(page, *row, false);
  auto values = startValues(form);
  values["ok"] = "100";
  std::string sentence;
  page.run(
      newUuid(),
      [&](model::Workplace workplace, model::CaseTarget target) {
        return form.execute(std::move(workplace), std::move(target), values);
      },
      {}, [&](const std::exception_ptr& error) { sentence = translator.error(error); });
  EXPECT_EQ(sentence, "");
  EXPECT_EQ(sweepAt(page.file(), SweepLocation::wip)->ok, 100);
  ASSERT_EQ(page.file().sweepCounts.size(), 1U);
  EXPECT_EQ(translator(page.history().front().sentence),
            "王芳 counted at “Work in process”: OK 100, NG 0, rework 0");
}

/// On a server that holds everybody to their rights, with a login of the warehouse: it sees no case.
TEST(SweepPageOnServer, CountsWithALoginThatMayNotOpenTheCase) {
  support::TestDatabase database(support::DatabaseKind::postgres);
  const auto id = database.makeCase();
  suspect(database, id);
  {
    model::Person person;
    person.login = "ku";
    person.name = "库管";
    person.departmentId = database.department("WH");
    person.roles = {model::Role::warehouse};
    const auto unit = database.store().begin(database.change("zhou", "setup"));
    model::Row row = person;
    unit->insert(row);
    unit->commit("");
  }
  const std::string url = database.url().text();
  const std::string name = url.substr(url.rfind('/') + 1, url.find('?') - url.rfind('/') - 1);
  support::installTeam(name);
  // Other tests make the server ask for passwords.
  support::PrivatePostgres::instance().administer(
      "set password_encryption = 'scram-sha-256'; alter role ku password 'ku'");
  std::string address = support::urlAs(name, "ku");
  address.replace(address.find("ku@"), 3, "ku:ku@");
  const std::shared_ptr<model::Store> store = db::openStore(db::DatabaseUrl(address), {});
  EXPECT_THROW(store->reader().openCase(id), model::Error);

  ImmediateExecutor executor;
  Translator translator;
  Session session{store,      database.clock(),     executor,
                  translator, database.actor("ku"), model::Zone("Asia/Shanghai"),
                  "test"};
  SweepPageViewModel page(session);
  std::string sentence;
  page.failed.connect([&](const std::exception_ptr& error) { sentence = translator.error(error); });
  page.load();
  ASSERT_EQ(page.rows().size(), 1U) << sentence;
  page.choose(page.rows()[0]->id);
  auto entry = page.fresh();
  entry.ok = "120";
  long long open = 0;
  page.save(
      entry, [&open](long long left) { open = left; },
      [&](const std::exception_ptr& error) { sentence = translator.error(error); });
  EXPECT_EQ(sentence, "");
  EXPECT_EQ(open, 380);
  EXPECT_EQ(database.store().reader().openCase(id).sweep.at(0).ok, 120) << "the CQE sees it";
}

}  // namespace octad::viewmodels
