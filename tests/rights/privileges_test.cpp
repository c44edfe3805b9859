#include <algorithm>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <set>

#include "db/mapping/enumerations.hpp"
#include "tests/rights/rights_place.hpp"
#include "tests/rights/table_rights.hpp"

namespace octad::rights {
namespace {

/// The letter of a login's role, see TableRights.
char letterOf(const std::string& login) {
  static const std::map<std::string, char> letters{
      {"li", 'r'},   {"wang", 'c'}, {"chen", 'm'}, {"liu", 'd'}, {"ma", 'h'},  {"zhao", 'd'},
      {"qian", 'k'}, {"ku", 'w'},   {"fang", 'f'}, {"an", 's'},  {"sun", 'a'}, {"zhou", 'x'}};
  return letters.at(login);
}

class Privileges : public testing::TestWithParam<Origin> {
 protected:
  /// Tries a statement as everybody: those named by `who` get past the privileges of the server, nobody else
  /// does; the administrator of the server always.
  void tryAs(std::string_view who, const std::string& sql) {
    EXPECT_NE(here().attempt(kAdministrator, sql), "denied") << sql << " tells nothing";
    for (const std::string& login : kLogins) {
      const std::string outcome = here().attempt(login, sql);
      if (who.find(letterOf(login)) == std::string_view::npos)
        EXPECT_EQ(outcome, "denied") << login << ": " << sql;
      else
        EXPECT_NE(outcome, "denied") << login << ": " << sql;
      ++m_attempts;
    }
  }
  RightsPlace& here() { return place(GetParam()); }

  int m_attempts = 0;
};

const auto kName = [](const auto& info) { return std::string(nameOf(info.param)); };
INSTANTIATE_TEST_SUITE_P(Databases, Privileges, testing::Values(Origin::fresh), kName);

/// Owners, grants, policies, triggers and functions, as text.
std::vector<std::string> rulesOf(Origin origin) {
  return place(origin).texts(
      "select 'relation ' || c.relname || ' ' || pg_get_userbyid(c.relowner) || ' ' || c.relrowsecurity || ' "
      "' ||"
      " coalesce((select string_agg(a::text, ',' order by a::text) from unnest(c.relacl) a), '')"
      " from pg_class c where c.relnamespace = 'octad'::regnamespace and c.relkind in ('r', 'v', 'S')"
      " union all select 'column ' || c.relname || '.' || a.attname || ' ' ||"
      " (select string_agg(x::text, ',' order by x::text) from unnest(a.attacl) x)"
      " from pg_attribute a join pg_class c on c.oid = a.attrelid"
      " where c.relnamespace = 'octad'::regnamespace and a.attacl is not null"
      " union all select 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || roles::text || "
      "' ' ||"
      " coalesce(qual, '') || ' ' || coalesce(with_check, '') from pg_policies where schemaname = 'octad'"
      " union all select 'trigger ' || tgrelid::regclass || ' ' || tgenabled::text || ' ' || "
      "pg_get_triggerdef(oid)"
      " from pg_trigger where not tgisinternal"
      " union all select 'function ' || pg_get_userbyid(proowner) || ' ' ||"
      " coalesce((select string_agg(a::text, ',' order by a::text) from unnest(proacl) a), 'everybody') || ' "
      "' ||"
      " pg_get_functiondef(oid) from pg_proc where pronamespace = 'octad'::regnamespace"
      " union all select 'schema ' || nspacl::text from pg_namespace where nspname = 'octad'"
      " union all select 'database ' || (select string_agg(a::text, ',' order by a::text) from "
      "unnest(datacl) a)"
      " from pg_database where datname = current_database() order by 1");
}

/// The rules that only one of the two has.
std::vector<std::string> differences(std::vector<std::string> one, std::vector<std::string> other) {
  std::sort(one.begin(), one.end());
  std::sort(other.begin(), other.end());
  std::vector<std::string> found;
  std::set_symmetric_difference(one.begin(), one.end(), other.begin(), other.end(),
                                std::back_inserter(found));
  return found;
}

TEST(PrivilegesOf, UpgradedAndRestoredDatabasesAreThoseOfAFreshOne) {
  const auto fresh = rulesOf(Origin::fresh);
  EXPECT_GT(fresh.size(), 500U);
  EXPECT_EQ(differences(rulesOf(Origin::upgraded), fresh), std::vector<std::string>());
  EXPECT_EQ(differences(rulesOf(Origin::restored), fresh), std::vector<std::string>());
}

TEST_P(Privileges, EveryTableGivesEachRoleWhatItsLineSays) {
  std::set<std::string> known;
  for (const TableRights& line : kTables) {
    const std::string table = "octad." + std::string(line.table);
    const std::string column(line.column);
    known.emplace(line.table);
    EXPECT_NE(here().attempt(kAdministrator, "select 1 from " + table), "none") << table << " is empty";
    tryAs(line.select, "select 1 from " + table);
    tryAs(line.insert, "insert into " + table + " default values");
    tryAs(line.update,
          "update " + table + " set " + column + " = " + (line.table == "request" ? "null" : column));
    tryAs(line.remove, "delete from " + table);
    tryAs("", "truncate " + table + " cascade");
  }
  for (const db::EnumTable& table : db::enumTables()) {
    known.emplace(table.name);
    const std::string name = "octad." + std::string(table.name);
    tryAs(kEverybody, "select 1 from " + name);
    tryAs("", "update " + name + " set label = 'x'");
    EXPECT_EQ(here().texts("select privilege_type::text from information_schema.role_table_grants where"
                           " table_schema = 'octad' and table_name = '" +
                           std::string(table.name) +
                           "' and grantee <> 'octad_owner' and privilege_type <> 'SELECT'"),
              std::vector<std::string>{});
  }
  const auto present = here().texts(
      "select relname::text from pg_class where relnamespace = 'octad'::regnamespace"
      " and relkind in ('r', 'p', 'v', 'm', 'f')");
  EXPECT_EQ(known, std::set<std::string>(present.begin(), present.end()));
  RecordProperty("attempts", m_attempts);
  EXPECT_GT(m_attempts, 1000);
}

TEST_P(Privileges, EveryFunctionIsCalledByWhomItsLineSays) {
  std::set<std::string> known;
  for (const FunctionRights& line : kFunctions) {
    const std::string name(line.function);
    known.insert(name);
    const auto call = here().texts(
        "select 'select octad.' || p.proname || '(' || coalesce((select string_agg('null::' || t::regtype, "
        "', ')"
        " from unnest(p.proargtypes) t), '') || ')' from pg_proc p where p.pronamespace = "
        "'octad'::regnamespace"
        " and p.proname = '" +
        name + "'");
    ASSERT_EQ(call.size(), 1U) << name;
    if (name == "search_complaints")  // runs as the caller, who may not read the table
      tryAs("cmkfsax", call[0]);
    else if (name == "lock_case")
      tryAs("rcmdhkx", call[0]);
    else
      tryAs(line.who, call[0]);
  }
  const auto present =
      here().texts("select proname::text from pg_proc where pronamespace = 'octad'::regnamespace");
  EXPECT_EQ(known, std::set<std::string>(present.begin(), present.end()));
}

TEST_P(Privileges, NothingIsLeftOpen) {
  const std::vector<std::string> none;
  EXPECT_EQ(
      here().texts(
          "select c.relname::text from pg_class c where c.relnamespace = 'octad'::regnamespace"
          " and c.relkind = 'v' and not coalesce(c.reloptions::text like '%security_invoker=true%', false)"),
      none);
  EXPECT_EQ(here().texts("select p.proname::text from pg_proc p where p.pronamespace = 'octad'::regnamespace"
                         " and p.prosecdef and not 'search_path=pg_catalog, octad, pg_temp'"
                         " = any (coalesce(p.proconfig, '{}'))"),
            none);
  EXPECT_EQ(here().texts(
                "select r.rolname::text from pg_roles r where r.rolname like 'octad\\_%'"
                " and (r.rolcanlogin or r.rolcreaterole or r.rolcreatedb or r.rolsuper or r.rolbypassrls)"),
            none);
  EXPECT_EQ(here().texts("select r.rolname::text from pg_roles r where r.rolcanlogin and r.rolname <> 'octad'"
                         " and (r.rolcreaterole or r.rolcreatedb or r.rolsuper or r.rolbypassrls or"
                         " pg_has_role(r.oid, 'octad_owner', 'member') or"
                         " pg_has_role(r.oid, 'octad_audit_owner', 'member'))"),
            none);
  EXPECT_EQ(here().texts("select c.relname::text from pg_class c where c.relnamespace = 'octad'::regnamespace"
                         " and pg_get_userbyid(c.relowner) not in ('octad_owner', 'octad_audit_owner')"),
            none);
}

}  // namespace
}  // namespace octad::rights
