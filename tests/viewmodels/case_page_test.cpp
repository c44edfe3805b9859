#include "gui/viewmodels/case_page.hpp"

#include <gtest/gtest.h>
#include <soci/soci.h>

#include "db/connection/database.hpp"
#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/metrics.hpp"
#include "model/usecases/register_complaint.hpp"
#include "model/usecases/save_discipline.hpp"
#include "tests/support/test_database.hpp"

namespace octad::viewmodels {

using model::DisciplineCode;

namespace {

/// The page of a registered case of TestDatabase, read by Wang (its owner), everything at once.
class CasePageTest : public testing::Test {
 protected:
  CasePageTest()
      : m_id(m_database.makeCase()),
        m_session{std::shared_ptr<model::Store>(&m_database.store(), [](model::Store*) {}),
                  m_database.clock(),
                  m_executor,
                  m_translator,
                  m_database.actor("wang"),
                  model::Zone("Asia/Shanghai"),
                  "test"},
        m_page(m_session, m_id) {
    m_page.load();
  }

  /// Runs an action with its form's own values and these; the error's sentence, "" when it was stored.
  std::string act(ActionForm form, const FormValues& typed) {
    FormValues values;
    for (const auto& field : form.fields) values[field.name] = field.value;
    for (const auto& [name, value] : typed) values[name] = value;
    std::string sentence;
    m_page.run(
        newUuid(),
        [&](model::Workplace workplace, model::CaseTarget target) {
          return form.execute(std::move(workplace), std::move(target), values);
        },
        [](const model::Saved&) {},
        [&](const std::exception_ptr& error) { sentence = m_translator.error(error); });
    return sentence;
  }

  support::TestDatabase m_database{support::DatabaseKind::sqlite};
  model::ComplaintId m_id;
  ImmediateExecutor m_executor;
  Translator m_translator;
  Session m_session;
  CasePageViewModel m_page;
};

}  // namespace

TEST_F(CasePageTest, ShowsHeaderAndSteps) {
  ASSERT_TRUE(m_page.loaded());
  const auto header = m_page.header();
  EXPECT_EQ(header.customer, "甲公司");
  EXPECT_FALSE(header.number.empty());
  EXPECT_FALSE(header.why.empty());
  const auto steps = m_page.steps();
  ASSERT_EQ(steps.size(), 15U);
  EXPECT_EQ(m_translator(steps[5].label), "○ D4");
  EXPECT_EQ(m_translator(steps[5].hint), "D4 Root cause: In work");
  EXPECT_EQ(disciplineOf(steps[5].tab), DisciplineCode::d4);
  m_page.discipline(DisciplineCode::d4).setText("typed");
  EXPECT_EQ(m_translator(m_page.steps()[5].label), "○ D4 •");
  EXPECT_TRUE(m_page.anyUnsaved());
}

TEST_F(CasePageTest, SaysWhyEachClockIsDueThen) {
  model::NewComplaint notice;
  notice.uuid = newUuid();
  notice.customer = "甲公司";
  notice.title = "上电无输出";
  notice.items.emplace_back().part = "P-100";
  notice.items.back().failure = "无输出";
  notice.items.back().quantityDefective = 20;
  CasePageViewModel page(m_session, model::RegisterComplaint(m_session.workplace()).execute(notice).id);
  page.load();
  const auto& reasons = page.clockReasons();
  ASSERT_EQ(reasons.size(), 3U);
  const auto& first = reasons.at(model::ClockName::firstReply);
  ASSERT_FALSE(first.empty());
  const std::string sentence = m_translator(first.front());
  EXPECT_NE(sentence.find("24 hours"), std::string::npos) << sentence;
  EXPECT_NE(sentence.find("Customer's notice"), std::string::npos) << sentence;
}

TEST_F(CasePageTest, ChecksTheAuditTrailWheneverTheCaseIsRead) {
  ASSERT_TRUE(m_page.trail());
  EXPECT_EQ(m_translator(m_page.trailVerdict()),
            "Audit trail verified: " + std::to_string(m_page.trail()->events) + " events, nothing altered");
  {
    // What somebody with the file in hand can do: past the triggers.
    db::Database file(m_database.url(), {});
    const db::Lease lease = file.writer();
    std::vector<std::string> triggers(100);
    lease.session() << "select name from sqlite_master where type = 'trigger' and tbl_name = 'complaint'",
        soci::into(triggers);
    for (const auto& trigger : triggers) lease.session() << "drop trigger " + trigger;
    lease.session() << "update complaint set title = '改过'";
  }
  int checked = 0;
  const auto connection = m_page.trailChecked.connect([&checked] { ++checked; });
  m_page.load();
  EXPECT_EQ(checked, 1);
  EXPECT_EQ(m_page.trail()->faults.size(), 1U);
  EXPECT_NE(m_translator(m_page.trailVerdict()).find("not what its audit trail says (1 faults)"),
            std::string::npos);
}

TEST_F(CasePageTest, RunsAnActionAndReadsTheCaseAgain) {
  int changed = 0;
  m_page.changed.connect([&changed] { ++changed; });
  EXPECT_EQ(act(actionForm(CaseActionId::accept, m_page), {{"reason", "confirmed on our sample"}}), "");
  EXPECT_EQ(changed, 1);
  EXPECT_EQ(m_page.file().complaint.state, model::CaseState::handling);
  EXPECT_EQ(m_page.file().complaint.acceptance, model::Acceptance::accepted);
  EXPECT_FALSE(actionOf(m_page.actions(), CaseActionId::accept).enabled());
  EXPECT_FALSE(m_page.busy());
}

TEST_F(CasePageTest, AWrongValueComesBackAsASentence) {
  EXPECT_EQ(act(actionForm(CaseActionId::accept, m_page), {{"reason", "confirmed"}}), "");
  const auto form = actionForm(CaseActionId::assign, m_page);
  EXPECT_EQ(act(form, {{"department", "TE"}, {"due_on", "tomorrow"}}),
            "Write the date as 2026-11-30; “tomorrow” is none.");
  EXPECT_TRUE(m_page.file().assignments.empty());
  EXPECT_EQ(act(form, {{"department", "TE"}, {"question", "Why no output?"}}), "");
  ASSERT_EQ(m_page.file().assignments.size(), 1U);
  EXPECT_EQ(m_page.file().assignments[0].disciplines, "D4,D5");
}

TEST_F(CasePageTest, SavesADisciplineAndNoticesAnotherWriter) {
  auto& team = m_page.discipline(DisciplineCode::d1);
  auto* table = team.table("team");
  table->setCell(table->addRow(), table->fieldOf("name"), "刘洋");
  bool saved = false;
  m_page.saveDiscipline(
      DisciplineCode::d1, [&saved] { saved = true; }, {}, [](const std::exception_ptr&) { FAIL(); });
  EXPECT_TRUE(saved);
  EXPECT_FALSE(m_page.anyUnsaved());
  ASSERT_EQ(m_page.file().team.size(), 1U);

  auto theirs = model::SaveDiscipline::from(m_page.file(), DisciplineCode::d1);
  theirs.target = {m_id, 0, {}};
  theirs.text = "theirs";
  model::SaveDiscipline({m_database.store(), m_database.clock(), m_database.actor("hu")}).execute(theirs);

  team.setText("mine");
  std::vector<FieldConflict> conflicts;
  m_page.saveDiscipline(
      DisciplineCode::d1, [] { FAIL() << "must not overwrite"; },
      [&conflicts](std::vector<FieldConflict> found) { conflicts = std::move(found); },
      [](const std::exception_ptr&) { FAIL(); });
  ASSERT_EQ(conflicts.size(), 1U);
  EXPECT_EQ(conflicts[0].mine, "mine");
  EXPECT_EQ(conflicts[0].theirs, "theirs");
  team.resolve(m_page.file(), conflicts);
  m_page.saveDiscipline(DisciplineCode::d1, {}, {}, [](const std::exception_ptr&) { FAIL(); });
  EXPECT_EQ(m_page.file().discipline(DisciplineCode::d1).text, "mine");
}

TEST_F(CasePageTest, TellsItsHistory) {
  ASSERT_FALSE(m_page.history().empty());
  EXPECT_EQ(act(actionForm(CaseActionId::accept, m_page), {{"reason", "confirmed"}}), "");
  bool told = false;
  for (const auto& line : m_page.history())
    told = told || m_translator(line.sentence).find("decided: Accepted") != std::string::npos;
  EXPECT_TRUE(told);
}

TEST_F(CasePageTest, EveryMissingPointLeadsSomewhere) {
  for (const auto& entry : model::EnumKeys<DisciplineCode>::entries)
    for (const auto& point : m_page.missing(entry.value)) {
      const auto target = jumpTarget(point);
      const auto code = disciplineOf(target.tab);
      if (!code) continue;  // returns, replies, files: the page itself
      auto& editor = m_page.discipline(*code);
      const bool known = editor.table(target.table) != nullptr || target.table == "text" ||
                         target.table == "text_customer" || target.table == "why_steps" ||
                         target.table == "verifications" || target.table == "disciplines" ||
                         target.table == "similar" || target.table == "other_customers" ||
                         target.table.rfind("clean_point", 0) == 0;
      EXPECT_TRUE(known) << entry.key << ": " << point.field;
    }
}

TEST_F(CasePageTest, MissingPointsNameTheirRow) {
  const model::MissingPoint sweep{DisciplineCode::d3, "sweep.customer", {}};
  EXPECT_EQ(jumpTarget(sweep).tab, CaseTab::d3);
  EXPECT_EQ(jumpTarget(sweep).table, "sweep");
  EXPECT_EQ(jumpTarget(sweep).row, "customer");
  EXPECT_EQ(jumpTarget({DisciplineCode::d8, "replies", {}}).tab, CaseTab::replies);
  EXPECT_EQ(jumpTarget({DisciplineCode::d8, "returns", {}}).tab, CaseTab::returns);
}

TEST_F(CasePageTest, ReadsMomentsAtTheSite) {
  const model::Zone zone("Asia/Shanghai");
  EXPECT_EQ(parseMoment("2026-11-22 14:00", zone, "arrived_at"),
            zone.instant({model::Date(2026, 11, 22), 14, 0, 0}));
  EXPECT_FALSE(parseMoment("  ", zone, "arrived_at"));
  for (const char* wrong :
       {"2026-11-22 25:00", "2026-11-22 14", "yesterday", "2026-02-30 10:00", "2026-11-22 14:0x"})
    EXPECT_THROW(parseMoment(wrong, zone, "arrived_at"), model::Invalid) << wrong;
}

TEST_F(CasePageTest, ClassesHaveTheNamesOfTheirPolicy) {
  m_database.nameClasses({{model::SeverityClass::major, "B类投诉", "Class B complaint"},
                          {model::SeverityClass::other, "A类投诉", "Class A complaint"}});
  const auto id = m_database.registerMajor();
  CasePageViewModel page(m_session, id);
  page.load();
  EXPECT_EQ(page.header().severity.label, "Class B");
  const auto form = actionForm(CaseActionId::accept, page);
  std::string choices;
  for (const auto& field : form.fields)
    if (field.name == "severity")
      for (const auto& choice : field.choices) choices += choice.key + "=" + choice.label + "|";
  EXPECT_EQ(choices, "major=Class B complaint|other=Class A complaint|");
  EXPECT_NE(actionForm(CaseActionId::accept, m_page).fields.front().choices.size(), 2U)
      << "a case that was judged by no policy with names";
  MetricsViewModel metrics(m_session);
  metrics.setDimension(model::Dimension::severity);
  metrics.load();
  std::string rows;
  for (const auto& row : metrics.rows()) rows += metrics.rowLabel(row) + "|";
  EXPECT_EQ(rows, "Class B complaint|Class A complaint|") << "the gravest first, however many there are";
  EXPECT_TRUE(metrics.hasNamedClasses());
  metrics.setDimension(model::Dimension::month);
  metrics.load();
  EXPECT_FALSE(metrics.hasNamedClasses());
}

TEST_F(CasePageTest, CountsOfAPeriod) {
  MetricsViewModel metrics(m_session);
  EXPECT_EQ(metrics.toMonth(), "2026-11");
  EXPECT_EQ(metrics.fromMonth(), "2025-12");
  metrics.load();
  EXPECT_EQ(metrics.table().total.all, 1);
  EXPECT_TRUE(metrics.setPeriod("2026-11", "2026-01"));
  EXPECT_TRUE(metrics.setPeriod("x", "2026-01"));
  EXPECT_EQ(metrics.toMonth(), "2026-11") << "a wrong period changes nothing";
}

}  // namespace octad::viewmodels
