#include "gui/viewmodels/start.hpp"

#include "model/core/error.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {

namespace {

model::Person person(const char* login, const char* name, bool active = true) {
  model::Person made;
  made.login = login;
  made.name = name;
  made.active = active;
  return made;
}

/// Databases that are there or not.
class FakeDatabases final : public Databases {
 public:
  Opened open(const std::string& url) override {
    if (url == "missing") throw model::NotFound({"There is no database {0}.", {url}});
    return made(url);
  }
  Opened create(const NewSite& site) override { return made(site.path); }
  Opened openDemonstration(model::Progress&) override { return made("demo"); }
  Schema schemaOf(const std::string&) override { return {}; }
  Opened setUp(const std::string& url, const std::string&) override { return made(url); }
  Opened update(const std::string& url) override { return made(url); }
  std::string suggestedPath() const override { return "/tmp/octad.octad"; }

  bool embedded = true;
  std::string login = "nobody";
  std::vector<model::Person> people{person("wang", "王芳"), person("li", "李四"),
                                    person("gone", "离职", false)};

 private:
  Opened made(const std::string& url) const {
    Opened opened;
    opened.url = url;
    opened.displayName = url;
    opened.embedded = embedded;
    opened.login = login;
    opened.people = people;
    opened.zone = "Asia/Shanghai";
    return opened;
  }
};

class StartTest : public testing::Test {
 protected:
  FakeDatabases databases;
  ImmediateExecutor executor;
  MemorySettings settings;
  Translator text;
  StartViewModel start{databases, executor, settings, text};
};

TEST_F(StartTest, OpensAndRemembers) {
  int opened = 0;
  const auto connection = start.databaseOpened.connect([&opened] { ++opened; });
  start.open("/data/a.octad");
  EXPECT_EQ(opened, 1);
  EXPECT_EQ(start.lastDatabase(), "/data/a.octad");
  EXPECT_FALSE(start.busy());
}

TEST_F(StartTest, SaysWhatWentWrongAndRemembersNothing) {
  start.open("missing");
  EXPECT_EQ(start.error(), "There is no database missing.");
  EXPECT_FALSE(start.opened());
  EXPECT_EQ(start.lastDatabase(), "");
  start.openDemonstration();
  EXPECT_EQ(start.error(), "");
}

TEST_F(StartTest, AsksForThePersonOfAFile) {
  start.open("a");
  EXPECT_FALSE(start.knownPerson({}));
  EXPECT_EQ(start.people().size(), 2U) << "only active people";
  EXPECT_EQ(start.knownPerson("li")->name, "李四");
  EXPECT_FALSE(start.knownPerson("gone"));
  start.choose(start.people().front());
  EXPECT_TRUE(start.knownPerson({})) << "remembered";
}

TEST_F(StartTest, TakesTheOperatingSystemLoginOrTheOnlyPerson) {
  databases.login = "wang";
  start.open("a");
  EXPECT_EQ(start.knownPerson({})->login, "wang");
  databases.login = "root";
  databases.people = {person("x", "X")};
  start.open("b");
  EXPECT_EQ(start.knownPerson({})->login, "x");
}

TEST_F(StartTest, BelievesTheServerOnly) {
  databases.embedded = false;
  databases.login = "li";
  start.open("postgresql://li@db/octad");
  EXPECT_EQ(start.knownPerson("wang")->login, "li") << "--as does not count on a server";
  databases.login = "stranger";
  start.open("postgresql://stranger@db/octad");
  EXPECT_FALSE(start.knownPerson("wang"));
  start.refuseUnknownLogin();
  EXPECT_FALSE(start.opened());
  EXPECT_NE(start.error().find("stranger"), std::string::npos);
}

TEST_F(StartTest, ActsWithTheRolesOfThePersonAndTheLoginOfTheSystem) {
  model::Person wang = person("wang", "王芳");
  wang.id = model::PersonId(7);
  wang.roles = {model::Role::cqe};
  const auto actor = StartViewModel::actorOf(wang, "root");
  EXPECT_EQ(actor.id, wang.id);
  EXPECT_EQ(actor.login, "root");
  EXPECT_TRUE(actor.has(model::Role::cqe));
}

}  // namespace
}  // namespace octad::viewmodels
