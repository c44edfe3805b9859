// D3: what is suspect where, and what became of it.
#include "reports/forms/report_subject.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {
namespace {

using model::tr;

Value quantities(const model::SweepRow& row, std::string location, bool total) {
  return Value()
      .set("location", std::move(location))
      .set("notApplicable", row.notApplicable)
      .set("counted", row.notApplicable.empty())
      .set("suspect", quantityText(row.suspect))
      .set("ok", quantityText(row.ok))
      .set("ng", quantityText(row.ng))
      .set("rework", quantityText(row.rework))
      .set("unreachable", quantityText(row.unreachable))
      .set("open", quantityText(row.open()))
      .set("openTone", row.notApplicable.empty() && row.open() != 0 ? "warn" : "none")
      .set("total", total);
}

}  // namespace

Value sweepRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  model::SweepRow total;
  for (const auto& entry : model::EnumKeys<model::SweepLocation>::entries) {
    for (const auto& row : subject.file.sweep) {
      if (row.location != entry.value) continue;
      auto line = quantities(row, subject.labels.text(entry.label), false);
      line.set("risk", row.riskAcceptedBy.empty()
                           ? std::string()
                           : subject.labels.text(tr("risk accepted by")) + ": " + row.riskAcceptedBy);
      rows.add(std::move(line));
      total.suspect += row.suspect;
      total.ok += row.ok;
      total.ng += row.ng;
      total.rework += row.rework;
      total.unreachable += row.unreachable;
    }
  }
  if (!rows.list()->empty())
    rows.add(quantities(total, subject.labels.text(tr("Total")), true).set("risk", ""));
  return rows;
}

void setCleanPoint(Value& step, const ReportSubject& subject) {
  const auto& problem = subject.file.problem;
  step.set("cleanPoint", joined(" · ", {problem.cleanPoint, dateText(problem.cleanPointDate)}));
}

}  // namespace octad::reports
