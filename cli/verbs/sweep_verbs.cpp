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
  throw model::NotFound({tr("There is no sweep {0} to count. `octadctl sweep list` shows them."), {wanted}});
}

void show(Context& context, const Arguments& arguments) {
  const auto task = sweepOf(context, arguments);
  if (context.options().json) return context.print(db::toJson(task));
  printTable(context.out(),
             {{context.text(tr("Problem")), task.problemNumber},
              {context.text(tr("Part")), task.partNumber},
              {context.text(tr("Failure")), task.failure},
              {context.text(tr("Clean point")), task.cleanPoint},
              {context.text(tr("Location")), context.label(task.location)},
              {context.text(tr("Suspect")), std::to_string(task.suspect)},
              {context.text(tr("OK")), std::to_string(task.ok)},
              {context.text(tr("NG")), std::to_string(task.ng)},
              {context.text(tr("Rework")), std::to_string(task.rework)},
              {context.text(tr("Unreachable")), std::to_string(task.unreachable)},
              {context.text(tr("Open")), std::to_string(task.open())},
              {context.text(tr("Last count")), task.lastCountedOn ? task.lastCountedOn->iso() : string()}},
             2);
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
       "one stock sweep: its id, or a problem and --location",
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
