#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/prompt.hpp"
#include "cli/verbs/verb.hpp"
#include "db/admin/access.hpp"
#include "db/connection/database_url.hpp"
#include "model/access/password_rule.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

/// Prints the script, or runs it and says so.
void carryOut(Context& context, const Arguments& arguments, const std::vector<string>& scripts,
              const model::Message& done) {
  if (arguments.flag("print")) {
    for (const string& script : scripts) context.out() << "begin;\n" << script << "commit;\n";
    return;
  }
  db::runOnServer(db::DatabaseUrl(context.databaseUrl()), scripts);
  context.out() << context.text(done) << '\n';
}

void install(Context& context, const Arguments& arguments) {
  carryOut(
      context, arguments, {db::accessScript()},
      tr("Roles, grants and row security are in place. Add the people now: octadctl server person add."));
}

void grant(Context& context, const Arguments& arguments) {
  carryOut(context, arguments, {db::grantScript()}, tr("Grants and row security are in place."));
}

void addPerson(Context& context, const Arguments& arguments) {
  db::ServerPerson person;
  person.login = arguments.text("LOGIN");
  person.name = arguments.text("name");
  person.email = arguments.text("email");
  person.department = arguments.text("department");
  person.roles = rolesFrom(needed(arguments, "roles"));
  carryOut(
      context, arguments, {db::personScript(person)},
      {tr("{0} can sign in. A new login has no password: set one with octadctl server person password, or "
          "let the server ask the company's directory."),
       {person.login}});
}

void setPassword(Context& context, const Arguments& arguments) {
  const string login = arguments.text("LOGIN");
  string next = askHidden(context, {tr("The new password: ")}).value_or("");
  string again = askHidden(context, {tr("The new password once more: ")}).value_or("");
  model::requireGoodPassword(login, {}, next, again);
  db::setPassword(db::DatabaseUrl(context.databaseUrl()), login, next, arguments.date("until"));
  model::wipe(next);
  model::wipe(again);
  context.out() << context.text({tr("{0} has a new password."), {login}}) << '\n';
}

void disablePerson(Context& context, const Arguments& arguments) {
  const string login = arguments.text("LOGIN");
  carryOut(context, arguments, {db::disableScript(login), db::cutScript(login)},
           {tr("{0} is signed out and cannot sign in any more. What {0} did stays on record."), {login}});
}

void addPrint(boost::program_options::options_description_easy_init& add) {
  add("print", bool_switch(), "print the SQL for the server's administrator instead of running it");
}

}  // namespace

std::vector<Verb> serverVerbs() {
  return {
      {"server install",
       {},
       "give a PostgreSQL database roles, grants and row security (as the server's administrator)",
       addPrint,
       install},
      {"server grant", {}, "give grants and row security again, after a restore", addPrint, grant},
      {"server person add",
       {"LOGIN"},
       "make a login for a person, or change what it may do",
       [](auto& add) {
         addPrint(add);
         add("name", value<string>(), "name")("email", value<string>(), "address")(
             "department", value<string>(), "code of the department")("roles", value<string>(),
                                                                      "as for person add, with commas");
       },
       addPerson},
      {"server person password",
       {"LOGIN"},
       "give a person a password; it is asked for, and only what the server stores of it is sent",
       [](auto& add) { add("until", value<string>(), "last day on which the server takes it"); },
       setPassword},
      {"server person disable", {"LOGIN"}, "sign a person out for good", addPrint, disablePerson},
  };
}

}  // namespace octad::cli
