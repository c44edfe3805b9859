// The clocks of a case: stops, agreed extensions, and whose the time was.
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/core/moment.hpp"
#include "model/metrics/whose_time.hpp"
#include "model/policy/deadlines.hpp"
#include "model/usecases/extend_clock.hpp"
#include "model/usecases/site.hpp"
#include "model/usecases/stop_clock.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

constexpr const char* kClockHelp =
    "first_reply, preliminary, final (when not given), or another of the policy";

model::ClockName clockOf(const Arguments& arguments) {
  return arguments.has("clock") ? keyed<model::ClockName>(arguments, "clock") : model::ClockName::finalReport;
}

void pauseClock(Context& context, const Arguments& arguments) {
  model::ClockStop stop;
  stop.target = context.target(arguments.text("NUMBER"));
  stop.clock = clockOf(arguments);
  stop.expectedEnd = arguments.date("until");
  stop.reason = arguments.text("reason");
  if (arguments.has("waits-for")) stop.waitsFor = keyed<model::Awaited>(arguments, "waits-for");
  stop.approver = arguments.text("approved-by");
  const auto saved = model::StopClock(context.workplace()).execute(stop);
  bool asked = false;
  for (const auto& pause : context.reader().openCase(saved.id).pauses)
    asked =
        asked || (pause.clock == stop.clock && pause.isOpen() && pause.stands() == model::PauseState::asked);
  context.done(saved, asked ? tr("stop asked for; the clock runs until the quality manager approves it")
                            : tr("clock stopped"));
}

void resumeClock(Context& context, const Arguments& arguments) {
  model::ClockStop stop;
  stop.target = context.target(arguments.text("NUMBER"));
  stop.clock = clockOf(arguments);
  stop.resume = true;
  stop.reason = arguments.text("reason");
  context.done(model::StopClock(context.workplace()).execute(stop), tr("clock runs again"));
}

void decideStop(Context& context, const Arguments& arguments) {
  model::StopDecision decision;
  decision.target = context.target(arguments.text("NUMBER"));
  decision.clock = clockOf(arguments);
  decision.approve = !arguments.flag("refuse");
  decision.words = arguments.text("words");
  context.done(model::DecideStop(context.workplace()).execute(decision),
               decision.approve ? tr("stop approved") : tr("stop refused"));
}

void extendClock(Context& context, const Arguments& arguments) {
  model::ClockAgreement agreement;
  agreement.target = context.target(arguments.text("NUMBER"));
  agreement.clock = clockOf(arguments);
  needed(arguments, "until");
  agreement.untilDay = *arguments.date("until");
  agreement.byCustomer = !arguments.flag("in-house");
  agreement.agreedWith = arguments.text("agreed-with");
  agreement.reason = arguments.text("reason");
  agreement.document = arguments.text("document");
  context.done(model::ExtendClock(context.workplace()).execute(agreement),
               {tr("extension to {0} recorded"), {agreement.untilDay.iso()}});
}

/// Every clock of a case: when it is due, and why, in sentences.
void clocksOf(Context& context, const Arguments& arguments) {
  const auto file = context.reader().openCase(context.caseId(arguments.text("NUMBER")));
  const model::Site site = model::readSite(context.reader(), context.clock().now());
  auto json = nlohmann::ordered_json::array();
  for (const auto& clock : file.clocks) {
    string why;
    for (const auto& sentence :
         model::explainClock(clock, file, site.policyOf(file.complaint), site.calendar))
      why += (why.empty() ? "" : " ") + context.text(sentence);
    if (context.options().json) {
      auto row = db::toJson(clock);
      row["explanation"] = why;
      json.push_back(std::move(row));
      continue;
    }
    context.out() << context.label(clock.name) << ": "
                  << (clock.dueAt ? context.local(*clock.dueAt) : string("–"))
                  << (clock.metAt ? "  ✓ " + context.local(*clock.metAt) : string()) << "\n    " << why
                  << '\n';
  }
  if (context.options().json) context.print({{"clocks", json}});
}

string whoOf(Context& context, model::TimeParty party, const string& department) {
  return context.label(party) + (department.empty() ? "" : " " + department);
}

nlohmann::ordered_json timeJson(Context& context, const string& number, const model::WhoseTime& time) {
  const auto seconds = [](long long microseconds) { return microseconds / 1'000'000; };
  auto shares = nlohmann::ordered_json::array();
  long long before = 0;  // parts in whole seconds still add up to the whole
  for (const auto& share : time.shares) {
    const long long after = before + share.microseconds;
    shares.push_back({{"whose", model::keyOf(share.party)},
                      {"department", share.department},
                      {"seconds", seconds(after) - seconds(before)}});
    before = after;
  }
  auto stretches = nlohmann::ordered_json::array();
  for (const auto& stretch : time.stretches)
    stretches.push_back({{"from", model::isoInstant(stretch.from)},
                         {"to", model::isoInstant(stretch.to)},
                         {"whose", model::keyOf(stretch.party)},
                         {"department", stretch.department},
                         {"stopped", stretch.paused},
                         {"why", context.text(stretch.why)}});
  return {{"number", number},
          {"running", time.running},
          {"gross_seconds", seconds(time.gross)},
          {"net_seconds", seconds(time.net)},
          {"shares", shares},
          {"stretches", stretches}};
}

void timeOf(Context& context, const Arguments& arguments) {
  const auto file = context.reader().openCase(context.caseId(arguments.text("NUMBER")));
  const auto now = context.clock().now();
  const auto time = model::whoseTime(file, now, model::readSite(context.reader(), now).calendar);
  if (context.options().json) return context.print(timeJson(context, file.complaint.number, time));
  context.out() << context.text({tr("{0}: {1} in all, {2} without approved stops of clocks"),
                                 {file.complaint.number, model::listed({model::durationWords(time.gross)}),
                                  model::listed({model::durationWords(time.net)})}})
                << '\n';
  std::vector<std::vector<string>> rows;
  for (const auto& share : time.shares)
    rows.push_back(
        {whoOf(context, share.party, share.department),
         context.text(model::durationWords(share.microseconds)),
         std::to_string(time.gross > 0 ? (share.microseconds * 100 + time.gross / 2) / time.gross : 0) +
             " %"});
  printTable(context.out(), rows, 3);
  context.out() << '\n';
  rows.clear();
  for (const auto& stretch : time.stretches)
    rows.push_back({context.local(stretch.from), context.local(stretch.to),
                    whoOf(context, stretch.party, stretch.department), context.text(stretch.why)});
  printTable(context.out(), rows, 4);
}

}  // namespace

std::vector<Verb> caseClockVerbs() {
  return {
      {"case pause",
       {"NUMBER"},
       "stop a clock with a reason; without an approver the quality manager is asked",
       [](auto& add) {
         add("clock", value<string>(), kClockHelp)("reason", value<string>(), "why")(
             "until", value<string>(), "expected end, YYYY-MM-DD")(
             "waits-for", value<string>(), "customer, sample, supplier, laboratory, test (when not given)")(
             "approved-by", value<string>(), "login or name of the manager who has approved it");
       },
       pauseClock},
      {"case resume",
       {"NUMBER"},
       "let a stopped clock run again, or take a stop back that was asked for",
       [](auto& add) { add("clock", value<string>(), kClockHelp)("reason", value<string>(), "why"); },
       resumeClock},
      {"case approve-stop",
       {"NUMBER"},
       "approve or refuse the stop of a clock that was asked for (quality manager)",
       [](auto& add) {
         add("clock", value<string>(), kClockHelp)("refuse", bool_switch(), "the clock goes on")(
             "words", value<string>(), "words to whoever asked; needed to refuse");
       },
       decideStop},
      {"case extend-clock",
       {"NUMBER"},
       "record a later date agreed for a clock with the customer, or in the house",
       [](auto& add) {
         add("clock", value<string>(), kClockHelp)("until", value<string>(), "the day agreed, YYYY-MM-DD")(
             "agreed-with", value<string>(), "who at the customer said so")(
             "in-house", bool_switch(), "not with the customer: the quality manager's word")(
             "reason", value<string>(), "why")("document", value<string>(), "mail or minutes that show it");
       },
       extendClock},
      {"case clocks", {"NUMBER"}, "when the clocks of a case are due, and why", {}, clocksOf},
      {"case time", {"NUMBER"}, "gross and net time of a case, and whose it was", {}, timeOf},
  };
}

}  // namespace octad::cli
