// Policies: the house rules as revisions, checked and tried out before they are released.
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/shipped.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/core/error.hpp"
#include "model/policy/policy_check.hpp"
#include "model/policy/try_out.hpp"
#include "model/usecases/release_policy.hpp"
#include "model/usecases/site.hpp"

namespace octad::cli {

using boost::program_options::value;
using model::tr;
using std::string;

namespace {

/// A shipped policy by its name, or the one of a file.
model::Policy policyIn(Context& context, const Arguments& arguments) {
  const string given = arguments.text("FILE");
  if (isShippedPolicy(given)) return shippedPolicy(given);
  try {
    return db::fromJson<model::Policy>(db::parseJson(context.readText(given), "policy"));
  } catch (const model::Invalid& wrong) {
    // What looks like a name is not looked for among the files.
    if (wrong.field() != "file" || given.find_first_of("./\\") != string::npos) throw;
    return shippedPolicy(given);
  }
}

/// The number of the newest revision of a name, 0 when there is none.
int newestNumber(const std::vector<model::Policy>& policies, const string& name) {
  const model::Policy* newest = model::newestRevision(policies, name);
  return newest ? newest->revision : 0;
}

void list(Context& context, const Arguments&) {
  const auto policies = context.reader().policies();
  const auto active = model::readSite(context.reader(), context.clock().now()).active;
  const auto inForce = [&active](const model::Policy& policy) {
    return policy.name == active.name && policy.revision == active.revision;
  };
  if (context.options().json) {
    auto rows = nlohmann::ordered_json::array();
    for (const auto& policy : policies)
      rows.push_back({{"name", policy.name},
                      {"revision", policy.revision},
                      {"document_no", policy.documentNo},
                      {"effective_from", db::toJson(policy.effectiveFrom)},
                      {"author", policy.author},
                      {"reason", policy.reason},
                      {"in_force", inForce(policy)}});
    return context.print({{"policies", rows}});
  }
  std::vector<std::vector<string>> rows{{context.text(tr("Policy")),
                                         context.text(tr("Revision")),
                                         context.text(tr("Document no.")),
                                         context.text(tr("Effective from")),
                                         context.text(tr("Released by")),
                                         {},
                                         context.text(tr("Reason"))}};
  for (const auto& policy : policies)
    rows.push_back({policy.name, std::to_string(policy.revision), policy.documentNo,
                    policy.effectiveFrom ? policy.effectiveFrom->iso() : string(), policy.author,
                    inForce(policy) ? context.text(tr("in force")) : string(), policy.reason});
  printTable(context.out(), rows, 7);
}

void show(Context& context, const Arguments& arguments) {
  const auto revision = arguments.has("revision") ? arguments.number("revision").value() : 0;
  context.print(db::toJson(context.reader().policy(arguments.text("NAME"), static_cast<int>(revision))));
}

/// Says every mistake of a file; the first of them is the error, so that scripts see it failed.
void check(Context& context, const Arguments& arguments) {
  const auto policy = policyIn(context, arguments);
  const auto problems = model::policyProblems(policy);
  if (!context.options().json)
    for (std::size_t i = 1; i < problems.size(); ++i)
      context.err() << problems[i].field << ": " << context.text(problems[i].sentence) << '\n';
  if (!problems.empty()) throw model::Invalid(problems.front().field, problems.front().sentence);
  const model::Message fine{tr("Policy {0} has no mistakes: it may be tried out and released."),
                            {policy.name}};
  if (context.options().json)
    return context.print({{"policy", policy.name}, {"message", context.text(fine)}});
  context.out() << context.text(fine) << '\n';
}

void tryOutVerb(Context& context, const Arguments& arguments) {
  const auto policy = policyIn(context, arguments);
  const auto problems = model::policyProblems(policy);
  if (!problems.empty()) throw model::Invalid(problems.front().field, problems.front().sentence);
  const long long asked = arguments.has("cases") ? arguments.number("cases").value() : model::kTryOutCases;
  if (asked < 1 || asked > model::kMostTryOutCases)
    throw model::Invalid("cases", {tr("A policy is tried out on 1 to {0} closed cases."),
                                   {std::to_string(model::kMostTryOutCases)}});
  auto& reader = context.reader();
  const auto result = model::tryOut(policy, reader.judgedCases(static_cast<int>(asked)), reader.policies());
  const string summary = context.text(model::tryOutSummary(result));
  if (context.options().json) {
    auto rows = nlohmann::ordered_json::array();
    for (const auto& line : result.changed)
      rows.push_back({{"number", line.number},
                      {"customer", line.customerName},
                      {"from", model::keyOf(line.from)},
                      {"to", model::keyOf(line.to)},
                      {"weight_from", line.weightFrom},
                      {"weight_to", line.weightTo},
                      {"name_from", context.text(line.nameFrom)},
                      {"name_to", context.text(line.nameTo)},
                      {"reason", context.text(line.reason)}});
    return context.print({{"cases", result.cases},
                          {"by_hand", result.byHand},
                          {"excluded_by_speed", result.excluded},
                          {"weight_from", result.weightFrom},
                          {"weight_to", result.weightTo},
                          {"changed", rows},
                          {"message", summary}});
  }
  context.out() << summary << '\n';
  if (result.excluded > 0) context.out() << context.text(model::excludedWords(result)) << '\n';
  std::vector<std::vector<string>> rows;
  for (const auto& line : result.changed)
    rows.push_back({line.number, line.customerName, context.text(line.nameFrom), "->",
                    context.text(line.nameTo),
                    std::to_string(line.weightFrom) + " -> " + std::to_string(line.weightTo),
                    context.text(line.reason)});
  printTable(context.out(), rows, 7);
}

void release(Context& context, const Arguments& arguments) {
  model::PolicyDraft draft;
  draft.policy = policyIn(context, arguments);
  if (arguments.has("name")) draft.policy.name = arguments.text("name");
  draft.reason = needed(arguments, "reason");
  draft.basedOn = arguments.has("based-on") ? static_cast<int>(arguments.number("based-on").value())
                                            : newestNumber(context.reader().policies(), draft.policy.name);
  const auto stored = model::ReleasePolicy(context.workplace()).execute(draft);
  const model::Message done{tr("Policy {0}, revision {1}, is released."),
                            {stored.name, std::to_string(stored.revision)}};
  if (context.options().json)
    return context.print(
        {{"policy", stored.name}, {"revision", stored.revision}, {"message", context.text(done)}});
  context.out() << context.text(done) << '\n';
}

void use(Context& context, const Arguments& arguments) {
  const string name = arguments.text("NAME");
  model::UsePolicy(context.workplace()).execute(name, needed(arguments, "reason"));
  const model::Message done{tr("New cases are judged by policy {0} from now on."), {name}};
  if (context.options().json) return context.print({{"policy", name}, {"message", context.text(done)}});
  context.out() << context.text(done) << '\n';
}

}  // namespace

std::vector<Verb> policyVerbs() {
  return {
      {"policy list", {}, "the policies with their revisions", [](auto&) {}, list},
      {"policy show",
       {"NAME"},
       "a policy as JSON, to be changed and released again",
       [](auto& add) { add("revision", value<string>(), "an earlier revision"); },
       show},
      {"policy check", {"FILE"}, "say every mistake of a policy file; stores nothing", [](auto&) {}, check},
      {"policy try",
       {"FILE"},
       "what closed cases would have been by a policy file; stores nothing",
       [](auto& add) { add("cases", value<string>(), "how many, the newest first (200)"); },
       tryOutVerb},
      {"policy release",
       {"FILE"},
       "make a policy file, or a shipped policy by its name, the next revision of its policy",
       [](auto& add) {
         add("name", value<string>(), "under another name: a policy of its own");
         add("reason", value<string>(), "why it is released");
         add("based-on", value<string>(), "the revision it was made from; refused when there is a newer one");
       },
       release},
      {"policy use",
       {"NAME"},
       "choose the policy that judges new cases",
       [](auto& add) { add("reason", value<string>(), "why"); },
       use},
  };
}

}  // namespace octad::cli
