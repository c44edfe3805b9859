#include "cli/verbs/unit_list.hpp"

#include <ostream>
#include <unordered_map>

#include "cli/verbs/return_words.hpp"
#include "cli/verbs/table_text.hpp"
#include "db/mapping/json.hpp"

namespace octad::cli {

using model::ReturnFile;
using model::ReturnUnit;
using model::tr;
using std::string;

namespace {

/// What is known of the tests of a unit.
struct Tested {
  long long tests = 0;
  const model::UnitTest* last = nullptr;
};

/// Thousands of units have some tests each: looked up, not searched for.
using TestedUnits = std::unordered_map<long long, Tested>;

TestedUnits testedUnits(const ReturnFile& file) {
  TestedUnits units;
  for (const auto& test : file.tests) {  // in the order they were recorded
    auto& unit = units[test.unitId.value];
    ++unit.tests;
    unit.last = &test;
  }
  return units;
}

std::vector<const ReturnUnit*> chosenUnits(const ReturnFile& file, const Arguments& arguments) {
  std::optional<model::Finding> finding;
  if (arguments.has("finding")) finding = keyed<model::Finding>(arguments, "finding");
  std::optional<model::ReturnLineId> line;
  if (arguments.has("line")) line = lineOf(file, arguments).id;
  std::vector<const ReturnUnit*> units;
  for (const auto& unit : file.units)
    if ((!finding || unit.finding == *finding) && (!line || unit.lineId == *line)) units.push_back(&unit);
  return units;
}

nlohmann::ordered_json unitJson(const ReturnFile& file, const ReturnUnit& unit, const Tested& tested) {
  auto json = db::toJson(unit);
  const auto& line = file.line(unit.lineId);
  json["line"] = line.position;
  json["part"] = file.partNumber(line.partId);
  json["tests"] = tested.tests;
  json["last_test"] = tested.last ? db::toJson(*tested.last) : nlohmann::ordered_json();
  return json;
}

std::vector<string> unitRow(Context& context, const ReturnFile& file, const ReturnUnit& unit,
                            const Tested& tested) {
  std::vector<string> row{unit.serial, unit.dateCode};
  if (file.lines.size() > 1) row.push_back(std::to_string(file.line(unit.lineId).position));
  const string place = context.label(unit.place);
  row.push_back(unit.location.empty() ? place : place + ", " + unit.location);
  row.push_back(context.label(unit.finding));
  if (const auto* test = tested.last)
    row.insert(row.end(),
               {context.label(test->level), context.text(test->passed ? tr("passed") : tr("failed")),
                test->analyst, test->testedOn.iso()});
  return row;
}

}  // namespace

void listUnits(Context& context, const Arguments& arguments) {
  const auto file = openReturn(context, arguments);
  const auto units = chosenUnits(file, arguments);
  const auto tested = testedUnits(file);
  const auto testedOf = [&tested](const ReturnUnit& unit) {
    const auto found = tested.find(unit.id.value);
    return found == tested.end() ? Tested{} : found->second;
  };
  if (context.options().json) {
    auto list = nlohmann::ordered_json::array();
    for (const auto* unit : units) list.push_back(unitJson(file, *unit, testedOf(*unit)));
    return context.print({{"total", file.units.size()}, {"units", list}});
  }
  std::vector<string> head{context.text(tr("Serial number")), context.text(tr("Date code"))};
  if (file.lines.size() > 1) head.push_back(context.text(tr("Line")));
  for (const char* name :
       {tr("Place"), tr("Finding"), tr("Last test"), tr("Result"), tr("Analyst"), tr("Date")})
    head.push_back(context.text(name));
  std::vector<std::vector<string>> rows{head};
  for (const auto* unit : units) rows.push_back(unitRow(context, file, *unit, testedOf(*unit)));
  if (!units.empty()) printTable(context.out(), rows, head.size());
  context.out() << context.text({tr("{0} of {1} units"),
                                 {std::to_string(units.size()), std::to_string(file.units.size())}})
                << '\n';
}

}  // namespace octad::cli
