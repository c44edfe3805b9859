#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/failure_reader.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/admin/shipped_words.hpp"
#include "db/mapping/json.hpp"
#include "model/core/error.hpp"
#include "model/eightd/gates.hpp"
#include "model/ports/family_reader.hpp"
#include "model/usecases/decide_customer.hpp"
#include "model/usecases/decide_similar.hpp"
#include "templates/templates.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

constexpr const char* kSame = "same";
constexpr const char* kRecurrence = "recurrence";
constexpr const char* kNew = "new";

model::SimilarVerdict verdictOf(const string& word) {
  if (word == kSame) return model::SimilarVerdict::sameProblem;
  if (word == kRecurrence) return model::SimilarVerdict::recurrence;
  if (word == kNew) return model::SimilarVerdict::different;
  throw model::Invalid("decide", {tr("\"{0}\" is not known here; use one of: {1}."),
                                  {word, string(kSame) + ", " + kRecurrence + ", " + kNew}});
}

const char* doneWords(model::SimilarVerdict verdict) {
  switch (verdict) {
    case model::SimilarVerdict::sameProblem:
      return tr("one 8D serves both");
    case model::SimilarVerdict::recurrence:
      return tr("marked as a recurrence");
    case model::SimilarVerdict::different:
      return tr("decided to be another problem");
  }
  return "";
}

/// The score of one case as the list would show it; 0 for one that it does not show.
int scoreOf(Context& context, const model::CaseFile& file, model::ComplaintId other) {
  for (const auto& line : model::similarCases(context.reader().family(), failureReader(), file))
    if (line.other.id == other) return line.similarity.score;
  return 0;
}

void decide(Context& context, const Arguments& arguments) {
  model::SimilarRuling input;
  input.verdict = verdictOf(arguments.text("decide"));
  input.target = context.target(arguments.text("NUMBER"));
  input.otherNumber = arguments.text("other");
  input.reason = arguments.text("reason");
  if (!input.otherNumber.empty())
    if (const auto other = context.reader().findCase(input.otherNumber))
      input.score = scoreOf(context, context.reader().openCase(input.target.id), *other);
  context.done(model::DecideSimilar(context.workplace()).execute(input), doneWords(input.verdict));
}

string reasonsOf(Context& context, const model::Similarity& similarity) {
  string text;
  for (const auto& reason : similarity.reasons()) text += (text.empty() ? "" : ", ") + context.text(reason);
  return text;
}

nlohmann::ordered_json jsonOf(Context& context, const model::SimilarCase& line) {
  nlohmann::ordered_json reasons = nlohmann::ordered_json::array();
  for (const auto& reason : line.similarity.reasons()) reasons.push_back(context.text(reason));
  nlohmann::ordered_json json{{"number", line.other.number},
                              {"customer", line.other.customerName},
                              {"part", line.other.traits.part},
                              {"failure", line.other.traits.failure},
                              {"title", line.other.title},
                              {"state", string(model::keyOf(line.other.state))},
                              {"phase", line.other.phase},
                              {"problem", line.other.problemNumber},
                              {"score", line.similarity.score},
                              {"similar", line.similarity.score >= model::kSimilarFrom},
                              {"reasons", reasons}};
  json["decision"] = line.decision ? db::toJson(*line.decision) : nlohmann::ordered_json();
  return json;
}

const model::SimilarDecision* noneDecision(const std::vector<model::SimilarDecision>& decisions) {
  for (const auto& decision : decisions)
    if (!decision.otherId) return &decision;
  return nullptr;
}

string siblingsOf(const model::CaseFile& file) {
  string text;
  for (const auto& sibling : file.siblings)
    text += (text.empty() ? "" : ", ") + sibling.number + " (" + sibling.customerName + ")";
  return text;
}

void similar(Context& context, const Arguments& arguments) {
  if (arguments.has("decide")) return decide(context, arguments);
  for (const char* option : {"other", "reason"})
    if (arguments.has(option)) throw UsageError(string("--") + option + " goes with --decide");
  const auto file = context.reader().openCase(context.caseId(arguments.text("NUMBER")));
  const auto lines = model::similarCases(context.reader().family(), failureReader(), file);
  const auto decisions = model::newestDecisions(file);
  const auto* none = noneDecision(decisions);
  const bool wanted = !model::missingBeforeRelease(file).empty();
  if (context.options().json) {
    nlohmann::ordered_json cases = nlohmann::ordered_json::array();
    for (const auto& line : lines) cases.push_back(jsonOf(context, line));
    nlohmann::ordered_json json{{"number", file.complaint.number},
                                {"decision_wanted", wanted},
                                {"one_8d_with", db::toJson(file.siblings)},
                                {"cases", cases}};
    json["none_of_them"] = none ? db::toJson(*none) : nlohmann::ordered_json();
    return context.print(json);
  }
  if (!file.siblings.empty())
    context.out() << context.text({tr("One 8D with {0}"), {siblingsOf(file)}}) << '\n';
  std::vector<std::vector<string>> rows{{"%", context.text(tr("No.")), context.text(tr("Customer")),
                                         context.text(tr("Part")), context.text(tr("Failure")),
                                         context.text(tr("State")), context.text(tr("Decision")),
                                         context.text(tr("Alike in"))}};
  for (const auto& line : lines)
    rows.push_back(
        {std::to_string(line.similarity.score), line.other.number, line.other.customerName,
         line.other.traits.part, line.other.traits.failure.substr(0, line.other.traits.failure.find('\n')),
         context.label(line.other.state), line.decision ? context.label(line.decision->verdict) : string("-"),
         reasonsOf(context, line.similarity)});
  if (!lines.empty()) printTable(context.out(), rows, rows[0].size());
  context.out() << context.text({tr("similar cases: {0}"), {std::to_string(lines.size())}}) << '\n';
  if (none)
    context.out() << context.text({tr("None of them, the problem is new: {0}"), {none->reason}}) << '\n';
  if (wanted) context.out() << context.text(model::missingBeforeRelease(file).front().text) << '\n';
}

string suppliedWords(Context& context, const model::SuppliedCustomer& customer) {
  return context.text({tr("{0} pieces from {1} to {2}"),
                       {std::to_string(customer.quantity), customer.fromMonth, customer.toMonth}});
}

/// Those of the shipments who are not on the list yet.
std::vector<model::SuppliedCustomer> suggestedFor(Context& context, const model::CaseFile& file) {
  auto supplied = context.reader().family().customersSupplied(
      file.problem.id, model::monthsBefore(file.complaint.noticeMonth, model::kShipmentMonths));
  std::erase_if(supplied, [&file](const model::SuppliedCustomer& customer) {
    return std::any_of(file.otherCustomers.begin(), file.otherCustomers.end(),
                       [&customer](const auto& other) { return other.customerId == customer.customerId; });
  });
  return supplied;
}

void listCustomers(Context& context, const model::CaseFile& file) {
  const auto suggested = suggestedFor(context, file);
  if (context.options().json)
    return context.print({{"number", file.complaint.number},
                          {"customers", db::toJson(file.otherCustomers)},
                          {"suggested", db::toJson(suggested)}});
  for (const auto& other : file.otherCustomers)
    context.out() << other.customerName << "  " << context.label(other.decision)
                  << (other.notifiedOn ? " ✓ " + other.notifiedOn->iso() : "")
                  << (other.lots.empty() ? "" : "  " + other.lots)
                  << (other.reason.empty() ? "" : "  (" + other.reason + ")") << '\n';
  for (const auto& customer : suggested)
    context.out() << context.text({tr("{0} got the same part: {1}"),
                                   {customer.customerName, suppliedWords(context, customer)}})
                  << '\n';
  context.out() << context.text({tr("other customers: {0}"), {std::to_string(file.otherCustomers.size())}})
                << '\n';
}

model::NotifyDecision notifyDecision(const Arguments& arguments) {
  const bool notify = arguments.flag("notify") || arguments.has("notified");
  if (notify && arguments.has("not-needed"))
    throw UsageError("--not-needed goes neither with --notify nor with --notified");
  if (arguments.has("not-needed")) return model::NotifyDecision::notNeeded;
  return notify ? model::NotifyDecision::notify : model::NotifyDecision::open;
}

void customers(Context& context, const Arguments& arguments) {
  const auto target = context.target(arguments.text("NUMBER"));
  const auto file = context.reader().openCase(target.id);
  if (!arguments.has("customer")) {
    for (const char* option : {"lots", "quantity", "not-needed", "notified"})
      if (arguments.has(option)) throw UsageError(string("--") + option + " goes with --customer");
    if (arguments.flag("notify")) throw UsageError("--notify goes with --customer");
    return listCustomers(context, file);
  }
  model::CustomerNotice input;
  input.target = target;
  input.customer = arguments.text("customer");
  input.decision = notifyDecision(arguments);
  input.reason = arguments.text("not-needed");
  input.notifiedOn = arguments.date("notified");
  for (const auto& known : file.otherCustomers) {
    if (model::foldText(known.customerName) != model::foldText(input.customer)) continue;
    input.lots = known.lots;
    input.quantity = known.quantity;
  }
  if (arguments.has("lots")) input.lots = arguments.text("lots");
  if (const auto pieces = context.pieces(arguments, "quantity")) input.quantity = pieces;
  context.done(model::DecideCustomer(context.workplace()).execute(input),
               {tr("{0}: {1}"), {input.customer, context.label(input.decision)}});
}

}  // namespace

const model::FailureReader& failureReader() {
  static const model::FailureReader reader(
      db::failureWords(resources::octad_templates().at(model::kFailureWordFile)));
  return reader;
}

std::vector<Verb> similarVerbs() {
  return {
      {"case similar",
       {"NUMBER"},
       "cases like this one, the most similar first; or decide what one of them is",
       [](auto& add) {
         add("decide", value<string>(),
             "same (one 8D serves both), recurrence, new (another problem; without --other: none of them)")(
             "other", value<string>(), "number of the other case")("reason", value<string>(),
                                                                   "why (needed with --decide)");
       },
       similar},
      {"case customers",
       {"NUMBER"},
       "other customers who received suspect lots; or decide about one",
       [](auto& add) {
         add("customer", value<string>(), "name or code of the customer to decide about")(
             "lots", value<string>(), "lots delivered to this customer")(
             "quantity", value<string>(), "suspect pieces delivered")("notify", bool_switch(),
                                                                      "is to be notified")(
             "notified", value<string>(), "was notified on YYYY-MM-DD")("not-needed", value<string>(),
                                                                        "need not be notified, because");
       },
       customers}};
}

}  // namespace octad::cli
