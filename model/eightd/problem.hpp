#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::model {

enum class DisciplineCode { d0, d1, d2, d3, d4, d5, d6, d7, d8 };

template <>
struct EnumKeys<DisciplineCode> {
  static constexpr std::array entries{
      EnumEntry<DisciplineCode>{DisciplineCode::d0, "D0", tr("D0 Emergency response")},
      EnumEntry<DisciplineCode>{DisciplineCode::d1, "D1", tr("D1 Team")},
      EnumEntry<DisciplineCode>{DisciplineCode::d2, "D2", tr("D2 Problem description")},
      EnumEntry<DisciplineCode>{DisciplineCode::d3, "D3", tr("D3 Containment actions")},
      EnumEntry<DisciplineCode>{DisciplineCode::d4, "D4", tr("D4 Root cause")},
      EnumEntry<DisciplineCode>{DisciplineCode::d5, "D5", tr("D5 Permanent corrective actions")},
      EnumEntry<DisciplineCode>{DisciplineCode::d6, "D6", tr("D6 Implementation and validation")},
      EnumEntry<DisciplineCode>{DisciplineCode::d7, "D7", tr("D7 Prevention of recurrence")},
      EnumEntry<DisciplineCode>{DisciplineCode::d8, "D8", tr("D8 Closure and recognition")},
  };
};

enum class DisciplineState { open, submitted, approved, rejected, notRequired };

template <>
struct EnumKeys<DisciplineState> {
  static constexpr std::array entries{
      EnumEntry<DisciplineState>{DisciplineState::open, "open", tr("In work")},
      EnumEntry<DisciplineState>{DisciplineState::submitted, "submitted", tr("Submitted")},
      EnumEntry<DisciplineState>{DisciplineState::approved, "approved", tr("Approved")},
      EnumEntry<DisciplineState>{DisciplineState::rejected, "rejected", tr("Rejected")},
      EnumEntry<DisciplineState>{DisciplineState::notRequired, "not_required", tr("Not required")},
  };
};

/// How a complaint is answered, decided in D0. As long as nobody decided, its class says it.
enum class AnswerWay { eightD, shortReply };

template <>
struct EnumKeys<AnswerWay> {
  static constexpr std::array entries{
      EnumEntry<AnswerWay>{AnswerWay::eightD, "8d", tr("8D report")},
      EnumEntry<AnswerWay>{AnswerWay::shortReply, "short_reply", tr("Short reply: cause and action")},
  };
};

/// In what the observation of the effect is counted.
enum class WindowUnit { days, lots, pieces };

template <>
struct EnumKeys<WindowUnit> {
  static constexpr std::array entries{
      EnumEntry<WindowUnit>{WindowUnit::days, "days", tr("days")},
      EnumEntry<WindowUnit>{WindowUnit::lots, "lots", tr("lots")},
      EnumEntry<WindowUnit>{WindowUnit::pieces, "pieces", tr("pieces")},
  };
};

/// What is wrong with the product (8D); may serve several cases. Its head has no state of its own: phases are
/// derived.
struct Problem {
  ProblemId id;
  std::string uuid;
  std::string number;  ///< P26-00001
  std::string title;
  std::string partFamily;
  std::string failure;
  std::string cleanPoint;  ///< first lot or serial known good
  std::optional<Date> cleanPointDate;
  std::optional<PersonId> leaderId;
  Instant createdAt;
  std::optional<AnswerWay> way;                      ///< D0; none: not decided
  std::optional<DepartmentId> analysisDepartmentId;  ///< leads the analysis, whoever is responsible
  std::optional<DepartmentId> escapeDepartmentId;    ///< responsible for the non-detection
  std::string effectCriterion;                       ///< D6 validation plan: by what the effect is judged
  std::optional<long long> effectWindow;             ///< how long it is watched, in effectUnit
  std::optional<WindowUnit> effectUnit;
  std::optional<long long> effectSample;  ///< pieces looked at
  std::string recognition;                ///< D8: what the team is thanked for, and how
  long long rowVersion = 0;

  static constexpr auto describe() {
    return members(
        member("id", &Problem::id), member("uuid", &Problem::uuid), member("number", &Problem::number),
        member("title", &Problem::title), member("part_family", &Problem::partFamily),
        member("failure", &Problem::failure), member("clean_point", &Problem::cleanPoint),
        member("clean_point_date", &Problem::cleanPointDate), member("leader_id", &Problem::leaderId),
        member("created_at", &Problem::createdAt), member("way", &Problem::way),
        member("analysis_department_id", &Problem::analysisDepartmentId),
        member("escape_department_id", &Problem::escapeDepartmentId),
        member("effect_criterion", &Problem::effectCriterion),
        member("effect_window", &Problem::effectWindow), member("effect_unit", &Problem::effectUnit),
        member("effect_sample", &Problem::effectSample), member("recognition", &Problem::recognition),
        member("row_version", &Problem::rowVersion));
  }
};

/// One discipline of a problem: its state and its narrative, internal beside customer-facing. Nine rows a
/// problem.
struct Discipline {
  DisciplineId id;
  ProblemId problemId;
  DisciplineCode code = DisciplineCode::d0;
  DisciplineState state = DisciplineState::open;
  std::string text;          ///< internal wording
  std::string textCustomer;  ///< what the customer reads
  std::string reason;        ///< why not required, or why the gate was passed with open points
  int revision = 0;          ///< number of submissions so far
  std::optional<Instant> decidedAt;
  long long rowVersion = 0;

  static constexpr auto describe() {
    return members(member("id", &Discipline::id), member("problem_id", &Discipline::problemId),
                   member("code", &Discipline::code), member("state", &Discipline::state),
                   member("text", &Discipline::text), member("text_customer", &Discipline::textCustomer),
                   member("reason", &Discipline::reason), member("revision", &Discipline::revision),
                   member("decided_at", &Discipline::decidedAt),
                   member("row_version", &Discipline::rowVersion));
  }
};

enum class TeamFunction { leader, sponsor, contact, participant };

template <>
struct EnumKeys<TeamFunction> {
  static constexpr std::array entries{
      EnumEntry<TeamFunction>{TeamFunction::leader, "leader", tr("Team leader")},
      EnumEntry<TeamFunction>{TeamFunction::sponsor, "sponsor", tr("Champion / sponsor")},
      EnumEntry<TeamFunction>{TeamFunction::contact, "contact", tr("Contact for the customer")},
      EnumEntry<TeamFunction>{TeamFunction::participant, "member", tr("Member")},
  };
};

/// D1: a member with function and how to reach them.
struct TeamMember {
  RowId id;
  ProblemId problemId;
  std::string name;
  TeamFunction role = TeamFunction::participant;
  std::string department;  ///< department or company
  std::string contact;     ///< e-mail or telephone

  static constexpr auto describe() {
    return members(member("id", &TeamMember::id), member("problem_id", &TeamMember::problemId),
                   member("name", &TeamMember::name), member("role", &TeamMember::role),
                   member("department", &TeamMember::department), member("contact", &TeamMember::contact));
  }
};

enum class Question { what, where, when, who, why, how, howMany };

template <>
struct EnumKeys<Question> {
  static constexpr std::array entries{
      EnumEntry<Question>{Question::what, "what", tr("What")},
      EnumEntry<Question>{Question::where, "where", tr("Where")},
      EnumEntry<Question>{Question::when, "when", tr("When")},
      EnumEntry<Question>{Question::who, "who", tr("Who")},
      EnumEntry<Question>{Question::why, "why", tr("Why")},
      EnumEntry<Question>{Question::how, "how", tr("How")},
      EnumEntry<Question>{Question::howMany, "how_many", tr("How many")},
  };
};

/// D2: one answer of 5W2H.
struct Fact {
  RowId id;
  ProblemId problemId;
  Question question = Question::what;
  std::string answer;
  std::string answerCustomer;

  static constexpr auto describe() {
    return members(member("id", &Fact::id), member("problem_id", &Fact::problemId),
                   member("question", &Fact::question), member("answer", &Fact::answer),
                   member("answer_customer", &Fact::answerCustomer));
  }
};

/// D2: one line of the Is / Is-Not comparison (Kepner-Tregoe).
struct IsNot {
  RowId id;
  ProblemId problemId;
  Question question = Question::what;
  std::string isFact;       ///< where the defect is
  std::string isNot;        ///< where it could be and is not
  std::string distinction;  ///< what sets the two apart
  std::string changed;      ///< what changed there, and when

  static constexpr auto describe() {
    return members(member("id", &IsNot::id), member("problem_id", &IsNot::problemId),
                   member("question", &IsNot::question), member("is_fact", &IsNot::isFact),
                   member("is_not", &IsNot::isNot), member("distinction", &IsNot::distinction),
                   member("changed", &IsNot::changed));
  }
};

enum class SweepLocation { raw, wip, finished, transit, customer, field, supplier };

template <>
struct EnumKeys<SweepLocation> {
  static constexpr std::array entries{
      EnumEntry<SweepLocation>{SweepLocation::raw, "raw", tr("Raw material")},
      EnumEntry<SweepLocation>{SweepLocation::wip, "wip", tr("Work in process")},
      EnumEntry<SweepLocation>{SweepLocation::finished, "finished", tr("Finished goods")},
      EnumEntry<SweepLocation>{SweepLocation::transit, "transit", tr("In transit")},
      EnumEntry<SweepLocation>{SweepLocation::customer, "customer", tr("At the customer")},
      EnumEntry<SweepLocation>{SweepLocation::field, "field", tr("In the field")},
      EnumEntry<SweepLocation>{SweepLocation::supplier, "supplier", tr("At the supplier")},
  };
};

/// D3: stock sweep of one location; suspect = ok + ng + rework + unreachable + open (design 4.7), or not
/// applicable because.
struct SweepRow {
  SweepRowId id;
  ProblemId problemId;
  SweepLocation location = SweepLocation::raw;
  std::string notApplicable;  ///< reason; then the quantities are 0
  long long suspect = 0;
  long long ok = 0;
  long long ng = 0;
  long long rework = 0;
  long long unreachable = 0;
  std::string riskAcceptedBy;  ///< who accepted the risk of what cannot be reached

  static constexpr auto describe() {
    return members(member("id", &SweepRow::id), member("problem_id", &SweepRow::problemId),
                   member("location", &SweepRow::location),
                   member("not_applicable", &SweepRow::notApplicable), member("suspect", &SweepRow::suspect),
                   member("ok", &SweepRow::ok), member("ng", &SweepRow::ng),
                   member("rework", &SweepRow::rework), member("unreachable", &SweepRow::unreachable),
                   member("risk_accepted_by", &SweepRow::riskAcceptedBy));
  }

  long long open() const { return suspect - ok - ng - rework - unreachable; }
};

/// D3: what was sorted at one location on one day. The totals of the sweep row are the sum of its counts once
/// there is one; a correction takes back what was counted too many. Append-only.
struct SweepCount {
  RowId id;
  std::string uuid;  ///< request id: the same count sent twice is one
  ProblemId problemId;
  SweepRowId sweepId;
  Date countedOn;
  long long ok = 0;
  long long ng = 0;
  long long rework = 0;
  bool correction = false;  ///< these pieces are taken back
  std::string note;         ///< lots sorted, or why a count is corrected
  PersonId countedBy;
  Instant recordedAt;

  static constexpr auto describe() {
    return members(member("id", &SweepCount::id), member("uuid", &SweepCount::uuid),
                   member("problem_id", &SweepCount::problemId), member("sweep_id", &SweepCount::sweepId),
                   member("counted_on", &SweepCount::countedOn), member("ok", &SweepCount::ok),
                   member("ng", &SweepCount::ng), member("rework", &SweepCount::rework),
                   member("correction", &SweepCount::correction), member("note", &SweepCount::note),
                   member("counted_by", &SweepCount::countedBy),
                   member("recorded_at", &SweepCount::recordedAt));
  }
};

/// Technical/systemic x occurrence/non-detection, with Catena-X codes.
enum class CauseType { tua, tun, sua, sun };

template <>
struct EnumKeys<CauseType> {
  static constexpr std::array entries{
      EnumEntry<CauseType>{CauseType::tua, "TUA", tr("Occurrence, technical")},
      EnumEntry<CauseType>{CauseType::tun, "TUN", tr("Non-detection, technical")},
      EnumEntry<CauseType>{CauseType::sua, "SUA", tr("Occurrence, systemic")},
      EnumEntry<CauseType>{CauseType::sun, "SUN", tr("Non-detection, systemic")},
  };
};

enum class CauseResult { hypothesis, confirmed, excluded };

template <>
struct EnumKeys<CauseResult> {
  static constexpr std::array entries{
      EnumEntry<CauseResult>{CauseResult::hypothesis, "hypothesis", tr("Hypothesis")},
      EnumEntry<CauseResult>{CauseResult::confirmed, "confirmed", tr("Confirmed")},
      EnumEntry<CauseResult>{CauseResult::excluded, "excluded", tr("Excluded")},
  };
};

/// The six branches of the fishbone (6M).
enum class CauseBranch { man, machine, material, method, environment, measurement };

template <>
struct EnumKeys<CauseBranch> {
  static constexpr std::array entries{
      EnumEntry<CauseBranch>{CauseBranch::man, "man", tr("Man")},
      EnumEntry<CauseBranch>{CauseBranch::machine, "machine", tr("Machine")},
      EnumEntry<CauseBranch>{CauseBranch::material, "material", tr("Material")},
      EnumEntry<CauseBranch>{CauseBranch::method, "method", tr("Method")},
      EnumEntry<CauseBranch>{CauseBranch::environment, "environment", tr("Environment")},
      EnumEntry<CauseBranch>{CauseBranch::measurement, "measurement", tr("Measurement")},
  };
};

/// What a confirmed cause weighs among the others.
enum class CauseRank { primary, secondary };

template <>
struct EnumKeys<CauseRank> {
  static constexpr std::array entries{
      EnumEntry<CauseRank>{CauseRank::primary, "main", tr("Main cause")},
      EnumEntry<CauseRank>{CauseRank::secondary, "secondary", tr("Secondary cause")},
  };
};

/// D4: a cause and its proof.
struct Cause {
  CauseId id;
  ProblemId problemId;
  CauseType type = CauseType::tua;
  std::string text;
  std::string textCustomer;
  CauseResult result = CauseResult::hypothesis;
  std::string method;  ///< how it was verified: measurement, reproduction, record …
  std::string proof;   ///< what was found
  std::string verifiedBy;
  std::optional<Date> verifiedOn;
  std::optional<CauseBranch> branch;  ///< where it hangs in the fishbone
  std::optional<CauseRank> rank;

  static constexpr auto describe() {
    return members(member("id", &Cause::id), member("problem_id", &Cause::problemId),
                   member("type", &Cause::type), member("text", &Cause::text),
                   member("text_customer", &Cause::textCustomer), member("result", &Cause::result),
                   member("method", &Cause::method), member("proof", &Cause::proof),
                   member("verified_by", &Cause::verifiedBy), member("verified_on", &Cause::verifiedOn),
                   member("branch", &Cause::branch), member("rank", &Cause::rank));
  }
};

/// One answer of the why-tree of a cause. Steps without a parent are the main chain in the order of their
/// positions, from the problem down to the cause; one with a parent branches off there (eightd/why_tree.hpp).
struct WhyStep {
  WhyStepId id;
  ProblemId problemId;
  CauseId causeId;
  int position = 1;  ///< order in the main chain, or among the branches of one parent
  std::string answer;
  std::string evidence;
  std::optional<WhyStepId> parentId;  ///< the step this one explains; none: the main chain
  bool rootCause = false;             ///< the tree need not go further here

  static constexpr auto describe() {
    return members(member("id", &WhyStep::id), member("problem_id", &WhyStep::problemId),
                   member("cause_id", &WhyStep::causeId), member("position", &WhyStep::position),
                   member("answer", &WhyStep::answer), member("evidence", &WhyStep::evidence),
                   member("parent_id", &WhyStep::parentId), member("root_cause", &WhyStep::rootCause));
  }
};

/// D3 containment, D5 corrective, D7 preventive (D6 implements the D5 ones).
enum class ActionKind { containment, corrective, preventive };

template <>
struct EnumKeys<ActionKind> {
  static constexpr std::array entries{
      EnumEntry<ActionKind>{ActionKind::containment, "containment", tr("Containment action")},
      EnumEntry<ActionKind>{ActionKind::corrective, "corrective", tr("Corrective action")},
      EnumEntry<ActionKind>{ActionKind::preventive, "preventive", tr("Preventive action")},
  };
};

/// D5: what could be done against a cause, weighed before one of them becomes an action. Scores go from 1
/// (poor) to 5 (good); cost and time: 5 is little.
struct ActionCandidate {
  RowId id;
  ProblemId problemId;
  std::optional<CauseId> causeId;
  std::string text;
  std::optional<long long> effect;  ///< 1 … 5
  std::optional<long long> risk;    ///< 1 … 5, 5: no side effects to be feared
  std::optional<long long> cost;    ///< 1 … 5
  std::optional<long long> time;    ///< 1 … 5
  bool chosen = false;
  std::string reason;  ///< why it was chosen or left

  static constexpr auto describe() {
    return members(member("id", &ActionCandidate::id), member("problem_id", &ActionCandidate::problemId),
                   member("cause_id", &ActionCandidate::causeId), member("text", &ActionCandidate::text),
                   member("effect", &ActionCandidate::effect), member("risk", &ActionCandidate::risk),
                   member("cost", &ActionCandidate::cost), member("time", &ActionCandidate::time),
                   member("chosen", &ActionCandidate::chosen), member("reason", &ActionCandidate::reason));
  }
};

/// Whether the customer has to allow a change of process or product (PCN / PPAP).
enum class CustomerApproval { needed, asked, granted, refused };

template <>
struct EnumKeys<CustomerApproval> {
  static constexpr std::array entries{
      EnumEntry<CustomerApproval>{CustomerApproval::needed, "needed", tr("Needed, not asked for yet")},
      EnumEntry<CustomerApproval>{CustomerApproval::asked, "asked", tr("Asked for")},
      EnumEntry<CustomerApproval>{CustomerApproval::granted, "granted", tr("Granted")},
      EnumEntry<CustomerApproval>{CustomerApproval::refused, "refused", tr("Refused by the customer")},
  };
};

/// An action: what, who, until when, done when, with which proof and effect.
struct Action {
  ActionId id;
  ProblemId problemId;
  ActionKind kind = ActionKind::corrective;
  std::optional<CauseId> causeId;
  std::string text;
  std::string textCustomer;
  std::string owner;
  std::optional<DepartmentId> departmentId;
  std::optional<Date> dueOn;
  std::optional<Date> doneOn;
  std::string proof;
  std::optional<int> effectiveness;  ///< percent, 0 … 100
  std::string effectivenessMethod;   ///< how the percentage was found
  std::string firstGoodLot;          ///< D6: first lot or serial made with the action
  std::string checkedBy;             ///< implementation check by someone other than the owner (S3-D35)
  std::optional<Date> checkedOn;
  std::optional<Date> liftedOn;  ///< D3: the day a containment ended, since the corrective actions work
  std::string sideEffects;       ///< D3, D5: what the action may harm
  std::string proofBefore;       ///< D5: trial that shows the effect before the action is rolled out
  std::string changeRecord;      ///< D6: number of the 4M or engineering change
  std::optional<CustomerApproval> customerApproval;  ///< D6; none: not needed
  std::string approvalRecord;                        ///< D6: number of the PCN or PPAP

  static constexpr auto describe() {
    return members(member("id", &Action::id), member("problem_id", &Action::problemId),
                   member("kind", &Action::kind), member("cause_id", &Action::causeId),
                   member("text", &Action::text), member("text_customer", &Action::textCustomer),
                   member("owner", &Action::owner), member("department_id", &Action::departmentId),
                   member("due_on", &Action::dueOn), member("done_on", &Action::doneOn),
                   member("proof", &Action::proof), member("effectiveness", &Action::effectiveness),
                   member("effectiveness_method", &Action::effectivenessMethod),
                   member("first_good_lot", &Action::firstGoodLot), member("checked_by", &Action::checkedBy),
                   member("checked_on", &Action::checkedOn), member("lifted_on", &Action::liftedOn),
                   member("side_effects", &Action::sideEffects), member("proof_before", &Action::proofBefore),
                   member("change_record", &Action::changeRecord),
                   member("customer_approval", &Action::customerApproval),
                   member("approval_record", &Action::approvalRecord));
  }
};

enum class VerificationResult { effective, notEffective };

template <>
struct EnumKeys<VerificationResult> {
  static constexpr std::array entries{
      EnumEntry<VerificationResult>{VerificationResult::effective, "effective", tr("Effective")},
      EnumEntry<VerificationResult>{VerificationResult::notEffective, "not_effective", tr("Not effective")},
  };
};

/// D6/D8: a verification of the effect on lots made after the clean point; append-only.
struct Verification {
  RowId id;
  ProblemId problemId;
  Date verifiedOn;
  int lots = 0;  ///< consecutive lots looked at
  long long inspected = 0;
  long long failed = 0;
  std::string criterion;
  VerificationResult result = VerificationResult::effective;
  std::string note;
  PersonId verifiedBy;
  Instant recordedAt;

  static constexpr auto describe() {
    return members(member("id", &Verification::id), member("problem_id", &Verification::problemId),
                   member("verified_on", &Verification::verifiedOn), member("lots", &Verification::lots),
                   member("inspected", &Verification::inspected), member("failed", &Verification::failed),
                   member("criterion", &Verification::criterion), member("result", &Verification::result),
                   member("note", &Verification::note), member("verified_by", &Verification::verifiedBy),
                   member("recorded_at", &Verification::recordedAt));
  }
};

enum class DocumentKind { pfmea, controlPlan, workInstruction, drawing, other };

template <>
struct EnumKeys<DocumentKind> {
  static constexpr std::array entries{
      EnumEntry<DocumentKind>{DocumentKind::pfmea, "pfmea", tr("PFMEA")},
      EnumEntry<DocumentKind>{DocumentKind::controlPlan, "control_plan", tr("Control plan")},
      EnumEntry<DocumentKind>{DocumentKind::workInstruction, "work_instruction", tr("Work instruction")},
      EnumEntry<DocumentKind>{DocumentKind::drawing, "drawing", tr("Drawing")},
      EnumEntry<DocumentKind>{DocumentKind::other, "other", tr("Other document")},
  };
};

/// D7: a document changed from one revision to the next, or not affected because.
struct DocumentChange {
  RowId id;
  ProblemId problemId;
  DocumentKind kind = DocumentKind::controlPlan;
  std::string document;  ///< number or name
  std::string oldRevision;
  std::string newRevision;
  std::optional<Date> effectiveOn;
  std::string notAffected;  ///< reason; then there is no new revision
  // Of an FMEA line, 1 … 10: severity, occurrence and detection before the actions and with them
  std::optional<long long> severityBefore;
  std::optional<long long> occurrenceBefore;
  std::optional<long long> detectionBefore;
  std::optional<long long> severityAfter;
  std::optional<long long> occurrenceAfter;
  std::optional<long long> detectionAfter;

  static constexpr auto describe() {
    return members(member("id", &DocumentChange::id), member("problem_id", &DocumentChange::problemId),
                   member("kind", &DocumentChange::kind), member("document", &DocumentChange::document),
                   member("old_revision", &DocumentChange::oldRevision),
                   member("new_revision", &DocumentChange::newRevision),
                   member("effective_on", &DocumentChange::effectiveOn),
                   member("not_affected", &DocumentChange::notAffected),
                   member("severity_before", &DocumentChange::severityBefore),
                   member("occurrence_before", &DocumentChange::occurrenceBefore),
                   member("detection_before", &DocumentChange::detectionBefore),
                   member("severity_after", &DocumentChange::severityAfter),
                   member("occurrence_after", &DocumentChange::occurrenceAfter),
                   member("detection_after", &DocumentChange::detectionAfter));
  }
};

enum class AcrossKind { product, line, site, project, supplier };

template <>
struct EnumKeys<AcrossKind> {
  static constexpr std::array entries{
      EnumEntry<AcrossKind>{AcrossKind::product, "product", tr("Similar product")},
      EnumEntry<AcrossKind>{AcrossKind::line, "line", tr("Line or process")},
      EnumEntry<AcrossKind>{AcrossKind::site, "site", tr("Other site")},
      EnumEntry<AcrossKind>{AcrossKind::project, "project", tr("New project")},
      EnumEntry<AcrossKind>{AcrossKind::supplier, "supplier", tr("Supplier")},
  };
};

/// D7: read-across: where else the same cause may act, who answers until when, and what was found.
struct ReadAcross {
  RowId id;
  ProblemId problemId;
  AcrossKind kind = AcrossKind::product;
  std::string subject;  ///< which product, line, site or project
  std::string owner;
  std::optional<DepartmentId> departmentId;
  std::optional<Date> dueOn;
  std::optional<Date> answeredOn;
  std::string answer;  ///< affected or not, and what is done there

  static constexpr auto describe() {
    return members(member("id", &ReadAcross::id), member("problem_id", &ReadAcross::problemId),
                   member("kind", &ReadAcross::kind), member("subject", &ReadAcross::subject),
                   member("owner", &ReadAcross::owner), member("department_id", &ReadAcross::departmentId),
                   member("due_on", &ReadAcross::dueOn), member("answered_on", &ReadAcross::answeredOn),
                   member("answer", &ReadAcross::answer));
  }
};

}  // namespace octad::model
