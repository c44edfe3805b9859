#include "reports/forms/working_paper.hpp"

#include "model/core/error.hpp"
#include "model/eightd/coverage.hpp"
#include "reports/forms/case_words.hpp"
#include "reports/forms/form.hpp"
#include "reports/forms/report_subject.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {
namespace {

using model::tr;

void setTable(Value& root, const std::string& name, Value rows) {
  const bool any = !rows.list()->empty();
  root.set("any" + name, any).set(name, std::move(rows));
}

/// One cell of the coverage: what is there, then what is missing there.
Value cellValue(const ReportSubject& subject, const model::CoverageCell& cell) {
  Value missing{Value::List{}};
  for (const auto& point : cell.missing)
    missing.add(Value().set("text", subject.labels.sentence(point.text)));
  return Value()
      .set("there", cell.words.id.empty() ? std::string() : subject.labels.sentence(cell.words))
      .set("missing", std::move(missing));
}

Value coverageRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& row : model::coverageOf(subject.file).rows) {
    Value cells{Value::List{}};
    for (const auto& column : model::EnumKeys<model::CoverageColumn>::entries)
      cells.add(cellValue(subject, row.cell(column.value)));
    rows.add(Value().set("subject", subject.labels.of(row.subject)).set("cells", std::move(cells)));
  }
  return rows;
}

std::string scoreText(const std::optional<long long>& score) {
  return score ? std::to_string(*score) : std::string();
}

Value candidateRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& candidate : subject.file.candidates) {
    const bool weighed = candidate.effect && candidate.risk && candidate.cost && candidate.time;
    rows.add(Value()
                 .set("cause", subject.causeNumber(candidate.causeId))
                 .set("text", candidate.text)
                 .set("effect", scoreText(candidate.effect))
                 .set("risk", scoreText(candidate.risk))
                 .set("cost", scoreText(candidate.cost))
                 .set("time", scoreText(candidate.time))
                 .set("sum", weighed ? std::to_string(*candidate.effect + *candidate.risk + *candidate.cost +
                                                      *candidate.time)
                                     : std::string())
                 .set("chosen", candidate.chosen ? subject.labels.text(tr("chosen")) : std::string())
                 .set("reason", candidate.reason));
  }
  return rows;
}

std::string momentAt(const ReportSubject& subject, const model::Instant& at) {
  return momentText(at, subject.options.zone);
}

/// What people decided about the problem, each in a sentence: subject, decision, reason, who and when.
Value decisionLine(const ReportSubject& subject, std::string about, std::string decision,
                   const std::string& reason, const std::optional<model::PersonId>& who,
                   const std::optional<model::Instant>& at) {
  return Value()
      .set("about", std::move(about))
      .set("decision", std::move(decision))
      .set("reason", reason)
      .set("who", subject.person(who))
      .set("at", at ? momentAt(subject, *at) : std::string());
}

Value similarRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& row : subject.file.similarDecisions)
    rows.add(decisionLine(
        subject, row.otherNumber.empty() ? subject.labels.text(tr("all similar cases")) : row.otherNumber,
        subject.labels.of(row.verdict), row.reason, row.decidedBy, row.decidedAt));
  return rows;
}

Value challengeRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& row : subject.file.challenges)
    rows.add(
        decisionLine(subject, row.laterNumber + " · " + subject.labels.of(row.kind),
                     row.ruling ? subject.labels.of(*row.ruling) : subject.labels.text(tr("Not decided")),
                     row.reason, row.ruledBy, row.ruledAt));
  return rows;
}

Value customerRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& row : subject.file.otherCustomers)
    rows.add(
        decisionLine(subject, joined(" · ", {row.customerName, row.lots}), subject.labels.of(row.decision),
                     joined(" · ", {row.reason, dateText(row.notifiedOn)}), row.decidedBy, row.decidedAt));
  return rows;
}

Value passedRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& row : subject.file.acceptedWeaknesses)
    rows.add(decisionLine(subject, std::string(model::keyOf(row.discipline)) + " · " + row.answer, row.rule,
                          row.reason, row.acceptedBy, row.acceptedAt));
  return rows;
}

Value questionRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& row : subject.file.assignments) {
    Value extensions{Value::List{}};
    for (const auto& extension : subject.file.extensions) {
      if (extension.assignmentId != row.id) continue;
      extensions.add(Value().set("text", extension.fromDay.iso() + " → " + extension.wantedDay.iso() + " · " +
                                             subject.labels.of(extension.state) + " · " +
                                             joined(" · ", {extension.reason, extension.ruling})));
    }
    rows.add(Value()
                 .set("department", subject.department(row.departmentId))
                 .set("disciplines", row.disciplines)
                 .set("due", row.dueOn.iso())
                 .set("state", subject.labels.of(row.state))
                 .set("refusal", row.refusal)
                 .set("bounces", row.bounces > 0 ? std::to_string(row.bounces) : std::string())
                 .set("extensions", std::move(extensions)));
  }
  return rows;
}

Value assessmentRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& row : subject.file.assessments)
    rows.add(Value()
                 .set("assessor", subject.labels.of(row.assessor))
                 .set("revision", std::to_string(row.revision))
                 .set("points", std::to_string(row.points) + " / " + std::to_string(row.possible))
                 .set("note", row.note)
                 .set("who", subject.person(row.assessedBy))
                 .set("at", momentAt(subject, row.assessedAt)));
  return rows;
}

}  // namespace

std::string workingPaper(const model::CaseFile& file, const std::string& recordHash,
                         const DocumentOptions& options) {
  if (options.format == DocumentFormat::xlsx)
    throw model::Invalid("output", tr("The working paper is written as PDF or HTML."));
  const Labels labels(options.language);
  const ReportSubject subject{file, labels, options};
  Value root;
  setCaseHead(root, subject);
  setTable(root, "coverage", coverageRows(subject));
  setTable(root, "candidates", candidateRows(subject));
  setTable(root, "similar", similarRows(subject));
  setTable(root, "challenges", challengeRows(subject));
  setTable(root, "customers", customerRows(subject));
  setTable(root, "passed", passedRows(subject));
  setTable(root, "questions", questionRows(subject));
  setTable(root, "assessments", assessmentRows(subject));
  FormParts parts;
  parts.title = labels.text(tr("Working paper, internal"));
  parts.number = subject.number();
  parts.recordHash = recordHash;
  parts.landscape = true;
  return renderForm("working_paper", root, std::move(parts), labels, options);
}

}  // namespace octad::reports
