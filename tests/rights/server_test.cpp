#include <gtest/gtest.h>
#include <soci/soci.h>

#include "db/admin/access.hpp"
#include "db/connection/open_store.hpp"
#include "model/core/error.hpp"
#include "model/ports/reader.hpp"
#include "tests/rights/rights_place.hpp"
#include "tests/support/private_postgres.hpp"
#include "tests/support/team_server.hpp"

namespace octad::rights {
namespace {

constexpr const char* kDatabase = "rights_fresh";

db::Database& administered() {
  place(Origin::fresh);
  static db::Database database(db::DatabaseUrl(support::PrivatePostgres::instance().url(kDatabase)), {});
  return database;
}

TEST(Server, DisablingCutsTheLiveSessionAndTheLogin) {
  db::runAsAdministrator(administered(),
                         db::personScript({"leaving", "Leaving", "", "TE", {model::Role::cqe}}));
  const db::DatabaseUrl url(support::urlAs(kDatabase, "leaving"));
  const auto store = db::openStore(url, {});
  EXPECT_EQ(store->reader().caseCount({}), 3);
  db::runAsAdministrator(administered(), db::disableScript("leaving"));
  db::runAsAdministrator(administered(), db::cutScript("leaving"));
  EXPECT_ANY_THROW(store->reader().caseCount({}));
  try {
    store->reader().caseCount({});
    ADD_FAILURE() << "the session came back";
  } catch (const model::Refused& refused) {
    EXPECT_EQ(refused.rule(), "login-disabled") << "a window that is still open says why";
  }
  EXPECT_ANY_THROW(db::openStore(url, {}));
  EXPECT_EQ(place(Origin::fresh).texts("select active::text from octad.person where login = 'leaving'"),
            std::vector<std::string>{"0"});
  // Coming back is being added again.
  db::runAsAdministrator(administered(),
                         db::personScript({"leaving", "Back", "", "TE", {model::Role::auditor}}));
  EXPECT_EQ(db::openStore(url, {})->reader().caseCount({}), 3);
}

TEST(Server, LoginWithoutAGroupCannotConnect) {
  db::runAsAdministrator(administered(), "create role stranger login");
  EXPECT_ANY_THROW(db::openStore(db::DatabaseUrl(support::urlAs(kDatabase, "stranger")), {}));
}

TEST(Server, NamesThatTheServerKeepsAreNoPersons) {
  for (const char* login : {"octad_owner", "octad_cqe", "pg_read_all_data", "postgres", ""})
    EXPECT_THROW(db::personScript({login, "x", "", "", {}}), model::Error) << login;
  // A name is never more than a name.
  db::runAsAdministrator(administered(),
                         db::personScript({"o'b\"; drop table octad.fact; --", "x'; --", "", "", {}}));
  EXPECT_EQ(place(Origin::fresh).texts("select name from octad.person where login like 'o''b%'"),
            std::vector<std::string>{"x'; --"});
}

TEST(Server, InstallingAgainChangesNothing) {
  const std::string grants =
      "select string_agg(relname || coalesce(relacl::text, ''), ';' order by relname)"
      " || (select string_agg(tablename || policyname || coalesce(qual, ''), ';' order by"
      " tablename, policyname) from pg_policies) from pg_class"
      " where relnamespace = 'octad'::regnamespace and relkind = 'r'";
  const auto before = place(Origin::fresh).texts(grants);
  db::runAsAdministrator(administered(), db::accessScript());
  EXPECT_EQ(place(Origin::fresh).texts(grants).at(0).size(), before.at(0).size());
}

TEST(Server, OnlyTheAdministratorOfTheServerInstalls) {
  administered();
  db::Database database(db::DatabaseUrl(support::urlAs(kDatabase, "zhou")), {});
  EXPECT_THROW(db::runAsAdministrator(database, db::accessScript()), model::Refused);
}

TEST(Server, DeputiesActForTheirDepartmentWithinTheirDaysOnly) {
  RightsPlace& here = place(Origin::fresh);
  const std::string te = here.texts("select id::text from octad.department where code = 'TE'").at(0);
  const std::string look =
      "set local octad.department = '" + te + "';; select 1 from octad.complaint where id = @one";
  const auto stand = [&](const std::string& from, const std::string& until) {
    db::runAsAdministrator(
        administered(),
        "delete from octad.deputy; insert into octad.deputy (person_id, deputy_id, valid_from,"
        " valid_until, reason) select a.id, b.id, octad.site_today() " +
            from + ", octad.site_today() " + until +
            ", 'x' from octad.person a, octad.person b where a.login = 'ma' and b.login = 'zhao'");
  };
  EXPECT_EQ(here.attempt("zhao", look), "none");
  stand("- 1", "+ 1");
  EXPECT_EQ(here.attempt("zhao", look), "done");
  EXPECT_EQ(here.attempt("zhao", "select 1 from octad.complaint where id = @one"), "none")
      << "one department at a time";
  stand("+ 1", "+ 2");
  EXPECT_EQ(here.attempt("zhao", look), "none");
}

}  // namespace
}  // namespace octad::rights
