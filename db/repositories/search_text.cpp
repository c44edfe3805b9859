#include "db/repositories/search_text.hpp"

#include <set>
#include <soci/soci.h>

#include "db/dialect/dialect.hpp"
#include "model/core/text.hpp"

namespace octad::db {
namespace {

constexpr const char* kTexts =
    "with c as (select * from complaint where id = :id)"
    " select c.number as t from c"
    " union all select c.external_number from c union all select c.customer_ref from c"
    " union all select c.title from c union all select c.verbatim from c"
    " union all select c.statement from c union all select c.statement_customer from c"
    " union all select u.name from c join customer u on u.id = c.customer_id"
    " union all select i.failure from c join complaint_item i on i.complaint_id = c.id"
    " union all select i.lot from c join complaint_item i on i.complaint_id = c.id"
    " union all select p.number from c join complaint_item i on i.complaint_id = c.id"
    "   join part p on p.id = i.part_id"
    " union all select p.name from c join complaint_item i on i.complaint_id = c.id"
    "   join part p on p.id = i.part_id"
    " union all select p.number from c join problem p on p.id = c.problem_id"
    " union all select d.text from c join discipline d on d.problem_id = c.problem_id"
    " union all select d.text_customer from c join discipline d on d.problem_id = c.problem_id"
    " union all select f.answer from c join fact f on f.problem_id = c.problem_id"
    " union all select x.text from c join cause x on x.problem_id = c.problem_id"
    " union all select x.text_customer from c join cause x on x.problem_id = c.problem_id"
    " union all select w.answer from c join why_step w on w.problem_id = c.problem_id"
    " union all select a.text from c join action a on a.problem_id = c.problem_id"
    " union all select a.text_customer from c join action a on a.problem_id = c.problem_id";

}  // namespace

void refreshSearchText(soci::session& session, const Dialect& dialect, model::ComplaintId id) {
  std::string text;
  std::string body;
  std::vector<std::string> grams;
  std::set<std::string> seen;
  soci::statement statement = (session.prepare << kTexts, soci::use(id.value, "id"), soci::into(text));
  statement.execute();
  while (statement.fetch()) {
    if (text.empty() || !seen.insert(text).second) continue;
    body += model::foldText(text) + "\n";
    // Each text by itself, so that no bigram reaches from one field into the next.
    for (std::string& gram : model::bigrams(text)) grams.push_back(std::move(gram));
  }
  dialect.storeSearchText(session, id, body, grams);
}

}  // namespace octad::db
