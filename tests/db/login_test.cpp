// Signing in at a server over TLS with passwords: what is let in, and what is said to the others.
#include "db/repositories/login.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <soci/soci.h>
#include <unistd.h>

#include "db/connection/database.hpp"
#include "db/connection/postgres_native.hpp"
#include "model/core/error.hpp"
#include "tests/support/private_postgres.hpp"

namespace octad::db {
namespace {

namespace fs = std::filesystem;
using support::PrivatePostgres;

/// A server of our own with an authority, a certificate for db.octad.test, and passwords for everybody but
/// the administrator. TLS is switched on by a test.
class GuardedServer {
 public:
  GuardedServer()
      : m_server(false), m_folder(fs::temp_directory_path() / ("octad-login-" + std::to_string(getpid()))) {
    fs::create_directory(m_folder);
    run("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.crt"
        " -subj /CN=Octad-test -days 2");
    run("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout other.key -out "
        "other.crt"
        " -subj /CN=Somebody-else -days 2");
    run("openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout server.key -out "
        "server.csr"
        " -subj /CN=db.octad.test");
    run("printf subjectAltName=DNS:db.octad.test > names && openssl x509 -req -in server.csr -CA ca.crt "
        "-CAkey"
        " ca.key -CAcreateserial -out server.crt -days 2 -extfile names");
    fetch("ca.crt");
    fetch("other.crt");
    administer(
        "set password_encryption = 'scram-sha-256'; create role guarded login password 'right horse tea'");
    administer(
        "do $$ begin execute format('copy (select unnest(array[''local all all trust'', ''host all octad "
        "127.0.0.1/32 trust'', ''host all all 127.0.0.1/32 scram-sha-256''])) to %L', "
        "current_setting('hba_file')); perform pg_reload_conf(); end $$");
  }
  ~GuardedServer() {
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
  }
  GuardedServer(const GuardedServer&) = delete;
  GuardedServer& operator=(const GuardedServer&) = delete;

  void administer(const std::string& sql) { m_server.administer(sql); }
  void useTls() {
    administer("alter system set ssl = on");
    administer("select pg_reload_conf()");
    // The postmaster reads it in a moment; a connection that is made before would see the old state.
    for (int tries = 0; tries < 100 && text("select setting from pg_settings where name = 'ssl'") != "on";
         ++tries)
      usleep(20000);
  }
  std::string text(const std::string& sql) {
    Database database(DatabaseUrl(m_server.url("postgres")), {});
    const Lease lease = database.writer();
    std::string value;
    lease.session() << sql, soci::into(value);
    return value;
  }
  std::string file(const std::string& name) const { return (m_folder / name).string(); }
  /// The server under a name as of another computer; it is this one all the same.
  std::string far(const std::string& login, const std::string& name = "db.octad.test",
                  const std::string& options = {}) const {
    const std::string url = m_server.url("postgres");
    const std::string port = url.substr(url.rfind(':') + 1, url.rfind('/') - url.rfind(':') - 1);
    return "postgresql://" + login + "@" + name + ":" + port + "/postgres?hostaddr=127.0.0.1" + options;
  }
  std::string near(const std::string& login) const {
    std::string url = m_server.url("postgres");
    return url.replace(url.find("octad@"), 6, login + "@");
  }

 private:
  /// As the server's own user, in its own folder.
  void run(const std::string& command) {
    administer("copy (select 1) to program $sh$cat > /dev/null; (" + command + ") 2>/dev/null$sh$");
  }
  void fetch(const std::string& name) {
    std::ofstream(m_folder / name) << text("select pg_read_file('" + name + "')");
  }

  PrivatePostgres m_server;
  fs::path m_folder;
};

GuardedServer& guarded() {
  static GuardedServer server;
  return server;
}

struct Told {
  std::string rule;
  std::string sentence;
};

/// What opening this address says; an empty rule when it opens.
Told opening(const std::string& url) {
  try {
    Database database(DatabaseUrl(url), {});
    return {};
  } catch (const model::Refused& refused) {
    return {refused.rule(), refused.what()};
  } catch (const model::Error& error) {
    return {std::string(model::errorCodeKey(error.code())), error.what()};
  }
}

TEST(Login, AServerFarAwayIsOnlyTakenWithItsCertificate) {
  auto& server = guarded();
  const std::string roots = "&sslrootcert=" + server.file("ca.crt");
  EXPECT_EQ(opening(server.far("guarded:right%20horse%20tea", "db.octad.test", roots)).rule, "tls")
      << "a server that does not encrypt gets no password";
  server.useTls();
  const Told good = opening(server.far("guarded:right%20horse%20tea", "db.octad.test", roots));
  EXPECT_EQ(good.rule, "") << good.sentence;
  Database database(DatabaseUrl(server.far("guarded:right%20horse%20tea", "db.octad.test", roots)), {});
  SqlLogin login(database);
  EXPECT_EQ(login.facts().protocol, "TLSv1.3");
  EXPECT_FALSE(login.facts().local);
  EXPECT_EQ(login.facts().login, "guarded");

  const Told wrongName = opening(server.far("guarded:right%20horse%20tea", "other.octad.test", roots));
  EXPECT_EQ(wrongName.rule, "certificate");
  EXPECT_NE(wrongName.sentence.find("another name"), std::string::npos) << wrongName.sentence;
  for (const std::string& options : {std::string(), "&sslrootcert=" + server.file("other.crt")}) {
    const Told unknown = opening(server.far("guarded:right%20horse%20tea", "db.octad.test", options));
    EXPECT_EQ(unknown.rule, "certificate") << options;
    EXPECT_NE(unknown.sentence.find("not one this computer trusts"), std::string::npos) << unknown.sentence;
  }
  EXPECT_EQ(opening(server.far("guarded", "db.octad.test", "&sslrootcert=/nowhere/root.crt")).rule,
            "certificate");
}

TEST(Login, NothingLowersTheCheckOfTheCertificate) {
  for (const char* mode : {"disable", "allow", "prefer", "require", "verify-ca"}) {
    const Told told = opening("postgresql://guarded@db.octad.test/x?sslmode=" + std::string(mode));
    EXPECT_EQ(told.rule, "invalid") << mode;
    EXPECT_NE(told.sentence.find("sslmode=" + std::string(mode)), std::string::npos) << told.sentence;
  }
  EXPECT_FALSE(DatabaseUrl("postgresql://u@127.0.0.1.evil.example/x").isLocal())
      << "a name, no loopback address";
  EXPECT_TRUE(DatabaseUrl("postgresql://u@127.3.2.1/x").isLocal());
  EXPECT_TRUE(DatabaseUrl("postgresql://u@[::1]/x").isLocal());
  EXPECT_TRUE(DatabaseUrl("postgresql:///x").isLocal());
  setenv("PGHOST", "db.octad.test", 1);
  EXPECT_FALSE(DatabaseUrl("postgresql:///x").isLocal()) << "the environment names the host";
  setenv("PGSSLMODE", "disable", 1);
  EXPECT_NE(DatabaseUrl("postgresql:///x").connectInfo().find("sslmode='verify-full'"), std::string::npos);
  unsetenv("PGHOST");
  unsetenv("PGSSLMODE");
  setenv("PGSERVICE", "anything", 1);
  EXPECT_FALSE(DatabaseUrl("postgresql:///x").isLocal());
  unsetenv("PGSERVICE");
}

TEST(Login, EveryReasonHasItsSentence) {
  auto& server = guarded();
  server.administer(
      "create role off nologin password 'right horse tea';"
      "create role expired login password 'right horse tea' valid until '2020-01-01';"
      "create role stranger login password 'right horse tea'");
  server.administer("create database closed");
  server.administer("revoke connect on database closed from public");
  const auto tell = [&](const std::string& url) { return opening(url); };
  EXPECT_EQ(tell(server.near("guarded:wrong")).rule, "login");
  EXPECT_EQ(tell(server.near("guarded")).rule, "password");
  EXPECT_EQ(tell(server.near("nobody:x")).rule, "login")
      << "a server does not tell whether there is such a login";
  EXPECT_EQ(tell(server.near("off:right%20horse%20tea")).rule, "login-disabled");
  const Told expired = tell(server.near("expired:right%20horse%20tea"));
  EXPECT_EQ(expired.rule, "login");
  EXPECT_NE(expired.sentence.find("expired"), std::string::npos) << expired.sentence;
  std::string closed = server.near("stranger:right%20horse%20tea");
  EXPECT_EQ(tell(closed.replace(closed.rfind("/postgres"), 9, "/closed")).rule, "no-access");
  std::string missing = server.near("guarded:right%20horse%20tea");
  EXPECT_EQ(tell(missing.replace(missing.rfind("/postgres"), 9, "/missing")).rule, "not-found");
  EXPECT_NE(tell("postgresql://u@no-such-host.invalid/x").sentence.find("no computer with this name"),
            std::string::npos);
  const Told gone = tell("postgresql://u@127.0.0.1:1/x");
  EXPECT_EQ(gone.rule, "connection");
  EXPECT_NE(gone.sentence.find("cannot be reached"), std::string::npos);
}

/// Servers speak the language of their administrator; the state in which they refuse is the same everywhere.
TEST(Login, TheStateOfARefusalIsKnownWithoutItsWords) {
  auto& server = guarded();
  const auto stateOf = [](const std::string& url) {
    return postgres::refusingState(DatabaseUrl(url).connectInfo());
  };
  EXPECT_EQ(stateOf(server.near("guarded:wrong")), "28P01");
  std::string missing = server.near("guarded:right%20horse%20tea");
  EXPECT_EQ(stateOf(missing.replace(missing.rfind("/postgres"), 9, "/missing")), "3D000");
  EXPECT_EQ(stateOf(server.near("guarded:right%20horse%20tea")), "");
  EXPECT_EQ(stateOf("postgresql://u@127.0.0.1:1/x"), "");
}

TEST(Login, ThePasswordIsChangedWithoutLeavingThisComputer) {
  auto& server = guarded();
  server.administer("create role changing login password 'right horse tea'");
  server.administer("alter system set log_statement = 'all'");
  server.administer("select pg_reload_conf()");
  const std::string before = server.text("select rolpassword from pg_authid where rolname = 'changing'");
  Database database(DatabaseUrl(server.near("changing:right%20horse%20tea")), {});
  SqlLogin login(database);
  EXPECT_TRUE(login.asksPassword());
  EXPECT_NO_THROW(login.prove("right horse tea"));
  EXPECT_THROW(login.prove("wrong horse tea"), model::Invalid);
  EXPECT_THROW(login.prove(""), model::Invalid);
  try {
    login.changePassword("wrong horse tea", "canary sings at noon");
    FAIL();
  } catch (const model::Invalid& invalid) {
    EXPECT_EQ(invalid.field(), "current");
  }
  login.changePassword("right horse tea", "canary sings at noon");
  EXPECT_NO_THROW(login.prove("canary sings at noon"));
  EXPECT_THROW(login.prove("right horse tea"), model::Invalid);
  EXPECT_EQ(opening(server.near("changing:canary%20sings%20at%20noon")).rule, "");
  const std::string after = server.text("select rolpassword from pg_authid where rolname = 'changing'");
  EXPECT_NE(after, before);
  EXPECT_EQ(after.rfind("SCRAM-SHA-256$", 0), 0U);
  // New connections of the same program use it.
  server.administer("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'changing'");
  EXPECT_EQ(login.facts().login, "changing");
  const std::string log = server.text("select pg_read_file(current_setting('data_directory') || '/../log')");
  EXPECT_NE(log.find("alter role \"changing\" password 'SCRAM-SHA-256$"), std::string::npos)
      << "statements are logged";
  EXPECT_EQ(log.find("canary"), std::string::npos) << "the password is in the server's log";
}

TEST(Login, OddPasswordsAreSentAsTheyAre) {
  auto& server = guarded();
  for (const std::string& password : {std::string("it's a \\ tea horse"), std::string("no\"blank'inside\\it"),
                                      std::string("  blanks around  "), std::string("第三工序 昨天又停线")}) {
    std::string literal;
    for (const char c : password) literal += c == '\'' ? "''" : std::string(1, c);
    server.administer("drop role if exists odd; create role odd login password '" + literal + "'");
    EXPECT_NO_THROW(Database(DatabaseUrl(server.near("odd")).withPassword(password), {})) << password;
  }
  EXPECT_THROW(Database(DatabaseUrl(server.near("odd")).withPassword("both \" and"), {}), model::Invalid);
}

TEST(Login, ALoginThatIsSwitchedOffMeanwhileProvesNothing) {
  auto& server = guarded();
  server.administer("create role leaver login password 'right horse tea'");
  Database database(DatabaseUrl(server.near("leaver:right%20horse%20tea")), {});
  SqlLogin login(database);
  server.administer("alter role leaver nologin valid until '2030-01-01'");
  EXPECT_THROW(login.prove("right horse tea"), model::Refused);
  EXPECT_TRUE(login.facts().passwordUntil);
}

}  // namespace
}  // namespace octad::db
