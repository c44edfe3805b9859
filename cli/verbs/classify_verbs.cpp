#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/shipped.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/policy/classification.hpp"

namespace octad::cli {

using boost::program_options::value;
using std::string;

namespace {

/// What a complaint would be by a policy; stores nothing.
void classifyVerb(Context& context, const Arguments& arguments) {
  const string policyName = arguments.has("policy") ? arguments.text("policy") : "default";
  const auto input =
      db::fromJson<model::ClassifyInput>(db::parseJson(context.readText(needed(arguments, "json")), "json"));
  const auto result = model::classify(input, shippedPolicy(policyName));
  nlohmann::ordered_json items = nlohmann::ordered_json::array();
  for (const auto& item : result.items)
    items.push_back({{"part", item.part},
                     {"failure", item.failure},
                     {"qty_defective", item.quantityDefective},
                     {"qty_delivered", db::toJson(item.quantityDelivered)},
                     {"class", model::keyOf(item.severity)},
                     {"rule", item.rule},
                     {"reason", context.text(item.reason)},
                     {"positions", item.positions}});
  context.print({{"class", model::keyOf(result.severity)},
                 {"name", context.text(result.name)},
                 {"weight", result.weight},
                 {"rule", result.rule},
                 {"reason", context.text(result.reason)},
                 {"policy", result.policyName},
                 {"revision", result.policyRevision},
                 {"items", items}});
}

}  // namespace

std::vector<Verb> classifyVerbs() {
  return {{"classify",
           {},
           "what a complaint would be by a policy; stores nothing",
           [](auto& add) {
             add("policy", value<string>(),
                 "default, or another policy that ships with Octad: three-level, ab-class …");
           },
           classifyVerb}};
}

}  // namespace octad::cli
