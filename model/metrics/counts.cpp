#include "model/metrics/counts.hpp"

#include <algorithm>
#include <tuple>

#include "model/cases/complaint.hpp"
#include "model/core/error.hpp"
#include "model/core/time.hpp"

namespace octad::model {

namespace {

Date firstOf(const std::string& month, const char* field) {
  const auto date = Date::parse(month + "-01");
  if (!date) throw Invalid(field, {tr("\"{0}\" is not a month: write it as 2026-01."), {month}});
  return *date;
}

const std::string& valueOf(const CountCase& record, const CountItem& item, Dimension dimension) {
  switch (dimension) {
    case Dimension::month:
      return record.month;
    case Dimension::customer:
      return record.customer;
    case Dimension::part:
      return item.part;
    case Dimension::severity:
      return record.severity;
    case Dimension::department:
      return record.department;
    case Dimension::defect:
      return item.defect;
  }
  return record.month;
}

/// What is counted once, however many cases tell of it.
using Once = std::tuple<long long, std::string, std::string>;

Once onceOf(const CountCase& record) {
  return {record.problem, record.customer, record.month};
}

/// The heaviest case of each; the first of equals.
using Heaviest = std::map<Once, const CountCase*>;

void consider(Heaviest& heaviest, const CountCase& record) {
  if (record.weight <= 0) return;
  const CountCase*& best = heaviest[onceOf(record)];
  if (!best || record.weight > best->weight || (record.weight == best->weight && record.id < best->id))
    best = &record;
}

void addHeaviest(Count& count, const Heaviest& heaviest) {
  for (const auto& [once, record] : heaviest) {
    ++count.counted;
    count.weighted += record->weight;
  }
}

/// Rows are in the order of their keys, classes from the gravest down.
bool before(const std::vector<Dimension>& dimensions, const Count& a, const Count& b) {
  for (std::size_t i = 0; i < dimensions.size(); ++i) {
    if (a.keys[i] == b.keys[i]) continue;
    if (dimensions[i] == Dimension::severity)
      return fromKey<SeverityClass>(a.keys[i]) > fromKey<SeverityClass>(b.keys[i]);
    return a.keys[i] < b.keys[i];
  }
  return false;
}

struct RowGroup {
  long long all = 0;
  Heaviest heaviest;
};

}  // namespace

CountTable countCases(const std::vector<CountCase>& cases, const std::vector<Dimension>& dimensions,
                      const std::string& fromMonth, const std::string& toMonth) {
  if (firstOf(toMonth, "to") < firstOf(fromMonth, "from"))
    throw Invalid("to", {tr("The last month ({0}) is before the first ({1})."), {toMonth, fromMonth}});
  CountTable table{dimensions, fromMonth, toMonth, {}, {}};
  const bool byItem = std::any_of(dimensions.begin(), dimensions.end(), [](Dimension dimension) {
    return dimension == Dimension::part || dimension == Dimension::defect;
  });
  const auto inMonths = [&](const CountCase& record) {
    return fromMonth <= record.month && record.month <= toMonth;
  };
  Heaviest counted;
  for (const auto& record : cases) {
    if (!inMonths(record)) continue;
    ++table.total.all;
    consider(counted, record);
  }
  addHeaviest(table.total, counted);
  std::map<std::vector<std::string>, RowGroup> rows;
  const auto record = [&](const CountCase& entry, const CountItem& item) {
    std::vector<std::string> keys;
    for (const Dimension dimension : dimensions) keys.push_back(valueOf(entry, item, dimension));
    RowGroup& row = rows[keys];
    ++row.all;
    const auto best = counted.find(onceOf(entry));
    // Case rows split the total, so a case that is not the one that counts adds nothing to any of them.
    if (byItem || (best != counted.end() && best->second == &entry)) consider(row.heaviest, entry);
  };
  for (const auto& entry : cases) {
    if (!inMonths(entry)) continue;
    if (byItem)
      for (const auto& item : entry.items) record(entry, item);
    else
      record(entry, {});
  }
  for (const auto& [keys, row] : rows) {
    Count& count = table.rows.emplace_back(Count{keys, row.all, 0, 0});
    addHeaviest(count, row.heaviest);
  }
  std::sort(table.rows.begin(), table.rows.end(),
            [&dimensions](const Count& a, const Count& b) { return before(dimensions, a, b); });
  return table;
}

std::vector<std::string> monthsBetween(const std::string& from, const std::string& to) {
  Date month = firstOf(from, "from");
  const Date last = firstOf(to, "to");
  if (last < month) throw Invalid("to", {tr("The last month ({0}) is before the first ({1})."), {to, from}});
  std::vector<std::string> months;
  while (month <= last) {
    months.push_back(month.month());
    month = Date(std::chrono::sys_days(std::chrono::year_month_day(month.days()) + std::chrono::months(1)));
  }
  return months;
}

}  // namespace octad::model
