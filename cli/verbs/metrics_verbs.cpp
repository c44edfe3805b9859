#include <algorithm>
#include <sstream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/metrics/counts.hpp"
#include "model/usecases/site.hpp"
#include "reports/workbook/csv_writer.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

std::vector<model::Dimension> dimensionsOf(const string& text) {
  std::vector<model::Dimension> dimensions;
  std::istringstream words(text);
  for (string word; std::getline(words, word, ',');)
    dimensions.push_back(keyed<model::Dimension>(word, "by"));
  return dimensions;
}

void printCsv(std::ostream& out, const std::vector<std::vector<string>>& rows, std::size_t textColumns) {
  reports::CsvWriter csv(out);
  csv.header(rows.front());
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
    reports::SheetRow cells;
    for (std::size_t i = 0; i < row->size(); ++i)
      cells.push_back(i < textColumns ? reports::SheetCell((*row)[i])
                                      : reports::SheetCell(std::int64_t{std::stoll((*row)[i])}));
    csv.record(cells);
  }
}

void counts(Context& context, const Arguments& arguments) {
  const string thisYear = std::to_string(context.zone().date(context.clock().now()).year());
  const string from = arguments.has("from") ? arguments.text("from") : thisYear + "-01";
  const string to = arguments.has("to") ? arguments.text("to") : thisYear + "-12";
  model::monthsBetween(from, to);
  const auto dimensions = dimensionsOf(arguments.has("by") ? arguments.text("by") : "month");
  const auto table = context.reader().counts(dimensions, from, to);
  if (context.options().json) return context.print(db::toJson(table));

  const auto inForce = model::readSite(context.reader(), context.clock().now()).active;
  std::vector<std::vector<string>> rows(1);
  for (const auto dimension : dimensions) rows[0].push_back(context.label(dimension));
  for (const char* series : {tr("All"), tr("Counted"), tr("Weighted")})
    rows[0].push_back(context.text(series));
  const auto add = [&rows](std::vector<string> keys, const model::Count& count) {
    for (const long long number : {count.all, count.counted, count.weighted})
      keys.push_back(std::to_string(number));
    rows.push_back(std::move(keys));
  };
  for (const auto& count : table.rows) {
    auto keys = count.keys;
    for (std::size_t i = 0; i < dimensions.size() && i < keys.size(); ++i)
      if (dimensions[i] == model::Dimension::severity)
        if (const auto severity = model::fromKey<model::SeverityClass>(keys[i]))
          keys[i] = context.text(model::className(inForce, *severity));
    add(std::move(keys), count);
  }
  std::vector<string> totalKeys(std::max<std::size_t>(dimensions.size(), 1));
  totalKeys[0] = context.text(tr("Total (cases)"));
  if (dimensions.empty()) rows[0].insert(rows[0].begin(), string());
  add(std::move(totalKeys), table.total);
  if (arguments.flag("csv")) return printCsv(context.out(), rows, dimensions.size());
  printTable(context.out(), rows, std::max<std::size_t>(dimensions.size(), 1));
}

}  // namespace

std::vector<Verb> metricsVerbs() {
  return {{"metrics counts",
           {},
           "complaints of a period: all, counted and weighted side by side",
           [](auto& add) {
             add("from", value<string>(), "YYYY-MM; January of this year when not given")(
                 "to", value<string>(), "YYYY-MM")(
                 "by", value<string>(), "month,customer,part,class,department,defect")("csv", bool_switch(),
                                                                                       "as CSV");
           },
           counts}};
}

}  // namespace octad::cli
