#include <algorithm>
#include <set>

#include "gui/viewmodels/form_values.hpp"
#include "gui/viewmodels/return_action_forms.hpp"
#include "model/returns/return_state.hpp"
#include "model/usecases/book_return_cost.hpp"
#include "model/usecases/decide_confirmed.hpp"
#include "model/usecases/mend_units.hpp"
#include "model/usecases/ntf_process.hpp"
#include "model/usecases/return_units.hpp"

namespace octad::viewmodels {

using model::ConfirmedDecision;
using model::Message;
using model::ReturnFile;
using model::ReturnLineId;
using model::ReturnPlace;
using model::ReturnTarget;
using model::ReturnUnitId;
using model::tr;
using model::Workplace;

namespace {

std::string numberOf(std::size_t count) {
  return groupedNumber(static_cast<long long>(count));
}

/// The findings to choose from; "no finding yet" is the empty choice.
std::vector<FieldChoice> findingChoices(const char* none) {
  auto choices = choicesOf<model::Finding>(none);
  std::erase_if(choices, [](const FieldChoice& choice) { return choice.key == key(model::Finding::open); });
  return choices;
}

std::vector<FieldChoice> dispositionChoices() {
  auto choices = choicesOf<model::Disposition>();
  choices.front().key.clear();
  return choices;
}

const model::NtfDossier* openDossier(const ReturnFile& file, ReturnLineId line) {
  for (const auto& dossier : file.dossiers)
    if (dossier.lineId == line && !dossier.concludedAt) return &dossier;
  return nullptr;
}

std::optional<int> percent(const FormValues& values, const std::string& name) {
  if (at(values, name).empty()) return std::nullopt;
  try {
    return static_cast<int>(std::min(quantity(values, name), 1000LL));  // beyond 100 the use case refuses
  } catch (const model::Invalid&) {
    throw model::Invalid(name, tr("The technical factor is a percentage: enter 0 to 100."));
  }
}

model::NtfEntry entryOf(const FormValues& values) {
  model::NtfEntry entry;
  entry.trigger = at(values, "trigger");
  entry.dataCollection = at(values, "data_collection");
  entry.systemTest = at(values, "system_test");
  entry.processStudy = at(values, "process_study");
  entry.result = at(values, "result");
  entry.liability = chosen(values, "liability", model::Liability::undetermined);
  entry.technicalFactor = percent(values, "technical_factor");
  entry.agreedWith = at(values, "agreed_with");
  entry.agreedOn = parseDay(at(values, "agreed_on"), "agreed_on");
  entry.conclude = at(values, "conclude") == "1";
  return entry;
}

std::vector<FormField> dossierFields(const model::NtfDossier& dossier) {
  return {
      {"data_collection",
       tr("Data collected (field data, software, operating conditions)"),
       FormFieldKind::text,
       dossier.dataCollection,
       {},
       false},
      {"system_test", tr("Test in the customer's system"), FormFieldKind::text, dossier.systemTest, {}, true},
      {"process_study",
       tr("Study of the process (logistics, handling, test coverage)"),
       FormFieldKind::text,
       dossier.processStudy,
       {},
       false},
      {"result", tr("Result"), FormFieldKind::text, dossier.result, {}, true},
      {"liability", tr("Liability as agreed"), FormFieldKind::choice, key(dossier.liability),
       choicesOf<model::Liability>(), false},
      {"technical_factor",
       tr("We carry (%)"),
       FormFieldKind::quantity,
       dossier.technicalFactor ? std::to_string(*dossier.technicalFactor) : std::string(),
       {},
       true},
      {"agreed_with", tr("Agreed with"), FormFieldKind::line, dossier.agreedWith, {}, true},
      {"agreed_on",
       tr("Agreed on"),
       FormFieldKind::date,
       dossier.agreedOn ? dossier.agreedOn->iso() : std::string(),
       {},
       true},
      {"conclude",
       tr("Conclude the dossier: nothing in it changes any more"),
       FormFieldKind::check,
       {},
       {},
       false},
  };
}

/// What a form for a movement asks, beside where to: only what some way from there needs.
void addMoveFields(ReturnForm& form, const std::vector<MoveTarget>& targets) {
  const auto needed = [&targets](bool MoveTarget::*member) {
    return std::any_of(targets.begin(), targets.end(),
                       [member](const MoveTarget& target) { return target.*member; });
  };
  if (needed(&MoveTarget::finding)) {
    form.fields.push_back(
        {"finding", tr("Finding"), FormFieldKind::choice, {}, findingChoices(tr("none")), false});
    form.fields.push_back({"found_by",
                           tr("Found by"),
                           FormFieldKind::choice,
                           {},
                           choicesOf<model::TestLevel>(tr("no test")),
                           true});
    form.fields.push_back({"failure", tr("Phenomenon"), FormFieldKind::line, {}, {}, true});
  }
  if (needed(&MoveTarget::disposition))
    form.fields.push_back(
        {"disposition", tr("Disposition"), FormFieldKind::choice, {}, dispositionChoices(), false});
  if (needed(&MoveTarget::location))
    form.fields.push_back({"to_location", tr("Location in quarantine"), FormFieldKind::line, {}, {}, false});
  form.fields.push_back({"document", tr("Number of the paper"), FormFieldKind::line, {}, {}, false});
  form.fields.push_back({"reason", tr("Reason"), FormFieldKind::line, {}, {}, true});
}

}  // namespace

ReturnLineId lineFor(ReturnActionId id, const ReturnFile& file) {
  for (const auto& line : file.lines) {
    if (id == ReturnActionId::decide && model::undecidedPieces(file, line) > 0) return line.id;
    if (id == ReturnActionId::dossier && model::waitsForDossier(file, line)) return line.id;
  }
  for (const auto& line : file.lines) {
    if (id == ReturnActionId::decide && !line.complaintId) return line.id;
    if (id == ReturnActionId::dossier && file.balance(line.id).found(model::Finding::noTroubleFound) > 0)
      return line.id;
  }
  return file.lines.empty() ? ReturnLineId() : file.lines.front().id;
}

model::ReturnTransfer transferOf(const PiecesAt& kind, const FormValues& values) {
  model::ReturnTransfer input;
  input.lineId = kind.lineId;
  input.from = kind.place;
  input.to = chosen(values, "to", kind.place);
  input.quantity = quantity(values, "quantity");  // a form for chosen units has no such field
  input.fromFinding = kind.finding;
  input.fromLocation = kind.location;
  input.finding = chosen(values, "finding", model::Finding::open);
  input.foundBy = model::fromKey<model::TestLevel>(at(values, "found_by"));
  input.failure = at(values, "failure");
  input.disposition = model::isDisposed(kind.place) ? kind.disposition
                                                    : chosen(values, "disposition", model::Disposition::none);
  input.toLocation = at(values, "to_location");
  input.document = at(values, "document");
  input.reason = at(values, "reason");
  input.movedOn = parseDay(at(values, "moved_on"), "moved_on");
  return input;
}

ReturnForm takeBackForm(const ReturnPageViewModel&, const MovementRow& movement) {
  ReturnForm form;
  form.title = {tr("Take a movement back")};
  form.okLabel = tr("Take back");
  form.dangerous = true;
  form.notes.push_back({"{0}: {1}, {2}", {movement.line, groupedNumber(movement.quantity), movement.way}});
  form.notes.push_back({tr("It stays in the ledger, with a counter-movement behind it.")});
  form.fields = {reasonField()};
  form.execute = [id = movement.id](Workplace workplace, ReturnTarget target, const FormValues& values) {
    return model::CorrectMovement(std::move(workplace))
        .execute({std::move(target), id, at(values, "reason")});
  };
  return form;
}

ReturnForm unitTestForm(const ReturnPageViewModel& page, std::vector<ReturnUnitId> units) {
  ReturnForm form;
  form.title = {tr("Record a test of {0} units"), {numberOf(units.size())}};
  form.okLabel = tr("Record");
  form.notes.push_back({tr("With a finding the units leave the test and await their disposition.")});
  // A series is tested alike: what was entered last is offered again.
  const model::UnitTest last = page.file().tests.empty() ? model::UnitTest() : page.file().tests.back();
  form.fields = {
      {"level", tr("Level"), FormFieldKind::choice, key(last.level), choicesOf<model::TestLevel>(), false},
      {"specification", tr("Test specification"), FormFieldKind::line, last.specification, {}, true},
      {"specification_revision", tr("Revision"), FormFieldKind::line, last.specificationRevision, {}, true},
      {"passed",
       tr("Result"),
       FormFieldKind::choice,
       "0",
       {{"0", tr("Failed"), true}, {"1", tr("Passed"), true}},
       false},
      {"failure", tr("Phenomenon"), FormFieldKind::line, {}, {}, true},
      {"finding",
       tr("Finding"),
       FormFieldKind::choice,
       {},
       findingChoices(tr("none yet, tested further")),
       true},
      {"measured", tr("Measured values"), FormFieldKind::text, {}, {}, false},
      {"analyst", tr("Analyst"), FormFieldKind::line, page.session().actor.name, {}, false},
      {"tested_on", tr("Tested on"), FormFieldKind::date, page.today().iso(), {}, true},
  };
  form.execute = [units = std::move(units)](Workplace workplace, ReturnTarget target,
                                            const FormValues& values) {
    model::UnitTests input;
    input.target = std::move(target);
    input.level = chosen(values, "level", model::TestLevel::standard);
    input.specification = at(values, "specification");
    input.specificationRevision = at(values, "specification_revision");
    input.analyst = at(values, "analyst");
    input.testedOn = parseDay(at(values, "tested_on"), "tested_on");
    input.finding = model::fromKey<model::Finding>(at(values, "finding"));
    for (const auto unit : units)
      input.readings.push_back(
          {unit, at(values, "passed") == "1", at(values, "measured"), at(values, "failure")});
    return model::RecordUnitTests(std::move(workplace)).execute(input);
  };
  return form;
}

ReturnForm moveUnitsForm(const ReturnPageViewModel& page, const PiecesAt& kind,
                         std::vector<ReturnUnitId> units) {
  const auto targets = moveTargets(kind);
  ReturnForm form;
  form.title = {tr("Move {0} units from “{1}”"), {numberOf(units.size()), placeWords(kind, page.text())}};
  form.okLabel = tr("Move");
  std::vector<FieldChoice> places;
  for (const auto& target : targets) places.push_back({key(target.to), model::labelOf(target.to), true});
  form.fields = {
      {"to", tr("Goes to"), FormFieldKind::choice, places.empty() ? std::string() : places.front().key,
       places, false},
      {"moved_on", tr("On"), FormFieldKind::date, page.today().iso(), {}, true},
  };
  addMoveFields(form, targets);
  form.execute = [kind, units = std::move(units)](Workplace workplace, ReturnTarget target,
                                                  const FormValues& values) {
    model::ReturnTransfer input = transferOf(kind, values);
    input.target = std::move(target);
    input.units = units;
    return model::MoveReturned(std::move(workplace)).execute(input);
  };
  return form;
}

ReturnForm renameUnitForm(const ReturnPageViewModel& page, ReturnUnitId unit) {
  std::string serial;
  for (const auto& known : page.file().units)
    if (known.id == unit) serial = known.serial;
  ReturnForm form;
  form.title = {tr("Correct the serial number of {0}"), {serial}};
  form.okLabel = tr("Correct");
  form.fields = {{"serial", tr("Serial number"), FormFieldKind::line, serial, {}, false}, reasonField()};
  form.execute = [unit](Workplace workplace, ReturnTarget target, const FormValues& values) {
    return model::RenameReturnUnit(std::move(workplace))
        .execute({std::move(target), unit, at(values, "serial"), at(values, "reason")});
  };
  return form;
}

ReturnForm removeUnitsForm(const ReturnPageViewModel& page, std::vector<ReturnUnitId> units) {
  ReturnForm form;
  form.title = {tr("Remove {0} units"), {numberOf(units.size())}};
  form.okLabel = tr("Remove");
  form.dangerous = true;
  constexpr std::size_t kNamed = 5;
  std::string serials;
  const std::set<ReturnUnitId> wanted(units.begin(), units.end());
  std::size_t named = 0;
  for (const auto& known : page.file().units)
    if (wanted.contains(known.id) && named++ < kNamed)
      serials += (serials.empty() ? "" : ", ") + known.serial;
  form.notes.push_back({named > kNamed ? "{0} …" : "{0}", {serials}});
  form.notes.push_back({tr("The pieces stay in the ledger; only their serial numbers go.")});
  form.fields = {reasonField()};
  form.execute = [units = std::move(units)](Workplace workplace, ReturnTarget target,
                                            const FormValues& values) {
    return model::RemoveReturnUnits(std::move(workplace))
        .execute({std::move(target), units, at(values, "reason")});
  };
  return form;
}

ReturnForm decideForm(const ReturnPageViewModel& page, ReturnLineId chosenLine, ConfirmedDecision decision) {
  const auto& file = page.file();
  ReturnForm form;
  form.title = {tr("Confirmed pieces without a case")};
  form.okLabel = tr("Decide");
  std::vector<FieldChoice> lines;
  for (const auto& line : file.lines) {
    if (line.complaintId) continue;
    const std::string pieces = groupedNumber(model::undecidedPieces(file, line));
    lines.push_back({std::to_string(line.id.value),
                     page.text()(Message(tr("{0}: {1} to decide on"), {lineWords(file, line), pieces})),
                     false});
  }
  form.fields.push_back(
      {"line", tr("Line"), FormFieldKind::choice, std::to_string(chosenLine.value), std::move(lines), false});
  if (decision == ConfirmedDecision::belowTrigger) {
    form.notes.push_back({tr("Pieces of a safety-relevant part always have a case.")});
    form.fields.push_back(reasonField(tr("Why they stay below the trigger")));
  } else {
    form.fields.push_back(
        {"case",
         tr("Case no."),
         FormFieldKind::line,
         {},
         {},
         true,
         [&page](const std::string& typed, std::function<void(std::vector<FieldSuggestion>)> answer) {
           page.suggestCases(typed, std::move(answer));
         }});
  }
  form.whyNot = [](const ReturnPageViewModel& now) {
    return actionOf(now.actions(), ReturnActionId::decide).whyNot;
  };
  form.execute = [decision](Workplace workplace, ReturnTarget target, const FormValues& values) {
    model::ConfirmedChoice input;
    input.target = std::move(target);
    if (at(values, "line").empty()) throw model::Invalid("line", tr("Choose a line."));
    input.lineId = ReturnLineId(std::stoll(at(values, "line")));
    input.decision = decision;
    input.caseNumber = at(values, "case");
    input.reason = at(values, "reason");
    return model::DecideConfirmed(std::move(workplace)).execute(input);
  };
  return form;
}

ReturnForm dossierForm(const ReturnPageViewModel& page, ReturnLineId lineId) {
  const auto& file = page.file();
  const auto& line = file.line(lineId);
  const auto* known = openDossier(file, lineId);
  ReturnForm form;
  form.title = {tr("NTF dossier of line {0}"), {lineWords(file, line)}};
  form.okLabel = tr("Save");
  const auto rule = model::ntfTrigger(file, line);
  const model::NtfDossier dossier = known ? *known : model::NtfDossier();
  form.fields = dossierFields(dossier);
  if (rule)
    form.notes.push_back(*rule);
  else if (known)
    form.notes.push_back(model::triggerOf(page.file(), *known));
  else
    form.fields.insert(
        form.fields.begin(),
        {"trigger", tr("Why the NTF process is followed"), FormFieldKind::line, {}, {}, false});
  form.again = [lineId](const ReturnPageViewModel& now) { return dossierForm(now, lineId); };
  form.whyNot = [](const ReturnPageViewModel& now) {
    return actionOf(now.actions(), ReturnActionId::dossier).whyNot;
  };
  form.execute = [lineId, id = dossier.id](Workplace workplace, ReturnTarget target,
                                           const FormValues& values) {
    model::NtfEntry input = entryOf(values);
    input.target = std::move(target);
    input.dossierId = id;
    input.lineId = lineId;
    return model::WriteNtfDossier(std::move(workplace)).execute(input);
  };
  return form;
}

ReturnForm costForm(const ReturnPageViewModel& page, model::CostKind kind) {
  ReturnForm form;
  form.title = {tr("Book a cost")};
  form.okLabel = tr("Book");
  form.notes.push_back({tr("Nothing is deleted: a wrong amount is taken back by a second line.")});
  form.fields = {
      {"kind", tr("Kind"), FormFieldKind::choice, key(kind), choicesOf<model::CostKind>(), false},
      {"document", tr("Number of the note or invoice"), FormFieldKind::line, {}, {}, true},
      {"amount", tr("Amount"), FormFieldKind::quantity, {}, {}, false},
      {"currency", tr("Currency (empty: the site's)"), FormFieldKind::line, {}, {}, true},
      {"booked_on", tr("Booked on"), FormFieldKind::date, page.today().iso(), {}, true},
      {"note", tr("Note"), FormFieldKind::text, {}, {}, false},
      {"reversal", tr("Takes an amount back that was booked wrongly"), FormFieldKind::check, {}, {}, false},
  };
  form.execute = [](Workplace workplace, ReturnTarget target, const FormValues& values) {
    model::CostEntry input;
    input.target = std::move(target);
    input.kind = chosen(values, "kind", model::CostKind::other);
    input.amount = at(values, "amount");
    input.currency = at(values, "currency");
    input.document = at(values, "document");
    input.bookedOn = parseDay(at(values, "booked_on"), "booked_on");
    input.note = at(values, "note");
    input.reversal = at(values, "reversal") == "1";
    return model::BookReturnCost(std::move(workplace)).execute(input);
  };
  return form;
}

}  // namespace octad::viewmodels
