#include "model/eightd/gates.hpp"

#include <algorithm>
#include <set>

#include "model/core/text.hpp"
#include "model/eightd/beginning.hpp"
#include "model/eightd/challenge.hpp"

namespace octad::model {

namespace {

using Points = std::vector<MissingPoint>;

const Discipline* find(const CaseFile& file, DisciplineCode code) {
  for (const auto& discipline : file.disciplines)
    if (discipline.code == code) return &discipline;
  return nullptr;
}

bool notRequired(const CaseFile& file, DisciplineCode code) {
  const auto* discipline = find(file, code);
  return discipline && discipline->state == DisciplineState::notRequired;
}

bool settled(const CaseFile& file, DisciplineCode code) {
  const auto* discipline = find(file, code);
  return discipline && (discipline->state == DisciplineState::approved ||
                        discipline->state == DisciplineState::notRequired);
}

Points missingD0(const CaseFile& file) {
  const auto* discipline = find(file, DisciplineCode::d0);
  if (discipline && !discipline->text.empty()) return {};
  return {{DisciplineCode::d0, "text",
           tr("The emergency response, or why none is needed, is not written down.")}};
}

Points missingD1(const CaseFile& file) {
  Points points;
  const bool leader =
      file.problem.leaderId || std::any_of(file.team.begin(), file.team.end(),
                                           [](const auto& m) { return m.role == TeamFunction::leader; });
  if (!leader) points.push_back({DisciplineCode::d1, "team", tr("The team has no leader.")});
  std::set<std::string> departments;
  for (const auto& teamMember : file.team)
    if (!teamMember.department.empty()) departments.insert(foldText(teamMember.department));
  if (departments.size() < 2)
    points.push_back({DisciplineCode::d1, "team", tr("The team needs members of two departments or more.")});
  return points;
}

Points missingD2(const CaseFile& file) {
  Points points;
  const auto* discipline = find(file, DisciplineCode::d2);
  if (file.complaint.statement.empty() && (!discipline || discipline->text.empty()))
    points.push_back({DisciplineCode::d2, "statement", tr("The problem is not stated in our own words.")});
  for (const Question question : {Question::what, Question::where, Question::when, Question::howMany}) {
    const bool answered = std::any_of(file.facts.begin(), file.facts.end(), [question](const Fact& fact) {
      return fact.question == question && !fact.answer.empty();
    });
    if (!answered)
      points.push_back({DisciplineCode::d2,
                        "facts." + std::string(keyOf(question)),
                        {tr("The question \"{0}\" is not answered."), {translated(labelOf(question))}}});
  }
  return points;
}

/// What is wrong with one counted location.
Points missingInSweep(const SweepRow& row) {
  const std::string field = "sweep." + std::string(keyOf(row.location));
  const std::string place = translated(labelOf(row.location));
  if (!row.notApplicable.empty()) return {};
  if (row.suspect == 0 && row.ok == 0 && row.ng == 0 && row.rework == 0 && row.unreachable == 0)
    return {{DisciplineCode::d3,
             field,
             {tr("Stock sweep, {0}: enter what was counted, or why it does not apply."), {place}}}};
  Points points;
  if (row.open() > 0)
    points.push_back({DisciplineCode::d3,
                      field,
                      {tr("Stock sweep, {0}: {1} of {2} suspect pieces are not sorted yet."),
                       {place, std::to_string(row.open()), std::to_string(row.suspect)}}});
  if (row.open() < 0)
    points.push_back({DisciplineCode::d3,
                      field,
                      {tr("Stock sweep, {0}: {1} pieces more are sorted than {2} suspect ones."),
                       {place, std::to_string(-row.open()), std::to_string(row.suspect)}}});
  if (row.unreachable > 0 && row.riskAcceptedBy.empty())
    points.push_back({DisciplineCode::d3,
                      field,
                      {tr("Stock sweep, {0}: nobody accepted the risk of the {1} pieces out of reach."),
                       {place, std::to_string(row.unreachable)}}});
  return points;
}

Points missingD3(const CaseFile& file) {
  Points points;
  for (const auto& location : EnumKeys<SweepLocation>::entries) {
    SweepRow row;  // a location nobody wrote down is one that nobody counted
    row.location = location.value;
    for (const auto& known : file.sweep)
      if (known.location == location.value) row = known;
    const Points wrong = missingInSweep(row);
    points.insert(points.end(), wrong.begin(), wrong.end());
  }
  const bool contained = std::any_of(file.actions.begin(), file.actions.end(), [](const Action& action) {
    return action.kind == ActionKind::containment && action.doneOn && !action.proof.empty();
  });
  if (!contained)
    points.push_back(
        {DisciplineCode::d3, "actions", tr("No containment action is done and proven to work.")});
  if (file.problem.cleanPoint.empty())
    points.push_back({DisciplineCode::d3, "clean_point",
                      tr("The clean point (first lot or serial known good) is not named.")});
  for (const auto& other : file.otherCustomers)
    if (other.decision == NotifyDecision::open)
      points.push_back({DisciplineCode::d3,
                        "other_customers",
                        {tr("{0} received suspect lots: decide whether this customer is notified."),
                         {other.customerName}}});
  return points;
}

void checkCause(const Cause& cause, const CaseFile& file, Points& points) {
  const auto say = [&points, &cause](const char* text, const char* column) {
    points.push_back({DisciplineCode::d4, "causes", {text, {beginningOf(cause.text)}}, cause.id, {}, column});
  };
  if (cause.result == CauseResult::hypothesis)
    say(tr("Cause \"{0}\" is still a hypothesis: confirm or exclude it."), "result");
  if (cause.result != CauseResult::confirmed) return;
  if (cause.method.empty()) say(tr("Cause \"{0}\": how it was verified is missing."), "method");
  if (cause.proof.empty()) say(tr("Cause \"{0}\": the proof is missing."), "proof");
  if (!cause.verifiedOn) say(tr("Cause \"{0}\": the date of the verification is missing."), "verified_on");
  const bool asked = std::any_of(file.whySteps.begin(), file.whySteps.end(), [&cause](const WhyStep& step) {
    return step.causeId == cause.id && !step.answer.empty();
  });
  if (!asked) say(tr("Cause \"{0}\" has no why-step."), "why_steps");
}

Points missingD4(const CaseFile& file) {
  Points points;
  const auto anyOf = [&file](CauseType type, CauseResult result, bool withProof) {
    return std::any_of(file.causes.begin(), file.causes.end(), [&](const Cause& cause) {
      return cause.type == type && cause.result == result && !(withProof && cause.proof.empty());
    });
  };
  if (!anyOf(CauseType::tua, CauseResult::confirmed, false))
    points.push_back({DisciplineCode::d4, "causes", tr("No technical cause of occurrence is confirmed.")});
  if (!anyOf(CauseType::tun, CauseResult::confirmed, false) &&
      !anyOf(CauseType::tun, CauseResult::excluded, true))
    points.push_back({DisciplineCode::d4, "causes",
                      tr("No technical cause of non-detection is confirmed, or excluded with proof.")});
  for (const auto& cause : file.causes) checkCause(cause, file, points);
  return points;
}

/// A corrective action is directed at a cause that was proven: D5 does not go before D4.
void checkDirection(const Action& action, const CaseFile& file, Points& points) {
  const auto say = [&points, &action](const char* text) {
    points.push_back(
        {DisciplineCode::d5, "actions", {text, {beginningOf(action.text)}}, {}, action.id, "cause_id"});
  };
  if (!action.causeId) return say(tr("Action \"{0}\" is directed at no cause: choose one of D4."));
  for (const auto& cause : file.causes)
    if (cause.id == *action.causeId && cause.result != CauseResult::confirmed)
      say(tr("Action \"{0}\" rests on a cause that is not confirmed."));
}

Points missingD5(const CaseFile& file) {
  Points points;
  const auto isPlanned = [](const Action& action) {
    return action.kind == ActionKind::corrective && !action.owner.empty() && action.dueOn;
  };
  bool confirmed = false;
  for (const auto& cause : file.causes) {
    if (cause.result != CauseResult::confirmed) continue;
    confirmed = true;
    const bool planned = std::any_of(file.actions.begin(), file.actions.end(), [&](const Action& action) {
      return action.causeId == cause.id && isPlanned(action);
    });
    if (!planned)
      points.push_back(
          {DisciplineCode::d5,
           "actions",
           {tr("Cause \"{0}\" has no corrective action with owner and due date."), {beginningOf(cause.text)}},
           cause.id});
  }
  if (!confirmed && std::none_of(file.actions.begin(), file.actions.end(), isPlanned))
    points.push_back(
        {DisciplineCode::d5, "actions", tr("There is no corrective action with owner and due date.")});
  for (const auto& action : file.actions)
    if (action.kind == ActionKind::corrective) checkDirection(action, file, points);
  return points;
}

void checkImplementation(const Action& action, Points& points) {
  const auto say = [&points, &action](const char* text, const char* column) {
    points.push_back(
        {DisciplineCode::d6, "actions", {text, {beginningOf(action.text)}}, {}, action.id, column});
  };
  if (!action.doneOn) say(tr("Action \"{0}\" is not done."), "done_on");
  if (action.proof.empty()) say(tr("Action \"{0}\": the proof is missing."), "proof");
  if (!action.effectiveness)
    say(tr("Action \"{0}\": the effectiveness in percent is missing."), "effectiveness");
  if (action.effectivenessMethod.empty())
    say(tr("Action \"{0}\": how the effectiveness was found is missing."), "effectiveness_method");
  if (action.firstGoodLot.empty())
    say(tr("Action \"{0}\": the first good lot is missing."), "first_good_lot");
  if (action.checkedBy.empty())
    say(tr("Action \"{0}\" is not checked."), "checked_by");
  else if (foldText(action.checkedBy) == foldText(action.owner))
    say(tr("Action \"{0}\" is checked by its owner: somebody else has to."), "checked_by");
  if (action.customerApproval && *action.customerApproval != CustomerApproval::granted)
    say(tr("Action \"{0}\": the customer's approval of the change (PCN, PPAP) is not granted."),
        "customer_approval");
}

Points missingD6(const CaseFile& file) {
  Points points;
  bool any = false;
  for (const auto& action : file.actions) {
    if (action.kind != ActionKind::corrective) continue;
    any = true;
    checkImplementation(action, points);
  }
  if (!any && !notRequired(file, DisciplineCode::d5))
    points.push_back({DisciplineCode::d6, "actions", tr("There is no corrective action to implement.")});
  return points;
}

Points missingD7(const CaseFile& file) {
  Points points;
  for (const DocumentKind kind :
       {DocumentKind::pfmea, DocumentKind::controlPlan, DocumentKind::workInstruction}) {
    const bool answered = std::any_of(
        file.documentChanges.begin(), file.documentChanges.end(), [kind](const DocumentChange& row) {
          const bool changed = !row.newRevision.empty() && row.newRevision != row.oldRevision;
          return row.kind == kind && (changed || !row.notAffected.empty());
        });
    if (!answered)
      points.push_back({DisciplineCode::d7,
                        "document_changes." + std::string(keyOf(kind)),
                        {tr("{0}: enter the old and new revision, or why it is not affected."),
                         {translated(labelOf(kind))}}});
  }
  return points;
}

/// What the effective verifications add up to.
struct Observed {
  int lots = 0;
  long long pieces = 0;
  std::optional<Date> last;
};

/// The validation plan of D6: how long the effect is watched, and on how many pieces.
Points missingInPlan(const CaseFile& file, const Observed& observed, int verificationLots) {
  const Problem& plan = file.problem;
  const auto point = [](const char* text, long long seen, long long wanted) {
    return MissingPoint{
        DisciplineCode::d8, "verifications", {text, {std::to_string(seen), std::to_string(wanted)}}};
  };
  Points points;
  long long lots = verificationLots;
  if (plan.effectWindow && plan.effectUnit == WindowUnit::lots) lots = std::max(lots, *plan.effectWindow);
  if (observed.lots < lots)
    points.push_back(point(tr("The effect is verified on {0} of {1} lots."), observed.lots, lots));
  if (plan.effectWindow && plan.effectUnit == WindowUnit::pieces && observed.pieces < *plan.effectWindow)
    points.push_back(
        point(tr("The effect is verified on {0} of {1} pieces."), observed.pieces, *plan.effectWindow));
  if (plan.effectSample && observed.pieces < *plan.effectSample)
    points.push_back(point(tr("{0} pieces of the planned sample of {1} are inspected."), observed.pieces,
                           *plan.effectSample));
  if (plan.effectWindow && plan.effectUnit == WindowUnit::days && plan.cleanPointDate && observed.last) {
    const long long days = daysBetween(*plan.cleanPointDate, *observed.last);
    if (days < *plan.effectWindow)
      points.push_back(point(tr("The effect is watched for {0} of {1} days since the clean point."), days,
                             *plan.effectWindow));
  }
  return points;
}

/// Only what was found after the last failure proves anything.
Points missingEffect(const CaseFile& file, int verificationLots) {
  const Verification* failure = nullptr;
  for (const auto& candidate : file.verifications)
    if (candidate.result == VerificationResult::notEffective &&
        (!failure || failure->recordedAt < candidate.recordedAt))
      failure = &candidate;
  Observed observed;
  bool effective = false;
  for (const auto& candidate : file.verifications) {
    if (candidate.result != VerificationResult::effective) continue;
    if (failure && candidate.recordedAt <= failure->recordedAt) continue;
    effective = true;
    observed.lots += candidate.lots;
    observed.pieces += candidate.inspected;
    if (!observed.last || *observed.last < candidate.verifiedOn) observed.last = candidate.verifiedOn;
  }
  if (!effective && failure)
    return {
        {DisciplineCode::d8,
         "verifications",
         {tr("The last verification ({0}) was not effective: verify again."), {failure->verifiedOn.iso()}}}};
  if (!effective) return {{DisciplineCode::d8, "verifications", tr("The effect is not verified.")}};
  return missingInPlan(file, observed, verificationLots);
}

/// The newest reply that `wanted` accepts, by the time it was sent.
template <class Predicate>
const Reply* newestReply(const CaseFile& file, Predicate wanted) {
  const Reply* newest = nullptr;
  for (const auto& reply : file.replies)
    if (wanted(reply.stage) && (!newest || !(reply.sentAt < newest->sentAt))) newest = &reply;
  return newest;
}

Points missingAnswer(const Reply* reply, DisciplineCode code, const char* notSent) {
  if (!reply) return {{code, "replies", notSent}};
  const std::string stage = translated(labelOf(reply->stage));
  if (reply->status == CustomerStatus::sent)
    return {{code, "replies", {tr("{0}: the customer's answer is not recorded."), {stage}}}};
  if (reply->status == CustomerStatus::objected)
    return {{code,
             "replies",
             {tr("{0}: the customer objects. Answer the objection with a new reply."), {stage}}}};
  return {};
}

/// A firewall that nobody takes down is either forgotten or still needed.
void checkLifted(const CaseFile& file, Points& points) {
  for (const auto& action : file.actions)
    if (action.kind == ActionKind::containment && action.doneOn && !action.liftedOn)
      points.push_back(
          {DisciplineCode::d8,
           "containment",
           {tr("Containment \"{0}\" is still in force: lift it when the corrective actions work."),
            {beginningOf(action.text)}},
           {},
           action.id});
}

/// Whether the problem is known already is decided before the 8D is released, whatever the list shows.
/// Sharing a problem is such a decision; imported history keeps what it has.
void checkSimilar(const CaseFile& file, Points& points) {
  const bool decided = !file.similarDecisions.empty() || !file.siblings.empty();
  if (decided || file.complaint.origin == Origin::imported) return;
  points.push_back(
      {DisciplineCode::d8, "similar",
       tr("It is not decided whether similar cases are the same problem, a recurrence or none.")});
}

/// Customers who received suspect lots and were to be told.
void checkNotified(const CaseFile& file, Points& points) {
  for (const auto& other : file.otherCustomers)
    if (other.decision == NotifyDecision::notify && !other.notifiedOn)
      points.push_back(
          {DisciplineCode::d8,
           "other_customers",
           {tr("{0} is to be notified of suspect lots, and that is not done yet."), {other.customerName}}});
}

/// A later complaint that nobody has ruled on.
void checkChallenges(const CaseFile& file, Points& points) {
  for (const auto* challenge : openChallenges(file))
    points.push_back(
        {DisciplineCode::d8,
         "challenges",
         {challenge->kind == ChallengeKind::earlierBuild
              ? tr("Case {0} was built before the clean point: let it join this 8D, or rule on it.")
              : tr("Case {0} challenges the effect: rule on it."),
          {challenge->laterNumber}}});
}

Points missingD8(const CaseFile& file, int verificationLots) {
  Points points = missingEffect(file, verificationLots);
  checkSimilar(file, points);
  checkNotified(file, points);
  checkChallenges(file, points);
  checkLifted(file, points);
  const Reply* reply = newestReply(file, [](ReplyStage stage) { return stage == ReplyStage::d8; });
  if (!reply) reply = newestReply(file, [](ReplyStage stage) { return stage == ReplyStage::letter; });
  const Points answer =
      missingAnswer(reply, DisciplineCode::d8, tr("The 8D report is not sent to the customer."));
  points.insert(points.end(), answer.begin(), answer.end());
  return points;
}

/// Not ours needs an explanation that the customer answered, or, after an objection, the decision taken again
/// (S3-N5: explained, otherwise negotiated, then the final record).
Points missingExplanation(const CaseFile& file) {
  const Reply* reply = newestReply(
      file, [](ReplyStage stage) { return stage == ReplyStage::letter || stage == ReplyStage::d8; });
  if (reply && reply->status == CustomerStatus::objected) {
    const Instant objected = reply->answeredAt.value_or(reply->sentAt);
    const bool decidedAgain =
        std::any_of(file.decisions.begin(), file.decisions.end(), [objected](const Decision& decision) {
          return decision.kind == DecisionKind::acceptance && objected < decision.decidedAt &&
                 !decision.reason.empty();
        });
    if (decidedAgain) return {};
  }
  return missingAnswer(reply, DisciplineCode::d8,
                       tr("Why the complaint is not ours is not explained to the customer: send a letter."));
}

/// The disciplines that are not settled, actions still open and the sweep's balance.
Points missingDisciplines(const CaseFile& file) {
  Points points;
  for (const auto& entry : EnumKeys<DisciplineCode>::entries)
    if (!settled(file, entry.value))
      points.push_back(
          {entry.value,
           "disciplines",
           {tr("{0} is neither approved nor declared not required."), {translated(entry.label)}}});
  for (const auto& action : file.actions)
    if (!action.doneOn) {
      const DisciplineCode code = action.kind == ActionKind::containment  ? DisciplineCode::d3
                                  : action.kind == ActionKind::corrective ? DisciplineCode::d6
                                                                          : DisciplineCode::d7;
      points.push_back(
          {code, "actions", {tr("Action \"{0}\" is not done."), {beginningOf(action.text)}}, {}, action.id});
    }
  for (const auto& row : file.sweep)
    if (row.notApplicable.empty() && row.open() != 0) {
      const Points wrong = missingInSweep(row);
      points.insert(points.end(), wrong.begin(), wrong.end());
    }
  return points;
}

}  // namespace

GateStrength gateStrength(SeverityClass severity) {
  switch (severity) {
    case SeverityClass::major:
      return GateStrength::hard;
    case SeverityClass::general:
      return GateStrength::soft;
    case SeverityClass::other:
      return GateStrength::absent;
  }
  return GateStrength::hard;
}

Points missingFor(DisciplineCode code, const CaseFile& file, int verificationLots) {
  if (notRequired(file, code)) return {};
  switch (code) {
    case DisciplineCode::d0:
      return missingD0(file);
    case DisciplineCode::d1:
      return missingD1(file);
    case DisciplineCode::d2:
      return missingD2(file);
    case DisciplineCode::d3:
      return missingD3(file);
    case DisciplineCode::d4:
      return missingD4(file);
    case DisciplineCode::d5:
      return missingD5(file);
    case DisciplineCode::d6:
      return missingD6(file);
    case DisciplineCode::d7:
      return missingD7(file);
    case DisciplineCode::d8:
      return missingD8(file, verificationLots);
  }
  return {};
}

Points missingBeforeRelease(const CaseFile& file) {
  Points points;
  checkSimilar(file, points);
  return points;
}

Points missingReturns(const CaseFile& file) {
  Points points;
  for (const auto& share : file.returns) {
    if (file.handOver(share.returnId)) continue;
    const ReturnBalance balance = file.returnBalance(share.id);
    if (const long long open = balance.open(); open > 0)
      points.push_back(
          {DisciplineCode::d8,
           "returns",
           {tr("Return {0}: {1} of {2} pieces are not settled. Settle them, or hand the return on."),
            {share.number, std::to_string(open), std::to_string(balance.announced() + balance.surplus())}}});
  }
  return points;
}

Points missingForClosing(const CaseFile& file, int verificationLots) {
  Points points;
  const auto add = [&points](Points more) {
    points.insert(points.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  switch (file.complaint.acceptance) {
    case Acceptance::undecided:
      add({{DisciplineCode::d0, "acceptance", tr("It is not decided whether the complaint is accepted.")}});
      break;
    case Acceptance::merged:  // its 8D and its reply are the other case's
      break;
    case Acceptance::notOurs:
      add(missingExplanation(file));
      break;
    case Acceptance::accepted:
    case Acceptance::partly:
      add(missingDisciplines(file));
      if (!notRequired(file, DisciplineCode::d8)) {
        add(missingD8(file, verificationLots));
      } else {
        const Reply* last = newestReply(file, [](ReplyStage) { return true; });
        if (!last || last->status == CustomerStatus::objected)
          add(missingAnswer(last, DisciplineCode::d8, tr("No reply was sent to the customer.")));
      }
      break;
  }
  add(missingReturns(file));
  return points;
}

namespace {

bool isOver(const Complaint& head) {
  return head.state == CaseState::closed || head.state == CaseState::archived ||
         head.state == CaseState::cancelled;
}

/// The first discipline that is not settled; none when the case has no 8D of its own or only closing is left.
std::optional<DisciplineCode> nextDiscipline(const CaseFile& file) {
  const Acceptance acceptance = file.complaint.acceptance;
  if (acceptance == Acceptance::notOurs || acceptance == Acceptance::merged) return std::nullopt;
  for (const auto& entry : EnumKeys<DisciplineCode>::entries)
    if (!settled(file, entry.value)) return entry.value;
  return std::nullopt;
}

}  // namespace

Points missingNext(const CaseFile& file, int verificationLots) {
  if (isOver(file.complaint)) return {};
  if (const auto next = nextDiscipline(file)) return missingFor(*next, file, verificationLots);
  return missingForClosing(file, verificationLots);
}

Message nothingMissingNext(const CaseFile& file) {
  if (isOver(file.complaint)) return tr("Nothing is open in this case.");
  const auto next = nextDiscipline(file);
  if (!next) return tr("Nothing is missing: the case can be closed.");
  const std::vector<std::string> code{std::string(keyOf(*next))};
  switch (file.discipline(*next).state) {
    case DisciplineState::submitted:
      return {tr("Nothing is missing in {0}: it waits for its approval."), code};
    case DisciplineState::rejected:
      return {tr("Nothing is missing in {0}: mend what was returned and submit it again."), code};
    default:
      return {tr("Nothing is missing in {0}: submit it for approval."), code};
  }
}

Message notRequiredWords(const Discipline& discipline) {
  const std::string& reason = discipline.reason;
  if (reason.rfind(kShortPath, 0) != 0) return {tr("Not required: {0}"), {reason}};
  const std::string why =
      reason.size() > kShortPath.size() + 2 ? reason.substr(kShortPath.size() + 2) : std::string();
  if (why.empty()) return tr("Not required: the complaint is answered short.");
  return {tr("Not required, the complaint is answered short: {0}"), {why}};
}

std::string phaseOf(const CaseFile& file) {
  const Complaint& head = file.complaint;
  if (isOver(head)) return "closed";
  if (head.state == CaseState::closing || head.acceptance == Acceptance::notOurs ||
      head.acceptance == Acceptance::merged)
    return "closing";
  if (!settled(file, DisciplineCode::d3)) return "containing";
  if (!settled(file, DisciplineCode::d4) || !settled(file, DisciplineCode::d5)) return "analysing";
  if (!settled(file, DisciplineCode::d6)) return "implementing";
  if (!settled(file, DisciplineCode::d7) || !settled(file, DisciplineCode::d8)) return "verifying";
  return "closing";
}

const char* phaseLabel(std::string_view phase) {
  if (phase == "containing") return tr("Containing");
  if (phase == "analysing") return tr("Analysing");
  if (phase == "implementing") return tr("Implementing");
  if (phase == "verifying") return tr("Verifying effect");
  if (phase == "closing") return tr("Closing review");
  if (phase == "closed") return tr("Closed");
  return "";
}

}  // namespace octad::model
