#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/core/error.hpp"
#include "model/core/moment.hpp"
#include "model/core/text.hpp"
#include "model/eightd/gates.hpp"
#include "model/policy/counting.hpp"
#include "model/returns/replacement.hpp"
#include "model/usecases/amend_complaint.hpp"
#include "model/usecases/campaigns.hpp"
#include "model/usecases/clock_sets.hpp"
#include "model/usecases/register_complaint.hpp"
#include "model/usecases/site.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

/// `received_at` may be local to the site, which only we can resolve; the JSON reader takes moments with a
/// zone.
void resolveReceived(Context& context, nlohmann::ordered_json& json) {
  const auto at = json.find("received_at");
  if (at == json.end() || !at->is_string()) return;
  *at = model::isoInstant(model::parseMoment(at->get<string>(), context.zone(), "received_at"));
}

/// The title stands for the failure unless it is too long for that.
std::string failureOf(const Arguments& arguments) {
  if (arguments.has("failure")) return arguments.text("failure");
  const std::string title = arguments.text("title");
  const std::size_t length = model::characterCount(title);
  if (length > model::kNameLength && length <= model::kTitleLength)  // a longer one is refused as a title
    throw model::Invalid("failure",
                         tr("The title is too long to stand for the failure: give --failure too."));
  return title;
}

void newCase(Context& context, const Arguments& arguments) {
  model::NewComplaint input;
  if (arguments.has("json")) {
    auto json = db::parseJson(context.readText(arguments.text("json")), "json");
    if (json.is_object()) resolveReceived(context, json);
    input = db::fromJson<model::NewComplaint>(json);
  } else {
    input.customer = arguments.text("customer");
    input.title = arguments.text("title");
    input.verbatim = arguments.has("verbatim") ? arguments.text("verbatim") : input.title;
    input.customerRef = arguments.text("ref");
    input.contact = arguments.text("contact");
    if (arguments.has("channel")) input.channel = arguments.text("channel");
    if (const auto at = context.moment(arguments, "received")) input.receivedAt = *at;
    input.requestedDate = arguments.date("requested");
    input.safety = arguments.flag("safety");
    input.penalty = arguments.flag("penalty");
    if (arguments.has("escalated-to"))
      input.escalatedTo = keyed<model::EscalationTarget>(arguments, "escalated-to");
    input.escalatedOn = arguments.date("escalated-on");
    input.newCustomerAllowed = arguments.flag("new-customer");
    input.patternNumber = arguments.text("pattern");
    input.campaign = arguments.text("campaign");
    input.firstContact = arguments.text("first-contact");
    model::NewItem item;
    item.part = arguments.text("part");
    item.lot = arguments.text("lot");
    item.failure = failureOf(arguments);
    if (arguments.has("kind")) item.defectKind = keyed<model::DefectKind>(arguments, "kind");
    item.quantityDefective = context.pieces(arguments, "defective").value_or(0);
    item.quantityDelivered = context.pieces(arguments, "delivered");
    item.builtOn = arguments.date("built-on");
    input.items.push_back(item);
  }
  context.done(model::RegisterComplaint(context.workplace()).execute(input), tr("registered"));
}

model::CaseFilter filterOf(Context& context, const Arguments& arguments) {
  model::CaseFilter filter;
  filter.now = context.clock().now();
  if (arguments.has("state")) {
    if (arguments.text("state") == "open")
      filter.openOnly = true;
    else
      filter.states = {keyed<model::CaseState>(arguments, "state")};
  }
  if (arguments.has("class")) filter.severity = keyed<model::SeverityClass>(arguments, "class");
  if (arguments.has("customer")) {
    const string wanted = arguments.text("customer");
    for (const auto& customer : context.reader().customers(wanted, 1000))
      if (customer.name == wanted || customer.code == wanted || !filter.customerId)
        filter.customerId = customer.id;
    if (!filter.customerId) throw model::Invalid("customer", {tr("There is no customer \"{0}\"."), {wanted}});
  }
  if (arguments.has("department")) {
    for (const auto& department : context.reader().departments())
      if (isDepartment(context, department.id, arguments.text("department")))
        filter.departmentId = department.id;
    if (!filter.departmentId)
      throw model::Invalid("department",
                           {tr("There is no department \"{0}\"."), {arguments.text("department")}});
  }
  if (arguments.has("campaign"))
    filter.campaignId = model::campaignNamed(context.reader().campaigns(), arguments.text("campaign")).id;
  filter.overdue = arguments.flag("overdue");
  filter.text = arguments.text("text");
  return filter;
}

void list(Context& context, const Arguments& arguments) {
  const auto filter = filterOf(context, arguments);
  model::CaseSort sort;
  if (arguments.has("sort")) {
    string column = arguments.text("sort");
    sort.descending = column.rfind('-', 0) == 0;
    if (sort.descending) column.erase(0, 1);
    sort.column = keyed<model::CaseColumn>(column, "sort");
  }
  const long long limit = arguments.number("limit").value_or(50);
  if (limit < 1 || limit > 50'000) throw model::Invalid("limit", tr("The limit is 1 to 50,000."));
  const auto page = context.reader().casePage(filter, sort, static_cast<int>(limit), std::nullopt);
  const long long total = context.reader().caseCount(filter);
  if (context.options().json) return context.print({{"total", total}, {"cases", db::toJson(page.rows)}});

  std::vector<std::vector<string>> rows(1);
  for (const auto& entry : model::EnumKeys<model::CaseColumn>::entries)
    rows[0].push_back(context.text(entry.label));
  for (const auto& row : page.rows)
    rows.push_back(
        {row.number, context.local(row.receivedAt), row.customerName, row.partNumber, row.failure,
         context.text(model::classWords(row.severity, row.className)), context.label(row.state),
         context.label(row.turn) + (row.turnName.empty() ? "" : " " + row.turnName),
         row.dueAt ? context.local(*row.dueAt) + (*row.dueAt < filter.now ? " !" : "") : string()});
  printTable(context.out(), rows, rows[0].size());
  context.out() << context.text(
                       {tr("{0} of {1} cases"), {std::to_string(page.rows.size()), std::to_string(total)}})
                << '\n';
}

void printFacts(Context& context, const model::CaseFile& file, const model::Policy& policy) {
  const auto& head = file.complaint;
  std::vector<std::vector<string>> facts{
      {context.text(tr("Customer")),
       file.customer.name + (head.customerRef.empty() ? "" : " (" + head.customerRef + ")")},
      {context.text(tr("Received")), context.local(head.receivedAt)},
      {context.text(tr("State")),
       context.label(head.state) + ", " + context.text(model::phaseLabel(head.phase))},
      {context.text(tr("Decision")), context.label(head.acceptance) + ", " + context.text(tr("liability")) +
                                         ": " + context.label(head.liability)},
      {context.text(tr("Complaint class")), context.text(model::className(policy, head.severity)) + " (" +
                                                head.policyName + " " + std::to_string(head.policyRevision) +
                                                ", " + head.rule + ")"},
      {context.text(tr("Turn")),
       context.label(head.turn) + (head.turnName.empty() ? "" : " " + head.turnName)},
      {context.text(tr("Problem")), file.problem.number}};
  if (head.firstContactId)
    facts.push_back({context.text(tr("First-contact owner")), file.personName(*head.firstContactId)});
  for (const auto& campaign : file.campaigns)
    facts.push_back({context.text(tr("Campaign")), campaign.name + ", " + context.label(campaign.kind)});
  for (const char* status : model::specialStatusLabels(file.customer.specialStatus))
    facts.push_back({context.text(tr("Special status")), context.text(status)});
  for (const auto& visit : file.followUps)
    facts.push_back({context.text(tr("Visit after the closing")),
                     visit.satisfaction
                         ? visit.doneOn->iso() + ", " + context.label(*visit.satisfaction)
                         : context.text({tr("due {0}"), {visit.dueOn ? visit.dueOn->iso() : string()}})});
  if (head.escalatedTo)
    facts.push_back(
        {context.text(tr("Escalated by the customer")),
         context.label(*head.escalatedTo) + (head.escalatedOn ? ", " + head.escalatedOn->iso() : string())});
  if (head.excludedBySpeed)
    facts.push_back({context.text(tr("Counting")), context.text(model::countingLabel("excluded_by_speed"))});
  if (head.closedAt)
    if (const auto until = model::keepUntil(policy, head.severity, context.zone().date(*head.closedAt)))
      facts.push_back({context.text(tr("Kept until")), until->iso()});
  if (head.dueAt) facts.push_back({context.text(tr("Due")), context.local(*head.dueAt)});
  for (const auto& item : file.items)
    facts.push_back({context.text(tr("Item")),
                     file.partNumber(item.partId) + ", " + item.failure + ", " +
                         std::to_string(item.quantityDefective) + " / " +
                         (item.quantityDelivered ? std::to_string(*item.quantityDelivered) : "?")});
  for (const auto& clock : file.clocks)
    if (clock.dueAt)
      facts.push_back(
          {context.label(clock.name),
           context.local(*clock.dueAt) + (clock.metAt ? " ✓ " + context.local(*clock.metAt) : "")});
  for (const auto& clock : model::replacementClocks(file))
    facts.push_back(
        {context.text({tr("Replacement {0}"), {clock.number}}),
         clock.dueOn.iso() + " " + context.text(model::replacementWords(clock, context.today()))});
  printTable(context.out(), facts, 2);
}

/// The samples that came, with the returns that some became.
void printSamples(Context& context, const model::CaseFile& file) {
  for (const auto& sample : file.samples) {
    if (!sample.toCome) continue;
    context.out() << "  " << context.text(tr("Sample")) << ' ' << sample.id.value << ": "
                  << context.text({tr("{0} pieces, arrived {1}"),
                                   {std::to_string(sample.quantity),
                                    sample.arrivedAt ? context.local(*sample.arrivedAt) : "-"}});
    if (sample.analysableAt)
      context.out() << ", "
                    << context.text({tr("can be analysed from {0}"), {context.local(*sample.analysableAt)}});
    for (const auto& share : file.returns)
      if (share.sampleId == sample.id)
        context.out() << ", " << context.text({tr("became return {0}"), {share.number}});
    context.out() << '\n';
    for (const auto& custody : file.sampleCustody)
      if (custody.sampleId == sample.id)
        context.out() << "    " << context.local(custody.since) << "  " << custody.holder
                      << (custody.place.empty() ? "" : ", " + custody.place)
                      << (custody.note.empty() ? "" : "  (" + custody.note + ")") << '\n';
    for (const auto& word : file.sampleConsents)
      if (word.sampleId == sample.id)
        context.out() << "    " << word.givenOn.iso() << "  " << context.text(tr("Destructive test")) << ": "
                      << context.label(word.state) << ", " << word.givenBy
                      << (word.note.empty() ? "" : "  (" + word.note + ")") << '\n';
  }
}

/// Who was asked, and what later cases say about the effect.
void printQuestions(Context& context, const model::CaseFile& file) {
  for (const auto& question : file.assignments) {
    context.out() << "  " << context.text(tr("Question")) << ": "
                  << file.departmentName(question.departmentId) << ", " << question.disciplines << ", "
                  << question.dueOn.iso() << ", " << context.label(question.state);
    if (question.state == model::AssignmentState::refused)
      context.out() << " (" << question.bounces << "): " << question.refusal;
    context.out() << '\n';
  }
  for (const auto& challenge : file.challenges)
    context.out() << "  " << context.text(tr("Later case")) << ' ' << challenge.laterNumber << ": "
                  << context.label(challenge.kind) << ", "
                  << (challenge.ruling ? context.label(*challenge.ruling) : context.text(tr("not ruled on")))
                  << '\n';
}

/// The customer took it higher up, or went back to the people who handle it.
void escalate(Context& context, const Arguments& arguments) {
  const auto file = context.reader().openCase(context.caseId(arguments.text("NUMBER")));
  auto input = model::AmendComplaint::from(file);
  if (arguments.flag("none") == arguments.has("to"))
    throw UsageError(context.text(tr("Say where the customer has taken it with --to, or --none.")));
  input.target = context.target(arguments.text("NUMBER"));
  input.escalatedTo.reset();
  if (!arguments.flag("none")) input.escalatedTo = keyed<model::EscalationTarget>(arguments, "to");
  input.escalatedOn = arguments.date("on");
  context.done(model::AmendComplaint(context.workplace()).execute(input), tr("amended"));
}

void show(Context& context, const Arguments& arguments) {
  const auto file = context.reader().openCase(context.caseId(arguments.text("NUMBER")));
  if (context.options().json) return context.print(db::toJson(file));
  context.out() << file.complaint.number << "  " << file.complaint.title << "\n\n";
  const auto policy = model::policyOf(context.reader(), file.complaint, context.clock().now());
  printFacts(context, file, policy);
  context.out() << '\n';
  std::vector<std::vector<string>> disciplines;
  for (const auto& discipline : file.disciplines)
    disciplines.push_back({context.label(discipline.code), context.label(discipline.state),
                           discipline.revision
                               ? context.text({tr("revision {0}"), {std::to_string(discipline.revision)}})
                               : ""});
  printTable(context.out(), disciplines, 3);
  for (const auto& action : file.actions)
    context.out() << "  " << context.text(tr("Action")) << ' ' << action.id.value << ": " << action.text
                  << " (" << action.owner << (action.dueOn ? ", " + action.dueOn->iso() : "")
                  << (action.doneOn ? " ✓ " + action.doneOn->iso() : "") << ")\n";
  printSamples(context, file);
  printQuestions(context, file);
  const auto missing = model::missingNext(file, policy.verificationLots);
  if (!missing.empty()) context.out() << '\n' << context.text(tr("Missing for the next step:")) << '\n';
  for (const auto& point : missing)
    context.out() << "  - " << model::keyOf(point.discipline) << ": " << context.text(point.text) << '\n';
}

}  // namespace

std::vector<Verb> caseVerbs() {
  return {
      {"case new",
       {},
       "register a complaint",
       [](auto& add) {
         add("customer", value<string>(), "name or code")("title", value<string>(),
                                                          "what is wrong, one line")(
             "verbatim", value<string>(), "the customer's own words")("part", value<string>(), "part number")(
             "lot", value<string>(), "lot")("failure", value<string>(),
                                            "defect phenomenon; the title when not given")(
             "kind", value<string>(), "functional, appearance, other")(
             "defective", value<string>(), "pieces")("delivered", value<string>(), "pieces")(
             "built-on", value<string>(), "when the pieces were made, YYYY-MM-DD")(
             "ref", value<string>(), "customer's complaint number")("contact", value<string>(),
                                                                    "person at the customer")(
             "channel", value<string>(), "email, phone, portal, onsite, resident, other")(
             "received", value<string>(), "YYYY-MM-DD HH:MM at the site; now when not given")(
             "requested", value<string>(), "reply date the customer asks for")(
             "pattern", value<string>(), "an old case whose 8D is the pattern")(
             "campaign", value<string>(), "name of the campaign it belongs to")(
             "first-contact", value<string>(),
             "login or name of who took it first; the person registering when not given")(
             "safety", bool_switch(), "safety is concerned")("penalty", bool_switch(),
                                                             "penalty clause triggered")(
             "escalated-to", value<string>(), "management, cs1, cs2, new_business_hold, authority, media")(
             "escalated-on", value<string>(), "the day of that; today when not given")(
             "new-customer", bool_switch(), "make the customer when it is not known");
       },
       newCase},
      {"case escalate",
       {"NUMBER"},
       "the customer took the complaint higher up (升级投诉)",
       [](auto& add) {
         add("to", value<string>(), "management, cs1, cs2, new_business_hold, authority, media")(
             "on", value<string>(), "the day of that, YYYY-MM-DD; today when not given")(
             "none", bool_switch(), "no longer, or entered in error");
       },
       escalate},
      {"case list",
       {},
       "list cases",
       [](auto& add) {
         add("state", value<string>(),
             "registered, confirming, handling, closing, closed, archived, cancelled; or open")(
             "class", value<string>(), "major, general, other")("customer", value<string>(), "name or code")(
             "department", value<string>(), "code or name")("campaign", value<string>(),
                                                            "name of a campaign")("overdue", bool_switch(),
                                                                                  "only overdue ones")(
             "text", value<string>(), "a word, from two letters on")("limit", value<string>(),
                                                                     "how many; 50 when not given")(
             "sort", value<string>(),
             "number, received_at, customer, part, failure, class, state, turn, due; -due descending");
       },
       list},
      {"case show", {"NUMBER"}, "one case; with --json the complete case", {}, show},
  };
}

}  // namespace octad::cli
