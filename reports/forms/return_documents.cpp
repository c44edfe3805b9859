#include "reports/forms/return_documents.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "reports/charts/barcode.hpp"
#include "reports/forms/form.hpp"
#include "reports/forms/report_subject.hpp"
#include "reports/forms/return_values.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {

using model::tr;

namespace {

constexpr std::size_t kLabelsInARow = 2;
constexpr std::size_t kMostPhotos = 12;
/// So many differences stay on one page with the signatures below them.
constexpr std::size_t kFewDifferences = 12;

void setTable(Value& root, const std::string& name, Value rows) {
  root.set("any" + name, !rows.list()->empty());
  root.set(name, std::move(rows));
}

void requireRows(const Value& root, const std::string& name, const char* sentence,
                 const ReturnSubject& subject) {
  if (!*root.map()->at("any" + name).condition())
    throw model::Refused("document", {sentence, {subject.file.head.number}});
}

/// Two labels side by side, on a sheet to cut; an odd last one leaves its neighbour empty.
Value inPairs(const Value& labels) {
  Value sheet{Value::List{}};
  const auto& all = *labels.list();
  for (std::size_t at = 0; at < all.size(); at += kLabelsInARow) {
    Value row{Value::List{}};
    for (std::size_t next = at; next < std::min(at + kLabelsInARow, all.size()); ++next) row.add(all[next]);
    sheet.add(Value().set("labels", std::move(row)).set("odd", at + 1 == all.size()));
  }
  return sheet;
}

/// One label a line and location in quarantine, with a code of return and line.
void addLabels(Value& root, FormParts& parts, const ReturnSubject& subject) {
  Value labels{Value::List{}};
  for (const auto& line : subject.file.lines)
    for (const auto& [location, quantity] : subject.file.locations(line.id)) {
      const std::string code = subject.file.head.number + "/" + std::to_string(line.position);
      const std::string name = "code" + std::to_string(labels.list()->size());
      parts.drawings[name] = barcodeDrawing(name, code, BarcodeKind::code128, 210, 44);
      const auto* owner = subject.file.caseOf(line);
      const auto came = cameText(subject, line.id, location);
      labels.add(Value()
                     .set("drawing", name)
                     .set("code", code)
                     .set("part", subject.file.partNumber(line.partId))
                     .set("lot", line.lot)
                     .set("quantity", quantityText(quantity))
                     .set("location", location.empty() ? subject.labels.text(tr("Goods-in")) : location)
                     .set("about", joined(" · ", {subject.file.customer.name,
                                                  owner ? owner->number : std::string(), line.failure}))
                     .set("date", came.empty() ? dateText(subject.file.head.receivedOn) : came));
    }
  root.set("sheet", inPairs(labels));
  setTable(root, "labels", std::move(labels));
}

void addPhotos(Value& root, FormParts& parts, const ReturnSubject& subject, const ReturnBytes& bytesOf) {
  Value photos{Value::List{}};
  for (const auto& file : subject.file.attachments) {
    if (file.mediaType.rfind("image/", 0) != 0 || photos.list()->size() >= kMostPhotos) continue;
    const std::string name = "photo" + std::to_string(file.id.value);
    parts.images[name] = bytesOf(file.id);
    std::string serial;
    for (const auto& unit : subject.file.units)
      if (file.unitId == unit.id) serial = unit.serial;
    photos.add(Value()
                   .set("src", name)
                   .set("alt", file.fileName)
                   .set("caption", joined(" · ", {serial, file.caption})));
  }
  setTable(root, "photos", std::move(photos));
}

/// Days from one step of a return to the next.
Value timeline(const ReturnSubject& subject) {
  const auto& head = subject.file.head;
  Value rows{Value::List{}};
  const auto add = [&](const char* label, const std::optional<model::Date>& day) {
    if (!day) return;
    rows.add(Value()
                 .set("step", subject.labels.text(label))
                 .set("on", day->iso())
                 .set("days", head.announcedOn ? std::to_string(model::daysBetween(*head.announcedOn, *day))
                                               : std::string()));
  };
  add(tr("Announced"), head.announcedOn);
  add(tr("Authorised"), head.authorisedOn);
  add(tr("In transit"), head.sentOn);
  add(tr("Received"), head.receivedOn);
  std::optional<model::Date> found;
  for (const auto& movement : subject.file.movements)
    if (isFinding(subject, movement)) found = found ? std::max(*found, movement.movedOn) : movement.movedOn;
  add(tr("Last finding"), found);
  if (head.closedAt) add(tr("Closed"), subject.options.zone.date(*head.closedAt));
  return rows;
}

struct Form {
  ReturnDocument document;
  const char* form;
  bool landscape;
};

constexpr std::array kForms{
    Form{ReturnDocument::note, "return_note", false},
    Form{ReturnDocument::discrepancy, "return_discrepancy", false},
    Form{ReturnDocument::labels, "return_labels", false},
    Form{ReturnDocument::tests, "return_tests", true},
    Form{ReturnDocument::scrap, "scrap_certificate", false},
    Form{ReturnDocument::ffa, "ffa_report", false},
};

void fill(ReturnDocument document, Value& root, FormParts& parts, const ReturnSubject& subject,
          const ReturnBytes& bytesOf) {
  setReturnHead(root, subject);
  setTable(root, "lines", lineRows(subject));
  setTable(root, "equations", equationRows(subject));
  const std::string code =
      subject.file.head.rmaNumber.empty() ? subject.file.head.number : subject.file.head.rmaNumber;
  switch (document) {
    case ReturnDocument::note:
      if (!subject.file.head.authorisedOn)
        throw model::Refused("document", {tr("Return {0} is not authorised yet. Authorise it first."),
                                          {subject.file.head.number}});
      parts.drawings["rma"] = barcodeDrawing("rma", code, BarcodeKind::code128, 200, 42);
      root.set("code", code);
      setTable(root, "announcedLines", lineRows(subject, true));
      break;
    case ReturnDocument::discrepancy:
      if (const auto balance = subject.file.balance(); balance.received() == 0 && balance.missing() == 0)
        throw model::Refused("document",
                             {tr("Nothing of return {0} was received yet: there is nothing to compare."),
                              {subject.file.head.number}});
      setTable(root, "differences", differenceRows(subject));
      if (const long long awaited = subject.file.balance().expected(); awaited > 0)
        root.set("awaited", subject.labels.sentence(
                                {tr("{0} announced pieces are still to come."), {std::to_string(awaited)}}));
      root.set("few", root.map()->at("differences").list()->size() <= kFewDifferences);
      break;
    case ReturnDocument::labels:
      addLabels(root, parts, subject);
      requireRows(root, "labels", tr("No pieces of return {0} are in quarantine: there is nothing to label."),
                  subject);
      break;
    case ReturnDocument::tests:
      setTable(root, "tests", testRows(subject));
      setTable(root, "findings", findingRows(subject));
      setTable(root, "phenomena", phenomenonRows(subject));
      requireRows(root, "tests", tr("No tests of return {0} are recorded."), subject);
      addPhotos(root, parts, subject, bytesOf);
      break;
    case ReturnDocument::scrap:
      setTable(root, "scraps", scrapRows(subject));
      requireRows(root, "scraps", tr("No pieces of return {0} are scrapped."), subject);
      break;
    case ReturnDocument::ffa:
      setTable(root, "findings", findingRows(subject));
      requireRows(root, "findings", tr("Nothing is found about the pieces of return {0} yet."), subject);
      setTable(root, "phenomena", phenomenonRows(subject));
      setTable(root, "dossiers", dossierRows(subject));
      setTable(root, "dispositions", dispositionRows(subject));
      setTable(root, "costs", costRows(subject));
      setTable(root, "timeline", timeline(subject));
      addPhotos(root, parts, subject, bytesOf);
      break;
  }
}

/// The locations that nobody answered for: a reader must not take a list without them for a complete one.
std::string uncounted(const ReportSubject& subject) {
  std::string names;
  for (const auto& entry : model::EnumKeys<model::SweepLocation>::entries) {
    const auto& rows = subject.file.sweep;
    const bool answered = std::any_of(rows.begin(), rows.end(), [&entry](const model::SweepRow& row) {
      return row.location == entry.value && (row.suspect > 0 || !row.notApplicable.empty());
    });
    if (!answered) names += (names.empty() ? "" : ", ") + subject.labels.text(entry.label);
  }
  return names;
}

Value countRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& count : subject.file.sweepCounts)
    for (const auto& row : subject.file.sweep) {
      if (row.id != count.sweepId) continue;
      const std::string sign = count.correction ? "-" : "";
      rows.add(Value()
                   .set("on", count.countedOn.iso())
                   .set("location", subject.labels.of(row.location))
                   .set("ok", sign + quantityText(count.ok))
                   .set("ng", sign + quantityText(count.ng))
                   .set("rework", sign + quantityText(count.rework))
                   .set("by", subject.person(count.countedBy))
                   .set("note", count.note));
    }
  return rows;
}

}  // namespace

std::string returnDocument(ReturnDocument document, const model::ReturnFile& file,
                           const std::string& recordHash, const ReturnBytes& bytesOf,
                           const DocumentOptions& options) {
  const Labels labels(options.language);
  const ReturnSubject subject{file, labels, options};
  FormParts parts;
  parts.title = labels.of(document);
  parts.number = file.head.number;
  parts.recordHash = recordHash;
  Value root;
  fill(document, root, parts, subject, bytesOf);
  for (const auto& form : kForms) {
    if (form.document != document) continue;
    parts.landscape = form.landscape;
    return renderForm(form.form, root, std::move(parts), labels, options);
  }
  return {};
}

std::string containmentSummary(const model::CaseFile& file, const std::string& recordHash,
                               const DocumentOptions& options) {
  const Labels labels(options.language);
  const ReportSubject subject{file, labels, options};
  Value root;
  setCaseHead(root, subject);
  setCleanPoint(root, subject);
  setTable(root, "sweep", sweepRows(subject));
  root.set("uncounted", uncounted(subject));
  setTable(root, "counts", countRows(subject));
  setTable(root, "actions", actionRows(subject, model::ActionKind::containment));
  root.set("problemNumber", file.problem.number);
  FormParts parts;
  parts.title = labels.text(tr("Containment summary"));
  parts.number = subject.number();
  parts.recordHash = recordHash;
  return renderForm("containment", root, std::move(parts), labels, options);
}

}  // namespace octad::reports
