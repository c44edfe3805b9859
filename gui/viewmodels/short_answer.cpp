#include "gui/viewmodels/short_answer.hpp"

#include "gui/viewmodels/action_form_parts.hpp"
#include "model/eightd/gates.hpp"
#include "model/usecases/answer_short.hpp"

namespace octad::viewmodels {

using model::CaseTarget;
using model::tr;
using model::Workplace;

namespace {

std::string dayText(const std::optional<model::Date>& day) {
  return day ? day->iso() : std::string();
}

}  // namespace

ActionForm shortAnswerForm(const CasePageViewModel& page) {
  const auto& file = page.file();
  const auto stored = model::AnswerShort::from(file);
  const bool changed = file.problem.way == model::AnswerWay::shortReply;
  ActionForm form;
  form.title = {changed ? tr("Change the short answer") : tr("Answer short, without an 8D")};
  form.okLabel = changed ? tr("Save") : tr("Answer short");
  form.notes = {{tr("Cause and action are kept as in an 8D: nothing is typed again when it becomes one.")}};
  form.fields = {
      {"cause", tr("Cause"), FormFieldKind::text, stored.cause, {}, false},
      {"cause_customer", tr("Cause, for the customer"), FormFieldKind::text, stored.causeCustomer, {}, false},
      {"action", tr("What is done about it"), FormFieldKind::text, stored.action, {}, false},
      {"action_customer",
       tr("Action, for the customer"),
       FormFieldKind::text,
       stored.actionCustomer,
       {},
       false},
      {"owner", tr("Owner"), FormFieldKind::line, stored.owner, {}, false},
      {"due_on", tr("Due"), FormFieldKind::date, dayText(stored.dueOn), {}, true},
      {"done_on", tr("Done on"), FormFieldKind::date, dayText(stored.doneOn), {}, true},
  };
  form.fields.push_back(
      {"reply", tr("Reply sent to the customer (empty: none now)"), FormFieldKind::text, {}, {}, false});
  form.fields.push_back({"medium", tr("Medium"), FormFieldKind::choice, "email", mediumChoices(), false});
  form.fields.push_back({"recipient", tr("To"), FormFieldKind::line, file.complaint.contact, {}, true});
  if (!changed && gateStrength(file.complaint.severity) == model::GateStrength::soft)
    form.fields.push_back(reasonField());
  form.whyNot = [](const CasePageViewModel& now) { return model::AnswerShort::whyNot(now.file()); };
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::ShortAnswer input;
    input.target = std::move(target);
    input.cause = at(values, "cause");
    input.causeCustomer = at(values, "cause_customer");
    input.action = at(values, "action");
    input.actionCustomer = at(values, "action_customer");
    input.owner = at(values, "owner");
    input.dueOn = parseDay(at(values, "due_on"), "due_on");
    input.doneOn = parseDay(at(values, "done_on"), "done_on");
    input.reason = at(values, "reason");
    input.reply = at(values, "reply");
    input.medium = at(values, "medium");
    input.recipient = at(values, "recipient");
    return model::AnswerShort(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm fullAnswerForm() {
  ActionForm form;
  form.title = {tr("Make an 8D of the short answer")};
  form.okLabel = tr("Require the 8D");
  form.notes = {{tr("Its disciplines are required again. Cause and action stay in D4 and D5.")}};
  form.fields = {reasonField()};
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    return model::AnswerInFull(std::move(workplace)).execute({std::move(target), at(values, "reason")});
  };
  return form;
}

}  // namespace octad::viewmodels
