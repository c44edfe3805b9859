#include "gui/viewmodels/form_values.hpp"
#include "gui/viewmodels/return_action_forms.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/close_return.hpp"
#include "model/usecases/decide_confirmed.hpp"
#include "model/usecases/guide_return.hpp"
#include "model/usecases/receive_return.hpp"

namespace octad::viewmodels {

using model::Message;
using model::ReturnSaved;
using model::ReturnTarget;
using model::tr;
using model::Workplace;

namespace {

Suggest partsOf(const ReturnPageViewModel& page) {
  return [&page](const std::string& typed, std::function<void(std::vector<FieldSuggestion>)> answer) {
    page.suggestParts(typed, std::move(answer));
  };
}

Suggest casesOf(const ReturnPageViewModel& page) {
  return [&page](const std::string& typed, std::function<void(std::vector<FieldSuggestion>)> answer) {
    page.suggestCases(typed, std::move(answer));
  };
}

std::string isoOf(const std::optional<model::Date>& day) {
  return day ? day->iso() : std::string();
}

auto whyNotOf(ReturnActionId id) {
  return [id](const ReturnPageViewModel& now) { return actionOf(now.actions(), id).whyNot; };
}

std::string lineField(std::size_t line, const char* member) {
  return rowField("lines", line, member);
}

/// Natures of pieces that no line announces.
std::vector<FieldChoice> foreignNatures() {
  std::vector<FieldChoice> choices;
  for (const auto nature : {model::LineNature::wrongPart, model::LineNature::foreign})
    choices.push_back({key(nature), model::labelOf(nature), true});
  return choices;
}

FormRows othersOf(const ReturnPageViewModel& page) {
  FormRows rows;
  rows.key = "others";
  rows.title = tr("Not announced");
  rows.addLabel = tr("Add pieces that nobody announced");
  rows.removeLabel = tr("Remove");
  rows.make = [suggest = partsOf(page)](std::size_t row) {
    const auto name = [row](const char* member) { return rowField("others", row, member); };
    return std::vector<FormField>{
        {name("part"), tr("Part"), FormFieldKind::line, {}, {}, false, suggest},
        {name("lot"), tr("Lot"), FormFieldKind::line, {}, {}, true},
        {name("counted"), tr("Counted"), FormFieldKind::quantity, {}, {}, true},
        {name("nature"), tr("What they are"), FormFieldKind::choice, key(model::LineNature::wrongPart),
         foreignNatures(), false},
        {name("reason"), tr("How they came into the parcel"), FormFieldKind::line, {}, {}, true},
    };
  };
  return rows;
}

/// What is typed as counted; none when it cannot be read (yet).
std::optional<long long> countedSoFar(const FormValues& values, const std::string& name) {
  try {
    const std::string text = at(values, name);
    return text.empty() ? std::nullopt : std::optional(model::parseQuantity(text, name));
  } catch (const model::Invalid&) {
    return std::nullopt;
  }
}

struct ExpectedLine {
  model::ReturnLineId id;
  std::string words;
  long long expected = 0;
};

std::vector<ExpectedLine> expectedLines(const model::ReturnFile& file) {
  std::vector<ExpectedLine> lines;
  for (const auto& line : file.lines)
    if (line.nature == model::LineNature::asAnnounced)
      lines.push_back({line.id, lineWords(file, line), file.balance(line.id).expected()});
  return lines;
}

std::vector<Message> differences(const std::vector<ExpectedLine>& lines, const FormValues& values) {
  std::vector<Message> found;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const auto counted = countedSoFar(values, lineField(at, "counted"));
    if (!counted || *counted == lines[at].expected) continue;
    const long long difference = *counted - lines[at].expected;
    found.push_back(
        difference > 0
            ? Message(tr("{0}: {1} more than expected"), {lines[at].words, groupedNumber(difference)})
            : Message(tr("{0}: {1} fewer than expected"), {lines[at].words, groupedNumber(-difference)}));
  }
  return found;
}

model::ReturnReceipt receiptOf(const std::vector<ExpectedLine>& lines, const FormValues& values) {
  model::ReturnReceipt input;
  input.receivedOn = parseDay(at(values, "received_on"), "received_on");
  input.noteNumber = at(values, "note_number");
  input.location = at(values, "location");
  input.complete = at(values, "complete") == "1";
  for (std::size_t row = 0; row < lines.size(); ++row) {
    const std::string counted = lineField(row, "counted");
    if (at(values, counted).empty() && lines[row].expected > 0)
      throw model::Invalid(counted, tr("Enter what was counted; 0 when nothing came."));
    input.lines.push_back({lines[row].id, quantity(values, counted), at(values, lineField(row, "reason"))});
  }
  for (std::size_t row = 0; !at(values, rowField("others", row, "nature")).empty(); ++row) {
    const auto name = [row](const char* member) { return rowField("others", row, member); };
    input.others.push_back({at(values, name("part")), at(values, name("lot")),
                            chosen(values, name("nature"), model::LineNature::wrongPart),
                            quantity(values, name("counted")), at(values, name("reason"))});
  }
  return input;
}

template <class UseCase>
ReturnForm endingForm(const char* title, const char* okLabel, ReturnActionId id) {
  ReturnForm form;
  form.title = {title};
  form.okLabel = okLabel;
  form.fields = {reasonField()};
  form.whyNot = whyNotOf(id);
  form.execute = [](Workplace workplace, ReturnTarget target, const FormValues& values) {
    return UseCase(std::move(workplace)).execute({std::move(target), at(values, "reason")});
  };
  return form;
}

}  // namespace

ReturnForm authoriseForm(const ReturnPageViewModel& page) {
  ReturnForm form;
  form.title = {tr("Authorise the return")};
  form.okLabel = tr("Authorise");
  form.notes.push_back({tr("The customer writes the RMA number on the papers of the goods.")});
  const auto& head = page.file().head;
  form.fields = {
      {"rma_number", tr("RMA number"), FormFieldKind::line, head.number, {}, false},
      {"authorised_on", tr("Authorised on"), FormFieldKind::date, page.today().iso(), {}, true},
      {"cost_bearer", tr("Who pays the way"), FormFieldKind::choice, key(head.costBearer),
       choicesOf<model::CostBearer>(), true},
      {"conditions", tr("Conditions"), FormFieldKind::text, head.conditions, {}, false},
  };
  form.whyNot = whyNotOf(ReturnActionId::authorise);
  form.execute = [](Workplace workplace, ReturnTarget target, const FormValues& values) {
    model::ReturnAuthorisation input;
    input.target = std::move(target);
    input.rmaNumber = at(values, "rma_number");
    input.conditions = at(values, "conditions");
    input.costBearer = chosen(values, "cost_bearer", model::CostBearer::undecided);
    input.authorisedOn = parseDay(at(values, "authorised_on"), "authorised_on");
    return model::AuthoriseReturn(std::move(workplace)).execute(input);
  };
  return form;
}

ReturnForm sendForm(const ReturnPageViewModel& page) {
  ReturnForm form;
  form.title = {tr("The goods are on their way")};
  form.okLabel = tr("Record");
  const auto& head = page.file().head;
  form.fields = {
      {"carrier", tr("Carrier"), FormFieldKind::line, head.carrier, {}, false},
      {"note_number", tr("Delivery note no."), FormFieldKind::line, head.noteNumber, {}, true},
      {"sent_on", tr("Sent on"), FormFieldKind::date, page.today().iso(), {}, false},
      {"expected_on", tr("Expected on"), FormFieldKind::date, isoOf(head.expectedOn), {}, true},
      {"cost_bearer", tr("Who pays the way"), FormFieldKind::choice, key(head.costBearer),
       choicesOf<model::CostBearer>(), true},
  };
  form.whyNot = whyNotOf(ReturnActionId::send);
  form.execute = [](Workplace workplace, ReturnTarget target, const FormValues& values) {
    model::ReturnShipment input;
    input.target = std::move(target);
    input.carrier = at(values, "carrier");
    input.noteNumber = at(values, "note_number");
    input.costBearer = chosen(values, "cost_bearer", model::CostBearer::undecided);
    input.sentOn = parseDay(at(values, "sent_on"), "sent_on");
    input.expectedOn = parseDay(at(values, "expected_on"), "expected_on");
    return model::SendReturn(std::move(workplace)).execute(input);
  };
  return form;
}

ReturnForm receiveForm(const ReturnPageViewModel& page) {
  ReturnForm form;
  form.title = {tr("Receive and count")};
  form.okLabel = tr("Receive");
  form.notes.push_back(
      {tr("Count against the delivery note. Every difference is explained: the explanation "
          "goes into the discrepancy record.")});
  const auto lines = expectedLines(page.file());
  for (std::size_t row = 0; row < lines.size(); ++row) {
    const std::string label = page.text()(
        Message(tr("Counted of {0}; expected: {1}"), {lines[row].words, groupedNumber(lines[row].expected)}));
    form.fields.push_back({lineField(row, "counted"), label, FormFieldKind::quantity, {}, {}, false});
    form.fields.push_back(
        {lineField(row, "reason"), tr("Why it differs"), FormFieldKind::line, {}, {}, true});
  }
  form.fields.push_back({"complete",
                         tr("No more will come: what is not here is missing"),
                         FormFieldKind::check,
                         "1",
                         {},
                         false});
  form.fields.push_back(
      {"received_on", tr("Received on"), FormFieldKind::date, page.today().iso(), {}, false});
  form.fields.push_back(
      {"note_number", tr("Delivery note no."), FormFieldKind::line, page.file().head.noteNumber, {}, true});
  form.fields.push_back({"location", tr("Put at (empty: goods-in)"), FormFieldKind::line, {}, {}, true});
  form.rows = othersOf(page);
  form.warnings = [lines](const FormValues& values) { return differences(lines, values); };
  form.whyNot = whyNotOf(ReturnActionId::receive);
  form.execute = [lines](Workplace workplace, ReturnTarget target, const FormValues& values) {
    model::ReturnReceipt input = receiptOf(lines, values);
    input.target = std::move(target);
    return model::ReceiveReturn(std::move(workplace)).execute(input);
  };
  return form;
}

ReturnForm returnLineForm(const ReturnPageViewModel& page) {
  ReturnForm form;
  form.title = {tr("One more line is announced")};
  form.okLabel = tr("Add");
  form.fields = {
      {"case", tr("Case no."), FormFieldKind::line, {}, {}, false, casesOf(page)},
      {"part", tr("Part (empty: that of the case)"), FormFieldKind::line, {}, {}, true, partsOf(page)},
      {"lot", tr("Lot"), FormFieldKind::line, {}, {}, false},
      {"quantity", tr("Pieces"), FormFieldKind::quantity, {}, {}, true},
      {"failure", tr("Failure as told"), FormFieldKind::line, {}, {}, false},
  };
  form.whyNot = whyNotOf(ReturnActionId::addLine);
  form.execute = [](Workplace workplace, ReturnTarget target, const FormValues& values) {
    model::AddedLine input;
    input.target = std::move(target);
    input.line.part = at(values, "part");
    input.line.lot = at(values, "lot");
    input.line.failure = at(values, "failure");
    input.line.caseNumber = at(values, "case");
    input.line.quantity = quantity(values, "quantity");
    return model::AddReturnLine(std::move(workplace)).execute(input);
  };
  return form;
}

ReturnForm matchForm(const ReturnPageViewModel&) {
  ReturnForm form;
  form.title = {tr("Match with an announcement")};
  form.okLabel = tr("Match");
  form.notes.push_back(
      {tr("These goods came without a word; now their announcement is known. It is taken "
          "over here and ends as “matched”.")});
  form.fields = {
      {"announced", tr("Number or RMA number of the announcement"), FormFieldKind::line, {}, {}, false}};
  form.whyNot = whyNotOf(ReturnActionId::match);
  form.execute = [](Workplace workplace, ReturnTarget target, const FormValues& values) {
    return model::MatchReturn(std::move(workplace)).execute({std::move(target), at(values, "announced")});
  };
  return form;
}

ReturnForm returnDetailsForm(const ReturnPageViewModel& page) {
  const auto now = model::AmendReturn::from(page.file());
  std::vector<FieldChoice> people{{"", tr("nobody"), true}};
  for (const auto& person : page.people())
    if (person.active) people.push_back({person.name, person.name, false});
  std::vector<FieldChoice> departments{{"", tr("none"), true}};
  const bool chinese = page.text().language() == model::Language::chinese;
  for (const auto& department : page.departments())
    if (department.active)
      departments.push_back({department.name,
                             chinese || department.nameEn.empty() ? department.name : department.nameEn,
                             false});
  ReturnForm form;
  form.title = {tr("Details of the return")};
  form.okLabel = tr("Save");
  form.fields = {
      {"kind", tr("Kind of return"), FormFieldKind::choice, key(now.kind), choicesOf<model::ReturnKind>(),
       false},
      {"treatment", tr("Wanted by the customer"), FormFieldKind::choice, key(now.treatment),
       choicesOf<model::Treatment>(), true},
      {"customer_ref", tr("Customer's number"), FormFieldKind::line, now.customerRef, {}, true},
      {"owner", tr("Who sees to it"), FormFieldKind::choice, now.owner, std::move(people), false},
      {"test_department", tr("Who tests"), FormFieldKind::choice, now.testDepartment, std::move(departments),
       true},
      {"cost_bearer", tr("Who pays the way"), FormFieldKind::choice, key(now.costBearer),
       choicesOf<model::CostBearer>(), true},
      {"carrier", tr("Carrier"), FormFieldKind::line, now.carrier, {}, false},
      {"note_number", tr("Delivery note no."), FormFieldKind::line, now.noteNumber, {}, true},
      {"expected_on", tr("Expected on"), FormFieldKind::date, isoOf(now.expectedOn), {}, false},
      {"replacement_due_on",
       tr("Replacement due on"),
       FormFieldKind::date,
       isoOf(now.replacementDueOn),
       {},
       true},
      {"conditions", tr("Conditions"), FormFieldKind::line, now.conditions, {}, false},
      {"without_case",
       tr("Why no complaint stands behind it"),
       FormFieldKind::line,
       now.withoutCase,
       {},
       false},
      {"remarks", tr("Remarks"), FormFieldKind::text, now.remarks, {}, false},
  };
  form.again = returnDetailsForm;
  form.whyNot = whyNotOf(ReturnActionId::amend);
  form.execute = [](Workplace workplace, ReturnTarget target, const FormValues& values) {
    model::ReturnDetails input;
    input.target = std::move(target);
    input.kind = chosen(values, "kind", model::ReturnKind::lineReject);
    input.treatment = chosen(values, "treatment", model::Treatment::analysis);
    input.withoutCase = at(values, "without_case");
    input.customerRef = at(values, "customer_ref");
    input.conditions = at(values, "conditions");
    input.carrier = at(values, "carrier");
    input.noteNumber = at(values, "note_number");
    input.costBearer = chosen(values, "cost_bearer", model::CostBearer::undecided);
    input.expectedOn = parseDay(at(values, "expected_on"), "expected_on");
    input.replacementDueOn = parseDay(at(values, "replacement_due_on"), "replacement_due_on");
    input.owner = at(values, "owner");
    input.testDepartment = at(values, "test_department");
    input.remarks = at(values, "remarks");
    return model::AmendReturn(std::move(workplace)).execute(input);
  };
  return form;
}

ReturnForm closeReturnForm(const ReturnPageViewModel& page) {
  auto form =
      endingForm<model::CloseReturn>(tr("Close the return"), tr("Close the return"), ReturnActionId::close);
  const auto balance = page.file().balance();
  form.notes.push_back({tr("Every piece is accounted for: {0} received, {1} missing."),
                        {groupedNumber(balance.received()), groupedNumber(balance.missing())}});
  form.fields.front().label = tr("Remark on the closing");
  return form;
}

ReturnForm reopenReturnForm(const ReturnPageViewModel&) {
  return endingForm<model::ReopenReturn>(tr("Reopen the return"), tr("Reopen"), ReturnActionId::reopen);
}

ReturnForm cancelReturnForm(const ReturnPageViewModel&) {
  auto form = endingForm<model::CancelReturn>(tr("Cancel the return"), tr("Cancel the return"),
                                              ReturnActionId::cancel);
  form.dangerous = true;
  form.notes.push_back({tr("Nothing will come: what was announced is withdrawn.")});
  return form;
}

std::optional<ReturnForm> wayForm(ReturnActionId id, const ReturnPageViewModel& page) {
  switch (id) {
    case ReturnActionId::authorise:
      return authoriseForm(page);
    case ReturnActionId::send:
      return sendForm(page);
    case ReturnActionId::receive:
      return receiveForm(page);
    case ReturnActionId::addLine:
      return returnLineForm(page);
    case ReturnActionId::match:
      return matchForm(page);
    case ReturnActionId::amend:
      return returnDetailsForm(page);
    case ReturnActionId::close:
      return closeReturnForm(page);
    case ReturnActionId::reopen:
      return reopenReturnForm(page);
    case ReturnActionId::cancel:
      return cancelReturnForm(page);
    default:
      return std::nullopt;
  }
}

}  // namespace octad::viewmodels
