#include "gui/viewmodels/sample_forms.hpp"

#include <algorithm>

#include "gui/viewmodels/action_form_parts.hpp"
#include "gui/viewmodels/return_forms.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/keep_sample.hpp"
#include "model/usecases/record_sample.hpp"
#include "model/usecases/return_change.hpp"

namespace octad::viewmodels {

using model::CaseTarget;
using model::Message;
using model::Sample;
using model::SampleId;
using model::tr;
using model::Workplace;

namespace {

std::string nowText(const CasePageViewModel& page) {
  return timeText(page.session().zone, page.session().clock.now());
}

/// Which samples a form is about.
enum class SamplesOf { toCome, arrived, waiting };

bool isOf(const Sample& sample, SamplesOf which) {
  if (!sample.toCome) return false;
  if (which == SamplesOf::arrived) return sample.arrivedAt.has_value();
  return which == SamplesOf::toCome || !sample.analysableAt;
}

/// "2026-11-20 09:30, 5 pieces" for every such sample.
FormField sampleField(const CasePageViewModel& page, SamplesOf which, SampleId chosen) {
  const auto& session = page.session();
  std::vector<FieldChoice> choices;
  for (const auto& sample : page.file().samples) {
    if (!isOf(sample, which)) continue;
    const std::string pieces = groupedNumber(sample.quantity);
    const Message words =
        sample.arrivedAt ? Message(tr("{0}, {1} pieces"), {timeText(session.zone, sample.arrivedAt), pieces})
                         : Message(tr("on its way, {0} pieces"), {pieces});
    choices.push_back({std::to_string(sample.id.value), session.translator(words), false});
  }
  std::reverse(choices.begin(), choices.end());  // the newest first
  std::string first = choices.empty() ? std::string() : choices.front().key;
  if (chosen) first = std::to_string(chosen.value);
  return {"sample_id", tr("Sample"), FormFieldKind::choice, first, std::move(choices), false};
}

SampleId sampleOf(const FormValues& values) {
  const std::string id = at(values, "sample_id");
  return id.empty() ? SampleId() : SampleId(std::stoll(id));
}

/// Pieces as typed, 0 when nothing is; a 0 that was typed is a mistake. Throws Invalid(name).
long long piecesTyped(const FormValues& values, const std::string& name) {
  const long long pieces = quantity(values, name);
  if (!at(values, name).empty()) model::requirePieces(pieces, name);
  return pieces;
}

/// People of the site, for a name that may also be somebody else's.
Suggest suggestPeople(const CasePageViewModel& page) {
  std::vector<std::string> names;
  for (const auto& person : page.people())
    if (person.active) names.push_back(person.name);
  return [names = std::move(names)](const std::string& typed, auto answer) {
    std::vector<FieldSuggestion> found;
    for (const auto& name : names)
      if (model::foldText(name).find(model::foldText(typed)) != std::string::npos)
        found.push_back({name, {}});
    answer(std::move(found));
  };
}

}  // namespace

ActionForm sampleForm(const CasePageViewModel& page) {
  const std::string now = nowText(page);
  ActionForm form;
  form.title = {tr("Sample")};
  form.okLabel = tr("Record");
  form.notes.push_back(
      {tr("The clocks of cause and report start when the sample can be analysed, or when none will come.")});
  form.fields.push_back({"to_come",
                         tr("Sample"),
                         FormFieldKind::choice,
                         "yes",
                         {{"yes", tr("A sample arrived"), true}, {"no", tr("No sample will come"), true}},
                         false});
  form.fields.push_back({"quantity", tr("Pieces"), FormFieldKind::quantity, "1", {}, true});
  form.fields.push_back({"arrived_at", tr("Arrived at"), FormFieldKind::moment, now, {}, false});
  form.fields.push_back({"analysable_at", tr("Can be analysed from"), FormFieldKind::moment, {}, {}, true});
  form.fields.push_back({"note", tr("Note"), FormFieldKind::text, {}, {}, false});
  form.execute = [zone = page.session().zone](Workplace workplace, CaseTarget target,
                                              const FormValues& values) {
    model::SampleNews input;
    input.target = std::move(target);
    input.toCome = at(values, "to_come") != "no";
    if (input.toCome) {
      input.arrivedAt = parseMoment(at(values, "arrived_at"), zone, "arrived_at");
      input.analysableAt = parseMoment(at(values, "analysable_at"), zone, "analysable_at");
      input.quantity = piecesTyped(values, "quantity");
    }
    input.note = at(values, "note");
    return model::RecordSample(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm analysableForm(const CasePageViewModel& page, SampleId chosen) {
  ActionForm form;
  form.title = {tr("The sample can be analysed")};
  form.okLabel = tr("Record");
  form.notes.push_back({tr("The clocks of cause and report start with it.")});
  form.fields = {
      sampleField(page, SamplesOf::waiting, chosen),
      {"analysable_at", tr("Can be analysed from"), FormFieldKind::moment, nowText(page), {}, true},
      {"note", tr("Note"), FormFieldKind::text, {}, {}, false},
  };
  form.execute = [zone = page.session().zone](Workplace workplace, CaseTarget target,
                                              const FormValues& values) {
    model::SampleNews input;
    input.target = std::move(target);
    input.sampleId = sampleOf(values);
    input.analysableAt = parseMoment(at(values, "analysable_at"), zone, "analysable_at");
    if (!input.analysableAt) throw model::Invalid("analysable_at", tr("A time is needed here."));
    input.note = at(values, "note");
    return model::RecordSample(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm moveSampleForm(const CasePageViewModel& page, SampleId chosen) {
  ActionForm form;
  form.title = {tr("Hand a sample on")};
  form.okLabel = tr("Hand it on");
  form.fields = {
      sampleField(page, SamplesOf::arrived, chosen),
      {"since", tr("Since"), FormFieldKind::moment, nowText(page), {}, true},
      {"holder", tr("Who has it now"), FormFieldKind::line, {}, {}, false, suggestPeople(page)},
      {"place", tr("Where it is"), FormFieldKind::line, {}, {}, true},
      {"note", tr("Note"), FormFieldKind::text, {}, {}, false},
  };
  form.execute = [zone = page.session().zone](Workplace workplace, CaseTarget target,
                                              const FormValues& values) {
    model::SampleMove input;
    input.target = std::move(target);
    input.sampleId = sampleOf(values);
    input.holder = at(values, "holder");
    input.place = at(values, "place");
    input.since = parseMoment(at(values, "since"), zone, "since");
    input.note = at(values, "note");
    return model::MoveSample(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm sampleConsentForm(const CasePageViewModel& page, SampleId chosen) {
  ActionForm form;
  form.title = {tr("Word on a destructive test")};
  form.okLabel = tr("Record");
  form.notes.push_back({tr("A sample is destroyed only when the customer has agreed.")});
  form.fields = {
      sampleField(page, SamplesOf::toCome, chosen),
      {"state", tr("Customer's word"), FormFieldKind::choice, "granted", choicesOf<model::Consent>(), true},
      {"given_by",
       tr("Who said so, or was asked"),
       FormFieldKind::line,
       page.file().complaint.contact,
       {},
       false},
      {"given_on", tr("On"), FormFieldKind::date, today(page).iso(), {}, true},
      {"note", tr("Note"), FormFieldKind::text, {}, {}, false},
  };
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::SampleWord input;
    input.target = std::move(target);
    input.sampleId = sampleOf(values);
    input.state = viewmodels::chosen(values, "state", model::Consent::asked);
    input.givenBy = at(values, "given_by");
    input.givenOn = parseDay(at(values, "given_on"), "given_on");
    input.note = at(values, "note");
    return model::NoteConsent(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm sampleReturnForm(const CasePageViewModel& page, SampleId chosen) {
  ActionForm form;
  form.title = {tr("A sample becomes a returned good")};
  form.okLabel = tr("Make it a return");
  form.notes.push_back(
      {tr("It gets a return of its own, is in quarantine at once, and every piece has to be settled.")});
  std::vector<FieldChoice> items = itemChoices(page.file());
  const std::string first = items.empty() ? std::string() : items.front().key;
  long long pieces = 0;
  for (const auto& sample : page.file().samples)
    if (sample.id == chosen) pieces = sample.quantity;
  form.fields = {
      sampleField(page, SamplesOf::arrived, chosen),
      {"lines.0.quantity", tr("Pieces"), FormFieldKind::quantity, std::to_string(pieces), {}, true},
      {"lines.0.item", tr("Item"), FormFieldKind::choice, first, std::move(items), false},
      {"lines.0.lot", tr("Lot"), FormFieldKind::line, {}, {}, true},
      {"remarks", tr("Remarks"), FormFieldKind::text, {}, {}, false},
  };
  form.execute = [number = page.file().complaint.number](Workplace workplace, CaseTarget target,
                                                         const FormValues& values) {
    model::NewReturn input;
    input.uuid = target.requestId;
    input.kind = model::ReturnKind::sample;
    input.remarks = at(values, "remarks");
    model::NewReturnLine line;
    line.caseNumber = number;
    line.item = static_cast<int>(quantity(values, "lines.0.item"));
    line.lot = at(values, "lines.0.lot");
    line.sampleId = sampleOf(values);
    line.quantity = piecesTyped(values, "lines.0.quantity");  // 0: all of the sample
    input.lines.push_back(std::move(line));
    const auto saved = model::AnnounceReturn(std::move(workplace)).execute(input);
    return model::Saved{target.id, saved.number, target.version};
  };
  return form;
}

}  // namespace octad::viewmodels
