#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/verb.hpp"
#include "model/core/error.hpp"
#include "model/usecases/assign_department.hpp"
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

void assign(Context& context, const Arguments& arguments) {
  model::DepartmentQuestion question;
  question.target = context.target(arguments.text("NUMBER"));
  question.department = needed(arguments, "department");
  question.disciplines = arguments.has("disciplines") ? arguments.text("disciplines") : "D4,D5";
  question.question = arguments.text("question");
  needed(arguments, "due");
  question.dueOn = *arguments.date("due");
  context.done(
      model::AssignDepartment(context.workplace()).execute(question),
      {tr("{0} asked for {1} by {2}"), {question.department, question.disciplines, question.dueOn.iso()}});
}

void refuse(Context& context, const Arguments& arguments) {
  const auto target = context.target(arguments.text("NUMBER"));
  const string department = needed(arguments, "department");
  const auto file = context.reader().openCase(target.id);
  for (const auto& assignment : file.assignments) {
    const bool open = assignment.state == model::AssignmentState::asked ||
                      assignment.state == model::AssignmentState::rejected;
    if (!open || !isDepartment(context, assignment.departmentId, department)) continue;
    context.done(model::RefuseAssignment(context.workplace())
                     .execute({target, assignment.id, arguments.text("reason")}),
                 {tr("refused by {0}"), {department}});
    return;
  }
  throw model::NotFound({tr("{0} has no open question in {1}."), {department, arguments.text("NUMBER")}});
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
      {"case assign",
       {"NUMBER"},
       "ask a department for disciplines",
       [](auto& add) {
         add("department", value<string>(), "code or name")(
             "disciplines", value<string>(), "D4,D5 when not given")("due", value<string>(), "YYYY-MM-DD")(
             "question", value<string>(), "what is asked");
       },
       assign},
      {"case refuse",
       {"NUMBER"},
       "a department refuses its question",
       [](auto& add) {
         add("department", value<string>(), "code or name")("reason", value<string>(), "why");
       },
       refuse},
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
