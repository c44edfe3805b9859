#include "reports/forms/register_report.hpp"

#include <array>

#include "model/eightd/gates.hpp"
#include "model/metrics/class_note.hpp"
#include "model/policy/class_names.hpp"
#include "reports/forms/case_words.hpp"
#include "reports/forms/form.hpp"
#include "reports/forms/sheet_tables.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {
namespace {

using model::tr;

bool isOpen(model::CaseState state) {
  return state != model::CaseState::closed && state != model::CaseState::archived &&
         state != model::CaseState::cancelled;
}

/// Due before the document was printed and not finished yet.
bool isLate(const model::CaseRow& row, const DocumentOptions& options) {
  return isOpen(row.state) && row.dueAt && *row.dueAt < options.printedAt;
}

std::string turnText(const model::CaseRow& row, const Labels& labels) {
  return isOpen(row.state) ? joined(" ", {labels.of(row.turn), row.turnName}) : std::string();
}

Value rowValues(const model::CaseRow& row, const Labels& labels, const DocumentOptions& options) {
  const bool late = isLate(row, options);
  return Value()
      .set("number", row.number.empty() ? row.externalNumber : row.number)
      .set("external", row.number.empty() ? std::string() : row.externalNumber)
      .set("received", dateText(row.receivedAt, options.zone))
      .set("customer", row.customerName)
      .set("part", row.partNumber)
      .set("failure", row.failure.empty() ? row.title : row.failure)
      .set("severity", labels.sentence(model::shortClassWords(row.severity, row.className)))
      .set("chip", severityChip(row.severity))
      .set("acceptance", labels.of(row.acceptance))
      .set("state", labels.of(row.state))
      .set("turn", turnText(row, labels))
      .set("due", isOpen(row.state) ? dateText(row.dueAt, options.zone) : std::string())
      .set("dueTone", late ? "late" : "none")
      .set("late", late ? labels.text(tr("Overdue")) : std::string())
      .set("department", row.departmentCode)
      .set("owner", row.ownerName)
      .set("closed", dateText(row.closedAt, options.zone));
}

struct Summary {
  std::array<long long, 3> bySeverity{};
  long long open = 0;
  long long late = 0;
};

Summary summaryOf(const std::vector<model::CaseRow>& rows, const DocumentOptions& options) {
  Summary summary;
  for (const auto& row : rows) {
    ++summary.bySeverity[static_cast<std::size_t>(row.severity)];
    if (isOpen(row.state)) ++summary.open;
    if (isLate(row, options)) ++summary.late;
  }
  return summary;
}

/// How many lines there are of every class of the policy in force, and of others that have any.
Value classValues(const Summary& summary, const model::Policy& inForce, const Labels& labels) {
  Value classes{Value::List{}};
  for (const auto& entry : model::EnumKeys<model::SeverityClass>::entries) {
    const long long count = summary.bySeverity[static_cast<std::size_t>(entry.value)];
    if (count == 0 && !model::hasClass(inForce, entry.value)) continue;
    classes.add(Value()
                    .set("name", labels.sentence(model::shortClassWords(
                                     entry.value, model::className(inForce, entry.value))))
                    .set("chip", severityChip(entry.value))
                    .set("count", quantityText(count)));
  }
  return classes;
}

SheetCell dateCell(const std::optional<model::Instant>& at, const model::Zone& zone) {
  if (!at) return {};
  return std::chrono::year_month_day(zone.date(*at).days());
}

SheetCell momentCell(const std::optional<model::Instant>& at, const model::Zone& zone) {
  if (!at) return {};
  const auto local = zone.local(*at);
  return SheetDateTime{std::chrono::year_month_day(local.date.days()), local.hour, local.minute,
                       local.second};
}

std::string registerWorkbook(const std::vector<model::CaseRow>& rows, const std::string& title,
                             const std::string& period, const Labels& labels,
                             const DocumentOptions& options) {
  Workbook book({joined(" ", {title, period}), companyText(options, labels),
                 options.printedAt.microseconds / 1'000'000});
  const auto column = [&labels](const char* label, ColumnKind kind, double width) {
    return SheetColumn{labels.text(label), kind, width};
  };
  auto& sheet = book.addSheet(
      labels.text(tr("Register")),
      {column(tr("No."), ColumnKind::text, 13), column(tr("Former no."), ColumnKind::text, 14),
       column(tr("Received"), ColumnKind::dateTime, 17), column(tr("Customer"), ColumnKind::text, 26),
       column(tr("Part"), ColumnKind::text, 18), column(tr("Failure"), ColumnKind::longText, 40),
       column(tr("Title"), ColumnKind::longText, 40), column(tr("Complaint class"), ColumnKind::text, 16),
       column(tr("Acceptance"), ColumnKind::text, 16), column(tr("State"), ColumnKind::text, 14),
       column(tr("Phase"), ColumnKind::text, 14), column(tr("Turn"), ColumnKind::text, 16),
       column(tr("Due"), ColumnKind::dateTime, 17),
       column(tr("Responsible department"), ColumnKind::text, 14), column(tr("Owner"), ColumnKind::text, 12),
       column(tr("Closed on"), ColumnKind::date, 12)});
  sheet.title(joined("  ", {title, period}));
  sheet.title(joined("  ·  ", {companyText(options, labels), printedText(options, labels),
                               labels.text(tr("Uncontrolled copy"))}));
  for (const auto& row : rows) {
    sheet.row({row.number, row.externalNumber, momentCell(row.receivedAt, options.zone), row.customerName,
               row.partNumber, row.failure, row.title,
               labels.sentence(model::classWords(row.severity, row.className)), labels.of(row.acceptance),
               labels.of(row.state), labels.text(model::phaseLabel(row.phase)), turnText(row, labels),
               isOpen(row.state) ? momentCell(row.dueAt, options.zone) : SheetCell(), row.departmentCode,
               row.ownerName, dateCell(row.closedAt, options.zone)});
  }
  return book.finish();
}

}  // namespace

std::string registerReport(const std::vector<model::CaseRow>& rows, const std::string& period,
                           const model::Policy& inForce, const DocumentOptions& options) {
  const Labels labels(options.language);
  const auto title = labels.text(tr("Customer complaint register"));
  if (options.format == DocumentFormat::xlsx) return registerWorkbook(rows, title, period, labels, options);
  const auto summary = summaryOf(rows, options);
  Value lines{Value::List{}};
  for (const auto& row : rows) lines.add(rowValues(row, labels, options));
  Value root;
  root.set("company", companyText(options, labels))
      .set("period", period)
      .set("count", quantityText(static_cast<long long>(rows.size())))
      .set("classes", classValues(summary, inForce, labels))
      .set("classNote", inForce.classes.empty() ? std::string() : labels.text(model::kClassNote))
      .set("open", quantityText(summary.open))
      .set("overdue", quantityText(summary.late))
      .set("any", !rows.empty())
      .set("rows", std::move(lines));
  FormParts parts;
  parts.title = title;
  parts.number = period;
  parts.landscape = true;
  return renderForm("register", root, std::move(parts), labels, options);
}

}  // namespace octad::reports
