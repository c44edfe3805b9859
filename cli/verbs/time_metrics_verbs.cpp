// Whose the time of the cases of a period was, and what each customer's cases took.
#include <map>
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/metrics/counts.hpp"
#include "model/metrics/whose_time.hpp"
#include "model/usecases/site.hpp"

namespace octad::cli {

using boost::program_options::value;
using model::tr;
using std::string;

namespace {

constexpr int kMostCases = 5'000;  ///< every case is read whole

struct TimeSum {
  long long cases = 0;
  long long gross = 0;  ///< microseconds
  long long net = 0;
};

struct TimeSums {
  std::map<std::pair<model::TimeParty, string>, TimeSum> whose;
  std::map<string, TimeSum> customers;
  TimeSum all;
};

void add(TimeSum& sum, long long gross, long long net) {
  ++sum.cases;
  sum.gross += gross;
  sum.net += net;
}

TimeSums sumsOf(Context& context, const model::CaseFilter& filter) {
  auto& reader = context.reader();
  const auto ids = reader.caseIds(filter, {}, kMostCases + 1);
  if (ids.size() > kMostCases)
    throw model::Invalid("from", {tr("The period has more than {0} cases: choose a shorter one."),
                                  {std::to_string(kMostCases)}});
  const auto now = context.clock().now();
  const auto calendar = model::readSite(reader, now).calendar;
  TimeSums sums;
  for (const auto id : ids) {
    const auto file = reader.openCase(id);
    const auto time = model::whoseTime(file, now, calendar);
    add(sums.all, time.gross, time.net);
    add(sums.customers[file.customer.name], time.gross, time.net);
    for (const auto& share : time.shares)
      add(sums.whose[{share.party, share.department}], share.microseconds, share.microseconds);
  }
  return sums;
}

string percentOf(long long part, long long whole) {
  return std::to_string(whole > 0 ? (part * 100 + whole / 2) / whole : 0) + " %";
}

nlohmann::ordered_json sumJson(const TimeSum& sum) {
  return {
      {"cases", sum.cases}, {"gross_seconds", sum.gross / 1'000'000}, {"net_seconds", sum.net / 1'000'000}};
}

nlohmann::ordered_json sumsJson(const TimeSums& sums) {
  auto whose = nlohmann::ordered_json::array();
  for (const auto& [who, sum] : sums.whose)
    whose.push_back({{"whose", model::keyOf(who.first)},
                     {"department", who.second},
                     {"cases", sum.cases},
                     {"seconds", sum.gross / 1'000'000}});
  auto customers = nlohmann::ordered_json::array();
  for (const auto& [name, sum] : sums.customers) {
    auto row = sumJson(sum);
    row["customer"] = name;
    customers.push_back(std::move(row));
  }
  return {{"total", sumJson(sums.all)}, {"whose", whose}, {"customers", customers}};
}

void timeMetrics(Context& context, const Arguments& arguments) {
  const string thisYear = std::to_string(context.today().year());
  model::CaseFilter filter;
  filter.noticeFrom = arguments.has("from") ? arguments.text("from") : thisYear + "-01";
  filter.noticeTo = arguments.has("to") ? arguments.text("to") : thisYear + "-12";
  model::monthsBetween(filter.noticeFrom, filter.noticeTo);
  const TimeSums sums = sumsOf(context, filter);
  if (context.options().json) return context.print(sumsJson(sums));
  const auto words = [&context](long long time) { return context.text(model::durationWords(time)); };
  std::vector<std::vector<string>> rows{{context.text(tr("Whose time")), context.text(tr("Cases")),
                                         context.text(tr("Time")), context.text(tr("Share"))}};
  for (const auto& [who, sum] : sums.whose)
    rows.push_back({context.label(who.first) + (who.second.empty() ? "" : " " + who.second),
                    std::to_string(sum.cases), words(sum.gross), percentOf(sum.gross, sums.all.gross)});
  printTable(context.out(), rows, 1);
  rows = {{context.text(tr("Customer")), context.text(tr("Cases")), context.text(tr("Gross time a case")),
           context.text(tr("Net time a case"))}};
  for (const auto& [name, sum] : sums.customers)
    rows.push_back(
        {name, std::to_string(sum.cases), words(sum.gross / sum.cases), words(sum.net / sum.cases)});
  context.out() << '\n';
  printTable(context.out(), rows, 1);
}

}  // namespace

std::vector<Verb> timeMetricsVerbs() {
  return {{"metrics time",
           {},
           "whose the time of a period's cases was, by department and by customer",
           [](auto& add) {
             add("from", value<string>(), "YYYY-MM; January of this year when not given")(
                 "to", value<string>(), "YYYY-MM");
           },
           timeMetrics}};
}

}  // namespace octad::cli
