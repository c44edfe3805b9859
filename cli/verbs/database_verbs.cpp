#include <filesystem>
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/printed_progress.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/admin/copy.hpp"
#include "db/admin/migrator.hpp"
#include "db/admin/standard_site.hpp"
#include "db/connection/database.hpp"
#include "db/connection/open_store.hpp"
#include "db/mapping/json.hpp"
#include "demo/demonstration.hpp"
#include "model/usecases/set_up.hpp"
#include "templates/templates.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

void init(Context& context, const Arguments& arguments) {
  const db::DatabaseUrl url(context.databaseUrl());
  if (url.isSqlite()) std::filesystem::create_directories(std::filesystem::path(url.path()).parent_path());
  const auto store = db::openStore(url, {.create = true, .migrate = true});
  const string login = context.login();
  if (!store->reader().people().empty()) {
    // Already set up: init brought the schema up to date and leaves the records alone.
    if (arguments.flag("demo"))
      throw model::Refused("demo", {tr("{0} holds records already; the demonstration needs a new database."),
                                    {url.display()}});
    context.out() << context.text({tr("{0} is set up and up to date."), {url.display()}}) << '\n';
    return;
  }
  model::Workplace workplace{*store, context.clock(), db::firstActor(login)};
  auto site = db::standardSite(resources::octad_templates(), login);
  if (arguments.has("company")) site.company = arguments.text("company");
  if (arguments.has("zone")) site.zone = arguments.text("zone");
  if (arguments.has("policy")) site.policy = arguments.text("policy");
  if (arguments.flag("demo")) {
    PrintedProgress progress(context);
    demo::makeDemonstration(*store, site, login, context.clock().now(), &progress);
  } else {
    model::SetUpSite(workplace).execute(site);
  }
  context.out() << context.text({tr("{0} is ready."), {url.display()}}) << '\n';
}

void copy(Context& context, const Arguments& arguments) {
  const db::DatabaseUrl from(needed(arguments, "from"));
  const db::DatabaseUrl to(needed(arguments, "to"));
  if (!db::databaseExists(from))
    throw model::ConnectionLost(
        {tr("There is no Octad database at {0}. Make one with: octadctl init"), {from.display()}});
  db::Database source(from, {});
  db::requireUsableSchema(source);
  const auto report = [&] {
    PrintedProgress progress(context);
    return db::copyDatabase(source, to, progress);
  }();
  const auto number = [](long long value) { return std::to_string(value); };
  if (context.options().json)
    return context.print({{"rows", report.rows},
                          {"files", report.files},
                          {"audit_chains", report.audit.chains},
                          {"audit_events", report.audit.events}});
  context.out() << context.text(
                       {tr("{0} rows and {1} files copied to {2}; {3} events in {4} chains verified there."),
                        {number(report.rows), number(report.files), to.display(), number(report.audit.events),
                         number(report.audit.chains)}})
                << '\n';
}

void listPeople(Context& context, const Arguments&) {
  const auto people = context.reader().people();
  if (context.options().json) return context.print({{"people", db::toJson(people)}});
  std::vector<std::vector<string>> rows;
  for (const auto& person : people) {
    string roles;
    for (const auto role : person.roles) roles += (roles.empty() ? "" : ", ") + context.label(role);
    string department;
    for (const auto& known : context.reader().departments())
      if (person.departmentId == known.id) department = known.code;
    rows.push_back({person.login, person.name, department, roles});
  }
  printTable(context.out(), rows, 4);
}

void addPerson(Context& context, const Arguments& arguments) {
  model::Person person;
  person.login = arguments.text("LOGIN");
  person.name = arguments.has("name") ? arguments.text("name") : person.login;
  person.email = arguments.text("email");
  person.roles = rolesFrom(needed(arguments, "roles"));
  if (arguments.has("department")) {
    for (const auto& department : context.reader().departments())
      if (isDepartment(context, department.id, arguments.text("department")))
        person.departmentId = department.id;
    if (!person.departmentId)
      throw model::Invalid("department",
                           {tr("There is no department \"{0}\"."), {arguments.text("department")}});
  }
  for (const auto& known : context.reader().people())
    if (known.login == person.login)
      throw model::Invalid("login",
                           {tr("There is a person with the login \"{0}\" already."), {person.login}});
  model::SiteSetup addition;
  addition.company = context.reader().setting("company");
  addition.companyEn = context.reader().setting("company_en");
  addition.zone = context.reader().setting("zone");
  addition.policy = context.reader().setting("policy");
  addition.currency = context.reader().setting("currency");
  addition.people.push_back(person);
  model::SetUpSite(context.workplace()).execute(addition);
  context.out() << context.text({tr("{0} added."), {person.login}}) << '\n';
}

}  // namespace

std::vector<Verb> databaseVerbs() {
  return {
      {"init",
       {},
       "make the database, or bring an older one up to date",
       [](auto& add) {
         add("demo", bool_switch(), "fill it with a believable factory")("company", value<string>(),
                                                                         "name of the company")(
             "zone", value<string>(), "time zone of the site; Asia/Shanghai when not given")(
             "policy", value<string>(), "default, quantity-first or rate-first");
       },
       init},
      {"copy",
       {},
       "copy a whole database into an empty one of either kind, the audit trail verified",
       [](auto& add) {
         add("from", value<string>(), "the database to copy")("to", value<string>(), "a new or empty one");
       },
       copy},
      {"person list", {}, "the people of this database", {}, listPeople},
      {"person add",
       {"LOGIN"},
       "add a person",
       [](auto& add) {
         add("name", value<string>(), "name")("email", value<string>(), "address")(
             "department", value<string>(), "code or name")(
             "roles", value<string>(),
             "registrar, cqe, manager, member, head, checker, warehouse, finance, safety, auditor, "
             "administrator; with commas");
       },
       addPerson},
  };
}

}  // namespace octad::cli
