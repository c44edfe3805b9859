#pragma once

#include <string>
#include <vector>

#include "model/cases/case_file.hpp"
#include "reports/document/value.hpp"
#include "reports/forms/document_options.hpp"
#include "reports/forms/labels.hpp"

namespace octad::reports {

/// What a document about one case is made of; every `*_values.cpp` turns one part of it into text.
struct ReportSubject {
  const model::CaseFile& file;
  const Labels& labels;
  const DocumentOptions& options;

  /// The discipline, or an open one without text when the record has none.
  model::Discipline discipline(model::DisciplineCode code) const;
  /// The causes in the order of the report: by type, then as entered. Their number is 4.1, 4.2 …
  std::vector<const model::Cause*> causes() const;
  std::string causeNumber(const std::optional<model::CauseId>& id) const;
  /// The actions of a kind with numbers 3.1 …, 5.1 …, 7.1 …
  std::vector<const model::Action*> actions(model::ActionKind kind) const;
  std::string department(const std::optional<model::DepartmentId>& id) const;
  std::string person(const std::optional<model::PersonId>& id) const;
  std::string number() const;  ///< ours, or that of the imported register
};

/// Head, customer, parts and quantities (case_values.cpp).
void setCaseHead(Value& root, const ReportSubject& subject);
Value itemRows(const ReportSubject& subject);
Value returnRows(const ReportSubject& subject);

/// State of one discipline and its wording for the customer (discipline_values.cpp). `empty`: nothing else
/// is recorded.
Value disciplineValues(const ReportSubject& subject, model::DisciplineCode code, bool empty);
/// True when a discipline counts as done: approved or not required.
bool isDone(model::DisciplineState state);

/// D1 and D2 (problem_values.cpp).
Value teamRows(const ReportSubject& subject);
Value factRows(const ReportSubject& subject);
Value isNotRows(const ReportSubject& subject);

/// D3 (containment_values.cpp): the sweep with its totals as last row.
Value sweepRows(const ReportSubject& subject);
void setCleanPoint(Value& step, const ReportSubject& subject);

/// D4 (cause_values.cpp).
Value causeRows(const ReportSubject& subject);
Value whyRows(const ReportSubject& subject);

/// D3, D5, D6, D7 (action_values.cpp).
Value actionRows(const ReportSubject& subject, model::ActionKind kind);
Value verificationRows(const ReportSubject& subject);
Value documentRows(const ReportSubject& subject);
/// The validation plan of D6 in one line; empty when nothing is planned.
std::string effectPlanText(const ReportSubject& subject);
/// Where else the cause may act; answers stay in the house.
Value readAcrossRows(const ReportSubject& subject);

/// D8 (closing_values.cpp).
Value replyRows(const ReportSubject& subject);
Value approvalRows(const ReportSubject& subject);
void setClosing(Value& step, const ReportSubject& subject);

/// Signatures under disciplines, replies and closing, superseded ones too (signature_values.cpp).
Value signatureRows(const ReportSubject& subject);

/// Files of the case (attachment_values.cpp).
Value attachmentRows(const ReportSubject& subject);
/// The photos of a discipline ("" = of none), named photo<id>.
Value photoRows(const ReportSubject& subject, std::string_view discipline);
/// The marks somebody drew over a photo.
std::vector<model::PictureMark> marksOf(const model::CaseFile& file, model::AttachmentId photo);
bool isPhoto(const model::Attachment& attachment);
std::string photoName(const model::Attachment& attachment);

}  // namespace octad::reports
