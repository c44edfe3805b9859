#include "model/audit/clause_checklist.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "model/core/text.hpp"
#include "model/eightd/gates.hpp"
#include "model/eightd/signing.hpp"

namespace octad::model {

namespace {

std::string number(long long value) {
  return std::to_string(value);
}

template <class T>
std::string counted(const std::vector<T>& rows) {
  return number(static_cast<long long>(rows.size()));
}

bool isOurs(const CaseFile& file) {
  return file.complaint.acceptance != Acceptance::notOurs && file.complaint.state != CaseState::cancelled;
}

const Message& notOurs() {
  static const Message words(tr("The complaint is not ours, or was entered in error."));
  return words;
}

bool isShort(const CaseFile& file) {
  return file.discipline(DisciplineCode::d4).state == DisciplineState::notRequired &&
         file.discipline(DisciplineCode::d5).state == DisciplineState::notRequired;
}

std::vector<const Action*> actionsOf(const CaseFile& file, ActionKind kind) {
  std::vector<const Action*> actions;
  for (const auto& action : file.actions)
    if (action.kind == kind) actions.push_back(&action);
  return actions;
}

/// The points of a gate of the 8D, as far as they are about these fields. All of them when none is named.
void addMissing(ClausePoint& point, const CaseFile& file, DisciplineCode code,
                std::initializer_list<std::string_view> fields = {}) {
  for (const auto& missing : missingFor(code, file)) {
    const bool wanted =
        fields.size() == 0 || std::any_of(fields.begin(), fields.end(), [&](std::string_view field) {
          return missing.field.rfind(field, 0) == 0;
        });
    if (wanted) point.missing.push_back(missing.text);
  }
}

ClausePoint suspect(const CaseFile& file) {
  ClausePoint point{"suspect", "8.7.1.3", tr("Is all suspect product found, wherever it may be?"),
                    {},        {},        {}};
  long long suspects = 0;
  long long open = 0;
  for (const auto& row : file.sweep) {
    suspects += row.suspect;
    open += row.open();
  }
  if (!file.sweep.empty())
    point.found.emplace_back(tr("{0} places looked at, {1} suspect pieces found."),
                             std::vector{counted(file.sweep), number(suspects)});
  if (!file.problem.cleanPoint.empty() || file.problem.cleanPointDate)
    point.found.emplace_back(
        tr("Clean point: {0}"),
        std::vector{file.problem.cleanPoint + (file.problem.cleanPointDate
                                                   ? " " + file.problem.cleanPointDate->iso()
                                                   : std::string())});
  if (open > 0)
    point.missing.emplace_back(tr("{0} suspect pieces are not sorted yet."), std::vector{number(open)});
  addMissing(point, file, DisciplineCode::d3, {"sweep", "clean_point"});
  return point;
}

ClausePoint contained(const CaseFile& file) {
  ClausePoint point{
      "contained", "8.7.1.3", tr("Is the customer protected until the corrective actions work?"), {}, {}, {}};
  const auto actions = actionsOf(file, ActionKind::containment);
  for (const auto* action : actions)
    point.found.emplace_back(action->doneOn ? tr("{0}, done on {1}") : tr("{0}, not done yet"),
                             std::vector{action->text, action->doneOn ? action->doneOn->iso() : ""});
  if (actions.empty()) point.missing.emplace_back(tr("No containment action is on record."));
  return point;
}

ClausePoint customerTold(const CaseFile& file) {
  ClausePoint point{"customer_told",
                    "8.7.1.6",
                    tr("Were the customer and everybody else who received suspect product told?"),
                    {},
                    {},
                    {}};
  if (!file.replies.empty())
    point.found.emplace_back(
        tr("{0} replies to the customer, the first one on record: {1}"),
        std::vector{counted(file.replies), translated(labelOf(file.replies.front().stage))});
  else
    point.missing.emplace_back(tr("No reply to the customer is on record."));
  for (const auto& other : file.otherCustomers) {
    if (other.decision == NotifyDecision::open)
      point.missing.emplace_back(tr("Whether {0} is told is not decided."), std::vector{other.customerName});
    else if (other.decision == NotifyDecision::notify && !other.notifiedOn)
      point.missing.emplace_back(tr("{0} is to be told and has not been."), std::vector{other.customerName});
    else
      point.found.emplace_back(tr("{0}: {1}"),
                               std::vector{other.customerName, translated(labelOf(other.decision))});
  }
  return point;
}

ClausePoint disposed(const CaseFile& file) {
  ClausePoint point{
      "disposed", "8.7.1.7", tr("Is every returned piece accounted for and its disposition carried out?"),
      {},         {},        {}};
  if (file.returns.empty()) {
    point.notApplicable = Message(tr("No pieces came back for this case."));
    return point;
  }
  long long total = 0;
  for (const auto& line : file.returns) total += file.returnBalance(line.id).received();
  point.found.emplace_back(tr("{0} lines of returns, {1} pieces received."),
                           std::vector{counted(file.returns), number(total)});
  for (const auto& missing : missingReturns(file)) point.missing.push_back(missing.text);
  return point;
}

/// Rework and repair have to be told apart: only a repair needs the customer's word.
ClausePoint reworked(const CaseFile& file) {
  ClausePoint point{"reworked",
                    "8.7.1.4, 8.7.1.5",
                    tr("Were reworked pieces checked again, and repairs allowed by the customer?"),
                    {},
                    {},
                    {}};
  long long swept = 0;
  for (const auto& row : file.sweep) swept += row.rework;
  long long rework = 0;
  long long repair = 0;
  for (const auto& line : file.returns) {
    const auto balance = file.returnBalance(line.id);
    rework += balance.disposed(Disposition::rework);
    repair += balance.disposed(Disposition::repair);
  }
  if (swept + rework + repair == 0) {
    point.notApplicable = Message(tr("Nothing was reworked or repaired."));
    return point;
  }
  if (swept > 0)
    point.found.emplace_back(tr("{0} pieces of the stock sweep were reworked."), std::vector{number(swept)});
  if (rework > 0)
    point.found.emplace_back(tr("{0} returned pieces were reworked."), std::vector{number(rework)});
  if (repair > 0)
    point.found.emplace_back(
        tr("{0} returned pieces were repaired; the program lets none be repaired without the customer's "
           "authorisation attached."),
        std::vector{number(repair)});
  const bool proven = std::any_of(file.actions.begin(), file.actions.end(), [](const Action& action) {
    return action.kind == ActionKind::containment && action.doneOn && !action.proof.empty();
  });
  if (swept > 0 && !proven)
    point.missing.emplace_back(
        tr("No containment action has a proof that reworked pieces were checked again."));
  return point;
}

ClausePoint concession(const CaseFile& file) {
  ClausePoint point{
      "concession", "8.7.1.1", tr("Did the customer allow every change of process or product first?"),
      {},           {},        {}};
  bool any = false;
  for (const auto& action : file.actions) {
    if (!action.customerApproval) continue;
    any = true;
    if (*action.customerApproval == CustomerApproval::granted)
      point.found.emplace_back(tr("{0}: allowed by the customer, {1}"),
                               std::vector{action.text, action.approvalRecord});
    else
      point.missing.emplace_back(tr("{0}: the customer's approval is on record as: {1}"),
                                 std::vector{action.text, translated(labelOf(*action.customerApproval))});
  }
  if (!any) point.notApplicable = Message(tr("No action of this case needs the customer's approval."));
  return point;
}

ClausePoint cause(const CaseFile& file) {
  ClausePoint point{"cause", "10.2.3", tr("Is the root cause proven, for the failure and for its escape?"),
                    {},      {},       {}};
  if (isShort(file)) {
    point.notApplicable = Message(tr("Answered shortly: cause and action in the reply."));
    return point;
  }
  for (const auto& one : file.causes)
    if (one.result == CauseResult::confirmed)
      point.found.emplace_back(
          tr("{0}: {1}. Proof: {2}"),
          std::vector{translated(labelOf(one.type)), one.text, one.proof.empty() ? "-" : one.proof});
  addMissing(point, file, DisciplineCode::d4);
  return point;
}

ClausePoint actions(const CaseFile& file) {
  ClausePoint point{"actions", "10.2.3", tr("Are the corrective actions carried out, with proof?"),
                    {},        {},       {}};
  const auto corrective = actionsOf(file, ActionKind::corrective);
  for (const auto* action : corrective)
    if (action->doneOn)
      point.found.emplace_back(
          tr("{0}, done on {1}. Proof: {2}"),
          std::vector{action->text, action->doneOn->iso(), action->proof.empty() ? "-" : action->proof});
  if (isShort(file)) {
    point.notApplicable = Message(tr("Answered shortly: cause and action in the reply."));
    return point;
  }
  addMissing(point, file, DisciplineCode::d5);
  addMissing(point, file, DisciplineCode::d6, {"actions"});
  return point;
}

ClausePoint effect(const CaseFile& file) {
  ClausePoint point{"effect", "10.2.3", tr("Is it shown that the actions work?"), {}, {}, {}};
  for (const auto& one : file.verifications)
    point.found.emplace_back(tr("{0}: {1} lots, {2} pieces inspected, {3} failed: {4}"),
                             std::vector{one.verifiedOn.iso(), number(one.lots), number(one.inspected),
                                         number(one.failed), translated(labelOf(one.result))});
  for (const auto& challenge : file.challenges)
    if (!challenge.ruling)
      point.missing.emplace_back(tr("Case {0} challenges the effect and is not ruled on."),
                                 std::vector{challenge.laterNumber});
  if (isShort(file)) {
    point.notApplicable = Message(tr("Answered shortly: cause and action in the reply."));
    return point;
  }
  for (const auto& missing : missingForClosing(file))
    if (missing.field == "verifications") point.missing.push_back(missing.text);
  return point;
}

ClausePoint documents(const CaseFile& file) {
  ClausePoint point{
      "documents", "10.2.3", tr("Were PFMEA, control plan and work instruction reviewed and changed?"),
      {},          {},       {}};
  for (const auto& change : file.documentChanges)
    point.found.emplace_back(
        change.notAffected.empty() ? tr("{0} {1}: revision {2}") : tr("{0} {1}: not affected, {2}"),
        std::vector{translated(labelOf(change.kind)), change.document,
                    change.notAffected.empty() ? change.newRevision : change.notAffected});
  if (isShort(file) && file.documentChanges.empty())
    point.notApplicable = Message(tr("Answered shortly: cause and action in the reply."));
  else
    addMissing(point, file, DisciplineCode::d7, {"document_changes"});
  return point;
}

ClausePoint errorProofing(const CaseFile& file) {
  ClausePoint point{"error_proofing",
                    "10.2.4",
                    tr("Was error-proofing considered, and the risk rated before and after?"),
                    {},
                    {},
                    {}};
  constexpr std::array<std::string_view, 6> kWords{"防错",        "防呆",        "poka",
                                                   "error-proof", "error proof", "mistake-proof"};
  for (const auto& action : file.actions) {
    const std::string text = foldText(action.text);
    if (action.kind != ActionKind::containment &&
        std::any_of(kWords.begin(), kWords.end(), [&text](std::string_view word) {
          return text.find(foldText(std::string(word))) != std::string::npos;
        }))
      point.found.emplace_back(tr("Error-proofing action: {0}"), std::vector{action.text});
  }
  bool rated = false;
  for (const auto& change : file.documentChanges) {
    if (!change.severityBefore || !change.severityAfter) continue;
    rated = true;
    const auto product = [](const auto& s, const auto& o, const auto& d) {
      return number(s.value_or(0) * o.value_or(0) * d.value_or(0));
    };
    point.found.emplace_back(
        tr("{0}: risk {1} before, {2} after"),
        std::vector{change.document,
                    product(change.severityBefore, change.occurrenceBefore, change.detectionBefore),
                    product(change.severityAfter, change.occurrenceAfter, change.detectionAfter)});
  }
  if (isShort(file)) {
    point.notApplicable = Message(tr("Answered shortly: cause and action in the reply."));
    return point;
  }
  if (point.found.empty())
    point.missing.emplace_back(tr("No action speaks of error-proofing, and nothing says why there is none."));
  if (!rated) point.missing.emplace_back(tr("No FMEA line with its ratings before and after is on record."));
  return point;
}

ClausePoint warranty(const CaseFile& file) {
  ClausePoint point{
      "warranty", "10.2.5", tr("Were pieces from the field analysed, including those without a fault found?"),
      {},         {},       {}};
  long long pieces = 0;
  bool field = false;
  for (const auto& line : file.returns) {
    if (line.kind != ReturnKind::field) continue;
    field = true;
    pieces += file.returnBalance(line.id).received();
    if (line.state < ReturnState::found)
      point.missing.emplace_back(tr("Return {0} has no findings yet."), std::vector{line.number});
  }
  if (!field) {
    point.notApplicable = Message(tr("No field return belongs to this case."));
    return point;
  }
  point.found.emplace_back(tr("{0} pieces from the field received."), std::vector{number(pieces)});
  return point;
}

ClausePoint analysed(const CaseFile& file) {
  ClausePoint point{"analysed",
                    "10.2.6",
                    tr("Was a piece of the complaint analysed, and the customer told what was found?"),
                    {},
                    {},
                    {}};
  for (const auto& sample : file.samples) {
    if (!sample.toCome) {
      point.found.emplace_back(tr("The customer sends no sample: {0}"), std::vector{sample.note});
    } else if (sample.analysableAt) {
      point.found.emplace_back(tr("{0} sample pieces could be analysed."),
                               std::vector{number(sample.quantity)});
    } else {
      point.missing.emplace_back(tr("A sample was promised and cannot be analysed yet."));
    }
  }
  if (file.samples.empty() && file.returns.empty())
    point.missing.emplace_back(tr("Neither a sample nor the note that none will come is on record."));
  long long found = 0;
  for (const auto& line : file.returns) found += file.returnBalance(line.id).found();
  if (found > 0)
    point.found.emplace_back(tr("{0} returned pieces were tested and have a finding."),
                             std::vector{number(found)});
  bool told = false;
  for (const auto& reply : file.replies) {
    if (reply.stage == ReplyStage::first || reply.stage == ReplyStage::d3) continue;
    told = true;
    point.found.emplace_back(tr("Sent to the customer: {0}, revision {1}"),
                             std::vector{translated(labelOf(reply.stage)), number(reply.revision)});
  }
  if (!told) point.missing.emplace_back(tr("The customer has not been sent what was found."));
  return point;
}

ClausePoint promises(const CaseFile& file, const ChecklistFacts& facts) {
  ClausePoint point{"promises", "9.1.2.1", tr("Were the promised reply times kept?"), {}, {}, {}};
  for (const auto& clock : file.clocks) {
    if (!clock.dueAt) continue;
    const bool late = clock.metAt ? *clock.metAt > *clock.dueAt : facts.now > *clock.dueAt;
    if (late)
      point.missing.emplace_back(clock.metAt ? tr("{0}: late.") : tr("{0}: overdue and not kept yet."),
                                 std::vector{translated(labelOf(clock.name))});
    else if (clock.metAt)
      point.found.emplace_back(tr("{0}: in time."), std::vector{translated(labelOf(clock.name))});
  }
  if (!facts.notCounted.id.empty()) point.found.push_back(facts.notCounted);
  return point;
}

ClausePoint satisfied(const CaseFile& file) {
  ClausePoint point{"satisfied", "9.1.2.1", tr("Is the customer's own judgement on record?"), {}, {}, {}};
  for (const auto& reply : file.replies)
    if (reply.status != CustomerStatus::sent)
      point.found.emplace_back(tr("{0}, revision {1}: {2}"),
                               std::vector{translated(labelOf(reply.stage)), number(reply.revision),
                                           translated(labelOf(reply.status))});
  if (point.found.empty())
    point.missing.emplace_back(tr("No answer of the customer to a reply is on record."));
  if (file.complaint.state == CaseState::closed && file.complaint.result.empty())
    point.missing.emplace_back(tr("The case is closed without the customer's result."));
  return point;
}

ClausePoint kept(const CaseFile& file, const ChecklistFacts& facts) {
  ClausePoint point{"kept", "7.5.3.2.1", tr("Are the records complete, unaltered and kept?"), {}, {}, {}};
  point.found.emplace_back(tr("{0} entries in the audit trail; records are never deleted."),
                           std::vector{number(facts.proof.complaint.seq + facts.proof.problem.seq)});
  if (facts.trailFaults > 0)
    point.missing.emplace_back(tr("The audit trail has {0} faults."), std::vector{number(facts.trailFaults)});
  if (facts.proof.checkpoint > 0)
    point.found.emplace_back(tr("Bound by checkpoint {0}."), std::vector{number(facts.proof.checkpoint)});
  if (facts.proof.eventsAfter > 0)
    point.missing.emplace_back(tr("{0} entries are newer than the last checkpoint; take one."),
                               std::vector{number(facts.proof.eventsAfter)});
  if (facts.keepUntil)
    point.found.emplace_back(tr("Kept until {0} by its policy."), std::vector{facts.keepUntil->iso()});
  const auto valid = std::count_if(file.signatures.begin(), file.signatures.end(),
                                   [&file](const Signature& one) { return isValid(file, one); });
  if (!file.signatures.empty())
    point.found.emplace_back(tr("{0} signatures, {1} of them superseded by a later change."),
                             std::vector{counted(file.signatures),
                                         number(static_cast<long long>(file.signatures.size()) - valid)});
  return point;
}

}  // namespace

std::vector<ClausePoint> clauseChecklist(const CaseFile& file, const ChecklistFacts& facts) {
  std::vector<ClausePoint> list{suspect(file),    contained(file), customerTold(file),  reworked(file),
                                concession(file), disposed(file),  cause(file),         actions(file),
                                effect(file),     documents(file), errorProofing(file), warranty(file),
                                analysed(file)};
  // What is nobody's fault needs neither containment nor cause; what was found and told it needs.
  if (!isOurs(file))
    for (auto& point : list)
      if (point.key != "analysed" && point.key != "disposed" && point.key != "warranty") {
        point.missing.clear();
        point.notApplicable = notOurs();
      }
  list.push_back(promises(file, facts));
  list.push_back(satisfied(file));
  list.push_back(kept(file, facts));
  for (auto& point : list)
    if (!point.applies()) point.missing.clear();
  return list;
}

long long missingPoints(const std::vector<ClausePoint>& checklist) {
  return std::count_if(checklist.begin(), checklist.end(),
                       [](const ClausePoint& point) { return !point.missing.empty(); });
}

}  // namespace octad::model
