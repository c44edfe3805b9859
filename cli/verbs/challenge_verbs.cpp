// Later complaints held against the effect of the actions.
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/usecases/rule_challenge.hpp"
#include "model/usecases/verify_lot.hpp"

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

/// "C26-00001=2"
std::pair<string, long long> failedFrom(const string& text) {
  const auto sign = text.find('=');
  if (sign == string::npos)
    throw model::Invalid("failed",
                         {tr("\"{0}\" is not a case and its failed pieces: write C26-00001=2."), {text}});
  return {text.substr(0, sign), model::parseQuantity(text.substr(sign + 1), "failed")};
}

void verifyLot(Context& context, const Arguments& arguments) {
  model::LotCheck check;
  check.part = needed(arguments, "part");
  check.lot = needed(arguments, "lot");
  check.verifiedOn = arguments.has("on") ? *arguments.date("on") : context.today();
  check.inspected = context.pieces(arguments, "inspected").value_or(0);
  for (const auto& text : arguments.texts("failed")) check.failed.insert(failedFrom(text));
  check.criterion = arguments.text("criterion");
  check.note = arguments.text("note");
  const auto results = model::VerifyLot(context.workplace()).execute(check);
  auto list = nlohmann::ordered_json::array();
  for (const auto& result : results) {
    const bool recorded = result.refusal.id.empty();
    const string words = recorded ? context.label(result.result) : context.text(result.refusal);
    list.push_back({{"number", result.number}, {"recorded", recorded}, {"words", words}});
    if (!context.options().json) context.out() << result.number << "  " << words << '\n';
  }
  if (context.options().json) context.print({{"cases", std::move(list)}});
}

}  // namespace

std::vector<Verb> challengeVerbs() {
  return {
      {"verify-lot",
       {},
       "record what one lot says about the effect in every 8D of a part",
       [](auto& add) {
         add("part", value<string>(), "part number")("lot", value<string>(), "lot inspected")(
             "inspected", value<string>(), "pieces inspected")(
             "failed", value<std::vector<string>>(), "CASE=PIECES that show its failure; again for the next")(
             "on", value<string>(), "YYYY-MM-DD; today when not given")(
             "criterion", value<string>(), "where D6 plans none")("note", value<string>(),
                                                                  "needed when pieces failed");
       },
       verifyLot},
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
