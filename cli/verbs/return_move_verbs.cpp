#include <algorithm>
#include <filesystem>
#include <fstream>

#include "cli/verbs/return_words.hpp"
#include "cli/verbs/unit_list.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/attach_to_return.hpp"
#include "model/usecases/book_return_cost.hpp"
#include "model/usecases/decide_confirmed.hpp"
#include "model/usecases/mend_units.hpp"
#include "model/usecases/move_returned.hpp"
#include "model/usecases/ntf_process.hpp"
#include "model/usecases/register_complaint.hpp"
#include "model/usecases/return_units.hpp"
#include "reports/exchange/file_checksum.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::ReturnPlace;
using model::tr;
using std::string;

namespace {

/// The units of the line that were named, or all that are in `place`.
std::vector<model::ReturnUnitId> unitsOf(const model::ReturnFile& file, model::ReturnLineId line,
                                         ReturnPlace place, const Arguments& arguments) {
  std::vector<model::ReturnUnitId> units;
  if (arguments.flag("all-units")) {
    const auto of = keyedOr(arguments, "of", model::Finding::open);
    const string location = arguments.has("from-location") ? arguments.text("from-location") : string();
    for (const auto& unit : file.units)
      if (unit.lineId == line && unit.place == place && (of == model::Finding::open || unit.finding == of) &&
          (location.empty() || unit.location == location))
        units.push_back(unit.id);
    return units;
  }
  for (const auto& serial : arguments.texts("unit")) {
    const auto found = std::find_if(file.units.begin(), file.units.end(), [&](const model::ReturnUnit& unit) {
      return unit.lineId == line && unit.serial == serial;
    });
    if (found == file.units.end())
      throw model::Invalid("unit", {tr("The line has no unit with the serial number {0}."), {serial}});
    units.push_back(found->id);
  }
  return units;
}

/// All pieces that are there when nothing was said of how many.
long long everythingAt(const model::ReturnFile& file, const model::ReturnTransfer& input) {
  const auto balance = file.balance(input.lineId);
  if (input.from == ReturnPlace::quarantine && !input.fromLocation.empty()) {
    const auto locations = file.locations(input.lineId);
    const auto found = locations.find(input.fromLocation);
    return found == locations.end() ? 0 : found->second;
  }
  if (input.disposition != model::Disposition::none && model::isDisposed(input.from))
    return balance.disposed(input.disposition, input.from);
  return input.fromFinding == model::Finding::open ? balance.at(input.from)
                                                   : balance.at(input.from, input.fromFinding);
}

/// The units among everything that is there. None when they are of several kinds: what is meant has to be
/// said then, and the model says so.
std::vector<model::ReturnUnitId> namedAt(const model::ReturnFile& file, const model::ReturnTransfer& input) {
  std::vector<model::ReturnUnitId> units;
  const model::ReturnUnit* first = nullptr;
  for (const auto& unit : file.units) {
    if (unit.lineId != input.lineId || unit.place != input.from) continue;
    if (input.fromFinding != model::Finding::open && unit.finding != input.fromFinding) continue;
    if (model::isDisposed(input.from) && input.disposition != model::Disposition::none &&
        unit.disposition != input.disposition)
      continue;
    if (!input.fromLocation.empty() && unit.location != input.fromLocation) continue;
    if (!first) first = &unit;
    if (unit.finding != first->finding || unit.disposition != first->disposition ||
        unit.location != first->location)
      return {};
    units.push_back(unit.id);
  }
  return units;
}

/// Which place is empty, and where the pieces are instead.
model::Refused nothingThere(Context& context, const model::ReturnFile& file,
                            const model::ReturnTransfer& input) {
  const auto& line = file.line(input.lineId);
  return {"balance",
          {tr("No pieces of line {0} ({1}) to take are in \"{2}\". There are: {3}."),
           {std::to_string(line.position), file.partNumber(line.partId), context.label(input.from),
            placesText(context, file.balance(line.id))}}};
}

model::ReturnTransfer transferFrom(Context& context, const Arguments& arguments,
                                   const model::ReturnFile& file, ReturnPlace from, ReturnPlace to) {
  model::ReturnTransfer input;
  input.target = returnTarget(context, arguments);
  input.lineId = lineOf(file, arguments).id;
  input.from = from;
  input.to = to;
  input.fromFinding = keyedOr(arguments, "of", model::Finding::open);
  input.finding = keyedOr(arguments, "finding", model::Finding::open);
  input.disposition = keyedOr(arguments, "disposition", model::Disposition::none);
  input.fromLocation = arguments.text("from-location");
  input.toLocation = arguments.text("to-location");
  input.document = arguments.text("document");
  input.reason = arguments.text("reason");
  input.failure = arguments.text("failure");
  if (arguments.has("found-by")) input.foundBy = keyed<model::TestLevel>(arguments, "found-by");
  input.movedOn = arguments.date("on");
  return input;
}

void move(Context& context, const Arguments& arguments, ReturnPlace from, ReturnPlace to) {
  const auto file = openReturn(context, arguments);
  auto input = transferFrom(context, arguments, file, from, to);
  input.units = unitsOf(file, input.lineId, from, arguments);
  const bool everything = !arguments.has("quantity") && input.units.empty();
  input.quantity =
      arguments.has("quantity") ? *context.pieces(arguments, "quantity") : everythingAt(file, input);
  if (everything && input.quantity == 0 && !file.head.closedAt) throw nothingThere(context, file, input);
  if (everything) input.units = namedAt(file, input);
  const auto named = static_cast<long long>(input.units.size());
  auto saved = model::MoveReturned(context.workplace()).execute(input);
  if (everything && named > 0 && named < input.quantity) {  // those without a name follow the named ones
    input.target.version = saved.version;
    input.units.clear();
    input.quantity -= named;
    saved = model::MoveReturned(context.workplace()).execute(input);
  }
  const auto& booked = context.reader().returns().open(saved.id).movements.back();
  done(context, saved,
       {tr("movement {0}: {1} pieces from \"{2}\" to \"{3}\""),
        {std::to_string(booked.id.value), std::to_string(booked.quantity), context.label(booked.from),
         context.label(booked.to)}});
}

/// A verb for one way, readable.
Verb way(const char* name, const char* summary, ReturnPlace from, ReturnPlace to,
         std::function<void(boost::program_options::options_description_easy_init&)> more = nullptr) {
  return {string("return ") + name,
          {"RETURN"},
          summary,
          [more](auto& add) {
            add("line", value<string>(), "line; needed when there are several")(
                "quantity", value<string>(), "pieces; all that are there when not given")(
                "unit", value<std::vector<string>>(), "serial number of a unit that goes, several times")(
                "all-units", bool_switch(), "all units that are there")("reason", value<string>(), "why")(
                "document", value<string>(), "number of the paper")("on", value<string>(), "YYYY-MM-DD")(
                "of", value<string>(),
                "finding of the pieces that go: confirmed, ntf, customer_caused, transport")(
                "disposition", value<string>(), "rework, repair, replace, scrap, return_as_is, credit")(
                "finding", value<string>(), "what was found: confirmed, ntf, customer_caused, transport")(
                "found-by", value<string>(), "standard, load, ntf")("failure", value<string>(), "phenomenon")(
                "from-location", value<string>(), "location in quarantine")("to-location", value<string>(),
                                                                            "location in quarantine");
            if (more) more(add);
          },
          [from, to](Context& context, const Arguments& arguments) {
            move(context, arguments, keyedOr(arguments, "from", from), keyedOr(arguments, "to", to));
          }};
}

void correct(Context& context, const Arguments& arguments) {
  const auto movement = arguments.number("MOVEMENT");
  done(context,
       model::CorrectMovement(context.workplace())
           .execute({returnTarget(context, arguments), model::MovementId(movement.value_or(0)),
                     arguments.text("reason")}),
       tr("movement taken back"));
}

void addUnits(Context& context, const Arguments& arguments) {
  const auto file = openReturn(context, arguments);
  model::NewUnits input;
  input.target = returnTarget(context, arguments);
  input.lineId = lineOf(file, arguments).id;
  input.place = keyedOr(arguments, "place", ReturnPlace::quarantine);
  input.location = arguments.text("location");
  if (input.place == ReturnPlace::quarantine && !arguments.has("location"))
    if (const auto locations = file.locations(input.lineId); locations.size() == 1)
      input.location = locations.begin()->first;
  input.finding = keyedOr(arguments, "finding", model::Finding::open);
  string heading;
  if (arguments.has("file"))
    input.units = model::parseUnits(context.readText(arguments.text("file")), &heading);
  for (const auto& serial : arguments.texts("unit")) input.units.push_back({serial, "", ""});
  done(context, model::AddReturnUnits(context.workplace()).execute(input),
       heading.empty() ? model::Message(tr("{0} units entered"), {std::to_string(input.units.size())})
                       : model::Message(tr("{0} units entered; the heading \"{1}\" was left out"),
                                        {std::to_string(input.units.size()), heading}));
}

/// Without units to enter those that are there are listed. Who says where they are means to enter some, and
/// is told that none were given.
void units(Context& context, const Arguments& arguments) {
  for (const char* entering : {"file", "unit", "place", "location"})
    if (arguments.has(entering)) return addUnits(context, arguments);
  listUnits(context, arguments);
}

/// A unit by its number; Invalid("unit") when there is none, or one in several lines and none was said.
model::ReturnUnitId unitOfSerial(const model::ReturnFile& file, const string& serial,
                                 const Arguments& arguments) {
  model::ReturnUnitId found;
  for (const auto& unit : file.units) {
    if (unit.serial != serial) continue;
    if (arguments.has("line") && unit.lineId != lineOf(file, arguments).id) continue;
    if (found)
      throw model::Invalid("line",
                           {tr("Several lines have a unit {0}: say which one with --line."), {serial}});
    found = unit.id;
  }
  if (!found)
    throw model::Invalid("unit", {tr("The line has no unit with the serial number {0}."), {serial}});
  return found;
}

void renameUnit(Context& context, const Arguments& arguments) {
  const auto file = openReturn(context, arguments);
  const string serial = needed(arguments, "unit");
  model::UnitRename input;
  input.target = returnTarget(context, arguments);
  input.unitId = unitOfSerial(file, serial, arguments);
  input.serial = needed(arguments, "to");
  input.reason = arguments.text("reason");
  done(context, model::RenameReturnUnit(context.workplace()).execute(input),
       {tr("unit {0} is {1} now"), {serial, input.serial}});
}

void removeUnits(Context& context, const Arguments& arguments) {
  const auto file = openReturn(context, arguments);
  model::UnitRemoval input;
  input.target = returnTarget(context, arguments);
  for (const auto& serial : arguments.texts("UNIT"))
    input.units.push_back(unitOfSerial(file, serial, arguments));
  input.reason = arguments.text("reason");
  done(context, model::RemoveReturnUnits(context.workplace()).execute(input),
       {tr("{0} units removed; their pieces stay"), {std::to_string(input.units.size())}});
}

void test(Context& context, const Arguments& arguments) {
  const auto file = openReturn(context, arguments);
  model::UnitTests input;
  input.target = returnTarget(context, arguments);
  input.level = keyedOr(arguments, "level", model::TestLevel::standard);
  input.specification = arguments.text("spec");
  input.specificationRevision = arguments.text("spec-revision");
  input.analyst = arguments.text("analyst");
  input.testedOn = arguments.date("on");
  if (arguments.has("finding")) input.finding = keyed<model::Finding>(arguments, "finding");
  if (arguments.flag("passed") == arguments.flag("failed")) throw UsageError("say --passed or --failed");
  for (const auto unit : unitsOf(file, lineOf(file, arguments).id, ReturnPlace::test, arguments))
    input.readings.push_back(
        {unit, arguments.flag("passed"), arguments.text("measured"), arguments.text("failure")});
  done(context, model::RecordUnitTests(context.workplace()).execute(input),
       {tr("test of {0} units recorded"), {std::to_string(input.readings.size())}});
}

/// The case that confirmed pieces ask for, made from their line.
string registerFrom(Context& context, const model::ReturnFile& file, const model::ReturnLine& line,
                    const Arguments& arguments) {
  model::NewComplaint input;
  input.customer = file.customer.name;
  input.customerRef = file.head.customerRef;
  input.title = needed(arguments, "title");
  input.verbatim = arguments.has("verbatim") ? arguments.text("verbatim") : input.title;
  input.demand = "return";
  model::NewItem item;
  item.part = file.partNumber(line.partId);
  item.lot = line.lot;
  item.failure = line.failure.empty() ? input.title : line.failure;
  if (arguments.has("kind")) item.defectKind = keyed<model::DefectKind>(arguments, "kind");
  item.quantityDefective = file.balance(line.id).found(model::Finding::confirmed);
  input.items.push_back(item);
  return model::RegisterComplaint(context.workplace()).execute(input).number;
}

void decide(Context& context, const Arguments& arguments) {
  const auto file = openReturn(context, arguments);
  const auto& line = lineOf(file, arguments);
  model::ConfirmedChoice choice;
  choice.target = returnTarget(context, arguments);
  choice.lineId = line.id;
  choice.item = static_cast<int>(arguments.number("item").value_or(0));
  const int ways = static_cast<int>(arguments.has("attach")) + static_cast<int>(arguments.flag("new-case")) +
                   static_cast<int>(arguments.has("below-trigger"));
  if (ways != 1) throw UsageError("say one of --attach CASE, --new-case or --below-trigger REASON");
  if (arguments.has("below-trigger")) {
    choice.decision = model::ConfirmedDecision::belowTrigger;
    choice.reason = arguments.text("below-trigger");
  } else if (arguments.flag("new-case")) {
    model::requireNoCase(line);  // before a case is registered that nothing would belong to
    choice.decision = model::ConfirmedDecision::newCase;
    choice.caseNumber = registerFrom(context, file, line, arguments);
  } else {
    choice.caseNumber = arguments.text("attach");
  }
  done(context, model::DecideConfirmed(context.workplace()).execute(choice),
       choice.caseNumber.empty() ? model::Message(tr("confirmed pieces stay below the trigger"))
                                 : model::Message(tr("line belongs to case {0}"), {choice.caseNumber}));
}

void ntf(Context& context, const Arguments& arguments) {
  const auto file = openReturn(context, arguments);
  model::NtfEntry entry;
  entry.lineId = lineOf(file, arguments).id;
  for (const auto& dossier : file.dossiers) {
    if (dossier.lineId != entry.lineId || dossier.concludedAt) continue;
    entry = {{},
             dossier.id,
             dossier.lineId,
             dossier.trigger,
             dossier.dataCollection,
             dossier.systemTest,
             dossier.processStudy,
             dossier.result,
             dossier.liability,
             dossier.technicalFactor,
             dossier.agreedWith,
             dossier.agreedOn,
             false};
  }
  entry.target = returnTarget(context, arguments);
  const auto text = [&arguments](const char* name, string& into) {
    if (arguments.has(name)) into = arguments.text(name);
  };
  text("trigger", entry.trigger);
  text("data", entry.dataCollection);
  text("system-test", entry.systemTest);
  text("process-study", entry.processStudy);
  text("result", entry.result);
  text("agreed-with", entry.agreedWith);
  entry.liability = keyedOr(arguments, "liability", entry.liability);
  if (const auto factor = arguments.number("technical-factor"))
    entry.technicalFactor = static_cast<int>(*factor);
  if (arguments.has("agreed-on")) entry.agreedOn = arguments.date("agreed-on");
  entry.conclude = arguments.flag("conclude");
  done(context, model::WriteNtfDossier(context.workplace()).execute(entry),
       entry.conclude ? tr("NTF dossier concluded") : tr("NTF dossier written"));
}

void cost(Context& context, const Arguments& arguments) {
  model::CostEntry entry;
  entry.target = returnTarget(context, arguments);
  entry.kind = keyedOr(arguments, "kind", model::CostKind::credit);
  entry.amount = needed(arguments, "amount");
  entry.currency = arguments.text("currency");
  entry.document = arguments.text("document");
  entry.bookedOn = arguments.date("on");
  entry.note = arguments.text("note");
  entry.reversal = arguments.flag("reversal");
  done(context, model::BookReturnCost(context.workplace()).execute(entry), tr("cost booked"));
}

void attach(Context& context, const Arguments& arguments) {
  const std::filesystem::path path = arguments.text("FILE");
  model::NewReturnAttachment input;
  input.target = returnTarget(context, arguments);
  input.paper = keyedOr(arguments, "paper", model::ReturnPaper::other);
  if (arguments.has("unit")) {
    const auto file = openReturn(context, arguments);
    for (const auto& unit : file.units)
      if (unit.serial == arguments.text("unit")) input.unitId = unit.id;
    if (!input.unitId)
      throw model::Invalid(
          "unit", {tr("The line has no unit with the serial number {0}."), {arguments.text("unit")}});
  }
  input.caption = arguments.text("caption");
  input.originalName = path.filename().string();
  std::error_code wrong;
  const auto size = std::filesystem::file_size(path, wrong);
  if (wrong) throw model::Invalid("file", {tr("{0} cannot be read."), {path.string()}});
  input.size = static_cast<long long>(size);
  if (input.size <= model::kMaxAttachmentBytes) input.sha256 = reports::fileSha256(path);
  std::ifstream file(path, std::ios::binary);
  const auto saved = model::AttachToReturn(context.workplace()).execute(input, [&file](std::size_t limit) {
    string chunk(limit, '\0');
    file.read(chunk.data(), static_cast<std::streamsize>(limit));
    chunk.resize(static_cast<std::size_t>(file.gcount()));
    return chunk;
  });
  done(context, saved.saved,
       saved.alreadyKnown ? model::Message(tr("attachment {0} added; the same bytes were stored before"),
                                           {std::to_string(saved.id.value)})
                          : model::Message(tr("attachment {0} added"), {std::to_string(saved.id.value)}));
}

}  // namespace

std::vector<Verb> returnMoveVerbs() {
  using P = ReturnPlace;
  return {
      way("move", "pieces go from one place to another", P::quarantine, P::test,
          [](auto& add) {
            add("from", value<string>(), "place, quarantine when not given")("to", value<string>(),
                                                                             "place, test when not given");
          }),
      way("store", "put pieces away in quarantine", P::quarantine, P::quarantine),
      way("issue", "issue pieces to test", P::quarantine, P::test),
      way("find", "what was found about pieces in test", P::test, P::awaiting),
      way("dispose", "decide what is done with pieces", P::awaiting, P::work),
      way("inspect", "reworked or repaired pieces were inspected again", P::work, P::ready),
      way("ship", "pieces leave the house", P::work, P::shipped,
          [](auto& add) {
            add("from", value<string>(), "work when not given, ready after rework and repair");
          }),
      way("credit", "pieces are credited", P::work, P::credited),
      way("scrap", "pieces are scrapped; the document is the certificate", P::work, P::scrapped),
      way("external", "pieces go to a supplier or laboratory", P::awaiting, P::external,
          [](auto& add) { add("from", value<string>(), "awaiting when not given"); }),
      way("retain", "pieces are kept as reference", P::awaiting, P::retained),
      way("destroyed", "pieces were destroyed by the analysis", P::test, P::destroyed,
          [](auto& add) { add("from", value<string>(), "test when not given"); }),
      {"return correct",
       {"RETURN", "MOVEMENT"},
       "take a movement back",
       [](auto& add) { add("reason", value<string>(), "why"); },
       correct},
      {"return units",
       {"RETURN"},
       "the units with their last test; with --file or --unit: enter serial numbers",
       [](auto& add) {
         add("line", value<string>(), "line; needed to enter when there are several")(
             "file", value<string>(), "list with serial, date code and note, - for standard input")(
             "unit", value<std::vector<string>>(), "serial number, several times")(
             "place", value<string>(), "where they are; quarantine when not given")(
             "location", value<string>(), "location in quarantine")(
             "finding", value<string>(),
             "only those with it (open, confirmed, ntf …); to enter: what they have");
       },
       units},
      {"return unit-rename",
       {"RETURN"},
       "the right serial number of a mistyped unit that was not tested yet",
       [](auto& add) {
         add("unit", value<string>(), "serial number as typed")("to", value<string>(), "the right one")(
             "reason", value<string>(), "why")("line", value<string>(), "line, when two have the same");
       },
       renameUnit},
      {"return unit-remove",
       {"RETURN", "UNIT..."},
       "remove mistyped units to which nothing happened yet; their pieces stay",
       [](auto& add) {
         add("reason", value<string>(), "why")("line", value<string>(), "line, when two have the same");
       },
       removeUnits},
      {"return test",
       {"RETURN"},
       "record a test of units",
       [](auto& add) {
         add("line", value<string>(), "line; needed when there are several")(
             "unit", value<std::vector<string>>(), "serial number, several times")("all-units", bool_switch(),
                                                                                   "all units in test")(
             "level", value<string>(), "standard, load, ntf")("spec", value<string>(), "test specification")(
             "spec-revision", value<string>(), "its revision")("passed", bool_switch(), "passed")(
             "failed", bool_switch(), "failed")("measured", value<string>(), "values as read")(
             "failure", value<string>(), "phenomenon")("finding", value<string>(),
                                                       "confirmed, ntf, customer_caused, transport")(
             "analyst", value<string>(), "who tested")("on", value<string>(), "YYYY-MM-DD");
       },
       test},
      {"return decide",
       {"RETURN"},
       "what becomes of confirmed pieces without a case",
       [](auto& add) {
         add("line", value<string>(), "line; needed when there are several")(
             "attach", value<string>(), "number of the case they belong to")(
             "item", value<string>(), "position of its item")("new-case", bool_switch(),
                                                              "register a case for them")(
             "title", value<string>(), "of the new case")("verbatim", value<string>(),
                                                          "the customer's words")(
             "kind", value<string>(), "functional, appearance …")("below-trigger", value<string>(),
                                                                  "why they need no case");
       },
       decide},
      {"return ntf",
       {"RETURN"},
       "open, write or conclude the NTF dossier of a line",
       [](auto& add) {
         add("line", value<string>(), "line; needed when there are several")(
             "trigger", value<string>(), "why, without a rule")("data", value<string>(), "data collected")(
             "system-test", value<string>(), "system test")(
             "process-study", value<string>(), "study of the process")("result", value<string>(), "result")(
             "liability", value<string>(), "ours, customer, shared, supplier, carrier")(
             "technical-factor", value<string>(), "percent we carry")("agreed-with", value<string>(),
                                                                      "who at the customer")(
             "agreed-on", value<string>(), "YYYY-MM-DD")("conclude", bool_switch(), "end it");
       },
       ntf},
      {"return cost",
       {"RETURN"},
       "book a cost line",
       [](auto& add) {
         add("kind", value<string>(),
             "credit, debit, freight, sorting, rework, replacement, scrap, analysis, other")(
             "amount", value<string>(), "1200.50")("currency", value<string>(), "CNY")(
             "document", value<string>(), "credit or debit note")("on", value<string>(), "YYYY-MM-DD")(
             "note", value<string>(), "remark")("reversal", bool_switch(), "take a wrong amount back");
       },
       cost},
      {"return attach",
       {"RETURN", "FILE"},
       "keep a file with a return",
       [](auto& add) {
         add("paper", value<string>(), "note, photo, authorisation, certificate, test, dossier, other")(
             "unit", value<string>(), "serial number it shows")("caption", value<string>(), "what it shows");
       },
       attach},
  };
}

}  // namespace octad::cli
