// D8: the customer's answers, who approved what and when, and the closing.
#include "reports/forms/case_words.hpp"
#include "reports/forms/report_subject.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {
namespace {

using model::CustomerStatus;
using model::tr;

std::string_view statusChip(CustomerStatus status) {
  switch (status) {
    case CustomerStatus::accepted:
      return "ok";
    case CustomerStatus::provisionally:
      return "general";
    case CustomerStatus::objected:
      return "late";
    case CustomerStatus::sent:
    case CustomerStatus::noAnswer:
      break;
  }
  return "other";
}

/// The closing in force; none while the case is open.
const model::Closing* closingOf(const model::CaseFile& file) {
  if (file.closings.empty() || file.closings.back().reopened) return nullptr;
  return &file.closings.back();
}

const model::Review* approvalOf(const model::CaseFile& file, const model::Submission& submission) {
  for (const auto& review : file.reviews)
    if (review.submissionId == submission.id && review.approved) return &review;
  return nullptr;
}

/// The newest submission of a discipline that was approved.
const model::Submission* approvedSubmission(const model::CaseFile& file, model::DisciplineCode code) {
  const model::Submission* newest = nullptr;
  for (const auto& submission : file.submissions) {
    const bool newer = !newest || submission.revision > newest->revision;
    if (submission.discipline == code && newer && approvalOf(file, submission)) newest = &submission;
  }
  return newest;
}

std::string nameAndDate(const ReportSubject& subject, model::PersonId person, model::Instant at) {
  return joined(" · ", {subject.person(person), dateText(at, subject.options.zone)});
}

}  // namespace

Value replyRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& reply : subject.file.replies) {
    rows.add(Value()
                 .set("stage", subject.labels.of(reply.stage))
                 .set("revision", std::to_string(reply.revision))
                 .set("medium", mediumText(reply.medium, subject.labels))
                 .set("sent", momentText(reply.sentAt, subject.options.zone))
                 .set("recipient", reply.recipient)
                 .set("status", subject.labels.of(reply.status))
                 .set("chip", statusChip(reply.status))
                 .set("answer", reply.answer)
                 .set("answered", momentText(reply.answeredAt, subject.options.zone)));
  }
  return rows;
}

Value approvalRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& entry : model::EnumKeys<model::DisciplineCode>::entries) {
    if (subject.discipline(entry.value).state != model::DisciplineState::approved) continue;
    const auto* submission = approvedSubmission(subject.file, entry.value);
    if (!submission) continue;
    const auto* review = approvalOf(subject.file, *submission);
    const auto behalf = submission->onBehalfOf ? subject.labels.text(tr("on behalf of")) + ": " +
                                                     subject.department(submission->onBehalfOf)
                                               : std::string();
    rows.add(Value()
                 .set("code", entry.key)
                 .set("name", disciplineName(entry.value, subject.labels))
                 .set("revision", std::to_string(submission->revision))
                 .set("submitted", nameAndDate(subject, submission->submittedBy, submission->submittedAt))
                 .set("behalf", behalf)
                 .set("approved", nameAndDate(subject, review->reviewedBy, review->reviewedAt))
                 .set("hash", shortHash(submission->sha256)));
  }
  return rows;
}

void setClosing(Value& step, const ReportSubject& subject) {
  const auto& file = subject.file;
  const auto& zone = subject.options.zone;
  const auto* closing = closingOf(file);
  const auto& result = file.complaint.result;
  const model::Reply* answered = nullptr;
  for (const auto& reply : file.replies)
    if (reply.answeredAt && (!answered || *reply.answeredAt >= *answered->answeredAt)) answered = &reply;
  step.set("result", result.empty() ? std::string() : resultText(result, subject.labels))
      .set("closed", closing ? dateText(file.complaint.closedAt ? file.complaint.closedAt : closing->at, zone)
                             : std::string())
      .set("closedBy", closing ? subject.person(closing->byPerson) : std::string())
      .set("closedByDate", closing ? dateText(closing->at, zone) : std::string())
      .set("approver", closing ? subject.person(closing->approvedBy) : std::string())
      .set("approverDate", closing && closing->approvedBy ? dateText(closing->at, zone) : std::string())
      .set("customerAnswer", answered ? subject.labels.of(answered->status) : std::string())
      .set("customerAnswerDate", answered ? dateText(answered->answeredAt, zone) : std::string());
}

}  // namespace octad::reports
