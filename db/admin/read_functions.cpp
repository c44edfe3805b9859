#include "db/admin/read_functions.hpp"

#include "db/repositories/case_rows.hpp"
#include "db/repositories/return_file_rows.hpp"

namespace octad::db {

namespace {

/// "out_complaint text, out_items text …" in the order of `fileWithNamesSql`.
template <class File>
std::string columns() {
  std::string out;
  model::forEachMember(File{}, [&](std::string_view name, const auto& field) {
    using Row = typename ElementOf<std::remove_cvref_t<decltype(field)>>::type;
    if constexpr (!kMentioned<Row>) out += "out_" + std::string(name) + " text, ";
  });
  return out + "out_people text, out_departments text";
}

/// The plan for any key is as good as one for this key, and is made once a connection.
template <class File, class Place>
std::string function(const std::string& name, const std::string& key, const std::string& before,
                     const Place& place) {
  const std::string head = "octad." + name + "(" + key + " bigint)";
  return "drop function if exists octad." + name +
         "(bigint);\n"
         "create function " +
         head + " returns table (" + columns<File>() +
         ")\n"
         "  language plpgsql stable security definer\n"
         "  set search_path = pg_catalog, octad, pg_temp set plan_cache_mode = force_generic_plan\n"
         "  as $function$\n" +
         before + "  return query " + fileWithNamesSql<File>(jsonWords("postgresql"), place) +
         ";\n"
         "end $function$;\n";
}

/// The variables of the case; what the policies of db/access say of the rows that are not seen with every
/// case is asked here too.
const std::string kBeforeCase = R"(declare
  the_problem bigint;
  the_customer bigint;
  everything constant boolean := octad.reads_everything();
  every_question boolean := everything;
  the_department bigint;
  the_returns bigint[];
begin
  if not (everything or octad.takes_part(the_case)) then return; end if;
  select c.problem_id, c.customer_id into the_problem, the_customer from octad.complaint c where c.id = the_case;
  if not everything then
    if octad.has_role('member') or octad.has_role('head') then
      the_department := octad.acting_department();
      every_question := octad.answers_in(the_problem);
    end if;
    if octad.has_role('registrar') then
      every_question := every_question or exists (select 1 from octad.registration r
        where r.complaint_id = the_case and r.person_id = octad.acting_person());
    end if;
    the_returns := array(select l.return_id from octad.return_line l
      where l.complaint_id = the_case group by l.return_id having octad.sees_return(l.return_id));
  end if;
)";

const std::string kBeforeReturn = R"(declare
  every_hand_over constant boolean := octad.has_role('warehouse') or octad.reads_everything();
begin
  if not octad.sees_return(the_return) then return; end if;
)";

}  // namespace

std::string readFunctionsSql() {
  const CaseKeys keys{"the_case",
                      "the_problem",
                      "the_customer",
                      "(every_question or t.department_id = the_department)",
                      "(everything or octad.sees_case(c.id))",
                      "(everything or l.return_id = any (the_returns))"};
  const ReturnPlace place{"the_return", "octad.cases_of_return(the_return) t",
                          "octad.items_of_return(the_return) t",
                          "(every_hand_over or octad.sees_case(t.complaint_id))"};
  return function<model::CaseFile>("read_case", "the_case", kBeforeCase, keys) +
         function<model::ReturnFile>("read_return", "the_return", kBeforeReturn, place);
}

}  // namespace octad::db
