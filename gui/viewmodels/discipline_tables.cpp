#include "gui/viewmodels/discipline_tables.hpp"

namespace octad::viewmodels {

using model::Action;
using model::ActionCandidate;
using model::ActionKind;
using model::Cause;
using model::DisciplineCode;
using model::DisciplineContent;
using model::DocumentChange;
using model::Fact;
using model::IsNot;
using model::ReadAcross;
using model::SweepRow;
using model::TeamMember;
using model::tr;

namespace {

using TablePtr = std::unique_ptr<RowTable>;

RowField line(const char* key, const char* label, int listWidth = 0, bool beside = false) {
  return {key, label, FieldKind::line, listWidth, {}, beside};
}
RowField text(const char* key, const char* label, int listWidth = 0, bool beside = false) {
  return {key, label, FieldKind::text, listWidth, {}, beside};
}

TablePtr teamTable(DisciplineContent& content) {
  std::vector<ColumnOf<TeamMember>> columns{
      lineColumn<TeamMember>(line("name", tr("Name"), 12), &TeamMember::name),
      choiceColumn<TeamMember>(line("role", tr("Function"), 17), &TeamMember::role),
      lineColumn<TeamMember>(line("department", tr("Department or company"), 14), &TeamMember::department),
      lineColumn<TeamMember>(line("contact", tr("E-mail or telephone"), 18), &TeamMember::contact)};
  return std::make_unique<RowsOf<TeamMember>>("team", tr("Team"), content.team, std::move(columns),
                                              [] { return TeamMember(); });
}

TablePtr factTable(DisciplineContent& content) {
  std::vector<ColumnOf<Fact>> columns{
      choiceColumn<Fact>(line("question", tr("Question"), 12), &Fact::question),
      lineColumn<Fact>(text("answer", tr("Internal"), 40), &Fact::answer),
      lineColumn<Fact>(text("answer_customer", tr("For the customer"), 40, true), &Fact::answerCustomer)};
  return std::make_unique<RowsOf<Fact>>(
      "facts", tr("5W2H"), content.facts, std::move(columns), [] { return Fact(); }, true);
}

TablePtr isNotTable(DisciplineContent& content) {
  std::vector<ColumnOf<IsNot>> columns{
      choiceColumn<IsNot>(line("question", tr("Question"), 10), &IsNot::question),
      lineColumn<IsNot>(text("is_fact", tr("Is"), 20), &IsNot::isFact),
      lineColumn<IsNot>(text("is_not", tr("Is not, although it could be"), 18, true), &IsNot::isNot),
      lineColumn<IsNot>(text("distinction", tr("Distinction"), 16), &IsNot::distinction),
      lineColumn<IsNot>(text("changed", tr("What changed there, and when"), 0, true), &IsNot::changed)};
  return std::make_unique<RowsOf<IsNot>>("is_nots", tr("Is / Is not"), content.isNots, std::move(columns),
                                         [] { return IsNot(); });
}

/// What was sorted is typed only where nobody counts by the day; pieces out of reach are somebody's risk.
RowRules<SweepRow> sweepRules(const CountedSweeps& counted) {
  RowRules<SweepRow> rules;
  rules.locked = [&counted](const SweepRow& row, const std::string& field) {
    const bool sum = field == "ok" || field == "ng" || field == "rework" || field == "not_applicable";
    return sum && counted.count(row.id) != 0;
  };
  rules.advice = [](const SweepRow& row, const std::string& field) -> std::optional<model::Message> {
    if (field != "unreachable" || row.unreachable == 0 || !row.riskAcceptedBy.empty()) return std::nullopt;
    return model::Message(tr("Name below who accepts the risk."));
  };
  // Without an answer a 0 would read like a count.
  rules.listWords = [](const SweepRow& row, const std::string& field) -> std::optional<model::Message> {
    const bool answered =
        row.suspect != 0 || row.ok != 0 || row.ng != 0 || row.rework != 0 || row.unreachable != 0;
    if (answered) return std::nullopt;
    if (field != "location") return model::Message("–");
    const std::string place = model::translated(model::labelOf(row.location));
    return row.notApplicable.empty()
               ? model::Message(tr("{0} · not counted yet"), {place})
               : model::Message(tr("{0} · not applicable: {1}"), {place, row.notApplicable});
  };
  return rules;
}

TablePtr sweepTable(DisciplineContent& content, const CountedSweeps& counted) {
  std::vector<ColumnOf<SweepRow>> columns{
      choiceColumn<SweepRow>(line("location", tr("Location"), 28), &SweepRow::location),
      quantityColumn<SweepRow>(line("suspect", tr("Suspect"), 7), &SweepRow::suspect),
      quantityColumn<SweepRow>(line("ok", tr("OK"), 6, true), &SweepRow::ok),
      quantityColumn<SweepRow>(line("ng", tr("NG"), 6, true), &SweepRow::ng),
      quantityColumn<SweepRow>(line("rework", tr("Rework"), 6), &SweepRow::rework),
      quantityColumn<SweepRow>(line("unreachable", tr("Unreachable"), 9, true), &SweepRow::unreachable)};
  RowField open = line("open", tr("Still open"), 7, true);
  open.kind = FieldKind::computed;
  columns.push_back({open, [](const SweepRow& row) { return std::to_string(row.open()); },
                     [](SweepRow&, const std::string&) {}});
  columns.push_back(
      lineColumn<SweepRow>(line("risk_accepted_by", tr("Risk accepted by")), &SweepRow::riskAcceptedBy));
  columns.push_back(
      lineColumn<SweepRow>(line("not_applicable", tr("Not applicable because")), &SweepRow::notApplicable));
  return std::make_unique<RowsOf<SweepRow>>(
      "sweep", tr("Stock sweep"), content.sweep, std::move(columns), [] { return SweepRow(); }, true,
      sweepRules(counted));
}

TablePtr causeTable(DisciplineContent& content) {
  std::vector<ColumnOf<Cause>> columns{
      choiceColumn<Cause>(line("type", tr("Type"), 21), &Cause::type),
      choiceColumn<Cause>(line("result", tr("Result"), 11, true), &Cause::result),
      lineColumn<Cause>(text("text", tr("Cause"), 22), &Cause::text),
      lineColumn<Cause>(text("text_customer", tr("For the customer"), 0, true), &Cause::textCustomer),
      optionalChoiceColumn<Cause>(line("branch", tr("Branch (6M)"), 9), &Cause::branch, tr("not placed")),
      optionalChoiceColumn<Cause>(line("rank", tr("Weight"), 0, true), &Cause::rank, tr("not weighed")),
      lineColumn<Cause>(line("method", tr("How verified")), &Cause::method),
      lineColumn<Cause>(line("verified_by", tr("Verified by"), 0), &Cause::verifiedBy),
      dateColumn<Cause>(line("verified_on", tr("Verified on"), 0, true), &Cause::verifiedOn),
      lineColumn<Cause>(text("proof", tr("Proof: what was found")), &Cause::proof)};
  return std::make_unique<RowsOf<Cause>>("causes", tr("Causes"), content.causes, std::move(columns),
                                         [] { return Cause(); });
}

ColumnOf<Action> percentColumn() {
  RowField field = line("effectiveness", tr("Effect in %"), 8);
  field.kind = FieldKind::percent;
  return {field,
          [](const Action& row) {
            return row.effectiveness ? std::to_string(*row.effectiveness) : std::string();
          },
          [](Action& row, const std::string& value) {
            if (value.empty()) {
              row.effectiveness = std::nullopt;
              return;
            }
            const long long percent = model::parseQuantity(value, "effectiveness");
            if (percent > 100)
              throw model::Invalid("effectiveness", tr("The effect is a whole number from 0 to 100."));
            row.effectiveness = static_cast<int>(percent);
          }};
}

TablePtr actionTable(DisciplineContent& content, ActionKind kind, const char* title,
                     const std::vector<FieldChoice>& departments, const std::vector<FieldChoice>& causes) {
  std::vector<ColumnOf<Action>> columns{
      lineColumn<Action>(text("text", tr("Action"), 24), &Action::text),
      lineColumn<Action>(text("text_customer", tr("For the customer"), 0, true), &Action::textCustomer)};
  if (kind == ActionKind::corrective)
    columns.push_back(
        referenceColumn<Action>(line("cause_id", tr("Against the cause"), 20), &Action::causeId, causes));
  columns.push_back(lineColumn<Action>(line("owner", tr("Owner"), 9), &Action::owner));
  columns.push_back(referenceColumn<Action>(line("department_id", tr("Department"), 0, true),
                                            &Action::departmentId, departments));
  columns.push_back(dateColumn<Action>(line("due_on", tr("Due"), 11), &Action::dueOn));
  columns.push_back(dateColumn<Action>(line("done_on", tr("Done on"), 11, true), &Action::doneOn));
  columns.push_back(lineColumn<Action>(text("proof", tr("Proof of doing"), 0), &Action::proof));
  columns.push_back(percentColumn());
  columns.push_back(lineColumn<Action>(line("effectiveness_method", tr("How the effect was found"), 0, true),
                                       &Action::effectivenessMethod));
  if (kind == ActionKind::containment)
    columns.push_back(lineColumn<Action>(text("side_effects", tr("Side effects and what is done about them")),
                                         &Action::sideEffects));
  return std::make_unique<RowsOf<Action>>("actions", title, content.actions, std::move(columns), [kind] {
    Action action;
    action.kind = kind;
    return action;
  });
}

/// D5 says what is to be done; who proves it is asked in D6.
TablePtr plannedActionTable(DisciplineContent& content, const std::vector<FieldChoice>& departments,
                            const std::vector<FieldChoice>& causes) {
  std::vector<ColumnOf<Action>> columns{
      lineColumn<Action>(text("text", tr("Action"), 24), &Action::text),
      lineColumn<Action>(text("text_customer", tr("For the customer"), 0, true), &Action::textCustomer),
      referenceColumn<Action>(line("cause_id", tr("Against the cause"), 20), &Action::causeId, causes),
      lineColumn<Action>(line("owner", tr("Owner"), 9), &Action::owner),
      referenceColumn<Action>(line("department_id", tr("Department"), 0, true), &Action::departmentId,
                              departments),
      dateColumn<Action>(line("due_on", tr("Due"), 11), &Action::dueOn),
      lineColumn<Action>(text("proof_before", tr("Proof before rollout (trial)")), &Action::proofBefore),
      lineColumn<Action>(text("side_effects", tr("Side effects and what is done about them"), 0, true),
                         &Action::sideEffects)};
  return std::make_unique<RowsOf<Action>>("actions", tr("Corrective actions"), content.actions,
                                          std::move(columns), [] { return Action(); });
}

std::string score(const ActionCandidate& row) {
  if (!row.effect || !row.risk || !row.cost || !row.time) return {};
  return std::to_string(*row.effect + *row.risk + *row.cost + *row.time);
}

/// D5: the decision matrix.
TablePtr candidateTable(DisciplineContent& content, const std::vector<FieldChoice>& causes) {
  RowField sum = line("sum", tr("Sum"), 5, true);
  sum.kind = FieldKind::computed;
  RowField chosen = line("chosen", tr("Decision"), 8);
  chosen.kind = FieldKind::choice;
  chosen.choices = {{"", tr("not chosen"), true}, {"1", tr("chosen"), true}};
  std::vector<ColumnOf<ActionCandidate>> columns{
      lineColumn<ActionCandidate>(text("text", tr("What could be done"), 14), &ActionCandidate::text),
      referenceColumn<ActionCandidate>(line("cause_id", tr("Against the cause"), 12),
                                       &ActionCandidate::causeId, causes),
      optionalNumberColumn<ActionCandidate>(line("effect", tr("Effect"), 6), &ActionCandidate::effect),
      optionalNumberColumn<ActionCandidate>(line("risk", tr("Risk"), 5, true), &ActionCandidate::risk),
      optionalNumberColumn<ActionCandidate>(line("cost", tr("Cost"), 5, true), &ActionCandidate::cost),
      optionalNumberColumn<ActionCandidate>(line("time", tr("Time"), 5, true), &ActionCandidate::time),
      {sum, score, [](ActionCandidate&, const std::string&) {}},
      {chosen, [](const ActionCandidate& row) { return std::string(row.chosen ? "1" : ""); },
       [](ActionCandidate& row, const std::string& value) { row.chosen = value == "1"; }},
      lineColumn<ActionCandidate>(text("reason", tr("Reason of the decision")), &ActionCandidate::reason)};
  return std::make_unique<RowsOf<ActionCandidate>>(
      "candidates", tr("Candidates, scored from 1 (poor) to 5 (good)"), content.candidates,
      std::move(columns), [] { return ActionCandidate(); });
}

/// D6: how the effect is going to be judged, agreed before it is looked at.
TablePtr effectPlan(DisciplineContent& content) {
  using Content = DisciplineContent;
  std::vector<ColumnOf<Content>> columns{
      lineColumn<Content>(line("effect_criterion", tr("Criterion, e.g. no failure in 3 lots")),
                          &Content::effectCriterion),
      optionalNumberColumn<Content>(line("effect_window", tr("Watched for"), 0, true),
                                    &Content::effectWindow),
      optionalChoiceColumn<Content>(line("effect_unit", tr("Unit"), 0, true), &Content::effectUnit, "–"),
      optionalNumberColumn<Content>(line("effect_sample", tr("Sample (pieces)"), 0, true),
                                    &Content::effectSample)};
  return std::make_unique<OneRowOf<Content>>("effect_plan", tr("Validation plan"), content,
                                             std::move(columns));
}

TablePtr recognitionOf(DisciplineContent& content) {
  using Content = DisciplineContent;
  std::vector<ColumnOf<Content>> columns{lineColumn<Content>(
      text("recognition", tr("What the team is thanked for, and how")), &Content::recognition)};
  return std::make_unique<OneRowOf<Content>>("recognition", tr("Recognition"), content, std::move(columns));
}

TablePtr readAcrossTable(DisciplineContent& content, const std::vector<FieldChoice>& departments) {
  std::vector<ColumnOf<ReadAcross>> columns{
      choiceColumn<ReadAcross>(line("kind", tr("Kind"), 15), &ReadAcross::kind),
      lineColumn<ReadAcross>(line("subject", tr("Where else"), 14, true), &ReadAcross::subject),
      lineColumn<ReadAcross>(line("owner", tr("Owner"), 9), &ReadAcross::owner),
      referenceColumn<ReadAcross>(line("department_id", tr("Department"), 0, true), &ReadAcross::departmentId,
                                  departments),
      dateColumn<ReadAcross>(line("due_on", tr("Answer due"), 11), &ReadAcross::dueOn),
      dateColumn<ReadAcross>(line("answered_on", tr("Answered on"), 11, true), &ReadAcross::answeredOn),
      lineColumn<ReadAcross>(text("answer", tr("Affected or not, and what is done there")),
                             &ReadAcross::answer)};
  return std::make_unique<RowsOf<ReadAcross>>("read_across", tr("Read-across: where else the cause may act"),
                                              content.readAcross, std::move(columns),
                                              [] { return ReadAcross(); });
}

/// D6: the actions of D5 as they were done. What they are is read only here.
TablePtr doneActionTable(DisciplineContent& content) {
  RowField what = text("text", tr("Action"), 24);
  what.kind = FieldKind::computed;
  RowField due = line("due_on", tr("Due"), 11);
  due.kind = FieldKind::computed;
  std::vector<ColumnOf<Action>> columns{
      {what, [](const Action& row) { return row.text; }, [](Action&, const std::string&) {}},
      {due, [](const Action& row) { return row.dueOn ? row.dueOn->iso() : std::string(); },
       [](Action&, const std::string&) {}},
      dateColumn<Action>(line("done_on", tr("Done on"), 11), &Action::doneOn),
      lineColumn<Action>(line("first_good_lot", tr("First lot made with it"), 0, true),
                         &Action::firstGoodLot),
      lineColumn<Action>(text("proof", tr("Proof of doing")), &Action::proof),
      percentColumn(),
      lineColumn<Action>(line("effectiveness_method", tr("How the effect was found"), 0, true),
                         &Action::effectivenessMethod),
      lineColumn<Action>(line("checked_by", tr("Checked by"), 9), &Action::checkedBy),
      dateColumn<Action>(line("checked_on", tr("Checked on"), 0, true), &Action::checkedOn),
      lineColumn<Action>(line("change_record", tr("4M or engineering change no.")), &Action::changeRecord),
      optionalChoiceColumn<Action>(line("customer_approval", tr("Customer's approval (PCN, PPAP)")),
                                   &Action::customerApproval, tr("no approval needed")),
      lineColumn<Action>(line("approval_record", tr("Approval no."), 0, true), &Action::approvalRecord)};
  return std::make_unique<RowsOf<Action>>(
      "actions", tr("Corrective actions as done"), content.actions, std::move(columns),
      [] { return Action(); }, true);
}

TablePtr documentTable(DisciplineContent& content) {
  std::vector<ColumnOf<DocumentChange>> columns{
      choiceColumn<DocumentChange>(line("kind", tr("Kind"), 14), &DocumentChange::kind),
      lineColumn<DocumentChange>(line("document", tr("Document"), 16, true), &DocumentChange::document),
      lineColumn<DocumentChange>(line("old_revision", tr("Old revision"), 12), &DocumentChange::oldRevision),
      lineColumn<DocumentChange>(line("new_revision", tr("New revision"), 12, true),
                                 &DocumentChange::newRevision),
      dateColumn<DocumentChange>(line("effective_on", tr("Valid from"), 11), &DocumentChange::effectiveOn),
      lineColumn<DocumentChange>(line("not_affected", tr("Not affected because")),
                                 &DocumentChange::notAffected),
      optionalNumberColumn<DocumentChange>(line("severity_before", tr("FMEA before: S")),
                                           &DocumentChange::severityBefore),
      optionalNumberColumn<DocumentChange>(line("occurrence_before", tr("O"), 0, true),
                                           &DocumentChange::occurrenceBefore),
      optionalNumberColumn<DocumentChange>(line("detection_before", tr("D"), 0, true),
                                           &DocumentChange::detectionBefore),
      optionalNumberColumn<DocumentChange>(line("severity_after", tr("FMEA after: S")),
                                           &DocumentChange::severityAfter),
      optionalNumberColumn<DocumentChange>(line("occurrence_after", tr("O"), 0, true),
                                           &DocumentChange::occurrenceAfter),
      optionalNumberColumn<DocumentChange>(line("detection_after", tr("D"), 0, true),
                                           &DocumentChange::detectionAfter)};
  return std::make_unique<RowsOf<DocumentChange>>("document_changes", tr("Changed documents"),
                                                  content.documentChanges, std::move(columns),
                                                  [] { return DocumentChange(); });
}

}  // namespace

std::vector<std::unique_ptr<RowTable>> disciplineTables(DisciplineContent& content,
                                                        const std::vector<FieldChoice>& departments,
                                                        const std::vector<FieldChoice>& causes,
                                                        const CountedSweeps& counted) {
  std::vector<TablePtr> tables;
  switch (content.code) {
    case DisciplineCode::d0:
      break;
    case DisciplineCode::d8:
      tables.push_back(recognitionOf(content));
      break;
    case DisciplineCode::d1:
      tables.push_back(teamTable(content));
      break;
    case DisciplineCode::d2:
      tables.push_back(factTable(content));
      tables.push_back(isNotTable(content));
      break;
    case DisciplineCode::d3:
      tables.push_back(sweepTable(content, counted));
      tables.push_back(
          actionTable(content, ActionKind::containment, tr("Containment actions"), departments, causes));
      break;
    case DisciplineCode::d4:
      tables.push_back(causeTable(content));
      break;
    case DisciplineCode::d5:
      tables.push_back(candidateTable(content, causes));
      tables.push_back(plannedActionTable(content, departments, causes));
      break;
    case DisciplineCode::d6:
      tables.push_back(effectPlan(content));
      tables.push_back(doneActionTable(content));
      break;
    case DisciplineCode::d7:
      tables.push_back(documentTable(content));
      tables.push_back(
          actionTable(content, ActionKind::preventive, tr("Preventive actions"), departments, causes));
      tables.push_back(readAcrossTable(content, departments));
      break;
  }
  return tables;
}

}  // namespace octad::viewmodels
