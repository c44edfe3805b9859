// Later complaints held against the effect of the actions.
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/usecases/rule_challenge.hpp"

namespace octad::cli {

using boost::program_options::value;
using model::tr;
using std::string;

namespace {

void list(Context& context, const Arguments& arguments) {
  const auto file = context.reader().openCase(context.caseId(arguments.text("NUMBER")));
  if (context.options().json) return context.print(db::toJson(file.challenges));
  if (file.challenges.empty()) {
    context.out() << context.text(tr("No later case is held against the effect.")) << '\n';
    return;
  }
  std::vector<std::vector<string>> rows;
  for (const auto& challenge : file.challenges)
    rows.push_back({challenge.laterNumber, challenge.builtOn ? challenge.builtOn->iso() : "-",
                    context.label(challenge.kind),
                    challenge.ruling ? context.label(*challenge.ruling) : context.text(tr("not ruled on")),
                    challenge.reason});
  printTable(context.out(), rows, 5);
}

void rule(Context& context, const Arguments& arguments) {
  model::ChallengeDecision decision;
  decision.target = context.target(arguments.text("NUMBER"));
  decision.later = needed(arguments, "later");
  decision.ruling = keyed<model::ChallengeRuling>(needed(arguments, "ruling"), "ruling");
  decision.reason = arguments.text("reason");
  context.done(
      model::RuleChallenge(context.workplace()).execute(decision),
      {tr("challenge by {0}: {1}"), {decision.later, model::translated(model::labelOf(decision.ruling))}});
}

}  // namespace

std::vector<Verb> challengeVerbs() {
  return {
      {"case challenges",
       {"NUMBER"},
       "later cases held against the effect of the actions",
       [](auto&) {},
       list},
      {"case rule-challenge",
       {"NUMBER"},
       "rule whether a later case shows that the actions failed",
       [](auto& add) {
         add("later", value<string>(), "number of the later case")(
             "ruling", value<string>(), "upheld (opens D4 to D6 again) or dismissed")(
             "reason", value<string>(), "why (needed)");
       },
       rule},
  };
}

}  // namespace octad::cli
