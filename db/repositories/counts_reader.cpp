#include "db/repositories/counts_reader.hpp"

#include <algorithm>
#include <array>
#include <soci/soci.h>

#include "db/mapping/query.hpp"
#include "model/cases/complaint.hpp"
#include "model/core/error.hpp"

namespace octad::db {

using model::Count;
using model::CountTable;
using model::Dimension;
using model::tr;

namespace {

/// A row of the answer: names for as many dimensions as there are, then the numbers.
struct CountRow {
  std::string key0, key1, key2, key3, key4, key5;
  long long all = 0;
  long long counted = 0;
  long long weighted = 0;

  static constexpr auto describe() {
    using model::member;
    return members(member("key0", &CountRow::key0), member("key1", &CountRow::key1),
                   member("key2", &CountRow::key2), member("key3", &CountRow::key3),
                   member("key4", &CountRow::key4), member("key5", &CountRow::key5),
                   member("all", &CountRow::all), member("counted", &CountRow::counted),
                   member("weighted", &CountRow::weighted));
  }
  std::array<const std::string*, 6> keys() const { return {&key0, &key1, &key2, &key3, &key4, &key5}; }
};

bool ofItems(Dimension dimension) {
  return dimension == Dimension::part || dimension == Dimension::defect;
}

/// The column a dimension is grouped by, how its name is found, and the join for the name.
struct DimensionSql {
  std::string_view column;
  std::string_view name;
  std::string_view join;
};

DimensionSql sqlOf(Dimension dimension) {
  switch (dimension) {
    case Dimension::month:
      return {"notice_month", "g.notice_month", ""};
    case Dimension::customer:
      return {"customer_id", "u.name", " join customer u on u.id = g.customer_id"};
    case Dimension::part:
      return {"part_id", "p.number", " join part p on p.id = g.part_id"};
    case Dimension::severity:
      return {"severity", "g.severity", ""};
    case Dimension::department:
      return {"responsible_department_id", "coalesce(d.code, '')",
              " left join department d on d.id = g.responsible_department_id"};
    case Dimension::defect:
      return {"defect_id", "coalesce(e.name, '')", " left join defect e on e.id = g.defect_id"};
  }
  throw model::Invalid("dimensions", tr("Count by month, customer, part, class, department or defect."));
}

/// Cases of the months, one flagged in each problem x customer x month.
constexpr std::string_view kCases =
    "select c.notice_month, c.customer_id, c.severity, c.responsible_department_id, 1 as n,"
    " case when c.weight > 0 and c.acceptance <> 'not_ours' and row_number() over (partition by "
    "c.notice_month,"
    " c.problem_id, c.customer_id order by case when c.acceptance = 'not_ours' then 0 else c.weight end "
    "desc, c.id)"
    " = 1 then 1 else 0 end as counted, c.weight from complaint c";

/// Items of the months, gathered by group (`columns`) and problem x customer x month; the heaviest case
/// speaks for the group.
std::string itemsSql(const std::string& columns, const std::string& where) {
  const std::string weight = "max(case when acceptance = 'not_ours' then 0 else weight end)";
  return "select " + columns + ", count(*) as n, case when " + weight +
         " > 0 then 1 else 0 end as counted, " + weight +
         " as weight from (select c.notice_month as of_month, c.problem_id, c.customer_id as of_customer,"
         " c.acceptance, c.weight, c.notice_month, c.customer_id, c.severity, c.responsible_department_id,"
         " i.part_id, i.defect_id from complaint c join complaint_item i on i.complaint_id = c.id" +
         where + ") i group by " + columns + ", problem_id, of_customer, of_month";
}

std::vector<CountRow> countRows(soci::session& session, const std::vector<Dimension>& dimensions,
                                const std::string& fromMonth, const std::string& toMonth) {
  Query query;
  const std::string where = " where c.notice_month >= " + query.bind(fromMonth) +
                            " and c.notice_month <= " + query.bind(toMonth) + " and c.state <> 'cancelled'";
  std::string columns;
  std::string names;
  std::string joins;
  for (const auto dimension : dimensions) {
    const auto sql = sqlOf(dimension);
    columns += (columns.empty() ? "" : ", ") + std::string(sql.column);
    names += std::string(sql.name) + ", ";
    joins += sql.join;
  }
  for (auto missing = dimensions.size(); missing < 6; ++missing) names += "'', ";
  const bool items = std::any_of(dimensions.begin(), dimensions.end(), ofItems);
  // Groups are made of keys and named afterwards: a name is looked up once a row of the answer.
  query.add("select ").add(names).add(
      "cast(g.n as bigint), cast(g.counted as bigint), cast(g.weighted as bigint)");
  query.add(" from (select ").add(columns).add(columns.empty() ? "" : ", ");
  query.add("sum(f.n) as n, sum(f.counted) as counted, sum(f.counted * f.weight) as weighted from (");
  query.add(items ? itemsSql(columns, where) : std::string(kCases) + where).add(") f");
  if (!columns.empty()) query.add(" group by ").add(columns);
  query.add(") g").add(joins);
  return query.rows<CountRow>(session);
}

/// Classes from the gravest down, everything else by name.
bool before(const std::vector<Dimension>& dimensions, const Count& a, const Count& b) {
  for (std::size_t i = 0; i < dimensions.size(); ++i) {
    if (a.keys[i] == b.keys[i]) continue;
    if (dimensions[i] == Dimension::severity)
      return model::fromKey<model::SeverityClass>(a.keys[i]) >
             model::fromKey<model::SeverityClass>(b.keys[i]);
    return a.keys[i] < b.keys[i];
  }
  return false;
}

}  // namespace

CountTable readCounts(soci::session& session, const std::vector<Dimension>& dimensions,
                      const std::string& fromMonth, const std::string& toMonth) {
  model::monthsBetween(fromMonth, toMonth);
  for (auto it = dimensions.begin(); it != dimensions.end(); ++it)
    if (std::find(dimensions.begin(), it, *it) != it)
      throw model::Invalid("dimensions", tr("Name every dimension once."));
  CountTable table{dimensions, fromMonth, toMonth, {}, {}};
  for (const auto& row : countRows(session, dimensions, fromMonth, toMonth)) {
    if (row.all == 0) continue;  // a sum of nothing is a row, too
    Count count{{}, row.all, row.counted, row.weighted};
    for (std::size_t i = 0; i < dimensions.size(); ++i) count.keys.push_back(*row.keys().at(i));
    table.rows.push_back(std::move(count));
  }
  std::sort(table.rows.begin(), table.rows.end(),
            [&](const Count& a, const Count& b) { return before(dimensions, a, b); });
  if (std::any_of(dimensions.begin(), dimensions.end(), ofItems)) {
    const auto cases = countRows(session, {}, fromMonth, toMonth);
    if (!cases.empty()) table.total = Count{{}, cases[0].all, cases[0].counted, cases[0].weighted};
    return table;
  }
  for (const auto& row : table.rows) {
    table.total.all += row.all;
    table.total.counted += row.counted;
    table.total.weighted += row.weighted;
  }
  return table;
}

}  // namespace octad::db
