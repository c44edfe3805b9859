#include "gui/viewmodels/case_news.hpp"

#include "model/ports/presence.hpp"
#include "model/usecases/save_discipline.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {
namespace {

using model::DisciplineCode;

class CaseNewsTest : public SessionTest {
 protected:
  void saveAs(const std::string& login, const std::string& text) {
    auto content = model::SaveDiscipline::from(database.store().reader().openCase(id), DisciplineCode::d0);
    content.text = text;
    model::SaveDiscipline({database.store(), database.clock(), database.actor(login)}).execute(content);
  }

  model::ComplaintId id = database.makeCase();
  Session session = sessionOf("wang", immediate);
  CasePageViewModel page{session, id};
  CaseNews news{page};
};

TEST_F(CaseNewsTest, ReadsTheCaseAgainWhenSomebodyElseChangedIt) {
  std::string told;
  news.onNews = [&](const model::Message& sentence) { told = translator(sentence); };
  page.load();
  page.discipline(DisciplineCode::d0);
  int shown = 0;
  const boost::signals2::scoped_connection counting = page.changed.connect([&] { ++shown; });
  model::RecordChanges elsewhere;
  elsewhere.records = {"another case"};
  model::RecordChanges here;
  here.records = {page.file().complaint.uuid};

  saveAs("hu", "停止发货");
  news.look(elsewhere);
  EXPECT_EQ(shown, 0);
  here.records = {page.file().problem.uuid};
  news.look(here);
  EXPECT_EQ(shown, 1);
  EXPECT_EQ(page.discipline(DisciplineCode::d0).text(), "停止发货");
  EXPECT_EQ(told, "胡军 changed this case. What you typed is still there.");
  news.look(here);
  EXPECT_EQ(shown, 1) << "one's own reading is no news";

  page.discipline(DisciplineCode::d0).setText("mine");
  saveAs("hu", "theirs");
  news.look(here);
  EXPECT_EQ(shown, 2);
  EXPECT_EQ(page.discipline(DisciplineCode::d0).text(), "mine");
}

TEST_F(CaseNewsTest, NamesTheOthersAndLeavesWithThePage) {
  page.load();
  EXPECT_TRUE(news.others().empty());
  auto& presence = database.store().presence();
  const auto hu = database.person("hu");
  EXPECT_EQ(presence.enter(hu, id), std::vector<std::string>{"王芳"});
  model::RecordChanges somebodyCame;
  somebodyCame.presence = true;
  news.look(somebodyCame);
  EXPECT_EQ(news.others(), std::vector<std::string>{"胡军"});
  {
    Session other = sessionOf("chen", immediate);
    CasePageViewModel otherPage(other, id);
    CaseNews otherNews(otherPage);
    otherPage.load();
    EXPECT_EQ(presence.enter(hu, id).size(), 2U);
  }
  EXPECT_EQ(presence.enter(hu, id).size(), 1U) << "the page that closed has left";
}

}  // namespace
}  // namespace octad::viewmodels
