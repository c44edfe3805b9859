// The way from a password to an opened database, and the lock of the window.
#include "gui/viewmodels/lock.hpp"
#include "gui/viewmodels/start.hpp"
#include "model/core/error.hpp"
#include "model/ports/change_feed.hpp"
#include "model/ports/login.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {
namespace {

constexpr const char* kAddress = "postgresql://wang@db.example.com/octad";

/// A server that wants a password.
class GuardedDatabases final : public Databases {
 public:
  void usePassword(const std::string&, const std::string& password) override { given = password; }
  Opened open(const std::string& url) override {
    ++tries;
    if (given.empty()) throw model::Refused("password", {"wants a password"});
    if (given != right) throw model::Refused("login", {"not accepted"});
    Opened opened;
    opened.url = url;
    opened.embedded = false;
    opened.login = "wang";
    opened.connection = {false, false, "TLSv1.3", true, until};
    return opened;
  }
  Opened create(const NewSite& site) override { return open(site.path); }
  Opened openDemonstration(model::Progress&) override { return open("demo"); }
  Schema schemaOf(const std::string&) override { return {}; }
  Opened setUp(const std::string& url, const std::string&) override { return open(url); }
  Opened update(const std::string& url) override { return open(url); }
  std::string suggestedPath() const override { return {}; }

  std::string right = "four horses drink tea";
  std::string given;
  int tries = 0;
  std::optional<model::Instant> until;
};

class SignInTest : public testing::Test {
 protected:
  SignInTest() {
    connection = start.passwordWanted.connect([this] { ++asked; });
  }

  support::FakeClock clock;
  GuardedDatabases databases;
  ImmediateExecutor executor;
  MemorySettings settings;
  MemoryKeyring keyring;
  Translator text;
  StartViewModel start{databases, executor, settings, text, &keyring, &clock};
  int asked = 0;
  boost::signals2::scoped_connection connection;
};

TEST_F(SignInTest, AsksForThePasswordAndKeepsItOnlyWhenWanted) {
  start.open(kAddress);
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(start.wanted().url, kAddress);
  EXPECT_EQ(start.wanted().problem, "");
  EXPECT_TRUE(start.wanted().canRemember);
  EXPECT_EQ(start.error(), "") << "a question is no error";
  start.openWith(kAddress, databases.right, false);
  ASSERT_TRUE(start.opened());
  EXPECT_FALSE(keyring.find(kAddress));
  start.leave();
  EXPECT_EQ(databases.given, "") << "forgotten with the database";

  start.openWith(kAddress, databases.right, true);
  EXPECT_EQ(keyring.find(kAddress), databases.right);
  start.leave();
  asked = 0;
  start.open(kAddress);
  EXPECT_EQ(asked, 0) << "it is in the keyring";
  EXPECT_TRUE(start.opened());
}

TEST_F(SignInTest, AWrongPasswordIsAskedAgainWithTheReason) {
  start.openWith(kAddress, "wrong", true);
  EXPECT_FALSE(start.opened());
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(start.wanted().problem, "not accepted");
  EXPECT_TRUE(start.wanted().remember) << "what was chosen stays chosen";
  EXPECT_FALSE(keyring.find(kAddress));
  EXPECT_EQ(databases.given, "");
}

TEST_F(SignInTest, AKeptPasswordThatIsNotTakenAnyMoreIsForgotten) {
  keyring.keep(kAddress, "the old one");
  start.open(kAddress);
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(start.wanted().problem, "not accepted");
  EXPECT_FALSE(keyring.find(kAddress));
}

TEST_F(SignInTest, AnExpiredPasswordIsCalledThat) {
  databases.until = model::plusSeconds(clock.now(), 3600);
  start.openWith(kAddress, databases.right, false);
  ASSERT_TRUE(start.opened());
  start.leave();
  databases.right = "";  // a server refuses it like a wrong one
  start.openWith(kAddress, "four horses drink tea", false);
  EXPECT_EQ(start.wanted().problem, "not accepted");
  clock.advanceHours(2);
  start.openWith(kAddress, "four horses drink tea", false);
  EXPECT_NE(start.wanted().problem.find("expired"), std::string::npos);
}

TEST_F(SignInTest, WithoutAStoreOfPasswordsNothingIsKept) {
  StartViewModel bare(databases, executor, settings, text);
  bare.open(kAddress);
  EXPECT_FALSE(bare.wanted().canRemember);
  bare.openWith(kAddress, databases.right, true);
  EXPECT_TRUE(bare.opened());
  EXPECT_EQ(settings.value("profiles"), "");
  EXPECT_EQ(settings.value("database"), kAddress);
}

TEST_F(SignInTest, TheServerRemembersWhetherItsPasswordIsKept) {
  Profile profile;
  profile.name = "team";
  profile.host = "db.example.com";
  profile.login = "wang";
  start.profiles().save(profile, "");
  start.openWith(kAddress, databases.right, true);
  EXPECT_TRUE(start.profiles().find("team")->remember);
  start.leave();
  start.openWith(kAddress, databases.right, false);
  EXPECT_FALSE(start.profiles().find("team")->remember);
  EXPECT_FALSE(keyring.find(kAddress)) << "taken out again";
}

TEST_F(SignInTest, RemovingAServerForgetsItsPassword) {
  Profile profile;
  profile.name = "team";
  profile.host = "db.example.com";
  profile.login = "wang";
  start.profiles().save(profile, "");
  keyring.keep(kAddress, "x");
  start.removeProfile(profile);
  EXPECT_TRUE(start.profiles().list().empty());
  EXPECT_FALSE(keyring.find(kAddress));
}

/// A login with one password.
class FakeLogin final : public model::Login {
 public:
  model::LoginFacts facts() override { return {}; }
  bool asksPassword() override { return true; }
  void prove(const std::string& password) override {
    if (lost) throw model::ConnectionLost({"gone"});
    if (password != "right") throw model::Invalid("password", {"This is not your password."});
  }
  void changePassword(const std::string&, const std::string&) override {}
  bool lost = false;
};

class FakeStore final : public model::Store {
 public:
  std::unique_ptr<model::UnitOfWork> begin(const model::Change&) override { return nullptr; }
  model::Reader& reader() override { throw std::logic_error("not here"); }
  void actFor(std::optional<model::DepartmentId>) override {}
  model::Login& login() override { return guard; }
  model::NoticeReader& notices() override { throw std::logic_error("not here"); }
  model::Signer& signer() override { throw std::logic_error("not here"); }
  model::Presence& presence() override { throw std::logic_error("not here"); }
  std::unique_ptr<model::ChangeFeed> changes() override { throw std::logic_error("not here"); }
  FakeLogin guard;
};

class LockTest : public testing::Test {
 protected:
  support::FakeClock clock;
  ImmediateExecutor executor;
  MemorySettings settings;
  Translator text;
  std::shared_ptr<FakeStore> store = std::make_shared<FakeStore>();
  LockViewModel lock{executor, clock, settings, text};
};

TEST_F(LockTest, LocksWhenNobodyIsThereForAQuarterOfAnHour) {
  lock.watch(store, true);
  for (int minute = 0; minute < 40; ++minute) {
    clock.advance(60);
    lock.touch();
    lock.tick();
  }
  EXPECT_FALSE(lock.locked()) << "somebody was there all the time";
  clock.advance(14 * 60);
  lock.tick();
  EXPECT_FALSE(lock.locked());
  clock.advance(60);
  lock.tick();
  EXPECT_TRUE(lock.locked());
}

TEST_F(LockTest, OpensWithThePasswordOnly) {
  lock.watch(store, true);
  lock.lock();
  lock.unlock("wrong");
  EXPECT_TRUE(lock.locked());
  EXPECT_EQ(lock.error(), "This is not your password.");
  store->guard.lost = true;
  lock.unlock("right");
  EXPECT_TRUE(lock.locked()) << "a server that does not answer proves nothing";
  EXPECT_EQ(lock.error(), "gone");
  store->guard.lost = false;
  lock.unlock("right");
  EXPECT_FALSE(lock.locked());
  EXPECT_EQ(lock.error(), "");
}

TEST_F(LockTest, WhereNoPasswordOpensItNothingLocks) {
  lock.watch(store, false);
  EXPECT_FALSE(lock.canLock());
  lock.lock();
  clock.advanceHours(5);
  lock.tick();
  EXPECT_FALSE(lock.locked());
}

TEST_F(LockTest, TheTimeIsKeptAndNeverLongerThanAnHour) {
  EXPECT_EQ(lock.minutes(), 15);
  lock.setMinutes(5);
  EXPECT_EQ(LockViewModel(executor, clock, settings, text).minutes(), 5);
  settings.set("lock-minutes", "100000");
  EXPECT_EQ(lock.minutes(), 60);
  settings.set("lock-minutes", "0");
  EXPECT_EQ(lock.minutes(), 15);
  settings.set("lock-minutes", "never");
  EXPECT_EQ(lock.minutes(), 15);
}

TEST_F(LockTest, ASleepOfTheComputerLocksAndAClockThatIsSetBackDoesNot) {
  lock.watch(store, true);
  clock.set(model::plusSeconds(clock.now(), -3600));
  lock.tick();
  EXPECT_FALSE(lock.locked());
  clock.advance(16 * 60);
  lock.tick();
  EXPECT_TRUE(lock.locked());
}

}  // namespace
}  // namespace octad::viewmodels
