#include "cli/verbs/keys.hpp"
#include "cli/verbs/lint.hpp"
#include "cli/verbs/verb.hpp"
#include "db/admin/standard_site.hpp"
#include "model/usecases/accept_weak_answer.hpp"
#include "templates/templates.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

nlohmann::ordered_json jsonOf(Context& context, const model::WeakAnswer& answer) {
  nlohmann::ordered_json line{{"kind", string(model::keyOf(answer.kind))}};
  if (!answer.field.empty()) {
    line["discipline"] = string(model::keyOf(answer.discipline));
    line["field"] = answer.field;
  }
  if (answer.causeId) line["cause_id"] = answer.causeId.value;
  if (answer.actionId) line["action_id"] = answer.actionId.value;
  line["rule"] = answer.rule->key;
  line["text"] = answer.text;
  line["reason"] = answer.rule->reason(context.catalogue().language());
  line["question"] = answer.rule->question(context.catalogue().language());
  return line;
}

/// One text, without a database.
std::vector<model::WeakAnswer> ofText(const Arguments& arguments, const model::WeakAnswerRules& rules) {
  const auto kind = keyed<model::AnswerKind>(needed(arguments, "kind"), "kind");
  model::AnswerContext context;
  if (arguments.has("failure")) context.symptoms.push_back(arguments.text("failure"));
  model::WeakAnswer answer;
  answer.kind = kind;
  answer.text = arguments.text("text");
  answer.rule = model::weakAnswer(answer.text, kind, rules, context);
  if (!answer.rule) return {};
  return {answer};
}

/// Lets the answers that a rule finds weak in one row pass.
void letPass(Context& context, const Arguments& arguments, const model::WeakAnswerRules& rules) {
  const string number = needed(arguments, "number");
  const string rule = arguments.text("accept");
  const auto file = context.reader().openCase(context.caseId(number));
  const model::WeakAnswer* found = nullptr;
  const auto answers = model::weakAnswers(file, rules);
  for (const auto& answer : answers) {
    const bool here = (!arguments.has("cause") || arguments.number("cause") == answer.causeId.value) &&
                      (!arguments.has("action") || arguments.number("action") == answer.actionId.value);
    if (answer.rule->key != rule || !here) continue;
    if (found)
      throw model::Invalid("accept",
                           {tr("Rule {0} finds more than one answer weak: name the row with --cause or "
                               "--action."),
                            {rule}});
    found = &answer;
  }
  if (!found)
    throw model::Invalid("accept", {tr("Rule {0} finds no answer of case {1} weak."), {rule, number}});
  context.done(
      model::AcceptWeakAnswer(context.workplace())
          .execute({context.target(number), found->discipline, rule, found->text, arguments.text("reason")}),
      {tr("let pass: {0}"), {found->text}});
}

void lint(Context& context, const Arguments& arguments) {
  if (arguments.has("text") == arguments.has("number"))
    throw UsageError("octadctl lint takes the number of a case, or --text with --kind");
  model::WeakAnswerRules own;
  if (arguments.has("rules")) own = db::weakAnswerRules(context.readText(arguments.text("rules")), "rules");
  const auto& rules = arguments.has("rules") ? own : shippedWeakAnswers();
  if (arguments.has("accept")) return letPass(context, arguments, rules);
  const auto answers =
      arguments.has("text")
          ? ofText(arguments, rules)
          : model::weakAnswers(context.reader().openCase(context.caseId(arguments.text("number"))), rules);
  if (context.options().json) {
    nlohmann::ordered_json lines = nlohmann::ordered_json::array();
    for (const auto& answer : answers) lines.push_back(jsonOf(context, answer));
    context.print({{"rules", rules.name}, {"revision", rules.revision}, {"weak_answers", lines}});
  } else {
    printWeakAnswers(context, context.out(), answers);
    context.out() << context.text({tr("weak answers: {0}"), {std::to_string(answers.size())}}) << '\n';
  }
  if (arguments.flag("strict") && !answers.empty())
    throw model::Refused("weak_answers",
                         {tr("Weak answers: {0}. Answer the questions."), {std::to_string(answers.size())}});
}

}  // namespace

const model::WeakAnswerRules& shippedWeakAnswers() {
  static const model::WeakAnswerRules rules =
      db::weakAnswerRules(resources::octad_templates().at(model::kWeakAnswerFile));
  return rules;
}

void printWeakAnswers(Context& context, std::ostream& out, const std::vector<model::WeakAnswer>& answers) {
  const auto language = context.catalogue().language();
  for (const auto& answer : answers) {
    if (!answer.field.empty()) out << model::keyOf(answer.discipline) << " · ";
    out << context.label(answer.kind);
    if (answer.causeId) out << ' ' << answer.causeId.value;
    if (answer.actionId) out << ' ' << answer.actionId.value;
    out << " [" << answer.rule->key << "]: " << answer.text << '\n'
        << "  ⚠ " << answer.rule->reason(language) << '\n'
        << "  → " << answer.rule->question(language) << '\n';
  }
}

std::vector<Verb> lintVerbs() {
  return {
      {"lint",
       {},
       "answers a customer would send back, of a case or of one text; warns only",
       [](auto& add) {
         add("number", value<string>(), "number of the case; may stand without --number")(
             "text", value<string>(), "judge this text instead")(
             "kind", value<string>(), "what the text is: cause, containment, corrective, preventive, effect")(
             "failure", value<string>(), "the failure complained of, which a cause may not just repeat")(
             "rules", value<string>(), "own rules as JSON, see docs/weak-answers.md; - for standard input")(
             "strict", bool_switch(), "exit code 1 when an answer is weak")(
             "accept", value<string>(),
             "let the answer that this rule finds weak pass (CQE, needs --reason)")(
             "cause", value<string>(), "with --accept: of the cause with this id")(
             "action", value<string>(), "with --accept: of the action with this id")(
             "reason", value<string>(), "with --accept: why the answer is good as it is");
       },
       lint,
       {"number"}}};
}

}  // namespace octad::cli
