#include "reports/forms/record_sheet.hpp"

#include <array>

#include "reports/forms/case_words.hpp"
#include "reports/forms/form.hpp"
#include "reports/forms/report_subject.hpp"
#include "reports/forms/sheet_tables.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {
namespace {

using model::tr;

/// The wording of a discipline for the customer; nothing until it is approved, so that no draft is signed.
std::string approvedText(const ReportSubject& subject, model::DisciplineCode code) {
  const auto step = subject.discipline(code);
  if (step.state != model::DisciplineState::approved) return {};
  return forCustomer(step.textCustomer, step.text);
}

/// "2026-11-30, satisfied, Zhang: words", one line a visit that was made after the closing.
std::string visitsText(const ReportSubject& subject) {
  std::string lines;
  for (const auto& visit : subject.file.followUps) {
    if (!visit.doneOn || !visit.satisfaction) continue;
    if (!lines.empty()) lines += '\n';
    lines += visit.doneOn->iso() + ", " + subject.labels.of(*visit.satisfaction);
    if (!visit.spokenWith.empty()) lines += ", " + visit.spokenWith;
    if (!visit.words.empty()) lines += ": " + visit.words;
  }
  return lines;
}

/// "Final report: 2026-12-20, Zhang", one line a later date that the customer agreed to.
std::string agreedText(const ReportSubject& subject) {
  std::string lines;
  for (const auto& agreed : subject.file.clockExtensions) {
    if (!agreed.byCustomer) continue;
    if (!lines.empty()) lines += '\n';
    lines += subject.labels.of(agreed.clock) + ": " + agreed.untilDay.iso() + ", " + agreed.agreedWith;
  }
  return lines;
}

Value sheetValues(const ReportSubject& subject, const std::string& recordHash) {
  Value root;
  setCaseHead(root, subject);
  setClosing(root, subject);
  const auto items = itemRows(subject);
  const auto replies = replyRows(subject);
  const auto returns = returnRows(subject);
  const auto signatures = signatureRows(subject);
  return root.set("anyitems", !items.list()->empty())
      .set("items", items)
      .set("anyreturns", !returns.list()->empty())
      .set("returns", returns)
      .set("anyreplies", !replies.list()->empty())
      .set("replies", replies)
      .set("anysignatures", !signatures.list()->empty())
      .set("signatures", signatures)
      .set("cause", approvedText(subject, model::DisciplineCode::d4))
      .set("measures", approvedText(subject, model::DisciplineCode::d5))
      .set("visits", visitsText(subject))
      .set("agreed", agreedText(subject))
      .set("problemNumber", subject.file.problem.number)
      .set("recordHash", recordHash);
}

struct SheetLine {
  std::string_view field;
  const char* label;
};

constexpr std::array kLines{SheetLine{"number", tr("Acceptance no.")},
                            SheetLine{"customer", tr("Customer name")},
                            SheetLine{"customerAddress", tr("Business address")},
                            SheetLine{"contact", tr("Contact")},
                            SheetLine{"received", tr("Accepted at")},
                            SheetLine{"channel", tr("Mode of complaint")},
                            SheetLine{"customerRef", tr("Customer complaint no.")},
                            SheetLine{"requested", tr("Reply requested by")},
                            SheetLine{"verbatim", tr("Reason (course of events)")},
                            SheetLine{"demand", tr("Customer demand")},
                            SheetLine{"owner", tr("Accepting person")},
                            SheetLine{"firstContact", tr("First-contact owner")},
                            SheetLine{"severity", tr("Complaint class")},
                            SheetLine{"state", tr("State")},
                            SheetLine{"responsible", tr("Handling department")},
                            SheetLine{"escape", tr("Responsible for the escape")},
                            SheetLine{"analysis", tr("Leads the analysis")},
                            SheetLine{"cause", tr("Cause")},
                            SheetLine{"measures", tr("Measures")},
                            SheetLine{"result", tr("Customer's result")},
                            SheetLine{"closed", tr("Closed on")},
                            SheetLine{"agreed", tr("Later dates agreed with the customer")},
                            SheetLine{"visits", tr("Visit after the closing")}};

std::string sheetWorkbook(const ReportSubject& subject, const Value& values) {
  const auto& labels = subject.labels;
  const auto title = labels.text(tr("Customer complaint record sheet"));
  Workbook book({title + " " + subject.number(), companyText(subject.options, labels),
                 subject.options.printedAt.microseconds / 1'000'000});
  auto& sheet =
      book.addSheet(labels.text(tr("Record")), {{labels.text(tr("Field")), ColumnKind::text, 28},
                                                {labels.text(tr("Content")), ColumnKind::longText, 90}});
  sheet.title(title + "  " + subject.number());
  sheet.title(companyText(subject.options, labels) + "  " + labels.text(tr("Uncontrolled copy")));
  for (const auto& line : kLines) {
    const auto* text = values.map()->find(line.field)->second.text();
    sheet.row({labels.text(line.label), text ? cellOf(*text, ColumnKind::date) : SheetCell()});
  }
  sheet.row({labels.text(tr("Printed")), printedText(subject.options, labels)});
  addTable(book, labels.text(tr("Items")),
           {{"part", tr("Part"), ColumnKind::text, 18},
            {"partName", tr("Part name"), ColumnKind::text, 24},
            {"lot", tr("Lot")},
            {"builtOn", tr("Built on"), ColumnKind::date},
            {"failure", tr("Failure"), ColumnKind::longText, 40},
            {"delivered", tr("Delivered quantity"), ColumnKind::whole},
            {"defective", tr("Defective quantity"), ColumnKind::whole}},
           values.map()->at("items"), labels);
  addReturnTable(book, values.map()->at("returns"), labels);
  addSignatureTable(book, values.map()->at("signatures"), labels);
  return book.finish();
}

}  // namespace

std::string recordSheet(const model::CaseFile& file, const std::string& recordHash,
                        const DocumentOptions& options) {
  const Labels labels(options.language);
  const ReportSubject subject{file, labels, options};
  const auto values = sheetValues(subject, recordHash);
  if (options.format == DocumentFormat::xlsx) return sheetWorkbook(subject, values);
  FormParts parts;
  parts.title = labels.text(tr("Customer complaint record sheet"));
  parts.number = subject.number();
  parts.recordHash = recordHash;
  if (file.complaint.state == model::CaseState::cancelled) parts.watermark = labels.of(file.complaint.state);
  return renderForm("record_sheet", values, std::move(parts), labels, options);
}

}  // namespace octad::reports
