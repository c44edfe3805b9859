#include <ostream>

#include "cli/verbs/return_words.hpp"
#include "cli/verbs/table_text.hpp"
#include "db/mapping/json.hpp"
#include "model/returns/return_figures.hpp"
#include "model/returns/replacement.hpp"
#include "model/returns/return_state.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/close_return.hpp"
#include "model/usecases/decide_confirmed.hpp"
#include "model/usecases/guide_return.hpp"
#include "model/usecases/receive_return.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

/// What was said of one line with options.
model::NewReturnLine lineFrom(Context& context, const Arguments& arguments) {
  model::NewReturnLine line;
  line.part = arguments.text("part");
  line.lot = arguments.text("lot");
  line.failure = arguments.text("failure");
  line.caseNumber = arguments.text("case");
  line.item = static_cast<int>(arguments.number("item").value_or(0));
  line.sampleId = model::SampleId(arguments.number("sample").value_or(0));
  line.quantity = context.pieces(arguments, "quantity").value_or(0);
  return line;
}

void announce(Context& context, const Arguments& arguments) {
  model::NewReturn input;
  if (arguments.has("json")) {
    input = db::fromJson<model::NewReturn>(db::parseJson(context.readText(arguments.text("json")), "json"));
  } else {
    input.customer = arguments.text("customer");
    input.kind = keyedOr(arguments, "kind", model::ReturnKind::lineReject);
    input.blind = arguments.flag("blind");
    input.withoutCase = arguments.text("without-case");
    input.treatment = keyedOr(arguments, "treatment", model::Treatment::analysis);
    input.customerRef = arguments.text("ref");
    input.announcedOn = arguments.date("on");
    input.expectedOn = arguments.date("expected");
    input.replacementDueOn = arguments.date("replacement-due");
    input.noteNumber = arguments.text("note");
    input.carrier = arguments.text("carrier");
    input.location = arguments.text("location");
    input.remarks = arguments.text("remarks");
    input.lines.push_back(lineFrom(context, arguments));
  }
  done(context, model::AnnounceReturn(context.workplace()).execute(input),
       input.blind ? tr("return recorded, not announced before") : tr("return announced"));
}

void addLine(Context& context, const Arguments& arguments) {
  done(context,
       model::AddReturnLine(context.workplace())
           .execute({returnTarget(context, arguments), lineFrom(context, arguments)}),
       tr("line added"));
}

void authorise(Context& context, const Arguments& arguments) {
  done(context,
       model::AuthoriseReturn(context.workplace())
           .execute({returnTarget(context, arguments), arguments.text("rma"), arguments.text("conditions"),
                     keyedOr(arguments, "cost-bearer", model::CostBearer::undecided), arguments.date("on")}),
       tr("return authorised"));
}

void sent(Context& context, const Arguments& arguments) {
  done(context,
       model::SendReturn(context.workplace())
           .execute({returnTarget(context, arguments), arguments.text("carrier"), arguments.text("note"),
                     keyedOr(arguments, "cost-bearer", model::CostBearer::undecided), arguments.date("on"),
                     arguments.date("expected")}),
       tr("goods on their way"));
}

/// "P-200:3" or "P-200:3:foreign".
model::ForeignPieces foreignFrom(const string& text, const string& reason) {
  model::ForeignPieces pieces;
  const auto first = text.find(':');
  if (first == string::npos) throw UsageError("--other takes PART:PIECES or PART:PIECES:foreign");
  const auto second = text.find(':', first + 1);
  pieces.part = text.substr(0, first);
  pieces.counted = model::parseQuantity(text.substr(first + 1, second - first - 1), "other");
  if (second != string::npos) pieces.nature = keyed<model::LineNature>(text.substr(second + 1), "other");
  pieces.reason = reason;
  return pieces;
}

void receive(Context& context, const Arguments& arguments) {
  const auto file = openReturn(context, arguments);
  model::ReturnReceipt receipt;
  if (arguments.has("json")) {
    receipt =
        db::fromJson<model::ReturnReceipt>(db::parseJson(context.readText(arguments.text("json")), "json"));
  } else {
    receipt.receivedOn = arguments.date("on");
    receipt.noteNumber = arguments.text("note");
    receipt.location = arguments.text("location");
    receipt.noteReason = arguments.text("reason");
    receipt.complete = !arguments.flag("partial");
    if (arguments.has("counted"))
      receipt.lines.push_back(
          {lineOf(file, arguments).id, *context.pieces(arguments, "counted"), arguments.text("reason")});
    for (const auto& other : arguments.texts("other"))
      receipt.others.push_back(foreignFrom(other, arguments.text("reason")));
  }
  receipt.target = returnTarget(context, arguments);
  const auto saved = model::ReceiveReturn(context.workplace()).execute(receipt);
  const auto balance = context.reader().returns().open(saved.id).balance();
  done(context, saved,
       {tr("received {0}, missing {1}, surplus {2}"),
        {std::to_string(balance.received()), std::to_string(balance.missing()),
         std::to_string(balance.surplus())}});
}

void amend(Context& context, const Arguments& arguments) {
  auto details = model::AmendReturn::from(openReturn(context, arguments));
  details.target = returnTarget(context, arguments);
  details.kind = keyedOr(arguments, "kind", details.kind);
  details.treatment = keyedOr(arguments, "treatment", details.treatment);
  details.costBearer = keyedOr(arguments, "cost-bearer", details.costBearer);
  const auto text = [&arguments](const char* name, string& into) {
    if (arguments.has(name)) into = arguments.text(name);
  };
  text("without-case", details.withoutCase);
  text("ref", details.customerRef);
  text("conditions", details.conditions);
  text("carrier", details.carrier);
  text("note", details.noteNumber);
  text("owner", details.owner);
  text("test-department", details.testDepartment);
  text("remarks", details.remarks);
  if (arguments.has("expected")) details.expectedOn = arguments.date("expected");
  if (arguments.has("replacement-due")) details.replacementDueOn = arguments.date("replacement-due");
  done(context, model::AmendReturn(context.workplace()).execute(details), tr("return changed"));
}

model::ReturnFilter filterOf(Context& context, const Arguments& arguments) {
  model::ReturnFilter filter;
  filter.openOnly = arguments.flag("open");
  if (arguments.has("state")) filter.states = {keyed<model::ReturnState>(arguments, "state")};
  if (arguments.has("kind")) filter.kind = keyed<model::ReturnKind>(arguments, "kind");
  if (arguments.has("waits-for")) filter.waitsFor = keyed<model::ReturnWait>(arguments, "waits-for");
  if (arguments.has("case")) filter.complaintId = context.caseId(arguments.text("case"));
  if (arguments.has("customer")) {
    const string wanted = arguments.text("customer");
    for (const auto& customer : context.reader().customers(wanted, 1000))
      if (customer.name == wanted || customer.code == wanted || !filter.customerId)
        filter.customerId = customer.id;
    if (!filter.customerId) throw model::Invalid("customer", {tr("There is no customer \"{0}\"."), {wanted}});
  }
  filter.text = arguments.text("text");
  return filter;
}

void list(Context& context, const Arguments& arguments) {
  const long long limit = arguments.number("limit").value_or(50);
  if (limit < 1 || limit > 50'000) throw model::Invalid("limit", tr("The limit is 1 to 50,000."));
  const auto found = context.reader().returns().list(filterOf(context, arguments), static_cast<int>(limit));
  if (context.options().json)
    return context.print({{"total", found.total}, {"returns", db::toJson(found.rows)}});
  std::vector<std::vector<string>> rows{{context.text(tr("No.")), context.text(tr("Customer")),
                                         context.text(tr("Part")), context.text(tr("State")),
                                         context.text(tr("Waits for")), context.text(tr("Due")),
                                         context.text(tr("Cases")), context.text(tr("Announced")),
                                         context.text(tr("Received")), context.text(tr("Open"))}};
  for (const auto& row : found.rows)
    rows.push_back({row.number, row.customerName, row.partNumber, context.label(row.state),
                    context.label(row.waitsFor), row.dueOn ? row.dueOn->iso() : string(), row.caseNumbers,
                    std::to_string(row.announced), std::to_string(row.received),
                    std::to_string(row.openPieces)});
  printTable(context.out(), rows, 7);
  context.out() << context.text({tr("{0} of {1} returns"),
                                 {std::to_string(found.rows.size()), std::to_string(found.total)}})
                << '\n';
}

/// "1200.50"
string amountText(long long minor) {
  const string cents = std::to_string(minor % 100);
  return std::to_string(minor / 100) + (cents.size() == 1 ? ".0" : ".") + cents;
}

/// What the head of a return says beyond its state, and its papers: only what is there.
void printDetails(Context& context, const model::ReturnFile& file) {
  const auto& head = file.head;
  std::vector<std::vector<string>> rows;
  const auto row = [&](const char* name, const string& text) {
    if (!text.empty()) rows.push_back({context.text(name), text});
  };
  const auto day = [](const std::optional<model::Date>& given) { return given ? given->iso() : string(); };
  const auto dated = [&day](const string& text, const std::optional<model::Date>& on) {
    return text.empty() || !on ? text + day(on) : text + ", " + day(on);
  };
  row(tr("RMA number"), head.rmaNumber);
  row(tr("Authorised"),
      dated(head.authorisedBy ? file.personName(*head.authorisedBy) : "", head.authorisedOn));
  row(tr("Conditions"), head.conditions);
  row(tr("Carrier"), dated(head.carrier, head.sentOn));
  row(tr("Delivery note"), head.noteNumber);
  if (head.costBearer != model::CostBearer::undecided) row(tr("Cost bearer"), context.label(head.costBearer));
  row(tr("Received on"), day(head.receivedOn));
  if (const auto clock = model::replacementClock(file))
    row(tr("Replacement"),
        clock->dueOn.iso() + " " + context.text(model::replacementWords(*clock, context.today())));
  row(tr("Owner"), head.ownerId ? file.personName(*head.ownerId) : "");
  row(tr("Test department"), head.testDepartmentId ? file.departmentName(*head.testDepartmentId) : "");
  for (const auto& line : file.lines)
    for (const auto& [location, pieces] : file.locations(line.id))
      row(tr("Location"),
          (location.empty() ? context.text(tr("Goods-in")) : location) + ": " + std::to_string(pieces));
  if (!file.units.empty()) row(tr("Units"), std::to_string(file.units.size()));
  if (!file.tests.empty()) row(tr("Tests"), std::to_string(file.tests.size()));
  for (const auto& cost : file.costs)
    row(tr("Cost"), context.label(cost.kind) + " " + (cost.reversal ? "-" : "") +
                        amountText(cost.amountMinor) + " " + cost.currency +
                        (cost.document.empty() ? "" : ", " + cost.document) + ", " + cost.bookedOn.iso());
  for (const auto& dossier : file.dossiers)
    row(tr("NTF dossier"), context.text(dossier.concludedAt ? tr("concluded") : tr("open")) +
                               (dossier.result.empty() ? "" : ": " + dossier.result));
  if (rows.empty()) return;
  printTable(context.out(), rows, 2);
  context.out() << '\n';
}

void show(Context& context, const Arguments& arguments) {
  const auto file = openReturn(context, arguments);
  if (context.options().json) return context.print(db::toJson(file));
  const auto& head = file.head;
  context.out() << head.number
                << (head.rmaNumber.empty() || head.rmaNumber == head.number ? "" : "  RMA " + head.rmaNumber)
                << "  " << file.customer.name << '\n'
                << context.label(head.kind) << ", " << context.label(head.state) << ", "
                << context.text(tr("waits for")) << " " << context.label(head.waitsFor) << "\n\n";
  printDetails(context, file);
  std::vector<std::vector<string>> rows{{context.text(tr("Line")), context.text(tr("Part")),
                                         context.text(tr("Case")), context.text(tr("Where")),
                                         context.text(tr("Announced")), context.text(tr("Received")),
                                         context.text(tr("Missing")), context.text(tr("Surplus"))}};
  for (const auto& line : file.lines) {
    const auto balance = file.balance(line.id);
    const auto* owner = file.caseOf(line);
    rows.push_back({std::to_string(line.position),
                    file.partNumber(line.partId) + (line.lot.empty() ? "" : " " + line.lot),
                    owner ? owner->number : string(), placesText(context, balance),
                    std::to_string(balance.announced()), std::to_string(balance.received()),
                    std::to_string(balance.missing()), std::to_string(balance.surplus())});
  }
  printTable(context.out(), rows, 4);
  for (const auto& movement : file.movements)
    context.out() << "  " << movement.id.value << "  " << movement.movedOn.iso() << "  " << movement.quantity
                  << "  " << context.label(movement.from) << " -> " << context.label(movement.to)
                  << (movement.toFinding == model::Finding::open ? ""
                                                                 : "  " + context.label(movement.toFinding))
                  << (movement.disposition == model::Disposition::none
                          ? ""
                          : "  " + context.label(movement.disposition))
                  << (movement.document.empty() ? "" : "  " + movement.document) << "  "
                  << file.personName(movement.recordedBy)
                  << (movement.reason.empty() ? "" : "  (" + context.text(movement.reason.c_str()) + ")")
                  << '\n';
  for (const auto& point : model::missingForReturn(file))
    context.out() << "- " << context.text(point.text) << '\n';
}

void match(Context& context, const Arguments& arguments) {
  done(context,
       model::MatchReturn(context.workplace())
           .execute({returnTarget(context, arguments), needed(arguments, "with")}),
       tr("return matched with its announcement"));
}

template <class UseCase>
void end(Context& context, const Arguments& arguments, const char* what) {
  done(context,
       UseCase(context.workplace()).execute({returnTarget(context, arguments), arguments.text("reason")}),
       what);
}

void continues(Context& context, const Arguments& arguments) {
  context.done(
      model::HandOverReturn(context.workplace())
          .execute({context.target(arguments.text("NUMBER")), returnId(context, needed(arguments, "return")),
                    needed(arguments, "owner"), arguments.text("reason")}),
      tr("return goes on after the case"));
}

void figures(Context& context, const Arguments& arguments) {
  const model::Date today = context.zone().date(context.clock().now());
  const model::Date from = arguments.date("from").value_or(model::Date(today.year(), 1, 1));
  const model::Date to = arguments.date("to").value_or(today);
  if (to < from)
    throw model::Invalid("to", {tr("{0} is before {1}: the period ends before it begins. Exchange the days."),
                                {to.iso(), from.iso()}});
  auto& reader = context.reader().returns();
  const auto found = model::returnFigures(reader.figures(from, to), reader.foundByLevel(from, to));
  if (context.options().json) return context.print(db::toJson(found));
  const auto decimal = [](const std::optional<double>& number) {
    if (!number) return string("-");
    string text = std::to_string(*number);
    return text.substr(0, text.find('.') + 2);
  };
  const long long byLevel = found.foundByStandardTest + found.foundByLoadTest + found.foundByNtf;
  const auto withShare = [&](long long pieces) {
    if (byLevel == 0) return std::to_string(pieces);
    return std::to_string(pieces) + " (" +
           decimal(100.0 * static_cast<double>(pieces) / static_cast<double>(byLevel)) + " %)";
  };
  printTable(context.out(),
             {{context.text(tr("Returns")), std::to_string(found.returns)},
              {context.text(tr("Received pieces")), std::to_string(found.received)},
              {context.text(tr("Pieces with a finding")), std::to_string(found.found)},
              {context.text(tr("Confirmed")), std::to_string(found.confirmed)},
              {context.text(tr("No trouble found")), std::to_string(found.noTroubleFound)},
              {context.text(tr("Share without trouble found, %")), decimal(found.ntfShare)},
              {context.text(tr("Days from receipt to the finding")), decimal(found.analysisDays)},
              {context.text(tr("Days from announcement to receipt")), decimal(found.returnDays)},
              {context.text(tr("Found by standard test")), withShare(found.foundByStandardTest)},
              {context.text(tr("Found by load test")), withShare(found.foundByLoadTest)},
              {context.text(tr("Found by NTF process")), withShare(found.foundByNtf)}},
             1);
}

void lineOptions(boost::program_options::options_description_easy_init& add) {
  add("case", value<string>(), "number of the case the pieces belong to")(
      "item", value<string>(), "position of its item; the one with this part when not given")(
      "part", value<string>(), "part number; that of the item when not given")("lot", value<string>(), "lot")(
      "failure", value<string>(), "what the customer says is wrong")("quantity", value<string>(), "pieces")(
      "sample", value<string>(), "id of a sample of the case that becomes this line");
}

void headOptions(boost::program_options::options_description_easy_init& add) {
  add("kind", value<string>(), "batch_reject, line_reject, field, sample")(
      "treatment", value<string>(), "analysis, repair, replace, credit")(
      "ref", value<string>(), "customer's number")("without-case", value<string>(),
                                                   "why no complaint stands behind it")(
      "expected", value<string>(), "YYYY-MM-DD")("replacement-due", value<string>(), "YYYY-MM-DD")(
      "note", value<string>(), "delivery note")("carrier", value<string>(), "carrier")(
      "remarks", value<string>(), "remarks");
}

void endOptions(boost::program_options::options_description_easy_init& add) {
  add("reason", value<string>(), "why");
}

}  // namespace

std::vector<Verb> returnVerbs() {
  return {
      {"return announce",
       {},
       "register goods a customer sends back, or that came unannounced",
       [](auto& add) {
         headOptions(add);
         lineOptions(add);
         add("customer", value<string>(), "name or code; that of the case when not given")(
             "blind", bool_switch(), "the goods are here and nobody announced them")(
             "location", value<string>(), "blind: where they were put")("on", value<string>(),
                                                                        "announced on, or blind: came on");
       },
       announce},
      {"return line", {"RETURN"}, "one more line of a return", lineOptions, addLine},
      {"return authorise",
       {"RETURN"},
       "our word that the goods may come (RMA)",
       [](auto& add) {
         add("rma", value<string>(), "RMA number; the number of the return when not given")(
             "conditions", value<string>(), "on what conditions")(
             "cost-bearer", value<string>(), "us, customer, supplier, carrier")("on", value<string>(),
                                                                                "YYYY-MM-DD");
       },
       authorise},
      {"return sent",
       {"RETURN"},
       "the goods are on their way",
       [](auto& add) {
         add("carrier", value<string>(), "carrier")("note", value<string>(), "delivery note")(
             "cost-bearer", value<string>(), "us, customer, supplier, carrier")(
             "on", value<string>(), "YYYY-MM-DD")("expected", value<string>(), "YYYY-MM-DD");
       },
       sent},
      {"return receive",
       {"RETURN"},
       "what was counted of the goods",
       [](auto& add) {
         add("line", value<string>(), "line; needed when there are several")(
             "counted", value<string>(), "pieces")("reason", value<string>(),
                                                   "why it differs from the announcement")(
             "partial", bool_switch(), "more will come: what is not here is not missing")(
             "other", value<std::vector<string>>(),
             "PART:PIECES or PART:PIECES:foreign in the parcel, several times")(
             "location", value<string>(), "where they were put; goods-in when not given")(
             "note", value<string>(), "delivery note")("on", value<string>(), "YYYY-MM-DD");
       },
       receive},
      {"return amend",
       {"RETURN"},
       "change the head of a return",
       [](auto& add) {
         headOptions(add);
         add("conditions", value<string>(), "conditions of the RMA")("cost-bearer", value<string>(),
                                                                     "who pays the way")(
             "owner", value<string>(), "login or name of the CQE")("test-department", value<string>(),
                                                                   "who tests");
       },
       amend},
      {"return list",
       {},
       "returns, the newest first",
       [](auto& add) {
         add("open", bool_switch(), "only those that are not closed")(
             "state", value<string>(), "announced … closed")("kind", value<string>(),
                                                             "batch_reject, line_reject, field, sample")(
             "waits-for", value<string>(), "cqe, customer, warehouse, tester, outside, production, finance")(
             "customer", value<string>(), "name or code")("case", value<string>(), "number of a case")(
             "text", value<string>(), "in number, RMA, note, part, failure; or a whole serial number")(
             "limit", value<string>(), "50 when not given");
       },
       list},
      {"return show", {"RETURN"}, "a return with its ledger and what is missing", nullptr, show},
      {"return match",
       {"RETURN"},
       "a return that came unannounced is the one announced as …",
       [](auto& add) { add("with", value<string>(), "number or RMA number of the announcement"); },
       match},
      {"return close",
       {"RETURN"},
       "close a return in which everything is settled",
       endOptions,
       [](Context& context, const Arguments& arguments) {
         end<model::CloseReturn>(context, arguments, tr("return closed"));
       }},
      {"return reopen",
       {"RETURN"},
       "open a closed return again",
       endOptions,
       [](Context& context, const Arguments& arguments) {
         end<model::ReopenReturn>(context, arguments, tr("return reopened"));
       }},
      {"return cancel",
       {"RETURN"},
       "nothing will come",
       endOptions,
       [](Context& context, const Arguments& arguments) {
         end<model::CancelReturn>(context, arguments, tr("return cancelled"));
       }},
      {"case return-continues",
       {"NUMBER"},
       "let a case close while its return goes on",
       [](auto& add) {
         add("return", value<string>(), "number of the return")(
             "owner", value<string>(), "login or name of who sees to it")("reason", value<string>(), "why");
       },
       continues},
      {"metrics returns",
       {},
       "figures of returned goods received in a period",
       [](auto& add) { add("from", value<string>(), "YYYY-MM-DD")("to", value<string>(), "YYYY-MM-DD"); },
       figures},
  };
}

}  // namespace octad::cli
