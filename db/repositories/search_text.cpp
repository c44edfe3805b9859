#include "db/repositories/search_text.hpp"

#include <map>
#include <set>
#include <string>

#include "db/dialect/dialect.hpp"
#include "model/core/text.hpp"

namespace octad::db {
namespace {

/// The texts of a case ($1) or of all cases of a problem ($2), each with the key of its case.
constexpr const char* kTexts =
    "with c as (select * from complaint where id = $1 union select * from complaint where problem_id = $2)"
    " select c.id, c.number as t from c"
    " union all select c.id, c.external_number from c union all select c.id, c.customer_ref from c"
    " union all select c.id, c.title from c union all select c.id, c.verbatim from c"
    " union all select c.id, c.statement from c union all select c.id, c.statement_customer from c"
    " union all select c.id, u.name from c join customer u on u.id = c.customer_id"
    " union all select c.id, i.failure from c join complaint_item i on i.complaint_id = c.id"
    " union all select c.id, i.lot from c join complaint_item i on i.complaint_id = c.id"
    " union all select c.id, p.number from c join complaint_item i on i.complaint_id = c.id"
    "   join part p on p.id = i.part_id"
    " union all select c.id, p.name from c join complaint_item i on i.complaint_id = c.id"
    "   join part p on p.id = i.part_id"
    " union all select c.id, p.number from c join problem p on p.id = c.problem_id"
    " union all select c.id, d.text from c join discipline d on d.problem_id = c.problem_id"
    " union all select c.id, d.text_customer from c join discipline d on d.problem_id = c.problem_id"
    " union all select c.id, f.answer from c join fact f on f.problem_id = c.problem_id"
    " union all select c.id, x.text from c join cause x on x.problem_id = c.problem_id"
    " union all select c.id, x.text_customer from c join cause x on x.problem_id = c.problem_id"
    " union all select c.id, w.answer from c join why_step w on w.problem_id = c.problem_id"
    " union all select c.id, a.text from c join action a on a.problem_id = c.problem_id"
    " union all select c.id, a.text_customer from c join action a on a.problem_id = c.problem_id";

Command textsOf(long long complaint, long long problem) {
  return {kTexts, {numberValue(complaint), numberValue(problem)}, "octad_search_texts"};
}

/// The text of one case, put together.
struct CaseText {
  std::string body;
  std::vector<std::string> grams;
  std::set<std::string> seen;

  void add(const std::string& text) {
    if (text.empty() || !seen.insert(text).second) return;
    body += model::foldText(text) + "\n";
    // Each text by itself, so that no bigram reaches from one field into the next.
    for (std::string& gram : model::bigrams(text)) grams.push_back(std::move(gram));
  }
};

std::vector<Command> storingCommands(soci::session& session, const Dialect& dialect,
                                     const std::vector<Command>& reading) {
  std::map<long long, CaseText> texts;
  for (const Answer& answer : dialect.runBatch(session, reading))
    for (const Answer::Row& row : answer.rows)
      texts[std::stoll(row.at(0).value())].add(row.at(1).value_or(std::string()));
  std::vector<Command> storing;
  for (const auto& [id, text] : texts)
    for (Command& command : dialect.storeSearchText(model::ComplaintId(id), text.body, text.grams))
      storing.push_back(std::move(command));
  return storing;
}

/// How many cases are read at once: an import changes a hundred thousand.
constexpr std::size_t kAtOnce = 200;

}  // namespace

std::vector<Command> refreshSearchTexts(soci::session& session, const Dialect& dialect,
                                        const ChangedTexts& changed) {
  std::vector<Command> reading;
  for (const long long id : changed.complaints) {
    if (reading.size() == kAtOnce) {
      dialect.runBatch(session, storingCommands(session, dialect, reading));
      reading.clear();
    }
    reading.push_back(textsOf(id, 0));
  }
  for (const long long id : changed.problems) reading.push_back(textsOf(0, id));
  if (reading.empty()) return {};
  return storingCommands(session, dialect, reading);
}

}  // namespace octad::db
