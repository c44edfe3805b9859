// Questions to departments and suppliers: asked, refused, ruled on, extended, answered for them.
#include <algorithm>
#include <initializer_list>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/verb.hpp"
#include "model/core/error.hpp"
#include "model/eightd/owed_answers.hpp"
#include "model/usecases/assign_department.hpp"
#include "model/usecases/confirm_answer.hpp"
#include "model/usecases/extend_question.hpp"
#include "model/usecases/rule_refusal.hpp"
#include "model/usecases/set_responsibility.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::AssignmentState;
using model::tr;
using std::string;

namespace {

/// The newest question to the department named that stands in one of these states.
model::AssignmentId question(Context& context, const Arguments& arguments, model::ComplaintId id,
                             std::initializer_list<AssignmentState> states) {
  const string department = needed(arguments, "department");
  const auto file = context.reader().openCase(id);
  model::AssignmentId found;
  for (const auto& assignment : file.assignments)
    if (std::find(states.begin(), states.end(), assignment.state) != states.end() &&
        isDepartment(context, assignment.departmentId, department))
      found = assignment.id;
  if (!found)
    throw model::NotFound({tr("{0} has no open question in {1}."), {department, arguments.text("NUMBER")}});
  return found;
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
  const auto id =
      question(context, arguments, target.id, {AssignmentState::asked, AssignmentState::rejected});
  context.done(model::RefuseAssignment(context.workplace())
                   .execute({target, id, arguments.text("reason"), arguments.text("instead")}),
               {tr("refused by {0}"), {arguments.text("department")}});
}

void ruleRefusal(Context& context, const Arguments& arguments) {
  model::RefusalDecision decision;
  decision.target = context.target(arguments.text("NUMBER"));
  decision.assignmentId = question(context, arguments, decision.target.id, {AssignmentState::refused});
  decision.ruling = keyed<model::RefusalRuling>(needed(arguments, "ruling"), "ruling");
  decision.department = arguments.text("ask");
  decision.dueOn = arguments.date("due");
  decision.reason = arguments.text("reason");
  context.done(model::RuleRefusal(context.workplace()).execute(decision),
               {tr("ruled: {0}"), {model::translated(model::labelOf(decision.ruling))}});
}

void withdraw(Context& context, const Arguments& arguments) {
  const auto target = context.target(arguments.text("NUMBER"));
  const auto id = question(context, arguments, target.id,
                           {AssignmentState::asked, AssignmentState::answered, AssignmentState::rejected,
                            AssignmentState::refused});
  context.done(model::WithdrawQuestion(context.workplace()).execute({target, id, arguments.text("reason")}),
               {tr("{0} is not asked any more"), {arguments.text("department")}});
}

void askExtension(Context& context, const Arguments& arguments) {
  const auto target = context.target(arguments.text("NUMBER"));
  const auto id =
      question(context, arguments, target.id, {AssignmentState::asked, AssignmentState::rejected});
  needed(arguments, "until");
  const auto day = *arguments.date("until");
  context.done(model::AskExtension(context.workplace()).execute({target, id, day, arguments.text("reason")}),
               {tr("{0} asks for time until {1}"), {arguments.text("department"), day.iso()}});
}

void ruleExtension(Context& context, const Arguments& arguments) {
  model::ExtensionDecision decision;
  decision.target = context.target(arguments.text("NUMBER"));
  decision.assignmentId =
      question(context, arguments, decision.target.id, {AssignmentState::asked, AssignmentState::rejected});
  if (arguments.flag("grant") == arguments.flag("refuse"))
    throw UsageError("give one of --grant and --refuse");
  decision.grant = arguments.flag("grant");
  decision.day = arguments.date("until");
  decision.words = arguments.text("reason");
  context.done(model::RuleExtension(context.workplace()).execute(decision),
               decision.grant ? tr("extension granted") : tr("extension refused"));
}

void confirm(Context& context, const Arguments& arguments) {
  model::AnswerWord word;
  word.target = context.target(arguments.text("NUMBER"));
  word.code = keyed<model::DisciplineCode>(arguments, "DISCIPLINE");
  word.agreed = !arguments.flag("object");
  word.note = arguments.text("note");
  context.done(model::ConfirmAnswer(context.workplace()).execute(word),
               word.agreed ? tr("answer confirmed") : tr("answer objected to"));
}

void responsibility(Context& context, const Arguments& arguments) {
  const auto target = context.target(arguments.text("NUMBER"));
  auto input = model::SetResponsibility::from(context.reader().openCase(target.id));
  input.target = target;
  const auto take = [&arguments](const char* option, string& into) {
    if (arguments.has(option)) into = arguments.text(option) == "none" ? string() : arguments.text(option);
  };
  take("occurrence", input.occurrence);
  take("escape", input.escape);
  take("analysis", input.analysis);
  input.reason = arguments.text("reason");
  context.done(model::SetResponsibility(context.workplace()).execute(input), tr("responsibility recorded"));
}

std::vector<Verb> extensionVerbs() {
  return {
      {"case extend",
       {"NUMBER"},
       "a department asks for more time; no clock of the case stops for it",
       [](auto& add) {
         add("department", value<string>(), "code or name")("until", value<string>(), "YYYY-MM-DD")(
             "reason", value<string>(), "why");
       },
       askExtension},
      {"case rule-extension",
       {"NUMBER"},
       "grant or refuse the time a department asked for",
       [](auto& add) {
         add("department", value<string>(), "code or name")("grant", bool_switch(), "grant it")(
             "refuse", bool_switch(), "refuse it (needs --reason)")(
             "until", value<string>(), "granted until another day")("reason", value<string>(), "your words");
       },
       ruleExtension},
      {"case confirm",
       {"NUMBER", "DISCIPLINE"},
       "confirm for your department an answer that the CQE entered for it",
       [](auto& add) {
         add("object", bool_switch(), "it is not right (needs --note)")("note", value<string>(),
                                                                        "what is not right");
       },
       confirm},
      {"case responsibility",
       {"NUMBER"},
       "who is responsible for occurrence and escape, and who leads the analysis",
       [](auto& add) {
         add("occurrence", value<string>(), "department that let it occur, or none")(
             "escape", value<string>(), "department that let it escape, or none")(
             "analysis", value<string>(), "department that leads the analysis, or none")(
             "reason", value<string>(), "why (needed)");
       },
       responsibility},
  };
}

}  // namespace

std::vector<Verb> departmentVerbs() {
  std::vector<Verb> verbs{
      {"case assign",
       {"NUMBER"},
       "ask a department for disciplines; several may be asked at once",
       [](auto& add) {
         add("department", value<string>(), "code or name")(
             "disciplines", value<string>(), "D4,D5 when not given")("due", value<string>(), "YYYY-MM-DD")(
             "question", value<string>(), "what is asked");
       },
       assign},
      {"case refuse",
       {"NUMBER"},
       "a department refuses its question; it keeps it until the ruling",
       [](auto& add) {
         add("department", value<string>(), "code or name")("reason", value<string>(), "why")(
             "instead", value<string>(), "department that it takes for the right one");
       },
       refuse},
      {"case rule-refusal",
       {"NUMBER"},
       "rule on a refusal; from the second one on the quality manager does",
       [](auto& add) {
         add("department", value<string>(), "the one that refused")("ruling", value<string>(),
                                                                    "insist, forward or withdraw")(
             "ask", value<string>(), "department asked instead; the one it named when not given")(
             "due", value<string>(), "YYYY-MM-DD; needed to forward")("reason", value<string>(),
                                                                      "said to whoever has to answer");
       },
       ruleRefusal},
      {"case withdraw",
       {"NUMBER"},
       "take a question back",
       [](auto& add) {
         add("department", value<string>(), "code or name")("reason", value<string>(), "why (needed)");
       },
       withdraw},
  };
  for (auto& verb : extensionVerbs()) verbs.push_back(std::move(verb));
  return verbs;
}

}  // namespace octad::cli
