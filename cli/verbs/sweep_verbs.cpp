#include <algorithm>
#include <ostream>

#include "cli/verbs/return_words.hpp"
#include "cli/verbs/table_text.hpp"
#include "db/mapping/json.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/count_sweep.hpp"
#include "model/usecases/keep_sample.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

void list(Context& context, const Arguments& arguments) {
  auto tasks = context.reader().returns().sweepTasks();
  if (arguments.flag("open"))
    std::erase_if(tasks, [](const model::SweepTask& task) { return task.open() <= 0; });
  if (context.options().json) return context.print(db::toJson(tasks));
  std::vector<std::vector<string>> rows{
      {context.text(tr("Sweep")), context.text(tr("Problem")), context.text(tr("Part")),
       context.text(tr("Failure")), context.text(tr("Clean point")), context.text(tr("Location")),
       context.text(tr("Suspect")), context.text(tr("OK")), context.text(tr("NG")),
       context.text(tr("Rework")), context.text(tr("Open"))}};
  for (const auto& task : tasks)
    rows.push_back({std::to_string(task.id.value), task.problemNumber, task.partNumber, task.failure,
                    task.cleanPoint, context.label(task.location), std::to_string(task.suspect),
                    std::to_string(task.ok), std::to_string(task.ng), std::to_string(task.rework),
                    std::to_string(task.open())});
  printTable(context.out(), rows, 6);
}

/// The sweep of a problem at a location, or that of a key.
model::SweepTask sweepOf(Context& context, const Arguments& arguments) {
  const string wanted = arguments.text("SWEEP");
  for (const auto& task : context.reader().returns().sweepTasks()) {
    if (std::to_string(task.id.value) == wanted) return task;
    if (task.problemNumber == wanted && arguments.has("location") &&
        task.location == keyed<model::SweepLocation>(arguments, "location"))
      return task;
  }
  if (arguments.has("location"))
    throw model::NotFound({tr("There is nothing of {0} to count at \"{1}\": it is not in the sweep, or "
                              "marked \"not applicable\". "
                              "`octadctl sweep list` shows what is to be counted."),
                           {wanted, context.label(keyed<model::SweepLocation>(arguments, "location"))}});
  throw model::NotFound({tr("There is no sweep {0} to count. `octadctl sweep list` shows them."), {wanted}});
}

/// The sweeps of a problem, or the one that is named: by its key, or by the problem and --location.
std::vector<model::SweepTask> sweepsOf(Context& context, const Arguments& arguments) {
  if (arguments.has("location")) return {sweepOf(context, arguments)};
  std::vector<model::SweepTask> found;
  for (auto& task : context.reader().returns().sweepTasks())
    if (task.problemNumber == arguments.text("SWEEP")) found.push_back(std::move(task));
  if (found.empty()) found.push_back(sweepOf(context, arguments));
  return found;
}

/// The days on which these sweeps were counted.
std::vector<model::SweepDay> daysOf(Context& context, const std::vector<model::SweepTask>& tasks) {
  auto days = context.reader().returns().sweepDays(tasks.front().problemId);
  std::erase_if(days, [&tasks](const model::SweepDay& day) {
    return std::none_of(tasks.begin(), tasks.end(),
                        [&day](const model::SweepTask& task) { return task.id == day.sweepId; });
  });
  return days;
}

void printLocations(Context& context, const std::vector<model::SweepTask>& tasks) {
  std::vector<std::vector<string>> rows{
      {context.text(tr("Sweep")), context.text(tr("Location")), context.text(tr("Suspect")),
       context.text(tr("OK")), context.text(tr("NG")), context.text(tr("Rework")),
       context.text(tr("Unreachable")), context.text(tr("Open")), context.text(tr("Last count"))}};
  for (const auto& task : tasks)
    rows.push_back({std::to_string(task.id.value), context.label(task.location), std::to_string(task.suspect),
                    std::to_string(task.ok), std::to_string(task.ng), std::to_string(task.rework),
                    std::to_string(task.unreachable), std::to_string(task.open()),
                    task.lastCountedOn ? task.lastCountedOn->iso() : string()});
  printTable(context.out(), rows, 2);
}

void printDays(Context& context, const std::vector<model::SweepTask>& tasks,
               const std::vector<model::SweepDay>& days) {
  std::vector<std::vector<string>> rows{{context.text(tr("Counted on")), context.text(tr("Location")),
                                         context.text(tr("OK")), context.text(tr("NG")),
                                         context.text(tr("Rework")), context.text(tr("Person")),
                                         context.text(tr("Note"))}};
  for (const auto& day : days) {
    const auto task = std::find_if(tasks.begin(), tasks.end(), [&day](const model::SweepTask& candidate) {
      return candidate.id == day.sweepId;
    });
    const auto pieces = [&day](long long count) {
      return (day.correction && count > 0 ? "-" : "") + std::to_string(count);
    };
    rows.push_back({day.countedOn.iso(), context.label(task->location), pieces(day.ok), pieces(day.ng),
                    pieces(day.rework), day.countedBy, day.note});
  }
  context.out() << '\n';
  printTable(context.out(), rows, 2);
}

void show(Context& context, const Arguments& arguments) {
  const auto tasks = sweepsOf(context, arguments);
  const auto days = daysOf(context, tasks);
  const auto& first = tasks.front();
  if (context.options().json) {
    auto json = db::toJson(first);
    json["locations"] = db::toJson(tasks);
    json["counts"] = db::toJson(days);
    return context.print(json);
  }
  printTable(context.out(),
             {{context.text(tr("Problem")), first.problemNumber},
              {context.text(tr("Part")), first.partNumber},
              {context.text(tr("Failure")), first.failure},
              {context.text(tr("Clean point")), first.cleanPoint}},
             2);
  context.out() << '\n';
  printLocations(context, tasks);
  if (!days.empty()) printDays(context, tasks, days);
}

void count(Context& context, const Arguments& arguments) {
  model::SweepEntry entry;
  entry.sweepId = sweepOf(context, arguments).id;
  entry.countedOn = arguments.date("on");
  entry.ok = context.pieces(arguments, "ok").value_or(0);
  entry.ng = context.pieces(arguments, "ng").value_or(0);
  entry.rework = context.pieces(arguments, "rework").value_or(0);
  entry.correction = arguments.flag("correction");
  entry.note = arguments.text("note");
  const long long open = model::CountSweep(context.workplace()).execute(entry);
  if (context.options().json) return context.print({{"id", entry.sweepId.value}, {"open", open}});
  context.out() << context.text({tr("counted; {0} pieces are still open"), {std::to_string(open)}}) << '\n';
}

void moveSample(Context& context, const Arguments& arguments) {
  model::SampleMove input;
  input.target = context.target(arguments.text("NUMBER"));
  input.sampleId = model::SampleId(arguments.number("sample").value_or(0));
  input.holder = needed(arguments, "holder");
  input.place = arguments.text("place");
  input.since = context.moment(arguments, "since");
  input.note = arguments.text("note");
  context.done(model::MoveSample(context.workplace()).execute(input),
               {tr("sample is with {0}"), {input.holder}});
}

void consent(Context& context, const Arguments& arguments) {
  model::SampleWord input;
  input.target = context.target(arguments.text("NUMBER"));
  input.sampleId = model::SampleId(arguments.number("sample").value_or(0));
  input.state = keyedOr(arguments, "state", model::Consent::asked);
  input.givenBy = needed(arguments, "by");
  input.givenOn = arguments.date("on");
  input.note = arguments.text("note");
  context.done(model::NoteConsent(context.workplace()).execute(input), tr("consent noted"));
}

void sampleToReturn(Context& context, const Arguments& arguments) {
  const auto file = context.reader().openCase(context.caseId(arguments.text("NUMBER")));
  model::NewReturnLine line;
  line.caseNumber = file.complaint.number;
  line.sampleId = model::SampleId(arguments.number("sample").value_or(0));
  if (!line.sampleId)
    for (const auto& sample : file.samples)
      if (sample.arrivedAt && sample.toCome) line.sampleId = sample.id;
  line.quantity = context.pieces(arguments, "quantity").value_or(0);
  if (arguments.has("return")) {
    done(context,
         model::AddReturnLine(context.workplace())
             .execute({{returnId(context, arguments.text("return")), 0, {}}, line}),
         tr("the sample is a line of the return"));
    return;
  }
  model::NewReturn input;
  input.kind = model::ReturnKind::sample;
  input.lines = {line};
  done(context, model::AnnounceReturn(context.workplace()).execute(input),
       tr("the sample is a line of the return"));
}

}  // namespace

std::vector<Verb> sweepVerbs() {
  return {
      {"sweep list",
       {},
       "stock sweeps to count, without the rest of their cases",
       [](auto& add) { add("open", bool_switch(), "only those with pieces still open"); },
       list},
      {"sweep show",
       {"SWEEP"},
       "stock sweeps of a problem, or one by its id or --location, with their counts by day",
       [](auto& add) {
         add("location", value<string>(), "raw, wip, finished, transit, customer, field, supplier");
       },
       show},
      {"sweep count",
       {"SWEEP"},
       "what was sorted of a sweep: its id, or a problem and --location",
       [](auto& add) {
         add("location", value<string>(), "raw, wip, finished, transit, customer, field, supplier")(
             "ok", value<string>(), "pieces")("ng", value<string>(), "pieces")(
             "rework", value<string>(), "pieces")("correction", bool_switch(),
                                                  "take back what was counted too many")(
             "note", value<string>(), "lots sorted, or why")("on", value<string>(), "YYYY-MM-DD");
       },
       count},
      {"sample move",
       {"NUMBER"},
       "a sample changes hands",
       [](auto& add) {
         add("sample", value<string>(), "id of the sample; the newest when not given")(
             "holder", value<string>(), "who has it now")("place", value<string>(), "where")(
             "since", value<string>(), "YYYY-MM-DD HH:MM")("note", value<string>(), "remark");
       },
       moveSample},
      {"sample consent",
       {"NUMBER"},
       "the customer's word about a destructive test",
       [](auto& add) {
         add("sample", value<string>(), "id of the sample; the newest when not given")(
             "state", value<string>(), "asked, granted, refused")(
             "by", value<string>(), "who at the customer")("on", value<string>(), "YYYY-MM-DD")(
             "note", value<string>(), "remark");
       },
       consent},
      {"sample to-return",
       {"NUMBER"},
       "a sample becomes a line of a return",
       [](auto& add) {
         add("sample", value<string>(), "id of the sample; the newest when not given")(
             "return", value<string>(), "number of the return; a new one when not given")(
             "quantity", value<string>(), "pieces");
       },
       sampleToReturn},
  };
}

}  // namespace octad::cli
