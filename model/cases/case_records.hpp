#pragma once

#include <optional>
#include <string>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::model {

/// What is sent to the customer, stage by stage.
enum class ReplyStage { first, d3, d5, d8, letter };

template <>
struct EnumKeys<ReplyStage> {
  static constexpr std::array entries{
      EnumEntry<ReplyStage>{ReplyStage::first, "first", tr("First reply")},
      EnumEntry<ReplyStage>{ReplyStage::d3, "3d", tr("3D reply")},
      EnumEntry<ReplyStage>{ReplyStage::d5, "5d", tr("5D reply")},
      EnumEntry<ReplyStage>{ReplyStage::d8, "8d", tr("8D report")},
      EnumEntry<ReplyStage>{ReplyStage::letter, "letter", tr("Letter")},
  };
};

/// The customer's answer to one reply.
enum class CustomerStatus { sent, accepted, provisionally, objected, noAnswer };

template <>
struct EnumKeys<CustomerStatus> {
  static constexpr std::array entries{
      EnumEntry<CustomerStatus>{CustomerStatus::sent, "sent", tr("Sent")},
      EnumEntry<CustomerStatus>{CustomerStatus::accepted, "accepted", tr("Accepted by customer")},
      EnumEntry<CustomerStatus>{CustomerStatus::provisionally, "provisionally", tr("Provisionally accepted")},
      EnumEntry<CustomerStatus>{CustomerStatus::objected, "objected", tr("Objected by customer")},
      EnumEntry<CustomerStatus>{CustomerStatus::noAnswer, "no_answer", tr("No answer")},
  };
};

/// One reply to the customer; `snapshot` is frozen JSON of what was sent, `sha256` its hash (principle 6).
struct Reply {
  ReplyId id;
  ComplaintId complaintId;
  ReplyStage stage = ReplyStage::first;
  int revision = 1;
  std::string medium;  ///< email, portal, phone, letter, meeting
  std::string recipient;
  std::string text;  ///< wording sent to the customer
  Instant sentAt;
  PersonId sentBy;
  CustomerStatus status = CustomerStatus::sent;
  std::string answer;  ///< the customer's words
  std::optional<Instant> answeredAt;
  std::string objectedTo;  ///< of an objection: "D3,D4", the disciplines it is about
  std::string snapshot;
  std::string sha256;

  static constexpr auto describe() {
    return members(member("id", &Reply::id), member("complaint_id", &Reply::complaintId),
                   member("stage", &Reply::stage), member("revision", &Reply::revision),
                   member("medium", &Reply::medium), member("recipient", &Reply::recipient),
                   member("text", &Reply::text), member("sent_at", &Reply::sentAt),
                   member("sent_by", &Reply::sentBy), member("status", &Reply::status),
                   member("answer", &Reply::answer), member("answered_at", &Reply::answeredAt),
                   member("objected_to", &Reply::objectedTo), member("snapshot", &Reply::snapshot),
                   member("sha256", &Reply::sha256));
  }
};

/// The promises a policy may set a time for (S3-J1…J3, S1-44, S1-107, S3-R7; X-4). `meets` in
/// model/policy/deadlines.cpp says what keeps each.
enum class ClockName {
  firstReply,
  preliminary,
  finalReport,
  firstContact,
  furtherContact,
  containment,
  rootCause,
  correctiveActions,
  implementation,
  fullReport,
  closing
};

template <>
struct EnumKeys<ClockName> {
  static constexpr std::array entries{
      EnumEntry<ClockName>{ClockName::firstReply, "first_reply", tr("First reply")},
      EnumEntry<ClockName>{ClockName::preliminary, "preliminary", tr("Preliminary cause")},
      EnumEntry<ClockName>{ClockName::finalReport, "final", tr("Final report")},
      EnumEntry<ClockName>{ClockName::firstContact, "first_contact", tr("First contact")},
      EnumEntry<ClockName>{ClockName::furtherContact, "further_contact", tr("Further contact")},
      EnumEntry<ClockName>{ClockName::containment, "containment", tr("Containment (D3)")},
      EnumEntry<ClockName>{ClockName::rootCause, "root_cause", tr("Root cause (D4)")},
      EnumEntry<ClockName>{ClockName::correctiveActions, "corrective_actions", tr("Corrective actions (D5)")},
      EnumEntry<ClockName>{ClockName::implementation, "implementation", tr("Implementation (D6)")},
      EnumEntry<ClockName>{ClockName::fullReport, "full_report", tr("Complete 8D (D8)")},
      EnumEntry<ClockName>{ClockName::closing, "closing", tr("Closing the case")},
  };
};

/// What starts a clock (X-4b). `noSample` is not asked for by a policy: it starts the clocks of the sample.
enum class ClockStart { notice, acceptance, sampleAnalysable, noSample, firstReply, closing };

template <>
struct EnumKeys<ClockStart> {
  static constexpr std::array entries{
      EnumEntry<ClockStart>{ClockStart::notice, "notice", tr("Customer's notice")},
      EnumEntry<ClockStart>{ClockStart::acceptance, "acceptance", tr("Acceptance")},
      EnumEntry<ClockStart>{ClockStart::sampleAnalysable, "sample_analysable", tr("Sample can be analysed")},
      EnumEntry<ClockStart>{ClockStart::noSample, "no_sample", tr("No sample will come")},
      EnumEntry<ClockStart>{ClockStart::firstReply, "first_reply", tr("First reply")},
      EnumEntry<ClockStart>{ClockStart::closing, "closing", tr("Closing the case")},
  };
};

/// What a set of clocks is chosen by; the later one goes before the earlier.
enum class ClockScope { site, severity, campaign, customer };

template <>
struct EnumKeys<ClockScope> {
  static constexpr std::array entries{
      EnumEntry<ClockScope>{ClockScope::site, "site", tr("Site")},
      EnumEntry<ClockScope>{ClockScope::severity, "class", tr("Complaint class")},
      EnumEntry<ClockScope>{ClockScope::campaign, "campaign", tr("Campaign")},
      EnumEntry<ClockScope>{ClockScope::customer, "customer", tr("Customer")},
  };
};

/// A running, met or waiting deadline; `startedAt` is empty until its start event (sample analysable)
/// happened.
struct CaseClock {
  ClockId id;
  ComplaintId complaintId;
  ClockName name = ClockName::firstReply;
  std::string startEvent;  ///< key of a ClockStart
  std::optional<Instant> startedAt;
  std::optional<Instant> dueAt;  ///< with pauses and the customer's earlier date put in
  std::string dueReason;         ///< key of a DueBy
  std::optional<Instant> metAt;
  std::optional<ClockScope> chosenBy = {};  ///< none: the site's clocks
  std::string clockSet = {};                ///< name of the set it was chosen from; empty: the site's clocks

  static constexpr auto describe() {
    return members(member("id", &CaseClock::id), member("complaint_id", &CaseClock::complaintId),
                   member("name", &CaseClock::name), member("start_event", &CaseClock::startEvent),
                   member("started_at", &CaseClock::startedAt), member("due_at", &CaseClock::dueAt),
                   member("due_reason", &CaseClock::dueReason), member("met_at", &CaseClock::metAt),
                   member("chosen_by", &CaseClock::chosenBy), member("clock_set", &CaseClock::clockSet));
  }
};

/// What a stopped clock waits for; says whose time it is.
enum class Awaited { customer, sample, supplier, laboratory, test };

template <>
struct EnumKeys<Awaited> {
  static constexpr std::array entries{
      EnumEntry<Awaited>{Awaited::customer, "customer", tr("Word of the customer")},
      EnumEntry<Awaited>{Awaited::sample, "sample", tr("Sample of the customer")},
      EnumEntry<Awaited>{Awaited::supplier, "supplier", tr("Supplier")},
      EnumEntry<Awaited>{Awaited::laboratory, "laboratory", tr("Outside laboratory")},
      EnumEntry<Awaited>{Awaited::test, "test", tr("Test that runs")},
  };
};

/// Only an approved stop excuses time.
enum class PauseState { asked, approved, refused };

template <>
struct EnumKeys<PauseState> {
  static constexpr std::array entries{
      EnumEntry<PauseState>{PauseState::asked, "asked", tr("Asked for")},
      EnumEntry<PauseState>{PauseState::approved, "approved", tr("Approved")},
      EnumEntry<PauseState>{PauseState::refused, "refused", tr("Refused")},
  };
};

/// A recorded pause (test, customer) with approver and expected end (S3-J4).
struct ClockPause {
  RowId id;
  ComplaintId complaintId;
  ClockName clock = ClockName::finalReport;
  Instant startedAt;
  std::optional<Instant> endedAt;
  std::optional<Date> expectedEnd;
  std::string reason;
  PersonId approvedBy;  ///< while it is asked for: the one who asks
  std::optional<Awaited> waitsFor = {};
  std::optional<PersonId> askedBy = {};
  std::optional<PauseState> state = {};  ///< none: of an earlier version, which knew approved ones only
  std::optional<Instant> decidedAt = {};
  std::string decision = {};  ///< words of the approver
  std::optional<PersonId> endedBy = {};

  static constexpr auto describe() {
    return members(member("id", &ClockPause::id), member("complaint_id", &ClockPause::complaintId),
                   member("clock", &ClockPause::clock), member("started_at", &ClockPause::startedAt),
                   member("ended_at", &ClockPause::endedAt), member("expected_end", &ClockPause::expectedEnd),
                   member("reason", &ClockPause::reason), member("approved_by", &ClockPause::approvedBy),
                   member("waits_for", &ClockPause::waitsFor), member("asked_by", &ClockPause::askedBy),
                   member("state", &ClockPause::state), member("decided_at", &ClockPause::decidedAt),
                   member("decision", &ClockPause::decision), member("ended_by", &ClockPause::endedBy));
  }

  PauseState stands() const { return state.value_or(PauseState::approved); }
  /// The clock stands still now, or somebody asks for that.
  bool isOpen() const { return !endedAt && stands() != PauseState::refused; }
};

/// A later date agreed for one clock, with the customer or in the house; append-only. It moves the due date
/// and is no pause.
struct ClockExtension {
  RowId id;
  ComplaintId complaintId;
  ClockName clock = ClockName::finalReport;
  Date untilDay;
  bool byCustomer = false;  ///< agreed with the customer: the date they asked for no longer holds
  std::string agreedWith;   ///< who at the customer said so
  std::string reason;
  std::string document;  ///< mail, minutes or file that shows it
  PersonId recordedBy;   ///< in the house: the quality manager, whose word it is
  Instant recordedAt;

  static constexpr auto describe() {
    return members(member("id", &ClockExtension::id), member("complaint_id", &ClockExtension::complaintId),
                   member("clock", &ClockExtension::clock), member("until_day", &ClockExtension::untilDay),
                   member("by_customer", &ClockExtension::byCustomer),
                   member("agreed_with", &ClockExtension::agreedWith),
                   member("reason", &ClockExtension::reason), member("document", &ClockExtension::document),
                   member("recorded_by", &ClockExtension::recordedBy),
                   member("recorded_at", &ClockExtension::recordedAt));
  }
};

/// A sample that came to the CQE's desk, or the note that none will come.
struct Sample {
  SampleId id;
  ComplaintId complaintId;
  bool toCome = true;  ///< false: "no sample to come"
  std::optional<Instant> arrivedAt;
  std::optional<Instant> analysableAt;  ///< starts the cause and report clocks; of "none to come": that mark
  long long quantity = 0;
  std::string note;
  std::optional<Instant> toldAt;  ///< the last news of it; the next reminder counts from there

  static constexpr auto describe() {
    return members(member("id", &Sample::id), member("complaint_id", &Sample::complaintId),
                   member("to_come", &Sample::toCome), member("arrived_at", &Sample::arrivedAt),
                   member("analysable_at", &Sample::analysableAt), member("quantity", &Sample::quantity),
                   member("note", &Sample::note), member("told_at", &Sample::toldAt));
  }
};

/// Who has a sample now; the rows before are its way here. Append-only.
struct SampleCustody {
  RowId id;
  ComplaintId complaintId;
  SampleId sampleId;
  std::string holder;  ///< person, laboratory or company
  std::string place;   ///< shelf, room, address
  Instant since;
  std::string note;
  PersonId recordedBy;

  static constexpr auto describe() {
    return members(member("id", &SampleCustody::id), member("complaint_id", &SampleCustody::complaintId),
                   member("sample_id", &SampleCustody::sampleId), member("holder", &SampleCustody::holder),
                   member("place", &SampleCustody::place), member("since", &SampleCustody::since),
                   member("note", &SampleCustody::note), member("recorded_by", &SampleCustody::recordedBy));
  }
};

/// Whether the customer lets us destroy a sample to analyse it.
enum class Consent { asked, granted, refused };

template <>
struct EnumKeys<Consent> {
  static constexpr std::array entries{
      EnumEntry<Consent>{Consent::asked, "asked", tr("Asked for")},
      EnumEntry<Consent>{Consent::granted, "granted", tr("Granted")},
      EnumEntry<Consent>{Consent::refused, "refused", tr("Refused by the customer")},
  };
};

/// A word of the customer about a destructive test; the newest counts. Append-only.
struct SampleConsent {
  RowId id;
  ComplaintId complaintId;
  SampleId sampleId;
  Consent state = Consent::asked;
  std::string givenBy;  ///< who at the customer said so, or was asked
  Date givenOn;
  std::string note;
  PersonId recordedBy;

  static constexpr auto describe() {
    return members(member("id", &SampleConsent::id), member("complaint_id", &SampleConsent::complaintId),
                   member("sample_id", &SampleConsent::sampleId), member("state", &SampleConsent::state),
                   member("given_by", &SampleConsent::givenBy), member("given_on", &SampleConsent::givenOn),
                   member("note", &SampleConsent::note), member("recorded_by", &SampleConsent::recordedBy));
  }
};

/// A closing or reopening; append-only (principle 8).
struct Closing {
  RowId id;
  ComplaintId complaintId;
  bool reopened = false;
  std::string reason;      ///< result of the case, or why it is opened again
  std::string openPoints;  ///< soft gates passed with a reason: what was missing
  PersonId byPerson;
  std::optional<PersonId> approvedBy;  ///< other than the owner
  Instant at;

  static constexpr auto describe() {
    return members(member("id", &Closing::id), member("complaint_id", &Closing::complaintId),
                   member("reopened", &Closing::reopened), member("reason", &Closing::reason),
                   member("open_points", &Closing::openPoints), member("by_person", &Closing::byPerson),
                   member("approved_by", &Closing::approvedBy), member("at", &Closing::at));
  }
};

/// How content the customer is, asked after the closing.
enum class Satisfaction { satisfied, conditionally, dissatisfied, noAnswer };

template <>
struct EnumKeys<Satisfaction> {
  static constexpr std::array entries{
      EnumEntry<Satisfaction>{Satisfaction::satisfied, "satisfied", tr("Satisfied")},
      EnumEntry<Satisfaction>{Satisfaction::conditionally, "conditionally", tr("Conditionally satisfied")},
      EnumEntry<Satisfaction>{Satisfaction::dissatisfied, "dissatisfied", tr("Dissatisfied")},
      EnumEntry<Satisfaction>{Satisfaction::noAnswer, "no_answer", tr("No answer")},
  };
};

/// A visit or call after the closing (S1-89, S3-E9). The row is made when the case is closed and filled in
/// once; it stays open after closing.
struct FollowUp {
  RowId id;
  ComplaintId complaintId;
  std::optional<Date> dueOn;   ///< none: nobody had to
  std::optional<Date> doneOn;  ///< none: still to be done
  std::string way;             ///< visit, phone, meeting, email
  std::string spokenWith;
  std::optional<Satisfaction> satisfaction;
  std::string words;  ///< what the customer said
  std::optional<PersonId> recordedBy;
  std::optional<Instant> recordedAt;

  static constexpr auto describe() {
    return members(member("id", &FollowUp::id), member("complaint_id", &FollowUp::complaintId),
                   member("due_on", &FollowUp::dueOn), member("done_on", &FollowUp::doneOn),
                   member("way", &FollowUp::way), member("spoken_with", &FollowUp::spokenWith),
                   member("satisfaction", &FollowUp::satisfaction), member("words", &FollowUp::words),
                   member("recorded_by", &FollowUp::recordedBy),
                   member("recorded_at", &FollowUp::recordedAt));
  }
};

/// A file kept with a case; its bytes are stored once by SHA-256 in chunks.
struct Attachment {
  AttachmentId id;
  ComplaintId complaintId;
  std::string discipline;    ///< "" or D0 … D8
  std::string fileName;      ///< cleaned for every file system
  std::string originalName;  ///< as it came
  std::string mediaType;
  std::string caption;
  std::string sha256;  ///< lower-case hex
  long long size = 0;  ///< bytes
  PersonId addedBy;
  Instant addedAt;

  static constexpr auto describe() {
    return members(member("id", &Attachment::id), member("complaint_id", &Attachment::complaintId),
                   member("discipline", &Attachment::discipline), member("file_name", &Attachment::fileName),
                   member("original_name", &Attachment::originalName),
                   member("media_type", &Attachment::mediaType), member("caption", &Attachment::caption),
                   member("sha256", &Attachment::sha256), member("size", &Attachment::size),
                   member("added_by", &Attachment::addedBy), member("added_at", &Attachment::addedAt));
  }
};

enum class MarkShape { arrow, circle, text };

template <>
struct EnumKeys<MarkShape> {
  static constexpr std::array entries{
      EnumEntry<MarkShape>{MarkShape::arrow, "arrow", tr("Arrow")},
      EnumEntry<MarkShape>{MarkShape::circle, "circle", tr("Circle")},
      EnumEntry<MarkShape>{MarkShape::text, "text", tr("Text")},
  };
};

/// A mark drawn over a picture of the case; the picture itself stays as it came. Places are in
/// ten-thousandths of its width and height.
struct PictureMark {
  RowId id;
  ComplaintId complaintId;
  AttachmentId attachmentId;
  MarkShape shape = MarkShape::arrow;
  int x1 = 0;  ///< tail of an arrow, corner of a circle's box, place of a text
  int y1 = 0;
  int x2 = 0;  ///< head of an arrow, other corner of the box
  int y2 = 0;
  std::string text;

  static constexpr auto describe() {
    return members(member("id", &PictureMark::id), member("complaint_id", &PictureMark::complaintId),
                   member("attachment_id", &PictureMark::attachmentId), member("shape", &PictureMark::shape),
                   member("x1", &PictureMark::x1), member("y1", &PictureMark::y1),
                   member("x2", &PictureMark::x2), member("y2", &PictureMark::y2),
                   member("text", &PictureMark::text));
  }
};

}  // namespace octad::model
