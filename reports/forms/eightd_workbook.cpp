#include "reports/forms/eightd_workbook.hpp"

#include <array>

#include "reports/forms/case_words.hpp"
#include "reports/forms/form.hpp"
#include "reports/forms/sheet_tables.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {
namespace {

using model::ActionKind;
using model::tr;

constexpr ColumnKind kLong = ColumnKind::longText;
constexpr ColumnKind kWhole = ColumnKind::whole;
constexpr ColumnKind kDate = ColumnKind::date;

struct OverviewLine {
  std::string_view field;
  const char* label;
};

constexpr std::array kOverview{OverviewLine{"number", tr("Complaint no.")},
                               OverviewLine{"problemNumber", tr("Problem (8D) no.")},
                               OverviewLine{"customer", tr("Customer")},
                               OverviewLine{"customerRef", tr("Customer complaint no.")},
                               OverviewLine{"contact", tr("Contact")},
                               OverviewLine{"parts", tr("Part")},
                               OverviewLine{"lots", tr("Lot")},
                               OverviewLine{"delivered", tr("Delivered quantity")},
                               OverviewLine{"defective", tr("Defective quantity")},
                               OverviewLine{"rate", tr("Defect rate")},
                               OverviewLine{"received", tr("Received")},
                               OverviewLine{"requested", tr("Reply requested by")},
                               OverviewLine{"severity", tr("Complaint class")},
                               OverviewLine{"state", tr("State")},
                               OverviewLine{"acceptance", tr("Acceptance")},
                               OverviewLine{"demand", tr("Customer demand")},
                               OverviewLine{"verbatim", tr("Customer statement (verbatim)")},
                               OverviewLine{"statement", tr("Problem statement")}};

void addOverview(Workbook& book, const ReportSubject& subject, const std::string& recordHash) {
  const auto& labels = subject.labels;
  Value head;
  setCaseHead(head, subject);
  auto& sheet =
      book.addSheet(labels.text(tr("Overview")), {{labels.text(tr("Field")), ColumnKind::text, 28},
                                                  {labels.text(tr("Content")), kLong, 90},
                                                  {labels.text(tr("State")), ColumnKind::text, 22}});
  sheet.title(labels.text(tr("8D report")) + "  " + subject.number());
  sheet.title(joined("  ·  ", {companyText(subject.options, labels), subject.file.complaint.title}));
  for (const auto& line : kOverview) {
    const auto* text = head.map()->find(line.field)->second.text();
    if (text && !text->empty()) sheet.row({labels.text(line.label), *text});
  }
  for (const auto& entry : model::EnumKeys<model::DisciplineCode>::entries) {
    const auto step = disciplineValues(subject, entry.value, false);
    const auto& map = *step.map();
    sheet.row({labels.text(entry.label), *map.at("text").text(), *map.at("state").text()});
  }
  sheet.row({labels.text(tr("Printed")), printedText(subject.options, labels)});
  if (!recordHash.empty()) sheet.row({labels.text(tr("Record hash")), recordHash});
  sheet.row({labels.text(tr("Copy")), labels.text(tr("Uncontrolled copy"))});
}

}  // namespace

std::string eightDWorkbook(const ReportSubject& subject, const std::string& recordHash) {
  const auto& labels = subject.labels;
  Workbook book({labels.text(tr("8D report")) + " " + subject.number(), companyText(subject.options, labels),
                 subject.options.printedAt.microseconds / 1'000'000});
  addOverview(book, subject, recordHash);
  const auto table = [&](const char* name, const std::vector<TableColumn>& columns, const Value& rows) {
    addTable(book, labels.text(name), columns, rows, labels);
  };
  table(tr("Items"),
        {{"position", tr("No."), kWhole, 6},
         {"part", tr("Part"), ColumnKind::text, 18},
         {"partName", tr("Part name"), ColumnKind::text, 24},
         {"lot", tr("Lot")},
         {"failure", tr("Failure"), kLong, 40},
         {"kind", tr("Kind of defect"), ColumnKind::text, 18},
         {"delivered", tr("Delivered quantity"), kWhole},
         {"defective", tr("Defective quantity"), kWhole},
         {"rate", tr("Defect rate"), ColumnKind::text, 20}},
        itemRows(subject));
  table(tr("Team"),
        {{"role", tr("Function"), ColumnKind::text, 22},
         {"name", tr("Full name"), ColumnKind::text, 18},
         {"department", tr("Department"), ColumnKind::text, 22},
         {"contact", tr("Contact details"), ColumnKind::text, 32}},
        teamRows(subject));
  table(tr("Problem description"),
        {{"question", tr("Question"), ColumnKind::text, 16}, {"answer", tr("Answer"), kLong, 90}},
        factRows(subject));
  table(tr("Stock sweep"),
        {{"location", tr("Location"), ColumnKind::text, 22},
         {"suspect", tr("Suspect"), kWhole},
         {"ok", tr("OK"), kWhole},
         {"ng", tr("NG"), kWhole},
         {"rework", tr("Rework"), kWhole},
         {"unreachable", tr("Unreachable"), kWhole},
         {"open", tr("Open"), kWhole},
         {"notApplicable", tr("Not applicable because"), kLong, 36},
         {"risk", tr("Risk"), kLong, 26}},
        sweepRows(subject));
  table(tr("Causes"),
        {{"no", tr("No."), ColumnKind::text, 6},
         {"code", tr("Code"), ColumnKind::text, 8},
         {"type", tr("Cause type"), ColumnKind::text, 26},
         {"text", tr("Cause"), kLong, 50},
         {"method", tr("Method"), kLong, 30},
         {"proof", tr("Proof"), kLong, 40},
         {"result", tr("Result")},
         {"branch", tr("Branch (6M)"), ColumnKind::text, 14},
         {"rank", tr("Weight"), ColumnKind::text, 16},
         {"verified", tr("Verified by"), ColumnKind::text, 24}},
        causeRows(subject));
  table(tr("5 Why"),
        {{"cause", tr("Cause"), ColumnKind::text, 12},
         {"why", tr("Why"), ColumnKind::text, 8},
         {"answer", tr("Answer"), kLong, 60},
         {"root", tr("Root cause"), ColumnKind::text, 12},
         {"evidence", tr("Evidence"), kLong, 40}},
        whyRows(subject));
  const auto actions = [&](const char* name, ActionKind kind) {
    table(name,
          {{"no", tr("No."), ColumnKind::text, 6},
           {"cause", tr("Cause"), ColumnKind::text, 10},
           {"text", tr("Action"), kLong, 50},
           {"owner", tr("Owner")},
           {"department", tr("Department")},
           {"due", tr("Due"), kDate, 12},
           {"done", tr("Done on"), kDate, 12},
           {"status", tr("State")},
           {"proof", tr("Proof"), kLong, 36},
           {"effect", tr("Effectiveness"), ColumnKind::percent, 14},
           {"effectMethod", tr("Method"), kLong, 30},
           {"firstGoodLot", tr("First good lot")},
           {"proofBefore", tr("Proof before rollout"), kLong, 30},
           {"sideEffects", tr("Side effects"), kLong, 30},
           {"change", tr("Change and approval"), kLong, 30},
           {"checked", tr("Checked by"), ColumnKind::text, 24}},
          actionRows(subject, kind));
  };
  actions(tr("Containment actions"), ActionKind::containment);
  actions(tr("Corrective actions"), ActionKind::corrective);
  actions(tr("Preventive actions"), ActionKind::preventive);
  table(tr("Verification of effectiveness"),
        {{"date", tr("Date"), kDate, 12},
         {"lots", tr("Lots"), kWhole, 8},
         {"inspected", tr("Inspected"), kWhole},
         {"failed", tr("Failed"), kWhole},
         {"criterion", tr("Criterion"), kLong, 44},
         {"result", tr("Result"), ColumnKind::text, 18},
         {"by", tr("Verified by")}},
        verificationRows(subject));
  table(tr("Changed documents"),
        {{"kind", tr("Kind"), ColumnKind::text, 18},
         {"document", tr("Document"), ColumnKind::text, 28},
         {"old", tr("Old revision")},
         {"new", tr("New revision")},
         {"effective", tr("Effective from"), kDate, 14},
         {"notAffected", tr("Note"), kLong, 36}},
        documentRows(subject));
  addReturnTable(book, returnRows(subject), labels);
  table(tr("Replies"),
        {{"stage", tr("Reply"), ColumnKind::text, 16},
         {"revision", tr("Rev."), kWhole, 6},
         {"sent", tr("Sent at"), ColumnKind::text, 18},
         {"recipient", tr("Recipient"), ColumnKind::text, 26},
         {"status", tr("Customer's answer"), ColumnKind::text, 24},
         {"answer", tr("In their words"), kLong, 50},
         {"answered", tr("Answered at"), ColumnKind::text, 18}},
        replyRows(subject));
  addSignatureTable(book, signatureRows(subject), labels);
  table(tr("Attachments"),
        {{"no", tr("No."), kWhole, 6},
         {"discipline", tr("Step"), ColumnKind::text, 8},
         {"name", tr("File"), ColumnKind::text, 36},
         {"caption", tr("Caption"), kLong, 36},
         {"size", tr("Size"), ColumnKind::text, 12},
         {"hash", tr("SHA-256"), ColumnKind::text, 68}},
        attachmentRows(subject));
  return book.finish();
}

}  // namespace octad::reports
