#include "model/metrics/counts.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

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

/// The ids of the cases that count: the heaviest of each problem x customer x month.
std::set<long long> countedIds(const std::vector<const CountCase*>& cases) {
  std::map<std::tuple<long long, std::string, std::string>, const CountCase*> heaviest;
  for (const auto* record : cases) {
    if (record->weight <= 0) continue;
    const CountCase*& best = heaviest[{record->problem, record->customer, record->month}];
    if (!best || record->weight > best->weight || (record->weight == best->weight && record->id < best->id))
      best = record;
  }
  std::set<long long> ids;
  for (const auto& [key, record] : heaviest) ids.insert(record->id);
  return ids;
}

void add(Count& count, const CountCase& record, bool counted) {
  ++count.all;
  if (!counted) return;
  ++count.counted;
  count.weighted += record.weight;
}

}  // namespace

CountTable countCases(const std::vector<CountCase>& cases, const std::vector<Dimension>& dimensions,
                      const std::string& fromMonth, const std::string& toMonth) {
  if (firstOf(toMonth, "to") < firstOf(fromMonth, "from"))
    throw Invalid("to", {tr("The last month ({0}) is before the first ({1})."), {toMonth, fromMonth}});
  CountTable table{dimensions, fromMonth, toMonth, {}, {}};
  std::vector<const CountCase*> chosen;
  for (const auto& record : cases)
    if (fromMonth <= record.month && record.month <= toMonth) chosen.push_back(&record);
  const std::set<long long> counted = countedIds(chosen);
  const bool byItem = std::any_of(dimensions.begin(), dimensions.end(), [](Dimension dimension) {
    return dimension == Dimension::part || dimension == Dimension::defect;
  });
  std::map<std::vector<std::string>, Count> rows;
  const auto addRow = [&](const CountCase& record, const CountItem& item) {
    std::vector<std::string> keys;
    for (const Dimension dimension : dimensions) keys.push_back(valueOf(record, item, dimension));
    add(rows[keys], record, counted.contains(record.id));
  };
  for (const auto* record : chosen) {
    add(table.total, *record, counted.contains(record->id));
    if (!byItem) {
      addRow(*record, {});
      continue;
    }
    for (const auto& item : record->items) addRow(*record, item);
  }
  for (auto& [keys, count] : rows) {
    count.keys = keys;
    table.rows.push_back(std::move(count));
  }
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
