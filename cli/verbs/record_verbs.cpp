#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/return_words.hpp"
#include "cli/verbs/verb.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/attach_file.hpp"
#include "model/usecases/mark_picture.hpp"
#include "model/usecases/move_returned.hpp"
#include "model/usecases/receive_return.hpp"
#include "model/usecases/record_sample.hpp"
#include "reports/exchange/file_checksum.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

/// Pieces as typed, without saying how they were read: that is said when they are used.
std::optional<long long> typed(const Arguments& arguments, const char* name) {
  if (!arguments.has(name)) return std::nullopt;
  return model::parseQuantity(arguments.text(name), name);
}

/// What the steps of the short way would refuse one by one is refused before the first of them.
void checkReceived(const Arguments& arguments, const model::CaseFile& file,
                   const model::ComplaintItem& item) {
  const auto received = typed(arguments, "received");
  if (!received || arguments.has("explanation")) return;
  const auto announced = typed(arguments, "announced").value_or(*received);
  if (announced != *received)
    throw model::Invalid("received", {tr("{0} announced, {1} received: explain the difference."),
                                      {std::to_string(announced), std::to_string(*received)}});
  long long returned = *received;
  for (const auto& share : file.returns)
    if (share.itemId == item.id) returned += file.returnBalance(share.id).received();
  if (item.quantityDelivered && returned > *item.quantityDelivered)
    throw model::Invalid("received", {tr("Returned {0} of {1} shipped. Correct the quantity, or explain it."),
                                      {std::to_string(returned), std::to_string(*item.quantityDelivered)}});
}

struct FindingOption {
  const char* name;
  model::Finding finding;
};
constexpr std::array kFindings{FindingOption{"confirmed", model::Finding::confirmed},
                               FindingOption{"ntf", model::Finding::noTroubleFound},
                               FindingOption{"customer-caused", model::Finding::customerCaused},
                               FindingOption{"transport", model::Finding::transport}};

/// The findings, those said and those `known`, are of pieces that were received.
void checkFindings(const Arguments& arguments, const model::ReturnBalance& known) {
  const long long received = typed(arguments, "received").value_or(known.received());
  long long found = 0;
  for (const auto& [name, finding] : kFindings)
    found += typed(arguments, name).value_or(known.found(finding));
  if (found > received)
    throw model::Invalid("confirmed", {tr("{0} pieces with a finding of {1} received: one of them is wrong."),
                                       {std::to_string(found), std::to_string(received)}});
}

/// The line of the return that belongs to the case.
const model::ReturnLine& lineOfCase(const model::ReturnFile& goods, const model::CaseFile& file) {
  const auto line =
      std::find_if(goods.lines.begin(), goods.lines.end(),
                   [&file](const model::ReturnLine& of) { return of.complaintId == file.complaint.id; });
  if (line == goods.lines.end())
    throw model::Invalid(
        "update", {tr("Case {0} has no line of return {1}."), {file.complaint.number, goods.head.number}});
  return *line;
}

/// The return that --update names, or a new one with the pieces of the item.
model::ReturnId returnOf(Context& context, const Arguments& arguments, const model::CaseFile& file) {
  if (arguments.has("update")) {
    const auto id = returnId(context, arguments.text("update"));
    const auto goods = context.reader().returns().open(id);
    checkFindings(arguments, goods.balance(lineOfCase(goods, file).id));
    return id;
  }
  const auto position = arguments.number("item").value_or(1);
  const auto item = std::find_if(
      file.items.begin(), file.items.end(),
      [position](const model::ComplaintItem& candidate) { return candidate.position == position; });
  if (item == file.items.end())
    throw model::Invalid("item", {tr("The case has no item {0}."), {std::to_string(position)}});
  checkReceived(arguments, file, *item);
  checkFindings(arguments, {});
  model::NewReturn input;
  input.noteNumber = arguments.text("note");
  input.announcedOn = arguments.date("on");
  model::NewReturnLine line;
  line.caseNumber = file.complaint.number;
  line.item = static_cast<int>(position);
  line.quantity =
      context.pieces(arguments, arguments.has("announced") ? "announced" : "received").value_or(0);
  input.lines = {line};
  return model::AnnounceReturn(context.workplace()).execute(input).id;
}

/// Brings the pieces with one finding to what was said, out of those that have none.
void bringFinding(Context& context, const Arguments& arguments, const model::CaseFile& owner,
                  model::ReturnId id, const char* name, model::Finding finding) {
  const auto wanted = context.pieces(arguments, name);
  if (!wanted) return;
  const auto file = context.reader().returns().open(id);
  const auto& line = lineOfCase(file, owner);
  const long long more = *wanted - file.balance(line.id).found(finding);
  if (more < 0)
    throw model::Invalid(
        name, {tr("{0} pieces have this finding already. Take a movement back: octadctl return correct."),
               {std::to_string(*wanted - more)}});
  if (more == 0) return;
  model::ReturnTransfer input;
  input.target.id = id;
  input.lineId = line.id;
  input.quantity = more;
  model::MoveReturned(context.workplace()).execute(input);
  input.from = model::ReturnPlace::test;
  input.to = model::ReturnPlace::awaiting;
  input.finding = finding;
  model::MoveReturned(context.workplace()).execute(input);
}

/// The short way for a return of one item: announced, received and found in one go. The same is done step by
/// step with the verbs "return …".
void recordReturn(Context& context, const Arguments& arguments) {
  const auto file = context.reader().openCase(context.caseId(arguments.text("NUMBER")));
  const auto id = returnOf(context, arguments, file);
  if (const auto received = context.pieces(arguments, "received")) {
    const auto goods = context.reader().returns().open(id);
    const auto& line = lineOfCase(goods, file);
    const auto balance = goods.balance(line.id);
    const long long more = *received - balance.received();
    if (more != 0 || balance.expected() > 0) {
      model::ReturnReceipt receipt;
      receipt.target.id = id;
      receipt.receivedOn = arguments.date("on");
      receipt.noteNumber = arguments.text("note");
      receipt.lines = {{line.id, more, arguments.text("explanation")}};
      model::ReceiveReturn(context.workplace()).execute(receipt);
    }
  }
  for (const auto& [name, finding] : kFindings) bringFinding(context, arguments, file, id, name, finding);
  const auto goods = context.reader().returns().open(id);
  const auto balance = goods.balance();
  context.done({file.complaint.id, file.complaint.number, file.complaint.rowVersion},
               {tr("return {0} recorded: {1} received, {2} without a finding"),
                {goods.head.number, std::to_string(balance.received()),
                 std::to_string(balance.received() - balance.found())}});
}

void sample(Context& context, const Arguments& arguments) {
  model::SampleNews news;
  news.target = context.target(arguments.text("NUMBER"));
  news.toCome = !arguments.flag("none");
  news.arrivedAt = context.moment(arguments, "arrived");
  news.analysableAt = context.moment(arguments, "analysable");
  news.quantity = context.pieces(arguments, "quantity").value_or(news.quantity);
  news.note = arguments.text("note");
  news.sampleId = model::SampleId(arguments.number("sample").value_or(0));
  context.done(model::RecordSample(context.workplace()).execute(news), tr("sample recorded"));
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

/// A place in ten-thousandths of width and height: "6700,4200".
void takePlace(const string& text, int& x, int& y) {
  const auto comma = text.find(',');
  if (comma == string::npos)
    throw model::Invalid(
        "place", {tr("\"{0}\" is no place: give two numbers from 0 to 10000, like 6700,4200."), {text}});
  x = static_cast<int>(model::parseQuantity(text.substr(0, comma), "place"));
  y = static_cast<int>(model::parseQuantity(text.substr(comma + 1), "place"));
}

/// Adds one mark to a picture of the case, or removes all of them.
void mark(Context& context, const Arguments& arguments) {
  const string number = arguments.text("NUMBER");
  const auto file = context.reader().openCase(context.caseId(number));
  model::PictureMarks input{context.target(number), {}, {}};
  input.attachmentId = model::AttachmentId(arguments.number("ATTACHMENT").value_or(0));
  if (!arguments.flag("none")) {
    for (const auto& known : file.pictureMarks)
      if (known.attachmentId == input.attachmentId) input.marks.push_back(known);
    model::PictureMark added;
    added.shape = keyed<model::MarkShape>(needed(arguments, "shape"), "shape");
    takePlace(needed(arguments, "at"), added.x1, added.y1);
    takePlace(arguments.has("to") ? arguments.text("to") : arguments.text("at"), added.x2, added.y2);
    added.text = arguments.text("text");
    input.marks.push_back(added);
  }
  context.done(model::MarkPicture(context.workplace()).execute(input),
               {tr("marks in the picture: {0}"), {std::to_string(input.marks.size())}});
}

}  // namespace

std::vector<Verb> recordVerbs() {
  return {
      {"case return",
       {"NUMBER"},
       "the short way for a return of one item: announced, received and found (step by step: return …)",
       [](auto& add) {
         add("item", value<string>(), "position of the item; 1 when not given")(
             "update", value<string>(), "number of the return whose findings change")(
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
             "quantity", value<string>(), "pieces")("note", value<string>(), "remark")(
             "sample", value<string>(), "id of the sample that waits; the newest when not given");
       },
       sample},
      {"attach",
       {"NUMBER", "FILE"},
       "keep a file with a case",
       [](auto& add) {
         add("discipline", value<string>(), "D0 … D8")("caption", value<string>(), "what it shows");
       },
       attach},
      {"picture mark",
       {"NUMBER", "ATTACHMENT"},
       "draw an arrow, a circle or words over a picture of the case; the file stays as it came",
       [](auto& add) {
         add("shape", value<string>(), "arrow, circle or text")(
             "at", value<string>(), "where it begins, in ten-thousandths of width and height: 8500,1200")(
             "to", value<string>(),
             "where it ends: the head of an arrow, the other corner of a circle's box")(
             "text", value<string>(), "words beside it")("none", bool_switch(),
                                                         "remove all marks of the picture");
       },
       mark},
  };
}

}  // namespace octad::cli
