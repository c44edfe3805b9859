#include "db/repositories/case_list_sql.hpp"

#include <charconv>

#include "db/dialect/dialect.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"

namespace octad::db {

using model::CaseColumn;
using model::CaseFilter;
using model::CaseKeyset;
using model::Invalid;
using model::tr;

namespace {

constexpr long long kMaxRows = 50'000;  ///< what a window loads at most (design 11, lists)

bool isPostgres(const Dialect& dialect) {
  return dialect.name() == "postgresql";
}

/// How a list is sorted by one column: fixed SQL, the same as in the indexes of 0005_lists.
struct SortKey {
  std::string sql;
  bool number;  ///< of the value in a keyset
};

SortKey sortKey(CaseColumn column, bool descending, bool postgres) {
  const std::string pinyin = postgres ? " collate \"zh-x-icu\"" : "";
  switch (column) {
    case CaseColumn::number:
      return {"c.number", false};
    case CaseColumn::receivedAt:
      return {"c.received_at", true};
    case CaseColumn::customer:
      return {"u.name" + pinyin, false};
    case CaseColumn::part:
      return {"c.part_number", false};
    case CaseColumn::failure:
      return {"c.failure" + pinyin, false};
    case CaseColumn::severity:
      return {"(case c.severity when 'major' then 2 when 'general' then 1 else 0 end)", true};
    case CaseColumn::state:
      return {
          "(case c.state when 'registered' then 0 when 'confirming' then 1 when 'handling' then 2"
          " when 'closing' then 3 when 'closed' then 4 when 'archived' then 5 else 6 end)",
          true};
    case CaseColumn::turn:
      return {
          "(case c.turn when 'cqe' then 0 when 'department' then 1 when 'customer' then 2"
          " when 'approver' then 3 else 4 end)",
          true};
    case CaseColumn::dueAt:
      // No date sorts last in both directions.
      return {
          descending ? "coalesce(c.due_at, -9223372036854775807)" : "coalesce(c.due_at, 9223372036854775807)",
          true};
  }
  throw Invalid("sort", tr("Sort by one of the columns of the list."));
}

/// The value a page ended with, as the column has it. A keyset may come from anywhere (octadctl).
std::string bindKeysetValue(Query& query, const SortKey& key, const CaseKeyset& after) {
  if (!key.number) return query.bind(after.value);
  long long value = 0;
  const auto* end = after.value.data() + after.value.size();
  const auto [stopped, error] = std::from_chars(after.value.data(), end, value);
  if (error != std::errc{} || stopped != end)
    throw Invalid("after", tr("This page of the list is not known any more. Refresh the list."));
  return query.bind(value);
}

std::string likePattern(const std::string& folded) {
  std::string out = "%";
  for (const char c : folded) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c;
  }
  return out + "%";
}

/// What is searched, folded. Throws Invalid("text") for less than two characters.
std::string searchedText(const std::string& typed) {
  auto text = model::foldText(model::cleanLine(typed, "text", model::kTitleLength));
  if (model::characterCount(text) < 2)
    throw Invalid("text", tr("Type at least two characters to search for."));
  return text;
}

void bindText(Query& query, const Dialect& dialect, const std::string& text) {
  query.bindAs("search_grams", dialect.searchGrams(model::bigrams(text)));
  query.bindAs("search_like", likePattern(text));
}

/// Text search: bigrams find candidates, the folded text decides.
void addText(Query& query, const Dialect& dialect, const std::string& typed) {
  const auto text = searchedText(typed);
  if (!model::bigrams(text).empty() || !dialect.readsSearchTexts()) {
    bindText(query, dialect, text);
    query.add(" and ").add(dialect.searchCondition());
    return;
  }
  // Marks alone ("%%") have no bigrams: the newest cases are looked through one by one.
  const auto needle = query.bind(text);
  if (isPostgres(dialect))
    query.add(" and exists (select 1 from complaint_search s where s.complaint_id = c.id and strpos(s.body, ")
        .add(needle)
        .add(") > 0)");
  else
    query
        .add(
            " and exists (select 1 from complaint_search_place q join complaint_search s on s.rowid = q.place"
            " where q.complaint_id = c.id and instr(s.body, ")
        .add(needle)
        .add(") > 0)");
}

void addStates(Query& query, const std::vector<model::CaseState>& states) {
  query.add(" and c.state in (");
  bool first = true;
  for (const auto state : states) {
    if (!first) query.add(", ");
    first = false;
    query.add(query.bind(std::string(model::keyOf(state))));
  }
  query.add(")");
}

/// " and …" for every member of the filter that is set, the text apart.
void addPlainConditions(Query& query, const CaseFilter& filter) {
  if (!filter.states.empty()) addStates(query, filter.states);
  if (filter.openOnly || filter.overdue) query.add(" and ").add(kOpen);
  if (filter.severity)
    query.add(" and c.severity = ").add(query.bind(std::string(model::keyOf(*filter.severity))));
  if (filter.customerId) query.add(" and c.customer_id = ").add(query.bind(*filter.customerId));
  if (filter.departmentId) {
    const auto department = query.bind(*filter.departmentId);
    query.add(" and (c.responsible_department_id = ")
        .add(department)
        .add(" or exists (select 1 from assignment a where a.complaint_id = c.id and a.department_id = ")
        .add(department)
        .add(" and a.state in ('asked', 'answered', 'rejected', 'refused')))");
  }
  if (filter.ownerId) query.add(" and c.owner_id = ").add(query.bind(*filter.ownerId));
  if (filter.campaignId) query.add(" and c.campaign_id = ").add(query.bind(*filter.campaignId));
  if (filter.overdue) query.add(" and c.due_at < ").add(query.bind(filter.now));
  if (filter.excludedBySpeed) query.add(" and c.excluded_by_speed = 1");
  if (!filter.noticeFrom.empty()) query.add(" and c.notice_month >= ").add(query.bind(filter.noticeFrom));
  if (!filter.noticeTo.empty()) query.add(" and c.notice_month <= ").add(query.bind(filter.noticeTo));
}

void addConditions(Query& query, const Dialect& dialect, const CaseFilter& filter) {
  addPlainConditions(query, filter);
  if (!filter.text.empty()) addText(query, dialect, filter.text);
}

/// True when most cases pass, so that walking the customers in order soon fills a page.
bool passesMost(const CaseFilter& filter) {
  return filter.text.empty() && !filter.customerId && !filter.departmentId && !filter.ownerId &&
         !filter.campaignId && !filter.overdue && !filter.excludedBySpeed && filter.noticeFrom.empty() &&
         filter.noticeTo.empty();
}

/// The pieces of one page's statement.
struct PageSql {
  Query& query;
  const Dialect& dialect;
  const CaseSelection& selection;
  std::string_view columns;
  SortKey key;
  std::string limit;
  std::string conditions;

  const char* direction() const { return selection.sort.descending ? " desc" : ""; }
  const char* beyond() const { return selection.sort.descending ? " < " : " > "; }
  std::string order(const std::string& key_, const std::string& id) const {
    return " order by " + (key_.empty() ? "" : key_ + direction() + ", ") + id + direction() + " limit " +
           limit;
  }

  /// Rows that meet `onKey` (on the sort key) and `onId` (on the case), both beginning with " and" or empty.
  std::string branch(const std::string& onKey, const std::string& onId) const {
    // Among rows with the same value only the key orders; SQLite would sort them by an expression all the
    // same.
    const std::string sorted = onId.empty() ? key.sql : "";
    const std::string head = "select " + std::string(columns) + ", " + key.sql + " as sort_key from ";
    if (selection.sort.column != CaseColumn::customer)
      return head + "complaint c where 1 = 1" + conditions + onKey + onId + order(sorted, "c.id");
    if (!passesMost(selection.filter))
      return head + "complaint c join customer u on u.id = c.customer_id where 1 = 1" + conditions + onKey +
             onId + order(sorted, "c.id");
    // Customers in order, and of each no more cases than a page holds: otherwise all cases of a large
    // customer would be sorted for its first page.
    if (!isPostgres(dialect))
      return head + "customer u cross join complaint c on c.customer_id = u.id where 1 = 1" + conditions +
             onKey + onId + order(sorted, "c.id");
    return "select x.* from customer u cross join lateral (" + head +
           "complaint c where c.customer_id = u.id" + conditions + onId + " order by c.id" + direction() +
           " limit " + limit + ") x where 1 = 1" + onKey + order(sorted, "x.id");
  }
};

/// True for a text searched on SQLite, sorted by time: hits are read in that order (0003_search.sqlite.sql),
/// so that a page of a word that is in every other case costs no more than one of a rare word.
bool readsByPlace(const Dialect& dialect, const CaseSelection& selection) {
  return !isPostgres(dialect) && !selection.filter.text.empty() &&
         selection.sort.column == CaseColumn::receivedAt &&
         !model::bigrams(searchedText(selection.filter.text)).empty();
}

void addPageByPlace(Query& query, const Dialect& dialect, const CaseSelection& selection,
                    std::string_view columns) {
  bindText(query, dialect, searchedText(selection.filter.text));
  query.add("select ").add(columns);
  query.add(
      ", s.rowid as sort_key from complaint_search s cross join complaint c on c.id = s.rowid & 1073741823"
      " where s.grams match :search_grams and s.body like :search_like escape '\\'");
  addPlainConditions(query, selection.filter);
  if (selection.after) {
    const auto value = bindKeysetValue(query, {"", true}, *selection.after);
    query.add(" and s.rowid")
        .add(selection.sort.descending ? " < " : " > ")
        .add("((" + value + " / 1000000) << 30 | " + query.bind(selection.after->id) + ")");
  }
  query.add(" order by s.rowid").add(selection.sort.descending ? " desc" : "");
  query.add(" limit ").add(query.bind(selection.limit));
}

}  // namespace

void requireLimit(long long rows) {
  if (rows < 1 || rows > kMaxRows)
    throw Invalid("limit", {tr("A list holds from 1 to {0} rows."), {std::to_string(kMaxRows)}});
}

void addCaseFilter(Query& query, const Dialect& dialect, const CaseFilter& filter) {
  query.add(" where 1 = 1");
  addConditions(query, dialect, filter);
}

void addCasePage(Query& query, const Dialect& dialect, const CaseSelection& selection,
                 std::string_view columns) {
  if (readsByPlace(dialect, selection)) return addPageByPlace(query, dialect, selection, columns);
  const auto before = query.sql().size();
  addConditions(query, dialect, selection.filter);
  PageSql page{query,
               dialect,
               selection,
               columns,
               sortKey(selection.sort.column, selection.sort.descending, isPostgres(dialect)),
               query.bind(selection.limit),
               query.takeBack(before)};
  if (!selection.after) {
    query.add(page.branch("", ""));
    return;
  }
  const auto value = bindKeysetValue(query, page.key, *selection.after);
  const auto id = query.bind(selection.after->id);
  if (isPostgres(dialect) && selection.sort.column != CaseColumn::customer) {
    query.add(
        page.branch(" and (" + page.key.sql + ", c.id)" + page.beyond() + "(" + value + ", " + id + ")", ""));
    return;
  }
  // The rest of the rows with the same value, then the rows beyond it: each is one range of an index. SQLite
  // cannot use an index on an expression for "(value, id) > (…)".
  query.add("select * from (select * from (")
      .add(page.branch(" and " + page.key.sql + " = " + value, std::string(" and c.id") + page.beyond() + id))
      .add(") same union all select * from (")
      .add(page.branch(" and " + page.key.sql + page.beyond() + value, ""))
      .add(") later) pages")
      .add(page.order("sort_key", "id"));
}

}  // namespace octad::db
