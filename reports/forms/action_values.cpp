// Actions of D3, D5, D6 and D7, the verification of their effect, and the documents they changed.
#include "reports/forms/case_words.hpp"
#include "reports/forms/report_subject.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {
namespace {

using model::ActionKind;
using model::tr;

std::string_view stepOf(ActionKind kind) {
  if (kind == ActionKind::containment) return "3.";
  return kind == ActionKind::corrective ? "5." : "7.";
}

/// The cause an action works against, e.g. "4.1 TUA".
std::string causeText(const ReportSubject& subject, const model::Action& action) {
  for (const auto& cause : subject.file.causes)
    if (action.causeId && cause.id == *action.causeId)
      return joined(" ", {subject.causeNumber(action.causeId), std::string(model::keyOf(cause.type))});
  return {};
}

bool isLate(const ReportSubject& subject, const model::Action& action) {
  return !action.doneOn && action.dueOn &&
         *action.dueOn < subject.options.zone.date(subject.options.printedAt);
}

/// "PCN / PPAP: Granted PCN-26-014".
std::string approvalText(const ReportSubject& subject, const model::Action& action) {
  if (!action.customerApproval) return {};
  return subject.labels.text(tr("PCN / PPAP")) + ": " +
         joined(" ", {subject.labels.of(*action.customerApproval), action.approvalRecord});
}

/// "8 × 4 × 6 = 192"; empty when one of the three is missing.
std::string priorityText(const std::optional<long long>& severity, const std::optional<long long>& occurrence,
                         const std::optional<long long>& detection) {
  if (!severity || !occurrence || !detection) return {};
  return std::to_string(*severity) + " × " + std::to_string(*occurrence) + " × " +
         std::to_string(*detection) + " = " + std::to_string(*severity * *occurrence * *detection);
}

}  // namespace

Value actionRows(const ReportSubject& subject, ActionKind kind) {
  const auto& labels = subject.labels;
  Value rows{Value::List{}};
  int count = 0;
  for (const auto* action : subject.actions(kind)) {
    const bool late = isLate(subject, *action);
    rows.add(Value()
                 .set("no", std::string(stepOf(kind)) + std::to_string(++count))
                 .set("cause", causeText(subject, *action))
                 .set("text", forCustomer(action->textCustomer, action->text))
                 .set("owner", action->owner)
                 .set("department", subject.department(action->departmentId))
                 .set("due", dateText(action->dueOn))
                 .set("done", dateText(action->doneOn))
                 .set("status", action->doneOn ? labels.text(tr("Done"))
                                : late         ? labels.text(tr("Overdue"))
                                               : labels.text(tr("Open")))
                 .set("chip", action->doneOn ? "ok"
                              : late         ? "late"
                                             : "warn")
                 .set("proof", action->proof)
                 .set("effect", percentText(action->effectiveness))
                 .set("effectMethod", action->effectivenessMethod)
                 .set("firstGoodLot", action->firstGoodLot)
                 .set("lifted", dateText(action->liftedOn))
                 .set("sideEffects", action->sideEffects)
                 .set("proofBefore", action->proofBefore)
                 .set("change", joined(" · ", {action->changeRecord, approvalText(subject, *action)}))
                 .set("checked", joined(" · ", {action->checkedBy, dateText(action->checkedOn)})));
  }
  return rows;
}

Value verificationRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& check : subject.file.verifications) {
    const bool effective = check.result == model::VerificationResult::effective;
    rows.add(Value()
                 .set("date", check.verifiedOn.iso())
                 .set("lots", std::to_string(check.lots))
                 .set("inspected", quantityText(check.inspected))
                 .set("failed", quantityText(check.failed))
                 .set("criterion", check.criterion)
                 .set("result", subject.labels.of(check.result))
                 .set("chip", effective ? "ok" : "late")
                 .set("by", subject.person(check.verifiedBy)));
  }
  return rows;
}

Value documentRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& change : subject.file.documentChanges) {
    rows.add(
        Value()
            .set("kind", subject.labels.of(change.kind))
            .set("document", change.document)
            .set("affected", change.notAffected.empty())
            .set("old", change.oldRevision)
            .set("new", change.newRevision)
            .set("effective", dateText(change.effectiveOn))
            .set("fmea",
                 joined(" → ",
                        {priorityText(change.severityBefore, change.occurrenceBefore, change.detectionBefore),
                         priorityText(change.severityAfter, change.occurrenceAfter, change.detectionAfter)}))
            .set("notAffected",
                 change.notAffected.empty()
                     ? std::string()
                     : subject.labels.sentence({tr("Not affected: {0}"), {change.notAffected}})));
  }
  return rows;
}

std::string effectPlanText(const ReportSubject& subject) {
  const auto& problem = subject.file.problem;
  std::string window;
  if (problem.effectWindow && problem.effectUnit)
    window = quantityText(*problem.effectWindow) + " " + subject.labels.of(*problem.effectUnit);
  std::string sample;
  if (problem.effectSample)
    sample = subject.labels.text(tr("Sample (pieces)")) + ": " + quantityText(*problem.effectSample);
  return joined(" · ", {problem.effectCriterion, window, sample});
}

Value readAcrossRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& row : subject.file.readAcross) {
    const bool late =
        !row.answeredOn && row.dueOn && *row.dueOn < subject.options.zone.date(subject.options.printedAt);
    rows.add(Value()
                 .set("kind", subject.labels.of(row.kind))
                 .set("subject", row.subject)
                 .set("due", dateText(row.dueOn))
                 .set("answered", dateText(row.answeredOn))
                 .set("status", subject.labels.text(row.answeredOn ? tr("Answered")
                                                    : late         ? tr("Overdue")
                                                                   : tr("Open")))
                 .set("chip", row.answeredOn ? "ok"
                              : late         ? "late"
                                             : "warn"));
  }
  return rows;
}

}  // namespace octad::reports
