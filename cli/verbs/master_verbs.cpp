// Departments and suppliers.
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/core/error.hpp"
#include "model/usecases/set_up.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

void listDepartments(Context& context, const Arguments&) {
  const auto departments = context.reader().departments();
  if (context.options().json) return context.print({{"departments", db::toJson(departments)}});
  std::vector<std::vector<string>> rows;
  for (const auto& department : departments)
    rows.push_back({department.code, department.name, department.nameEn,
                    department.supplier ? context.text(tr("supplier")) : string(),
                    department.active ? string() : context.text(tr("no longer active"))});
  printTable(context.out(), rows, 5);
}

void addDepartment(Context& context, const Arguments& arguments) {
  model::Department department;
  department.code = arguments.text("CODE");
  department.name = needed(arguments, "name");
  department.nameEn = arguments.text("name-en");
  department.supplier = arguments.flag("supplier");
  for (const auto& known : context.reader().departments())
    if (known.code == department.code)
      throw model::Refused("department", {tr("There is a department {0} already."), {department.code}});
  model::SiteSetup setup;
  setup.company = context.reader().setting("company");
  setup.companyEn = context.reader().setting("company_en");
  setup.zone = context.reader().setting("zone");
  setup.policy = context.reader().setting("policy");
  setup.currency = context.reader().setting("currency");
  setup.departments = {department};
  model::SetUpSite(context.workplace()).execute(setup);
  if (context.options().json) return context.print({{"code", department.code}});
  context.out() << context.text({tr("{0} added."), {department.code}}) << '\n';
}

}  // namespace

std::vector<Verb> masterVerbs() {
  return {
      {"department list", {}, "departments and suppliers that can be asked", [](auto&) {}, listDepartments},
      {"department add",
       {"CODE"},
       "add a department, or a supplier whose answers the CQE enters (administrator)",
       [](auto& add) {
         add("name", value<string>(), "name (needed)")("name-en", value<string>(), "English name")(
             "supplier", bool_switch(), "a company outside");
       },
       addDepartment}};
}

}  // namespace octad::cli
