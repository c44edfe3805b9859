#include "gui/viewmodels/action_forms.hpp"

#include <stdexcept>

#include "gui/viewmodels/action_form_parts.hpp"
#include "gui/viewmodels/clock_forms.hpp"
#include "gui/viewmodels/department_forms.hpp"
#include "gui/viewmodels/effect_forms.hpp"
#include "gui/viewmodels/return_forms.hpp"
#include "gui/viewmodels/sample_forms.hpp"
#include "gui/viewmodels/short_answer.hpp"
#include "model/core/moment.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/decide_complaint.hpp"
#include "model/usecases/join_problem.hpp"
#include "model/usecases/reply_customer.hpp"

namespace octad::viewmodels {

using model::CaseTarget;
using model::DisciplineCode;
using model::labelOf;
using model::Message;
using model::Saved;
using model::tr;
using model::translated;
using model::Workplace;

namespace {

/// The classes of the policy that judged the case, by its names, and the one the case has.
std::vector<FieldChoice> classChoices(const CasePageViewModel& page) {
  const auto& file = page.file();
  std::vector<FieldChoice> choices;
  for (const auto& entry : model::EnumKeys<model::SeverityClass>::entries)
    if (file.hasClass(entry.value) || entry.value == file.complaint.severity)
      choices.push_back(
          {std::string(entry.key),
           page.session().translator(model::classWords(entry.value, file.className(entry.value))), false});
  return choices;
}

ActionForm decision(const CasePageViewModel& page, model::Acceptance acceptance, Message title,
                    const char* okLabel) {
  const auto& head = page.file().complaint;
  ActionForm form;
  form.title = std::move(title);
  form.okLabel = okLabel;
  form.dangerous = acceptance == model::Acceptance::notOurs;
  if (acceptance == model::Acceptance::notOurs)
    form.notes.push_back(
        {tr("It stays on record with weight 0. The customer needs an explanation before it can be closed.")});
  form.fields.push_back({"severity", tr("Complaint class"), FormFieldKind::choice, key(head.severity),
                         classChoices(page), false});
  form.fields.push_back({"liability", tr("Liability"), FormFieldKind::choice, key(head.liability),
                         choicesOf<model::Liability>(), true});
  form.fields.push_back(reasonField(acceptance == model::Acceptance::accepted
                                        ? tr("Reason (needed when the class is overruled)")
                                        : tr("Reason")));
  form.execute = [acceptance](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::AcceptanceDecision input;
    input.target = std::move(target);
    input.acceptance = acceptance;
    input.liability = model::fromKey<model::Liability>(at(values, "liability"));
    input.severity = model::fromKey<model::SeverityClass>(at(values, "severity"));
    input.reason = at(values, "reason");
    return model::DecideComplaint(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm joinForm() {
  ActionForm form;
  form.title = {tr("Join another 8D")};
  form.okLabel = tr("Join");
  form.notes.push_back(
      {tr("One 8D then serves both cases. What was written in this case's own 8D stays in the history.")});
  form.fields.push_back({"other", tr("Number of the other case"), FormFieldKind::line, {}, {}, false});
  form.fields.push_back(reasonField(tr("Why it is the same problem")));
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    return model::JoinProblem(std::move(workplace))
        .execute({std::move(target), at(values, "other"), at(values, "reason")});
  };
  return form;
}

model::ReplyStage nextStage(const model::CaseFile& file) {
  const auto sent = [&file](model::ReplyStage stage) {
    for (const auto& reply : file.replies)
      if (reply.stage == stage) return true;
    return false;
  };
  using model::ReplyStage;
  for (const ReplyStage stage : {ReplyStage::first, ReplyStage::d3, ReplyStage::d5, ReplyStage::d8})
    if (!sent(stage)) return stage;
  return ReplyStage::letter;
}

ActionForm replyForm(const CasePageViewModel& page) {
  const auto& head = page.file().complaint;
  ActionForm form;
  form.title = {tr("Record a reply")};
  form.okLabel = tr("Record as sent");
  form.notes.push_back(
      {tr("Octad sends no mail to customers: send the reply as usual and record here what went out. It is "
          "frozen with its hash.")});
  form.fields = {
      {"stage", tr("Reply"), FormFieldKind::choice, key(nextStage(page.file())),
       choicesOf<model::ReplyStage>(), false},
      {"medium", tr("Medium"), FormFieldKind::choice, "email", mediumChoices(), true},
      {"recipient", tr("To"), FormFieldKind::line, head.contact, {}, true},
      {"text", tr("Wording"), FormFieldKind::text, {}, {}, false},
  };
  form.warnings = [file = page.file()](const FormValues& values) {
    return model::SendReply::warnings(file, chosen(values, "stage", model::ReplyStage::first));
  };
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::CustomerReply input;
    input.target = std::move(target);
    input.stage = chosen(values, "stage", model::ReplyStage::first);
    input.medium = at(values, "medium");
    input.recipient = at(values, "recipient");
    input.text = at(values, "text");
    return model::SendReply(std::move(workplace)).execute(input);
  };
  return form;
}

/// What an objection will open again.
std::vector<Message> objectionWarnings(const model::CaseFile& file, const FormValues& values) {
  if (at(values, "status") != "objected") return {};
  std::vector<DisciplineCode> objected;
  for (const auto& entry : model::EnumKeys<DisciplineCode>::entries)
    if (at(values, std::string(entry.key)) == "1") objected.push_back(entry.value);
  for (const auto& reply : file.replies)
    if (objected.empty() && std::to_string(reply.id.value) == at(values, "reply_id"))
      objected.push_back(model::objectedBy(reply.stage));
  std::string codes;
  for (const auto code : model::reopenedBy(objected)) codes += (codes.empty() ? "" : ", ") + key(code);
  if (codes.empty()) return {};
  return {{tr("What of {0} was submitted or approved is opened again."), {codes}}};
}

ActionForm answerForm(const CasePageViewModel& page) {
  ActionForm form;
  form.title = {tr("Record the customer's answer")};
  form.okLabel = tr("Record the answer");
  std::vector<FieldChoice> replies;
  const auto& translate = page.session().translator;
  for (auto reply = page.file().replies.rbegin(); reply != page.file().replies.rend(); ++reply)
    replies.push_back(
        {std::to_string(reply->id.value),
         translate(Message(tr("{0}, sent {1}"), {translated(labelOf(reply->stage)),
                                                 timeText(page.session().zone, reply->sentAt)})),
         false});
  std::vector<FieldChoice> states;
  for (const auto& choice : choicesOf<model::CustomerStatus>())
    if (choice.key != "sent") states.push_back(choice);
  const std::string newest = replies.empty() ? std::string() : replies.front().key;
  form.fields = {
      {"reply_id", tr("Answer to"), FormFieldKind::choice, newest, std::move(replies), false},
      {"status", tr("Answer"), FormFieldKind::choice, "accepted", std::move(states), true},
      {"text", tr("The customer's words (needed for an objection)"), FormFieldKind::text, {}, {}, false},
  };
  for (const auto code : {DisciplineCode::d2, DisciplineCode::d3, DisciplineCode::d4, DisciplineCode::d5,
                          DisciplineCode::d6, DisciplineCode::d7})
    form.fields.push_back({key(code),
                           labelOf(code),
                           FormFieldKind::check,
                           {},
                           {},
                           code != DisciplineCode::d2 && code != DisciplineCode::d5});
  form.notes.push_back({tr("Tick what an objection is about; without a tick it follows from the reply.")});
  form.warnings = [file = page.file()](const FormValues& values) { return objectionWarnings(file, values); };
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::CustomerAnswer input;
    input.target = std::move(target);
    const std::string reply = at(values, "reply_id");
    if (!reply.empty()) input.replyId = model::ReplyId(std::stoll(reply));
    input.status = chosen(values, "status", model::CustomerStatus::accepted);
    input.text = at(values, "text");
    if (input.status == model::CustomerStatus::objected) input.disciplines = checkedDisciplines(values);
    return model::RecordCustomerAnswer(std::move(workplace)).execute(input);
  };
  return form;
}

std::vector<FieldChoice> resultChoices() {
  return {{"", "–", false},
          {"satisfied", tr("Satisfied"), true},
          {"conditionally", tr("Conditionally satisfied"), true},
          {"dissatisfied", tr("Dissatisfied"), true},
          {"no_answer", tr("No answer"), true}};
}

}  // namespace

std::string resultWords(const std::string& key, const Translator& text) {
  for (const auto& choice : resultChoices())
    if (choice.key == key) return choice.translate ? text(choice.label) : choice.label;
  return key;
}

namespace {

template <class UseCase>
ActionForm closingForm(Message title, const char* okLabel, const char* reasonLabel, bool withResult,
                       bool dangerous, const CasePageViewModel& page) {
  ActionForm form;
  form.title = std::move(title);
  form.okLabel = okLabel;
  form.dangerous = dangerous;
  if (withResult)
    form.fields.push_back({"result", tr("Customer's verdict"), FormFieldKind::choice,
                           page.file().complaint.result, resultChoices(), false});
  form.fields.push_back(reasonField(reasonLabel));
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    return UseCase(std::move(workplace))
        .execute({std::move(target), at(values, "reason"), at(values, "result")});
  };
  return form;
}

}  // namespace

std::optional<model::Instant> parseMoment(const std::string& text, const model::Zone& zone,
                                          const std::string& field) {
  if (text.find_first_not_of(' ') == std::string::npos) return std::nullopt;
  return model::parseMoment(text, zone, field);
}

namespace {

ActionForm makeForm(CaseActionId id, const CasePageViewModel& page) {
  switch (id) {
    case CaseActionId::accept:
      return decision(page, model::Acceptance::accepted, {tr("Accept the complaint")}, tr("Accept"));
    case CaseActionId::partly:
      return decision(page, model::Acceptance::partly, {tr("Accept the complaint in part")},
                      tr("Accept in part"));
    case CaseActionId::notOurs:
      return decision(page, model::Acceptance::notOurs, {tr("Not our responsibility")},
                      tr("Decide: not ours"));
    case CaseActionId::join:
      return joinForm();
    case CaseActionId::assign:
      return assignForm(page);
    case CaseActionId::refuse:
      return refuseForm(page);
    case CaseActionId::ruleRefusal:
      return ruleRefusalForm(page);
    case CaseActionId::withdraw:
      return withdrawForm(page);
    case CaseActionId::askExtension:
      return askExtensionForm(page);
    case CaseActionId::ruleExtension:
      return ruleExtensionForm(page);
    case CaseActionId::confirmAnswer:
      return confirmForm(page);
    case CaseActionId::responsibility:
      return responsibilityForm(page);
    case CaseActionId::answerShort:
      return shortAnswerForm(page);
    case CaseActionId::answerInFull:
      return fullAnswerForm();
    case CaseActionId::sample:
      return sampleForm(page);
    case CaseActionId::moveSample:
      return moveSampleForm(page);
    case CaseActionId::sampleConsent:
      return sampleConsentForm(page);
    case CaseActionId::continueReturn:
      return handOverForm(page);
    case CaseActionId::stopClock:
      return stopClockForm(page);
    case CaseActionId::resumeClock:
      return resumeClockForm(page);
    case CaseActionId::decideStop:
      return decideStopForm(page);
    case CaseActionId::extendClock:
      return extendClockForm(page);
    case CaseActionId::campaign:
      return campaignForm(page);
    case CaseActionId::followUp:
      return followUpForm(page);
    case CaseActionId::amend:
      return amendForm(page);
    case CaseActionId::reply:
      return replyForm(page);
    case CaseActionId::answer:
      return answerForm(page);
    case CaseActionId::verify:
      return verifyForm(page);
    case CaseActionId::ruleChallenge:
      return ruleChallengeForm(page);
    case CaseActionId::assess:
      return assessForm(page);
    case CaseActionId::requestClosing: {
      auto form = closingForm<model::RequestClosing>(
          {tr("Request the closing")}, tr("Request closing"),
          tr("Result of the case; with open points also why they are accepted"), true, false, page);
      for (const auto& point : page.missingForClosing()) form.notes.push_back(point.text);
      return form;
    }
    case CaseActionId::close:
      return closingForm<model::CloseComplaint>({tr("Close the case")}, tr("Close the case"), tr("Remark"),
                                                true, false, page);
    case CaseActionId::returnClosing:
      return closingForm<model::ReopenComplaint>({tr("Return the closing")}, tr("Return to the owner"),
                                                 tr("Reason"), false, true, page);
    case CaseActionId::reopen:
      return closingForm<model::ReopenComplaint>({tr("Reopen the case")}, tr("Reopen the case"), tr("Reason"),
                                                 false, true, page);
    case CaseActionId::cancel:
      return closingForm<model::CancelComplaint>({tr("Cancel the case (entered in error)")},
                                                 tr("Cancel the case"), tr("Reason"), false, true, page);
    case CaseActionId::attach:
    case CaseActionId::announceReturn:
    case CaseActionId::save:
    case CaseActionId::submit:
    case CaseActionId::approve:
    case CaseActionId::reject:
    case CaseActionId::waive:
    case CaseActionId::require:
      break;
  }
  throw std::logic_error("this action has no form of its own");
}

}  // namespace

ActionForm actionForm(CaseActionId id, const CasePageViewModel& page) {
  ActionForm form = makeForm(id, page);
  form.whyNot = [id](const CasePageViewModel& now) { return actionOf(now.actions(), id).whyNot; };
  const bool holdsFacts = id == CaseActionId::amend || id == CaseActionId::accept ||
                          id == CaseActionId::partly || id == CaseActionId::notOurs;
  if (holdsFacts) form.again = [id](const CasePageViewModel& now) { return actionForm(id, now); };
  return form;
}

}  // namespace octad::viewmodels
