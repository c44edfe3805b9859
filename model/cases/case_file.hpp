#pragma once

#include <string>
#include <vector>

#include "model/access/people.hpp"
#include "model/cases/campaign.hpp"
#include "model/cases/case_records.hpp"
#include "model/cases/complaint.hpp"
#include "model/eightd/answers.hpp"
#include "model/eightd/family.hpp"
#include "model/eightd/problem.hpp"
#include "model/eightd/signature.hpp"
#include "model/policy/class_names.hpp"
#include "model/returns/return_share.hpp"

namespace octad::model {

/// Another case served by the same problem.
struct SiblingCase {
  ComplaintId id;
  std::string number;
  std::string customerName;
  CaseState state = CaseState::registered;

  static constexpr auto describe() {
    return members(member("id", &SiblingCase::id), member("number", &SiblingCase::number),
                   member("customer_name", &SiblingCase::customerName), member("state", &SiblingCase::state));
  }
};

/// Everything that belongs to one case, read at once: what the page shows, gates judge and reports print.
/// `octadctl case show --json` prints exactly this.
struct CaseFile {
  Complaint complaint;
  std::vector<ComplaintItem> items;
  std::vector<Decision> decisions;
  std::vector<Reply> replies;
  std::vector<CaseClock> clocks;
  std::vector<ClockPause> pauses;
  std::vector<ClockExtension> clockExtensions;
  std::vector<FollowUp> followUps;
  std::vector<Campaign> campaigns;  ///< none or one: the campaign of the case
  std::vector<Sample> samples;
  std::vector<SampleCustody> sampleCustody;
  std::vector<SampleConsent> sampleConsents;
  std::vector<ReturnShare> returns;     ///< lines of returns allocated to this case
  std::vector<ReturnFlow> returnFlows;  ///< of these lines, movements of the same kind added up
  std::vector<ReturnHandOver> handOvers;
  std::vector<Closing> closings;
  std::vector<Attachment> attachments;
  std::vector<PictureMark> pictureMarks;
  std::vector<Assignment> assignments;
  std::vector<ExtensionRequest> extensions;
  std::vector<SimilarDecision> similarDecisions;
  Problem problem;
  std::vector<Discipline> disciplines;
  std::vector<TeamMember> team;
  std::vector<Fact> facts;
  std::vector<IsNot> isNots;
  std::vector<SweepRow> sweep;
  std::vector<SweepCount> sweepCounts;
  std::vector<Cause> causes;
  std::vector<WhyStep> whySteps;
  std::vector<ActionCandidate> candidates;
  std::vector<Action> actions;
  std::vector<Verification> verifications;
  std::vector<DocumentChange> documentChanges;
  std::vector<ReadAcross> readAcross;
  std::vector<Submission> submissions;
  std::vector<Review> reviews;
  std::vector<AnswerConfirmation> confirmations;
  std::vector<AcceptedWeakness> acceptedWeaknesses;
  std::vector<Assessment> assessments;
  std::vector<EffectChallenge> challenges;
  std::vector<OtherCustomer> otherCustomers;
  std::vector<Lesson> lessons;        ///< none or one
  std::vector<Signature> signatures;  ///< under disciplines, replies and closings, the oldest first
  std::vector<SiblingCase> siblings;
  // The names behind the keys, so that no page or report needs a second look-up:
  Customer customer;
  std::vector<Part> parts;              ///< of the items
  std::vector<Person> people;           ///< everyone mentioned
  std::vector<Department> departments;  ///< everyone mentioned
  ClassNames classNames;                ///< by the revisions that judged it; not printed, filled by Reader

  static constexpr auto describe() {
    return members(
        member("complaint", &CaseFile::complaint), member("items", &CaseFile::items),
        member("decisions", &CaseFile::decisions), member("replies", &CaseFile::replies),
        member("clocks", &CaseFile::clocks), member("pauses", &CaseFile::pauses),
        member("clock_extensions", &CaseFile::clockExtensions), member("follow_ups", &CaseFile::followUps),
        member("campaigns", &CaseFile::campaigns), member("samples", &CaseFile::samples),
        member("sample_custody", &CaseFile::sampleCustody),
        member("sample_consents", &CaseFile::sampleConsents), member("returns", &CaseFile::returns),
        member("return_flows", &CaseFile::returnFlows), member("hand_overs", &CaseFile::handOvers),
        member("closings", &CaseFile::closings), member("attachments", &CaseFile::attachments),
        member("picture_marks", &CaseFile::pictureMarks), member("assignments", &CaseFile::assignments),
        member("extensions", &CaseFile::extensions), member("similar_decisions", &CaseFile::similarDecisions),
        member("problem", &CaseFile::problem), member("disciplines", &CaseFile::disciplines),
        member("team", &CaseFile::team), member("facts", &CaseFile::facts),
        member("is_nots", &CaseFile::isNots), member("sweep", &CaseFile::sweep),
        member("sweep_counts", &CaseFile::sweepCounts), member("causes", &CaseFile::causes),
        member("why_steps", &CaseFile::whySteps), member("candidates", &CaseFile::candidates),
        member("actions", &CaseFile::actions), member("verifications", &CaseFile::verifications),
        member("document_changes", &CaseFile::documentChanges), member("read_across", &CaseFile::readAcross),
        member("submissions", &CaseFile::submissions), member("reviews", &CaseFile::reviews),
        member("confirmations", &CaseFile::confirmations),
        member("accepted_weaknesses", &CaseFile::acceptedWeaknesses),
        member("assessments", &CaseFile::assessments), member("challenges", &CaseFile::challenges),
        member("other_customers", &CaseFile::otherCustomers), member("lessons", &CaseFile::lessons),
        member("signatures", &CaseFile::signatures), member("siblings", &CaseFile::siblings),
        member("customer", &CaseFile::customer), member("parts", &CaseFile::parts),
        member("people", &CaseFile::people), member("departments", &CaseFile::departments));
  }

  const Discipline& discipline(DisciplineCode code) const;
  /// The name of a person or department mentioned in the file; empty when it is not.
  std::string personName(PersonId id) const;
  std::string departmentName(DepartmentId id) const;
  std::string partNumber(PartId id) const;
  /// What a class is called by the revision that judged the case; empty: as usual (`classWords`).
  Message className(SeverityClass severity) const {
    return classNames.of({complaint.policyName, complaint.policyRevision}, severity);
  }
  Message className() const { return className(complaint.severity); }
  /// Whether that revision has the class at all.
  bool hasClass(SeverityClass severity) const {
    return classNames.uses({complaint.policyName, complaint.policyRevision}, severity);
  }
  /// Where the pieces of an allocated line are.
  ReturnBalance returnBalance(ReturnLineId line) const { return balanceOf(line, returnFlows); }
  /// Who the return goes on with after the case is closed; none when it was not handed on.
  const ReturnHandOver* handOver(ReturnId id) const;
};

}  // namespace octad::model
