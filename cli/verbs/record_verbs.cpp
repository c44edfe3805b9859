#include <filesystem>
#include <fstream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/verb.hpp"
#include "model/usecases/attach_file.hpp"
#include "model/usecases/record_return.hpp"
#include "model/usecases/record_sample.hpp"
#include "reports/exchange/file_checksum.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

void recordReturn(Context& context, const Arguments& arguments) {
  model::ReturnEntry input;
  input.target = context.target(arguments.text("NUMBER"));
  const auto file = context.reader().openCase(input.target.id);
  const auto position = arguments.number("item").value_or(1);
  for (const auto& item : file.items)
    if (item.position == position) input.entry.itemId = item.id;
  if (!input.entry.itemId)
    throw model::Invalid("item", {tr("The case has no item {0}."), {std::to_string(position)}});
  if (const auto id = arguments.number("update")) {
    for (const auto& stored : file.returns)
      if (stored.id.value == *id) input.entry = stored;
    if (!input.entry.id) throw model::NotFound({tr("The case has no return {0}."), {std::to_string(*id)}});
  }
  const auto quantity = [&context, &arguments](const char* name, long long& into) {
    into = context.pieces(arguments, name).value_or(into);
  };
  quantity("announced", input.entry.announced);
  quantity("received", input.entry.received);
  quantity("confirmed", input.entry.confirmed);
  quantity("ntf", input.entry.noTroubleFound);
  quantity("customer-caused", input.entry.customerCaused);
  quantity("transport", input.entry.transport);
  if (!arguments.has("announced") && !input.entry.id) input.entry.announced = input.entry.received;
  if (arguments.has("on"))
    input.entry.receivedOn = *arguments.date("on");
  else if (!input.entry.id)
    input.entry.receivedOn = context.zone().date(context.clock().now());
  if (arguments.has("note")) input.entry.note = arguments.text("note");
  if (arguments.has("explanation")) input.entry.explanation = arguments.text("explanation");
  context.done(model::RecordReturn(context.workplace()).execute(input),
               {tr("return recorded: {0} received, {1} awaiting a finding"),
                {std::to_string(input.entry.received), std::to_string(input.entry.awaiting())}});
}

void sample(Context& context, const Arguments& arguments) {
  model::SampleNews news;
  news.target = context.target(arguments.text("NUMBER"));
  news.toCome = !arguments.flag("none");
  news.arrivedAt = context.moment(arguments, "arrived");
  news.analysableAt = context.moment(arguments, "analysable");
  news.quantity = context.pieces(arguments, "quantity").value_or(news.quantity);
  news.note = arguments.text("note");
  context.done(model::RecordSample(context.workplace()).execute(news), tr("sample recorded"));
}

void stopClock(Context& context, const Arguments& arguments, bool resume) {
  model::ClockStop stop;
  stop.target = context.target(arguments.text("NUMBER"));
  if (arguments.has("clock")) stop.clock = keyed<model::ClockName>(arguments, "clock");
  stop.resume = resume;
  stop.expectedEnd = arguments.date("until");
  stop.reason = arguments.text("reason");
  context.done(model::StopClock(context.workplace()).execute(stop),
               resume ? tr("clock runs again") : tr("clock stopped"));
}

void attach(Context& context, const Arguments& arguments) {
  const std::filesystem::path path = arguments.text("FILE");
  model::NewAttachment input;
  input.target = context.target(arguments.text("NUMBER"));
  input.discipline = arguments.text("discipline");
  input.caption = arguments.text("caption");
  input.originalName = path.filename().string();
  std::error_code wrong;
  const auto size = std::filesystem::file_size(path, wrong);
  if (wrong) throw model::Invalid("file", {tr("{0} cannot be read."), {path.string()}});
  input.size = static_cast<long long>(size);
  if (input.size <= model::kMaxAttachmentBytes) input.sha256 = reports::fileSha256(path);
  std::ifstream file(path, std::ios::binary);
  const auto saved = model::AttachFile(context.workplace()).execute(input, [&file](std::size_t limit) {
    string chunk(limit, '\0');
    file.read(chunk.data(), static_cast<std::streamsize>(limit));
    chunk.resize(static_cast<std::size_t>(file.gcount()));
    return chunk;
  });
  context.done(saved.saved,
               saved.alreadyKnown
                   ? model::Message(tr("attachment {0} added; the same bytes were stored before"),
                                    {std::to_string(saved.id.value)})
                   : model::Message(tr("attachment {0} added"), {std::to_string(saved.id.value)}));
}

}  // namespace

std::vector<Verb> recordVerbs() {
  return {
      {"case return",
       {"NUMBER"},
       "record returned goods, or bring their findings up to date",
       [](auto& add) {
         add("item", value<string>(), "position of the item; 1 when not given")(
             "update", value<string>(), "id of the return whose findings change")(
             "announced", value<string>(), "pieces")("received", value<string>(), "pieces")(
             "confirmed", value<string>(), "pieces")("ntf", value<string>(), "pieces without trouble found")(
             "customer-caused", value<string>(), "pieces")("transport", value<string>(),
                                                           "pieces damaged in transport")(
             "on", value<string>(), "YYYY-MM-DD")("note", value<string>(), "delivery note")(
             "explanation", value<string>(), "why quantities differ");
       },
       recordReturn},
      {"case sample",
       {"NUMBER"},
       "record news of a sample",
       [](auto& add) {
         add("none", bool_switch(), "no sample will come")("arrived", value<string>(), "YYYY-MM-DD HH:MM")(
             "analysable", value<string>(), "YYYY-MM-DD HH:MM; starts the clocks")(
             "quantity", value<string>(), "pieces")("note", value<string>(), "remark");
       },
       sample},
      {"case pause",
       {"NUMBER"},
       "stop a clock with a reason",
       [](auto& add) {
         add("clock", value<string>(), "first_reply, preliminary, final (when not given)")(
             "reason", value<string>(), "why")("until", value<string>(), "expected end, YYYY-MM-DD");
       },
       [](Context& context, const Arguments& arguments) { stopClock(context, arguments, false); }},
      {"case resume",
       {"NUMBER"},
       "let a stopped clock run again",
       [](auto& add) {
         add("clock", value<string>(), "first_reply, preliminary, final")("reason", value<string>(), "why");
       },
       [](Context& context, const Arguments& arguments) { stopClock(context, arguments, true); }},
      {"attach",
       {"NUMBER", "FILE"},
       "keep a file with a case",
       [](auto& add) {
         add("discipline", value<string>(), "D0 … D8")("caption", value<string>(), "what it shows");
       },
       attach},
  };
}

}  // namespace octad::cli
