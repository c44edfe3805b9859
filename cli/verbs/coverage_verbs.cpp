#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/eightd/coverage.hpp"
#include "model/eightd/plausible_dates.hpp"
#include "model/usecases/lift_containment.hpp"
#include "model/usecases/site.hpp"

namespace octad::cli {

using model::tr;
using std::string;

namespace {

nlohmann::ordered_json jsonOf(Context& context, const std::vector<model::MissingPoint>& points) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const auto& point : points)
    list.push_back({{"discipline", string(model::keyOf(point.discipline))},
                    {"field", point.field},
                    {"message", context.text(point.text)}});
  return list;
}

nlohmann::ordered_json jsonOf(Context& context, const model::CoverageCell& cell) {
  return {{"there", context.text(cell.words)}, {"missing", jsonOf(context, cell.missing)}};
}

nlohmann::ordered_json jsonOf(Context& context, const model::Coverage& coverage) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const auto& row : coverage.rows) {
    nlohmann::ordered_json line{{"subject", string(model::keyOf(row.subject))}};
    if (row.causeId) line["cause_id"] = row.causeId.value;
    if (row.actionId) line["action_id"] = row.actionId.value;
    for (const auto& column : model::EnumKeys<model::CoverageColumn>::entries)
      line[string(column.key)] = jsonOf(context, row.cell(column.value));
    rows.push_back(std::move(line));
  }
  return {{"holes", coverage.holes()}, {"rows", rows}};
}

/// A row is a paragraph: four columns of whole sentences fit no terminal.
void print(Context& context, const model::CoverageRow& row) {
  context.out() << context.label(row.subject);
  if (row.actionId) context.out() << " · " << context.text(tr("Action")) << ' ' << row.actionId.value;
  context.out() << '\n';
  for (const auto& column : model::EnumKeys<model::CoverageColumn>::entries) {
    const auto& cell = row.cell(column.value);
    if (!cell.words.id.empty())
      context.out() << "  ✓ " << context.text(column.label) << ": " << context.text(cell.words) << '\n';
    for (const auto& point : cell.missing)
      context.out() << "  ✗ " << context.text(column.label) << ": " << context.text(point.text) << '\n';
  }
}

void coverage(Context& context, const Arguments& arguments) {
  const auto file = context.reader().openCase(context.caseId(arguments.text("NUMBER")));
  const auto policy = model::policyOf(context.reader(), file.complaint, context.clock().now());
  const auto found = model::coverageOf(file, policy.verificationLots);
  const auto dates = model::implausibleDates(file, context.zone());
  if (context.options().json) {
    auto json = jsonOf(context, found);
    json["dates"] = jsonOf(context, dates);
    return context.print(json);
  }
  for (const auto& row : found.rows) print(context, row);
  for (const auto& point : dates)
    context.out() << context.text(tr("Date to check")) << ": " << context.text(point.text) << '\n';
  context.out() << context.text({tr("holes: {0}"), {std::to_string(found.holes())}}) << '\n';
}

void lift(Context& context, const Arguments& arguments) {
  model::ContainmentLift input;
  input.target = context.target(arguments.text("NUMBER"));
  input.actionId = model::ActionId(arguments.number("ACTION").value_or(0));
  input.liftedOn = arguments.has("on") ? *arguments.date("on") : context.today();
  input.reason = arguments.text("reason");
  context.done(model::LiftContainment(context.workplace()).execute(input), tr("containment lifted"));
}

}  // namespace

std::vector<Verb> coverageVerbs() {
  return {{"case coverage", {"NUMBER"}, "cause x action x evidence, and what is missing", nullptr, coverage},
          {"action lift",
           {"NUMBER", "ACTION"},
           "end a containment action",
           [](auto& add) {
             add("on", boost::program_options::value<string>(), "YYYY-MM-DD; today when not given")(
                 "reason", boost::program_options::value<string>(),
                 "why it may end; needed while corrective actions are open");
           },
           lift}};
}

}  // namespace octad::cli
