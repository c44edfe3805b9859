#include "gui/viewmodels/similar_cases.hpp"

#include "db/admin/shipped_words.hpp"
#include "gui/viewmodels/other_customers.hpp"
#include "model/usecases/register_complaint.hpp"
#include "templates/templates.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {
namespace {

using model::SimilarVerdict;

/// What D2 lists of similar cases, and D3 of other customers.
class SimilarCasesTest : public SessionTest {
 protected:
  SimilarCasesTest() : wang(sessionWithWords("wang")) {}

  Session sessionWithWords(const std::string& login) {
    auto session = sessionOf(login, immediate);
    session.failureReader = std::make_shared<const model::FailureReader>(
        db::failureWords(resources::octad_templates().at(model::kFailureWordFile)));
    return session;
  }
  model::ComplaintId registered(const std::string& customer, const std::string& failure) {
    model::NewComplaint notice;
    notice.uuid = newUuid();
    notice.customer = customer;
    notice.title = failure;
    notice.verbatim = failure;
    notice.items = {{"P-100", "", "LOT1", failure, model::DefectKind::functional, 5, 100}};
    return model::RegisterComplaint(wang.workplace()).execute(notice).id;
  }
  std::unique_ptr<CasePageViewModel> page(model::ComplaintId id, Session& session) {
    auto page = std::make_unique<CasePageViewModel>(session, id);
    page->load();
    return page;
  }
  /// Does what the form's button does.
  model::Saved press(const CasePageViewModel& page, const ActionForm& form, FormValues values) {
    FormValues all = startValues(form);
    for (auto& [name, value] : values) all[name] = value;
    return form.execute(page.session().workplace(), {page.id(), 0, {}}, all);
  }

  Session wang;
};

TEST_F(SimilarCasesTest, TheListIsReadAndADecisionStandsInItAfterwards) {
  const auto first = registered("乙公司", "焊点虚焊");
  const auto id = registered("甲公司", "电感假焊");
  auto shown = page(id, wang);
  SimilarCasesViewModel similar(*shown);
  similar.refresh();
  ASSERT_EQ(similar.cases().size(), 1u);
  const auto* line = similar.find(first);
  ASSERT_NE(line, nullptr);
  EXPECT_NE(similarReasons(line->similarity, translator).find("same part"), std::string::npos);
  EXPECT_TRUE(similarWanted(shown->file()));

  press(*shown, similarForm(SimilarVerdict::recurrence, line), {{"reason", "对策未持续执行"}});
  shown->load();
  similar.refresh();
  ASSERT_TRUE(similar.find(first)->decision);
  EXPECT_EQ(similar.find(first)->decision->verdict, SimilarVerdict::recurrence);
  EXPECT_EQ(similar.find(first)->decision->score, line->similarity.score);
  EXPECT_TRUE(shown->file().complaint.repeat);
  EXPECT_FALSE(similarWanted(shown->file()));
}

TEST_F(SimilarCasesTest, TheSameProblemNamesTheEightDThatIsJoined) {
  const auto first = registered("乙公司", "焊点虚焊");
  const auto id = registered("甲公司", "电感假焊");
  auto shown = page(id, wang);
  SimilarCasesViewModel similar(*shown);
  similar.refresh();
  const auto form = similarForm(SimilarVerdict::sameProblem, similar.find(first));
  const std::string number = page(first, wang)->file().problem.number;
  ASSERT_FALSE(form.notes.empty());
  EXPECT_NE(translator(form.notes.front()).find(number), std::string::npos);
  press(*shown, form, {{"reason", "同一批次同一焊点"}});
  shown->load();
  EXPECT_EQ(shown->file().problem.number, number);
  const auto summary = similarSummary(shown->file());
  ASSERT_FALSE(summary.empty());
  EXPECT_NE(translator(summary.front()).find("One 8D with"), std::string::npos);
  EXPECT_EQ(shown->header().shared.id, "One 8D with {0}");
  EXPECT_NE(translator(page(first, wang)->header().shared).find(shown->file().complaint.number),
            std::string::npos)
      << "either case tells of the other";
}

TEST_F(SimilarCasesTest, NoneOfThemNeedsNoCaseTheOthersDo) {
  const auto id = registered("甲公司", "电感假焊");
  auto shown = page(id, wang);
  EXPECT_FALSE(whyNotDecideSimilar(*shown, SimilarVerdict::different, nullptr));
  EXPECT_TRUE(whyNotDecideSimilar(*shown, SimilarVerdict::sameProblem, nullptr));
  press(*shown, similarForm(SimilarVerdict::different, nullptr), {{"reason", "没有相同的案件"}});
  shown->load();
  ASSERT_EQ(similarSummary(shown->file()).size(), 1u);
  EXPECT_NE(translator(similarSummary(shown->file()).front()).find("没有相同的案件"), std::string::npos);

  auto liu = sessionWithWords("liu");
  EXPECT_TRUE(whyNotDecideSimilar(*page(id, liu), SimilarVerdict::different, nullptr));
}

TEST_F(SimilarCasesTest, WithoutWordsNothingIsCompared) {
  registered("乙公司", "焊点虚焊");
  const auto id = registered("甲公司", "电感假焊");
  auto session = sessionOf("wang", immediate);
  auto shown = page(id, session);
  SimilarCasesViewModel similar(*shown);
  similar.refresh();
  EXPECT_TRUE(similar.cases().empty());
}

TEST_F(SimilarCasesTest, AMissingDecisionLeadsToTheListOfItsPage) {
  EXPECT_EQ(jumpTarget({model::DisciplineCode::d8, "similar", {}}).tab, CaseTab::d2);
  EXPECT_EQ(jumpTarget({model::DisciplineCode::d8, "other_customers", {}}).tab, CaseTab::d3);
}

TEST_F(SimilarCasesTest, AnotherCustomerIsListedAndTold) {
  const auto id = registered("甲公司", "电感假焊");
  auto shown = page(id, wang);
  OtherCustomersViewModel customers(*shown);
  customers.refresh();
  EXPECT_TRUE(customers.rows().empty());
  std::vector<FieldSuggestion> suggested;
  customers.suggest("乙", [&suggested](auto found) { suggested = std::move(found); });
  ASSERT_EQ(suggested.size(), 1u);
  EXPECT_EQ(suggested[0].value, "乙公司");

  press(*shown, otherCustomerForm(*shown, {}, {}),
        {{"customer", "乙公司"}, {"lots", "LOT1"}, {"quantity", "1,200"}});
  shown->load();
  ASSERT_EQ(customers.rows().size(), 1u);
  EXPECT_TRUE(customers.rows()[0].waiting);
  EXPECT_EQ(customers.rows()[0].quantity, "1,200");
  // What was said stands in the form again, and only the decision is added.
  press(*shown, otherCustomerForm(*shown, "乙公司", {}),
        {{"decision", "notify"}, {"notified_on", wang.zone.date(wang.clock.now()).iso()}});
  shown->load();
  ASSERT_EQ(customers.rows().size(), 1u);
  EXPECT_FALSE(customers.rows()[0].waiting);
  EXPECT_EQ(customers.rows()[0].lots, "LOT1");
  EXPECT_EQ(customers.rows()[0].notifiedOn, wang.zone.date(wang.clock.now()).iso());
}

}  // namespace
}  // namespace octad::viewmodels
