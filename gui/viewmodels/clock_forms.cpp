#include "gui/viewmodels/clock_forms.hpp"

#include "gui/viewmodels/action_form_parts.hpp"
#include "model/usecases/campaigns.hpp"
#include "model/usecases/extend_clock.hpp"
#include "model/usecases/follow_up.hpp"
#include "model/usecases/stop_clock.hpp"

namespace octad::viewmodels {

using model::CaseTarget;
using model::ClockName;
using model::labelOf;
using model::Message;
using model::tr;
using model::translated;
using model::Workplace;

namespace {

FormField clockField(const std::vector<ClockName>& names) {
  std::vector<FieldChoice> clocks;
  for (const auto name : names) clocks.push_back({key(name), labelOf(name), true});
  const std::string first = clocks.empty() ? std::string() : clocks.front().key;
  return {"clock", tr("Clock"), FormFieldKind::choice, first, std::move(clocks), false};
}

ClockName clockOf(const FormValues& values) {
  return chosen(values, "clock", ClockName::finalReport);
}

}  // namespace

ActionForm stopClockForm(const CasePageViewModel& page) {
  const bool approves = approvesTime(page.session().actor, page.people());
  ActionForm form;
  form.title = {tr("Stop a clock")};
  form.okLabel = approves ? tr("Stop the clock") : tr("Ask for the stop");
  if (!approves)
    form.notes.push_back(
        {tr("The clock runs until the quality manager approves the stop; then it counts from "
            "now.")});
  form.fields = {
      clockField(runningClocks(page.file())),
      {"waits_for", tr("Waits for"), FormFieldKind::choice, "test", choicesOf<model::Awaited>(), true},
      {"expected_end", tr("Expected to run again on"), FormFieldKind::date, {}, {}, false},
      reasonField()};
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::ClockStop input;
    input.target = std::move(target);
    input.clock = clockOf(values);
    input.waitsFor = chosen(values, "waits_for", model::Awaited::test);
    input.expectedEnd = parseDay(at(values, "expected_end"), "expected_end");
    input.reason = at(values, "reason");
    return model::StopClock(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm resumeClockForm(const CasePageViewModel& page) {
  ActionForm form;
  form.title = {tr("Let a clock run again")};
  form.okLabel = tr("Let it run");
  form.fields = {clockField(stoppedClocks(page.file())), reasonField()};
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::ClockStop input;
    input.target = std::move(target);
    input.clock = clockOf(values);
    input.resume = true;
    input.reason = at(values, "reason");
    return model::StopClock(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm decideStopForm(const CasePageViewModel& page) {
  const auto& file = page.file();
  ActionForm form;
  form.title = {tr("Approve the stop of a clock")};
  form.okLabel = tr("Record the decision");
  for (const auto& pause : file.pauses)
    if (pause.isOpen() && pause.stands() == model::PauseState::asked)
      form.notes.push_back(
          {tr("{0}: {1} asks, waits for: {2}, until {3}: {4}"),
           {translated(labelOf(pause.clock)), pause.askedBy ? file.personName(*pause.askedBy) : std::string(),
            translated(labelOf(pause.waitsFor.value_or(model::Awaited::test))),
            pause.expectedEnd ? pause.expectedEnd->iso() : std::string("–"), pause.reason}});
  form.fields = {
      clockField(askedStops(file)),
      {"approve",
       tr("Decision"),
       FormFieldKind::choice,
       "1",
       {{"1", labelOf(model::PauseState::approved), true}, {"0", labelOf(model::PauseState::refused), true}},
       true},
      {"words", tr("Words to whoever asked (needed to refuse)"), FormFieldKind::text, {}, {}, false}};
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    return model::DecideStop(std::move(workplace))
        .execute({std::move(target), clockOf(values), at(values, "approve") == "1", at(values, "words")});
  };
  return form;
}

ActionForm extendClockForm(const CasePageViewModel& page) {
  const bool inHouse = approvesTime(page.session().actor, page.people());
  ActionForm form;
  form.title = {tr("Agree on a later date")};
  form.okLabel = tr("Record the agreement");
  form.notes.push_back(
      {tr("It moves the due date and is no stop. What the customer agrees to takes the place of "
          "the date they asked for.")});
  std::vector<FieldChoice> sides{{"customer", tr("with the customer"), true}};
  if (inHouse) sides.push_back({"house", tr("in the house"), true});
  form.fields = {clockField(extendableClocks(page.file())),
                 {"until_day", tr("New date"), FormFieldKind::date, {}, {}, true},
                 {"by", tr("Agreed"), FormFieldKind::choice, "customer", std::move(sides), false},
                 {"agreed_with",
                  tr("Who at the customer agreed"),
                  FormFieldKind::line,
                  page.file().complaint.contact,
                  {},
                  true},
                 {"document", tr("Mail or minutes that show it"), FormFieldKind::line, {}, {}, false},
                 reasonField()};
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::ClockAgreement input;
    input.target = std::move(target);
    input.clock = clockOf(values);
    input.untilDay = requiredDay(values, "until_day");
    input.byCustomer = at(values, "by") != "house";
    input.agreedWith = input.byCustomer ? at(values, "agreed_with") : std::string();
    input.document = at(values, "document");
    input.reason = at(values, "reason");
    return model::ExtendClock(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm campaignForm(const CasePageViewModel& page) {
  const auto& file = page.file();
  model::CampaignFacts facts{page.session().zone.date(file.complaint.receivedAt), {}, {}};
  facts.customers = {file.customer.name, file.customer.code};
  for (const auto& item : file.items) facts.parts.push_back(file.partNumber(item.partId));
  for (const auto& part : file.parts) facts.parts.push_back(part.family);
  ActionForm form;
  form.title = {tr("Campaign")};
  form.okLabel = tr("Save");
  std::string now;
  std::vector<FieldChoice> choices{{"", tr("none"), true}};
  for (const auto& campaign : page.campaigns()) {
    choices.push_back({campaign.name, campaign.name, false});
    if (file.complaint.campaignId == campaign.id) now = campaign.name;
    if (fits(campaign, facts))
      form.notes.push_back({tr("{0} fits by part, customer and day."), {campaign.name}});
  }
  form.fields = {{"campaign", tr("Campaign"), FormFieldKind::choice, now, std::move(choices), false},
                 reasonField(tr("Reason (needed to change it)"))};
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    return model::ChooseCampaign(std::move(workplace))
        .execute({std::move(target), at(values, "campaign"), at(values, "reason")});
  };
  return form;
}

ActionForm followUpForm(const CasePageViewModel& page) {
  ActionForm form;
  form.title = {tr("Visit after the closing")};
  form.okLabel = tr("Record the visit");
  if (const auto* open = model::openFollowUp(page.file()); open && open->dueOn)
    form.notes.push_back({tr("It is due on {0}."), {open->dueOn->iso()}});
  form.fields = {
      {"done_on", tr("On"), FormFieldKind::date, today(page).iso(), {}, false},
      {"way",
       tr("How"),
       FormFieldKind::choice,
       "phone",
       {{"visit", tr("Visit"), true},
        {"phone", tr("Telephone"), true},
        {"meeting", tr("Meeting"), true},
        {"email", tr("E-mail"), true}},
       true},
      {"spoken_with", tr("Spoken with"), FormFieldKind::line, page.file().complaint.contact, {}, false},
      {"satisfaction", tr("The customer is"), FormFieldKind::choice, "satisfied",
       choicesOf<model::Satisfaction>(), true},
      {"words", tr("What the customer said"), FormFieldKind::text, {}, {}, false}};
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::FollowUpVisit input;
    input.target = std::move(target);
    input.doneOn = requiredDay(values, "done_on");
    input.way = at(values, "way");
    input.spokenWith = at(values, "spoken_with");
    input.satisfaction = chosen(values, "satisfaction", model::Satisfaction::satisfied);
    input.words = at(values, "words");
    return model::RecordFollowUp(std::move(workplace)).execute(input);
  };
  return form;
}

}  // namespace octad::viewmodels
