#include <algorithm>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/lint.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/usecases/answer_across.hpp"
#include "model/usecases/review_discipline.hpp"
#include "model/usecases/save_discipline.hpp"
#include "model/usecases/submit_discipline.hpp"
#include "model/usecases/verify_effect.hpp"

namespace octad::cli {

using boost::program_options::value;
using model::tr;
using std::string;

namespace {

model::DisciplineCode disciplineOf(const Arguments& arguments) {
  return keyed<model::DisciplineCode>(arguments.text("DISCIPLINE"), "DISCIPLINE");
}

/// The content of a discipline as it is stored, to be changed and saved at the version it was read.
model::DisciplineContent contentOf(Context& context, const string& number, model::DisciplineCode code) {
  const auto target = context.target(number);
  auto content = model::SaveDiscipline::from(context.reader().openCase(target.id), code);
  content.target = target;
  return content;
}

model::Saved save(Context& context, const model::DisciplineContent& content) {
  return model::SaveDiscipline(context.workplace()).execute(content);
}

/// Narrative by options, or the whole content as JSON (the keys of `case show --json`).
void write(Context& context, const Arguments& arguments) {
  const auto code = disciplineOf(arguments);
  auto content = contentOf(context, arguments.text("NUMBER"), code);
  if (arguments.has("json")) {
    const auto target = content.target;
    const auto version = content.disciplineVersion;
    auto json = db::parseJson(context.readText(arguments.text("json")), "json");
    db::readJson(content, json, db::JsonPath{nullptr, {}, {}}, db::JsonMode::strict);
    content.target = target;
    content.code = code;
    if (!json.contains("discipline_version")) content.disciplineVersion = version;
  }
  if (arguments.has("text")) content.text = arguments.text("text");
  if (arguments.has("customer-text")) content.textCustomer = arguments.text("customer-text");
  context.done(save(context, content), {tr("{0} saved"), {string(model::keyOf(code))}});
}

/// The sweep of D3 at one location: how much is suspect, or why it is not applicable; what cannot be reached.
void setSweep(Context& context, const Arguments& arguments) {
  needed(arguments, "location");
  const auto location = keyed<model::SweepLocation>(arguments, "location");
  auto content = contentOf(context, arguments.text("NUMBER"), model::DisciplineCode::d3);
  auto row = std::find_if(content.sweep.begin(), content.sweep.end(),
                          [location](const model::SweepRow& known) { return known.location == location; });
  if (row == content.sweep.end()) {
    row = content.sweep.insert(content.sweep.end(), model::SweepRow{});
    row->location = location;
  }
  if (arguments.has("not-applicable")) row->notApplicable = arguments.text("not-applicable");
  if (const auto suspect = context.pieces(arguments, "suspect")) {
    row->suspect = *suspect;
    if (!arguments.has("not-applicable")) row->notApplicable.clear();
  }
  if (const auto unreachable = context.pieces(arguments, "unreachable")) row->unreachable = *unreachable;
  if (arguments.has("risk-accepted-by")) row->riskAcceptedBy = arguments.text("risk-accepted-by");
  context.done(save(context, content), {tr("sweep noted: {0}"), {context.label(location)}});
}

void setCleanPoint(Context& context, const Arguments& arguments) {
  auto content = contentOf(context, arguments.text("NUMBER"), model::DisciplineCode::d3);
  content.cleanPoint = needed(arguments, "first-good");
  content.cleanPointDate = arguments.date("on");
  context.done(save(context, content), {tr("clean point {0} noted"), {content.cleanPoint}});
}

void addCause(Context& context, const Arguments& arguments) {
  auto content = contentOf(context, arguments.text("NUMBER"), model::DisciplineCode::d4);
  model::Cause cause;
  cause.id = model::CauseId(-1);
  cause.type = keyed<model::CauseType>(needed(arguments, "type"), "type");
  cause.text = needed(arguments, "text");
  cause.textCustomer = arguments.text("customer-text");
  cause.result = arguments.has("result") ? keyed<model::CauseResult>(arguments, "result")
                                         : model::CauseResult::hypothesis;
  cause.method = arguments.text("method");
  cause.proof = arguments.text("proof");
  cause.verifiedBy = arguments.text("by");
  cause.verifiedOn = arguments.date("on");
  content.causes.push_back(cause);
  int position = 0;
  for (const string& answer : arguments.texts("why")) {
    model::WhyStep step;
    step.causeId = cause.id;
    step.position = ++position;
    const auto bar = answer.find('|');
    step.answer = answer.substr(0, bar);
    if (bar != string::npos) step.evidence = answer.substr(bar + 1);
    content.whySteps.push_back(step);
  }
  context.done(save(context, content), {tr("cause {0} added"), {string(model::keyOf(cause.type))}});
}

model::DisciplineCode disciplineFor(model::ActionKind kind) {
  switch (kind) {
    case model::ActionKind::containment:
      return model::DisciplineCode::d3;
    case model::ActionKind::corrective:
      return model::DisciplineCode::d5;
    case model::ActionKind::preventive:
      return model::DisciplineCode::d7;
  }
  return model::DisciplineCode::d5;
}

void addAction(Context& context, const Arguments& arguments) {
  const auto kind =
      arguments.has("kind") ? keyed<model::ActionKind>(arguments, "kind") : model::ActionKind::corrective;
  auto content = contentOf(context, arguments.text("NUMBER"), disciplineFor(kind));
  model::Action action;
  action.kind = kind;
  action.text = needed(arguments, "text");
  action.textCustomer = arguments.text("customer-text");
  action.owner = arguments.text("owner");
  action.dueOn = arguments.date("due");
  if (const auto cause = arguments.number("cause")) action.causeId = model::CauseId(*cause);
  content.actions.push_back(action);
  context.done(save(context, content), tr("action added"));
}

void doneAction(Context& context, const Arguments& arguments) {
  const auto number = arguments.text("NUMBER");
  const auto wanted = arguments.number("ACTION");
  const auto file = context.reader().openCase(context.caseId(number));
  const auto stored = std::find_if(file.actions.begin(), file.actions.end(),
                                   [&](const model::Action& action) { return action.id.value == *wanted; });
  if (stored == file.actions.end())
    throw model::NotFound({tr("Case {0} has no action {1}."), {number, arguments.text("ACTION")}});
  const auto code =
      stored->kind == model::ActionKind::corrective ? model::DisciplineCode::d6 : disciplineFor(stored->kind);
  auto content = contentOf(context, number, code);
  for (model::Action& action : content.actions) {
    if (action.id != stored->id) continue;
    action.doneOn = arguments.has("on") ? arguments.date("on") : context.zone().date(context.clock().now());
    if (arguments.has("proof")) action.proof = arguments.text("proof");
    if (const auto effect = arguments.number("effect")) action.effectiveness = static_cast<int>(*effect);
    if (arguments.has("method")) action.effectivenessMethod = arguments.text("method");
    if (arguments.has("lot")) action.firstGoodLot = arguments.text("lot");
    if (arguments.has("checked-by")) action.checkedBy = arguments.text("checked-by");
    if (arguments.has("checked-on")) action.checkedOn = arguments.date("checked-on");
  }
  context.done(save(context, content), tr("action done"));
}

void submit(Context& context, const Arguments& arguments) {
  model::DisciplineSubmission input;
  input.target = context.target(arguments.text("NUMBER"));
  input.code = disciplineOf(arguments);
  input.onBehalfOf = arguments.text("on-behalf-of");
  if (const auto source = arguments.number("source")) input.sourceAttachmentId = model::AttachmentId(*source);
  context.done(model::SubmitDiscipline(context.workplace()).execute(input),
               {tr("{0} submitted"), {arguments.text("DISCIPLINE")}});
  auto weak = model::weakAnswers(context.reader().openCase(input.target.id), shippedWeakAnswers());
  std::erase_if(weak, [&input](const model::WeakAnswer& answer) { return answer.discipline != input.code; });
  printWeakAnswers(context, context.err(), weak);
}

void approve(Context& context, const Arguments& arguments) {
  const model::DisciplineVerdict verdict{context.target(arguments.text("NUMBER")),
                                         disciplineOf(arguments),
                                         true,
                                         model::RejectReason::none,
                                         arguments.text("reason"),
                                         {}};
  context.done(model::ReviewDiscipline(context.workplace()).execute(verdict),
               {tr("{0} approved"), {arguments.text("DISCIPLINE")}});
}

void reject(Context& context, const Arguments& arguments) {
  const model::DisciplineVerdict verdict{context.target(arguments.text("NUMBER")),
                                         disciplineOf(arguments),
                                         false,
                                         keyed<model::RejectReason>(needed(arguments, "code"), "code"),
                                         arguments.text("reason"),
                                         arguments.text("department")};
  context.done(model::ReviewDiscipline(context.workplace()).execute(verdict),
               {tr("{0} rejected"), {arguments.text("DISCIPLINE")}});
}

void waive(Context& context, const Arguments& arguments) {
  const model::DisciplineWaiver waiver{context.target(arguments.text("NUMBER")), disciplineOf(arguments),
                                       arguments.flag("required"), arguments.text("reason")};
  context.done(model::WaiveDiscipline(context.workplace()).execute(waiver),
               waiver.required ? model::Message(tr("{0} is required again"), {arguments.text("DISCIPLINE")})
                               : model::Message(tr("{0} is not required"), {arguments.text("DISCIPLINE")}));
}

void verify(Context& context, const Arguments& arguments) {
  model::EffectCheck check;
  check.target = context.target(arguments.text("NUMBER"));
  check.result = keyed<model::VerificationResult>(needed(arguments, "result"), "result");
  check.verifiedOn = arguments.has("on") ? *arguments.date("on") : context.zone().date(context.clock().now());
  check.lots = static_cast<int>(arguments.number("lots").value_or(0));
  check.inspected = arguments.number("inspected").value_or(0);
  check.failed = arguments.number("failed").value_or(0);
  check.criterion = arguments.text("criterion");
  check.note = arguments.text("note");
  context.done(model::VerifyEffect(context.workplace()).execute(check),
               check.result == model::VerificationResult::effective
                   ? tr("verified as effective")
                   : tr("verified as not effective; D4, D5 and D6 are open again"));
}

void answerAcross(Context& context, const Arguments& arguments) {
  model::AcrossAnswer input;
  input.target = context.target(arguments.text("NUMBER"));
  input.row = model::RowId(arguments.number("row").value_or(0));
  input.answer = arguments.text("answer");
  input.answeredOn = arguments.has("on") ? *arguments.date("on") : context.today();
  context.done(model::AnswerAcross(context.workplace()).execute(input),
               tr("answer to the read-across recorded"));
}

}  // namespace

std::vector<Verb> disciplineVerbs() {
  return {
      {"case write",
       {"NUMBER", "DISCIPLINE"},
       "write a discipline (D0 … D8): narrative, or its whole content as JSON",
       [](auto& add) {
         add("text", value<string>(), "internal wording")("customer-text", value<string>(),
                                                          "what the customer reads");
       },
       write},
      {"sweep set",
       {"NUMBER"},
       "D3 of a case at one location: what is suspect there, or why it is not applicable",
       [](auto& add) {
         add("location", value<string>(), "raw, wip, finished, transit, customer, field, supplier")(
             "suspect", value<string>(), "pieces that may have the defect")("not-applicable", value<string>(),
                                                                            "why there can be none there")(
             "unreachable", value<string>(), "pieces that nobody can sort any more")(
             "risk-accepted-by", value<string>(), "who accepts the risk of them");
       },
       setSweep},
      {"sweep clean-point",
       {"NUMBER"},
       "the first lot or serial number known to be good; printed on the 3D reply",
       [](auto& add) {
         add("first-good", value<string>(), "lot or serial number")("on", value<string>(),
                                                                    "built on, YYYY-MM-DD");
       },
       setCleanPoint},
      {"case across",
       {"NUMBER"},
       "what another line, product or site answered to the read-across of D7; after closing too",
       [](auto& add) {
         add("row", value<string>(), "id of the row (case show --json: read_across)")(
             "answer", value<string>(), "affected or not, and what is done there")("on", value<string>(),
                                                                                   "YYYY-MM-DD; today");
       },
       answerAcross},
      {"d4 add-cause",
       {"NUMBER"},
       "add a cause with its why-steps",
       [](auto& add) {
         add("type", value<string>(), "TUA, TUN, SUA or SUN")("text", value<string>(), "the cause")(
             "customer-text", value<string>(), "what the customer reads")("result", value<string>(),
                                                                          "hypothesis, confirmed, excluded")(
             "method", value<string>(), "how it was verified")("proof", value<string>(), "what was found")(
             "by", value<string>(), "who verified it")("on", value<string>(), "YYYY-MM-DD")(
             "why", value<std::vector<string>>(), "a why-step, \"answer|evidence\"; again for the next");
       },
       addCause},
      {"action add",
       {"NUMBER"},
       "add an action",
       [](auto& add) {
         add("kind", value<string>(), "containment, corrective (when not given), preventive")(
             "text", value<string>(), "what is done")(
             "customer-text", value<string>(), "what the customer reads")("owner", value<string>(), "who")(
             "due", value<string>(), "YYYY-MM-DD")("cause", value<string>(), "id of the cause it removes");
       },
       addAction},
      {"action done",
       {"NUMBER", "ACTION"},
       "record that an action is done, with proof and effect",
       [](auto& add) {
         add("on", value<string>(), "YYYY-MM-DD; today when not given")(
             "proof", value<string>(), "what proves it")("effect", value<string>(), "percent, 0 to 100")(
             "method", value<string>(), "how the effect was found")("lot", value<string>(),
                                                                    "first good lot or serial")(
             "checked-by", value<string>(), "who checked it")("checked-on", value<string>(), "YYYY-MM-DD");
       },
       doneAction},
      {"case submit",
       {"NUMBER", "DISCIPLINE"},
       "hand a discipline in for review",
       [](auto& add) {
         add("on-behalf-of", value<string>(), "department whose answer this is")(
             "source", value<string>(), "id of the attachment it was taken from");
       },
       submit},
      {"case approve",
       {"NUMBER", "DISCIPLINE"},
       "approve a submitted discipline",
       [](auto& add) { add("reason", value<string>(), "why points that are missing are accepted"); },
       approve},
      {"case reject",
       {"NUMBER", "DISCIPLINE"},
       "send a submitted discipline back",
       [](auto& add) {
         add("code", value<string>(), "unclear, not_executable, no_evidence, wrong_cause, incomplete")(
             "reason", value<string>(), "what has to become better")(
             "department", value<string>(), "only this department's answer, where several answered");
       },
       reject},
      {"case waive",
       {"NUMBER", "DISCIPLINE"},
       "declare a discipline not required, or required again",
       [](auto& add) {
         add("required", boost::program_options::bool_switch(), "required again")("reason", value<string>(),
                                                                                  "why");
       },
       waive},
      {"case verify",
       {"NUMBER"},
       "record a verification of the effect",
       [](auto& add) {
         add("result", value<string>(), "effective or not_effective")("on", value<string>(), "YYYY-MM-DD")(
             "lots", value<string>(), "consecutive lots looked at")(
             "inspected", value<string>(), "pieces inspected")("failed", value<string>(), "pieces failed")(
             "criterion", value<string>(), "what counts as effective")("note", value<string>(), "remark");
       },
       verify},
  };
}

}  // namespace octad::cli
