// The signatures of a case: what, as what, by whom, when, and whether they still hold.
#include "model/eightd/signing.hpp"
#include "reports/forms/case_words.hpp"
#include "reports/forms/report_subject.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {
namespace {

using model::tr;

std::string subjectText(const model::SignedSubject& subject, const Labels& labels) {
  if (subject.isClosing()) return labels.text(tr("Closing"));
  const char* name =
      subject.discipline ? model::labelOf(*subject.discipline) : model::labelOf(*subject.stage);
  return labels.sentence(
      {tr("{0}, revision {1}"), {model::translated(name), std::to_string(subject.revision)}});
}

}  // namespace

Value signatureRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& signature : subject.file.signatures) {
    const auto signedSubject = model::subjectOf(subject.file, signature);
    if (!signedSubject) continue;
    const bool valid = model::isValid(subject.file, signature);
    rows.add(Value()
                 .set("subject", subjectText(*signedSubject, subject.labels))
                 .set("meaning", subject.labels.of(signature.meaning))
                 .set("name", signature.printedName)
                 .set("at", momentText(signature.signedAt, subject.options.zone))
                 .set("hash", shortHash(signature.recordSha256))
                 .set("how", subject.labels.of(signature.reauthenticated))
                 .set("superseded", valid ? std::string()
                                          : subject.labels.text(tr("superseded: the record was changed "
                                                                   "afterwards"))));
  }
  return rows;
}

}  // namespace octad::reports
