#include "db/admin/case_function.hpp"

#include "db/repositories/case_rows.hpp"

namespace octad::db {

namespace {

using model::CaseFile;

/// "out case_complaint text, out case_items text …" in the order of `fileSql`.
std::string columns() {
  std::string out;
  model::forEachMember(CaseFile{}, [&](std::string_view name, const auto& field) {
    using Row = typename ElementOf<std::remove_cvref_t<decltype(field)>>::type;
    if constexpr (!kMentioned<Row> && SeenWithCase::has<Row>) out += "case_" + std::string(name) + " text, ";
  });
  return out + "case_people text, case_departments text";
}

}  // namespace

std::string caseFunctionSql() {
  const CaseKeys keys{"the_case", "the_problem", "the_customer"};
  // The plan for any case is as good as one for this case, and is made once a connection.
  return "drop function if exists octad.read_case(bigint);\n"
         "create function octad.read_case(the_case bigint) returns table (" +
         columns() +
         ")\n"
         "  language plpgsql stable security definer\n"
         "  set search_path = pg_catalog, octad, pg_temp set plan_cache_mode = force_generic_plan\n"
         "  as $function$\n"
         "declare\n"
         "  the_problem bigint;\n"
         "  the_customer bigint;\n"
         "begin\n"
         "  if not octad.sees_case(the_case) then return; end if;\n"
         "  select c.problem_id, c.customer_id into the_problem, the_customer from octad.complaint c where "
         "c.id = the_case;\n"
         "  return query " +
         fileWithNamesSql<CaseFile, SeenWithCase>(jsonWords("postgresql"), keys) +
         ";\n"
         "end $function$;\n";
}

}  // namespace octad::db
