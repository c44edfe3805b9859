#pragma once

#include <optional>
#include <string>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"
#include "model/eightd/problem.hpp"

namespace octad::model {

enum class AssignmentState { asked, answered, approved, rejected, refused, withdrawn };

template <>
struct EnumKeys<AssignmentState> {
  static constexpr std::array entries{
      EnumEntry<AssignmentState>{AssignmentState::asked, "asked", tr("Asked")},
      EnumEntry<AssignmentState>{AssignmentState::answered, "answered", tr("Answered")},
      EnumEntry<AssignmentState>{AssignmentState::approved, "approved", tr("Approved")},
      EnumEntry<AssignmentState>{AssignmentState::rejected, "rejected", tr("Rejected")},
      EnumEntry<AssignmentState>{AssignmentState::refused, "refused", tr("Refused")},
      EnumEntry<AssignmentState>{AssignmentState::withdrawn, "withdrawn", tr("Withdrawn")},
  };
};

/// A question to a department; carries what the department's list shows, so that list reads this table alone.
struct Assignment {
  AssignmentId id;
  ComplaintId complaintId;
  ProblemId problemId;
  DepartmentId departmentId;
  std::string disciplines;  ///< "D4,D5"
  std::string question;
  Date dueOn;
  AssignmentState state = AssignmentState::asked;
  std::string refusal;  ///< why the department refuses
  int bounces = 0;      ///< refusals so far
  PersonId askedBy;
  Instant askedAt;
  std::string complaintNumber;  ///< copied from the case
  std::string customerName;
  std::string partNumber;
  std::string failure;
  std::optional<DepartmentId> proposedId;  ///< whom the refusing department names in its place
  long long rowVersion = 0;
  std::optional<Instant> withdrawnAt = {};  ///< when the question was taken back

  static constexpr auto describe() {
    return members(
        member("id", &Assignment::id), member("complaint_id", &Assignment::complaintId),
        member("problem_id", &Assignment::problemId), member("department_id", &Assignment::departmentId),
        member("disciplines", &Assignment::disciplines), member("question", &Assignment::question),
        member("due_on", &Assignment::dueOn), member("state", &Assignment::state),
        member("refusal", &Assignment::refusal), member("bounces", &Assignment::bounces),
        member("asked_by", &Assignment::askedBy), member("asked_at", &Assignment::askedAt),
        member("complaint_number", &Assignment::complaintNumber),
        member("customer_name", &Assignment::customerName), member("part_number", &Assignment::partNumber),
        member("failure", &Assignment::failure), member("proposed_id", &Assignment::proposedId),
        member("row_version", &Assignment::rowVersion), member("withdrawn_at", &Assignment::withdrawnAt));
  }
};

enum class ExtensionState { asked, granted, refused };

template <>
struct EnumKeys<ExtensionState> {
  static constexpr std::array entries{
      EnumEntry<ExtensionState>{ExtensionState::asked, "asked", tr("Asked for")},
      EnumEntry<ExtensionState>{ExtensionState::granted, "granted", tr("Granted")},
      EnumEntry<ExtensionState>{ExtensionState::refused, "refused", tr("Refused")},
  };
};

/// A department asks for more time; the CQE's ruling stands in the same row.
struct ExtensionRequest {
  ExtensionId id;
  ComplaintId complaintId;
  AssignmentId assignmentId;
  Date fromDay;    ///< due until now
  Date wantedDay;  ///< asked for
  std::string reason;
  PersonId requestedBy;
  Instant requestedAt;
  ExtensionState state = ExtensionState::asked;
  std::string ruling;  ///< the CQE's words
  std::optional<PersonId> ruledBy;
  std::optional<Instant> ruledAt;

  static constexpr auto describe() {
    return members(
        member("id", &ExtensionRequest::id), member("complaint_id", &ExtensionRequest::complaintId),
        member("assignment_id", &ExtensionRequest::assignmentId),
        member("from_day", &ExtensionRequest::fromDay), member("wanted_day", &ExtensionRequest::wantedDay),
        member("reason", &ExtensionRequest::reason), member("requested_by", &ExtensionRequest::requestedBy),
        member("requested_at", &ExtensionRequest::requestedAt), member("state", &ExtensionRequest::state),
        member("ruling", &ExtensionRequest::ruling), member("ruled_by", &ExtensionRequest::ruledBy),
        member("ruled_at", &ExtensionRequest::ruledAt));
  }
};

/// An answer frozen as it was submitted: canonical JSON of the discipline and its hash (principle 6). Never
/// changed.
struct Submission {
  SubmissionId id;
  ProblemId problemId;
  DisciplineCode discipline = DisciplineCode::d4;
  int revision = 1;
  std::optional<AssignmentId> assignmentId;
  PersonId submittedBy;
  Instant submittedAt;
  std::optional<DepartmentId> onBehalfOf;          ///< answer entered by the CQE for a department
  std::optional<AttachmentId> sourceAttachmentId;  ///< the mail or paper it was taken from
  std::string snapshot;
  std::string sha256;

  static constexpr auto describe() {
    return members(
        member("id", &Submission::id), member("problem_id", &Submission::problemId),
        member("discipline", &Submission::discipline), member("revision", &Submission::revision),
        member("assignment_id", &Submission::assignmentId), member("submitted_by", &Submission::submittedBy),
        member("submitted_at", &Submission::submittedAt), member("on_behalf_of", &Submission::onBehalfOf),
        member("source_attachment_id", &Submission::sourceAttachmentId),
        member("snapshot", &Submission::snapshot), member("sha256", &Submission::sha256));
  }
};

/// Why an answer goes back (S3-D34).
enum class RejectReason { none, unclear, notExecutable, noEvidence, wrongCause, incomplete };

template <>
struct EnumKeys<RejectReason> {
  static constexpr std::array entries{
      EnumEntry<RejectReason>{RejectReason::none, "none", tr("No reason")},
      EnumEntry<RejectReason>{RejectReason::unclear, "unclear", tr("Unclear reply")},
      EnumEntry<RejectReason>{RejectReason::notExecutable, "not_executable", tr("Action not executable")},
      EnumEntry<RejectReason>{RejectReason::noEvidence, "no_evidence", tr("No evidence")},
      EnumEntry<RejectReason>{RejectReason::wrongCause, "wrong_cause", tr("Wrong cause")},
      EnumEntry<RejectReason>{RejectReason::incomplete, "incomplete", tr("Incomplete")},
  };
};

/// The CQE's verdict on one submission; append-only.
struct Review {
  RowId id;
  ProblemId problemId;
  SubmissionId submissionId;
  bool approved = false;
  RejectReason reasonCode = RejectReason::none;
  std::string text;
  PersonId reviewedBy;
  Instant reviewedAt;

  static constexpr auto describe() {
    return members(member("id", &Review::id), member("problem_id", &Review::problemId),
                   member("submission_id", &Review::submissionId), member("approved", &Review::approved),
                   member("reason_code", &Review::reasonCode), member("text", &Review::text),
                   member("reviewed_by", &Review::reviewedBy), member("reviewed_at", &Review::reviewedAt));
  }
};

/// A department's word on an answer that the CQE entered for it; append-only, the newest counts.
struct AnswerConfirmation {
  RowId id;
  ProblemId problemId;
  SubmissionId submissionId;
  bool agreed = true;
  std::string note;  ///< what is not right
  PersonId confirmedBy;
  Instant confirmedAt;

  static constexpr auto describe() {
    return members(member("id", &AnswerConfirmation::id),
                   member("problem_id", &AnswerConfirmation::problemId),
                   member("submission_id", &AnswerConfirmation::submissionId),
                   member("agreed", &AnswerConfirmation::agreed), member("note", &AnswerConfirmation::note),
                   member("confirmed_by", &AnswerConfirmation::confirmedBy),
                   member("confirmed_at", &AnswerConfirmation::confirmedAt));
  }
};

/// A weak answer that the CQE lets pass, with the reason; append-only. It holds for these very words only.
struct AcceptedWeakness {
  RowId id;
  ProblemId problemId;
  DisciplineCode discipline = DisciplineCode::d4;
  std::string rule;    ///< key of the rule that found it weak
  std::string answer;  ///< the words that were accepted
  std::string reason;
  PersonId acceptedBy;
  Instant acceptedAt;

  static constexpr auto describe() {
    return members(member("id", &AcceptedWeakness::id), member("problem_id", &AcceptedWeakness::problemId),
                   member("discipline", &AcceptedWeakness::discipline),
                   member("rule", &AcceptedWeakness::rule), member("answer", &AcceptedWeakness::answer),
                   member("reason", &AcceptedWeakness::reason),
                   member("accepted_by", &AcceptedWeakness::acceptedBy),
                   member("accepted_at", &AcceptedWeakness::acceptedAt));
  }
};

enum class Assessor { department, cqe };

template <>
struct EnumKeys<Assessor> {
  static constexpr std::array entries{
      EnumEntry<Assessor>{Assessor::department, "department", tr("Department")},
      EnumEntry<Assessor>{Assessor::cqe, "cqe", tr("CQE")},
  };
};

/// The self-assessment of an 8D before it leaves; append-only, the newest of each assessor counts.
struct Assessment {
  RowId id;
  ProblemId problemId;
  Assessor assessor = Assessor::cqe;
  int revision = 0;     ///< of the 8D report it is about: the next one to be sent
  std::string answers;  ///< JSON: criterion → points
  int points = 0;
  int possible = 0;  ///< points that could be reached
  std::string note;
  PersonId assessedBy;
  Instant assessedAt;

  static constexpr auto describe() {
    return members(member("id", &Assessment::id), member("problem_id", &Assessment::problemId),
                   member("assessor", &Assessment::assessor), member("revision", &Assessment::revision),
                   member("answers", &Assessment::answers), member("points", &Assessment::points),
                   member("possible", &Assessment::possible), member("note", &Assessment::note),
                   member("assessed_by", &Assessment::assessedBy),
                   member("assessed_at", &Assessment::assessedAt));
  }
};

}  // namespace octad::model
