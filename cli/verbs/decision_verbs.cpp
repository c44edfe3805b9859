#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/verb.hpp"
#include "model/core/error.hpp"
#include "model/usecases/answer_short.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/decide_complaint.hpp"
#include "model/usecases/join_problem.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

void decide(Context& context, const Arguments& arguments, model::Acceptance acceptance,
            const char* sentence) {
  model::AcceptanceDecision decision;
  decision.target = context.target(arguments.text("NUMBER"));
  decision.acceptance = acceptance;
  if (arguments.has("liability")) decision.liability = keyed<model::Liability>(arguments, "liability");
  if (arguments.has("class")) decision.severity = keyed<model::SeverityClass>(arguments, "class");
  decision.reason = arguments.text("reason");
  context.done(model::DecideComplaint(context.workplace()).execute(decision), sentence);
}

void accept(Context& context, const Arguments& arguments) {
  const bool partly = arguments.flag("partly");
  decide(context, arguments, partly ? model::Acceptance::partly : model::Acceptance::accepted,
         partly ? tr("accepted in part") : tr("accepted"));
}

void notOurs(Context& context, const Arguments& arguments) {
  decide(context, arguments, model::Acceptance::notOurs, tr("not our responsibility"));
}

void join(Context& context, const Arguments& arguments) {
  model::ProblemJoin input{context.target(arguments.text("NUMBER")), arguments.text("with"),
                           arguments.text("reason")};
  context.done(model::JoinProblem(context.workplace()).execute(input),
               {tr("joined to the problem of {0}"), {arguments.text("with")}});
}

void answerShort(Context& context, const Arguments& arguments) {
  const string number = arguments.text("NUMBER");
  auto input = model::AnswerShort::from(context.reader().openCase(context.caseId(number)));
  input.target = context.target(number);
  const auto take = [&arguments](string& value, const char* option) {
    if (arguments.has(option)) value = arguments.text(option);
  };
  take(input.cause, "cause");
  take(input.causeCustomer, "cause-customer");
  take(input.action, "action");
  take(input.actionCustomer, "action-customer");
  take(input.owner, "owner");
  if (arguments.has("due")) input.dueOn = arguments.date("due");
  if (arguments.has("done")) input.doneOn = arguments.date("done");
  input.reason = arguments.text("reason");
  input.reply = arguments.text("reply");
  if (arguments.has("medium")) input.medium = arguments.text("medium");
  input.recipient = arguments.text("to");
  context.done(model::AnswerShort(context.workplace()).execute(input), tr("answered short"));
}

void answerInFull(Context& context, const Arguments& arguments) {
  context.done(model::AnswerInFull(context.workplace())
                   .execute({context.target(arguments.text("NUMBER")), arguments.text("reason")}),
               tr("answered by an 8D"));
}

model::ClosingStep closingStep(Context& context, const Arguments& arguments) {
  return {context.target(arguments.text("NUMBER")), arguments.text("reason"),
          arguments.has("result") ? arguments.text("result") : string()};
}

/// Takes the next step towards the end: the owner asks for closing, then somebody else approves it.
void close(Context& context, const Arguments& arguments) {
  const auto step = closingStep(context, arguments);
  const auto state = context.reader().openCase(step.target.id).complaint.state;
  if (state == model::CaseState::closing)
    context.done(model::CloseComplaint(context.workplace()).execute(step), tr("closed"));
  else
    context.done(model::RequestClosing(context.workplace()).execute(step),
                 tr("waits for its closing to be approved by somebody else"));
}

void reopen(Context& context, const Arguments& arguments) {
  context.done(model::ReopenComplaint(context.workplace()).execute(closingStep(context, arguments)),
               tr("reopened"));
}

void cancel(Context& context, const Arguments& arguments) {
  context.done(model::CancelComplaint(context.workplace()).execute(closingStep(context, arguments)),
               tr("cancelled"));
}

}  // namespace

std::vector<Verb> decisionVerbs() {
  return {
      {"case accept",
       {"NUMBER"},
       "accept a complaint",
       [](auto& add) {
         add("partly", bool_switch(), "accept in part (needs --reason)")("reason", value<string>(), "why")(
             "class", value<string>(), "confirm or overrule the class: major, general, other")(
             "liability", value<string>(), "ours, customer, shared, supplier, carrier");
       },
       accept},
      {"case not-ours",
       {"NUMBER"},
       "decline a complaint as not our responsibility",
       [](auto& add) {
         add("reason", value<string>(), "why (needed)")(
             "liability", value<string>(), "customer, supplier, carrier")("class", value<string>(),
                                                                          "major, general, other");
       },
       notOurs},
      {"case join",
       {"NUMBER"},
       "let the 8D of another case serve this one",
       [](auto& add) {
         add("with", value<string>(), "number of the other case")("reason", value<string>(), "why");
       },
       join},
      {"case answer-short",
       {"NUMBER"},
       "answer a complaint that needs no 8D: cause and action at once; again to change them",
       [](auto& add) {
         add("cause", value<string>(), "the cause in a sentence")("cause-customer", value<string>(),
                                                                  "the customer's wording of it")(
             "action", value<string>(), "what is done about it")("action-customer", value<string>(),
                                                                 "the customer's wording of it")(
             "owner", value<string>(), "who does it")("due", value<string>(), "YYYY-MM-DD")(
             "done", value<string>(), "YYYY-MM-DD")("reason", value<string>(),
                                                    "why no 8D (needed for a general complaint)")(
             "reply", value<string>(), "what is sent to the customer with it")(
             "medium", value<string>(),
             "of the reply: email (when not given), portal, phone, letter, meeting")("to", value<string>(),
                                                                                     "who gets the reply");
       },
       answerShort},
      {"case answer-in-full",
       {"NUMBER"},
       "make an 8D of a short answer; cause and action stay",
       [](auto& add) { add("reason", value<string>(), "why (needed)"); },
       answerInFull},
      {"case close",
       {"NUMBER"},
       "ask for closing; on a case in closing review: approve it",
       [](auto& add) {
         add("reason", value<string>(), "result of the case, or why open points are accepted")(
             "result", value<string>(),
             "customer's result: satisfied, conditionally, dissatisfied, no_answer");
       },
       close},
      {"case reopen",
       {"NUMBER"},
       "open a closed case again",
       [](auto& add) { add("reason", value<string>(), "why (needed)"); },
       reopen},
      {"case cancel",
       {"NUMBER"},
       "cancel a case that was entered in error",
       [](auto& add) { add("reason", value<string>(), "why (needed)"); },
       cancel},
  };
}

}  // namespace octad::cli
