#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/cases/master_data.hpp"
#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::model {

/// Life of a case (design 5). Transitions are in cases/state_table.hpp.
enum class CaseState { registered, confirming, handling, closing, closed, archived, cancelled };

template <>
struct EnumKeys<CaseState> {
  static constexpr std::array entries{
      EnumEntry<CaseState>{CaseState::registered, "registered", tr("Registered")},
      EnumEntry<CaseState>{CaseState::confirming, "confirming", tr("Confirming")},
      EnumEntry<CaseState>{CaseState::handling, "handling", tr("Handling")},
      EnumEntry<CaseState>{CaseState::closing, "closing", tr("Closing review")},
      EnumEntry<CaseState>{CaseState::closed, "closed", tr("Closed")},
      EnumEntry<CaseState>{CaseState::archived, "archived", tr("Archived")},
      EnumEntry<CaseState>{CaseState::cancelled, "cancelled", tr("Cancelled")},
  };
};

/// The decision on the complaint, separate from its state and dated (design 5).
enum class Acceptance { undecided, accepted, partly, notOurs, merged };

template <>
struct EnumKeys<Acceptance> {
  static constexpr std::array entries{
      EnumEntry<Acceptance>{Acceptance::undecided, "undecided", tr("Undecided")},
      EnumEntry<Acceptance>{Acceptance::accepted, "accepted", tr("Accepted")},
      EnumEntry<Acceptance>{Acceptance::partly, "partly", tr("Partly accepted")},
      EnumEntry<Acceptance>{Acceptance::notOurs, "not_ours", tr("Not our responsibility")},
      EnumEntry<Acceptance>{Acceptance::merged, "merged", tr("Merged into another case")},
  };
};

/// Six values, split from the acceptance decision.
enum class Liability { undetermined, ours, customer, shared, supplier, carrier };

template <>
struct EnumKeys<Liability> {
  static constexpr std::array entries{
      EnumEntry<Liability>{Liability::undetermined, "undetermined", tr("Not determined")},
      EnumEntry<Liability>{Liability::ours, "ours", tr("Ours")},
      EnumEntry<Liability>{Liability::customer, "customer", tr("Customer")},
      EnumEntry<Liability>{Liability::shared, "shared", tr("Shared")},
      EnumEntry<Liability>{Liability::supplier, "supplier", tr("Supplier")},
      EnumEntry<Liability>{Liability::carrier, "carrier", tr("Carrier")},
  };
};

/// Class of a complaint (S3-D11…D19).
enum class SeverityClass { other, general, major };

template <>
struct EnumKeys<SeverityClass> {
  static constexpr std::array entries{
      EnumEntry<SeverityClass>{SeverityClass::major, "major", tr("Major complaint")},
      EnumEntry<SeverityClass>{SeverityClass::general, "general", tr("General complaint")},
      EnumEntry<SeverityClass>{SeverityClass::other, "other", tr("Other quality issue")},
  };
};

/// Where a customer took a complaint past the people who handle it (S1-52: 升级投诉).
enum class EscalationTarget {
  management,   ///< our management, or the customer's
  shipping1,    ///< controlled shipping level 1: our own extra inspection
  shipping2,    ///< controlled shipping level 2: inspection by a third party
  newBusiness,  ///< new business on hold
  authority,    ///< authority, regulator or association
  media
};

template <>
struct EnumKeys<EscalationTarget> {
  static constexpr std::array entries{
      EnumEntry<EscalationTarget>{EscalationTarget::management, "management", tr("Management")},
      EnumEntry<EscalationTarget>{EscalationTarget::shipping1, "cs1", tr("Controlled shipping CS1")},
      EnumEntry<EscalationTarget>{EscalationTarget::shipping2, "cs2", tr("Controlled shipping CS2")},
      EnumEntry<EscalationTarget>{EscalationTarget::newBusiness, "new_business_hold",
                                  tr("New business on hold")},
      EnumEntry<EscalationTarget>{EscalationTarget::authority, "authority", tr("Authority or regulator")},
      EnumEntry<EscalationTarget>{EscalationTarget::media, "media", tr("Media")},
  };
};

/// Somebody outside of both companies has stepped in.
constexpr bool isExternal(EscalationTarget target) {
  return target == EscalationTarget::authority || target == EscalationTarget::media;
}

/// Where the record came from; rule checks apply only to what was registered here or is still open (design
/// 11).
enum class Origin { registered, imported };

template <>
struct EnumKeys<Origin> {
  static constexpr std::array entries{
      EnumEntry<Origin>{Origin::registered, "registered", tr("Registered here")},
      EnumEntry<Origin>{Origin::imported, "imported", tr("Imported history")},
  };
};

/// Whose move it is; shown as "turn".
enum class Turn { cqe, department, customer, approver, nobody };

template <>
struct EnumKeys<Turn> {
  static constexpr std::array entries{
      EnumEntry<Turn>{Turn::cqe, "cqe", tr("CQE")},
      EnumEntry<Turn>{Turn::department, "department", tr("Department")},
      EnumEntry<Turn>{Turn::customer, "customer", tr("Customer")},
      EnumEntry<Turn>{Turn::approver, "approver", tr("Approver")},
      EnumEntry<Turn>{Turn::nobody, "nobody", tr("Nobody")},
  };
};

/// The head of a case (客诉单): one customer's notice. Row version guards the whole head.
struct Complaint {
  ComplaintId id;
  std::string uuid;            ///< made by the client when the form opens; request id and chain id
  std::string number;          ///< C26-00001, made by the database
  std::string externalNumber;  ///< number in an imported register
  Origin origin = Origin::registered;
  ProblemId problemId;
  CustomerId customerId;
  std::string customerRef;  ///< customer's complaint number
  std::string channel;      ///< email, phone, portal, onsite, resident, other
  std::string contact;
  Instant receivedAt;             ///< notice by the customer; starts the 24 h clock
  std::string noticeMonth;        ///< YYYY-MM of receivedAt in the site's zone; the counting month
  std::string title;              ///< one line: what is wrong
  std::string verbatim;           ///< customer's own words; locked after registration (S2-35)
  std::string statement;          ///< our internal statement of the problem
  std::string statementCustomer;  ///< the wording the customer reads
  std::string demand;  ///< comma separated keys: 8d, sort, rework, replace, return, credit, compensation
  std::optional<Date> requestedDate;  ///< reply date the customer asked for
  bool safety = false;
  bool penalty = false;  ///< customer's penalty clause triggered
  bool repeat = false;
  std::optional<EscalationTarget> escalatedTo;  ///< by the customer; none: not escalated
  std::optional<Date> escalatedOn;
  CaseState state = CaseState::registered;
  Acceptance acceptance = Acceptance::undecided;
  Liability liability = Liability::undetermined;
  std::optional<PersonId> ownerId;  ///< CQE
  std::optional<DepartmentId> responsibleDepartmentId;
  SeverityClass severity = SeverityClass::other;
  bool severityProvisional = true;
  int weight = 0;                ///< counting weight (S3-D17)
  bool excludedBySpeed = false;  ///< solved so fast that its policy does not count it (X-16)
  std::string rule;              ///< rule of the policy that decided the class
  std::string policyName;
  int policyRevision = 0;
  std::string result;  ///< customer's result: satisfied, conditionally, dissatisfied, no_answer, or empty
  long long lossMinor = 0;  ///< loss amount in minor units of lossCurrency (S1-91)
  std::string lossCurrency;
  std::string remarks;
  std::optional<Instant> closedAt;
  // Derived at every change so that lists need no joins and stay on an index:
  Turn turn = Turn::cqe;
  std::string turnName;          ///< department code or person when the turn is theirs
  std::optional<Instant> dueAt;  ///< next deadline
  std::string dueName;     ///< what is due then: first_reply, preliminary, final, assignment, action …
  std::string phase;       ///< containing, analysing, implementing, verifying, closing, closed
  std::string partNumber;  ///< of the first item
  std::string failure;     ///< of the first item
  std::string messageId;   ///< Message-ID of the mail it came by; empty when it came otherwise
  Instant createdAt;
  long long rowVersion = 0;
  std::optional<PersonId> firstContactId = {};  ///< 首问责任: who took the complaint first; never changed
  std::optional<CampaignId> campaignId = {};

  static constexpr auto describe() {
    return members(
        member("id", &Complaint::id), member("uuid", &Complaint::uuid), member("number", &Complaint::number),
        member("external_number", &Complaint::externalNumber), member("origin", &Complaint::origin),
        member("problem_id", &Complaint::problemId), member("customer_id", &Complaint::customerId),
        member("customer_ref", &Complaint::customerRef), member("channel", &Complaint::channel),
        member("contact", &Complaint::contact), member("received_at", &Complaint::receivedAt),
        member("notice_month", &Complaint::noticeMonth), member("title", &Complaint::title),
        member("verbatim", &Complaint::verbatim), member("statement", &Complaint::statement),
        member("statement_customer", &Complaint::statementCustomer), member("demand", &Complaint::demand),
        member("requested_date", &Complaint::requestedDate), member("safety", &Complaint::safety),
        member("penalty", &Complaint::penalty), member("repeat", &Complaint::repeat),
        member("escalated_to", &Complaint::escalatedTo), member("escalated_on", &Complaint::escalatedOn),
        member("state", &Complaint::state), member("acceptance", &Complaint::acceptance),
        member("liability", &Complaint::liability), member("owner_id", &Complaint::ownerId),
        member("responsible_department_id", &Complaint::responsibleDepartmentId),
        member("severity", &Complaint::severity),
        member("severity_provisional", &Complaint::severityProvisional), member("weight", &Complaint::weight),
        member("excluded_by_speed", &Complaint::excludedBySpeed), member("rule", &Complaint::rule),
        member("policy_name", &Complaint::policyName), member("policy_revision", &Complaint::policyRevision),
        member("result", &Complaint::result), member("loss_minor", &Complaint::lossMinor),
        member("loss_currency", &Complaint::lossCurrency), member("remarks", &Complaint::remarks),
        member("closed_at", &Complaint::closedAt), member("turn", &Complaint::turn),
        member("turn_name", &Complaint::turnName), member("due_at", &Complaint::dueAt),
        member("due_name", &Complaint::dueName), member("phase", &Complaint::phase),
        member("part_number", &Complaint::partNumber), member("failure", &Complaint::failure),
        member("message_id", &Complaint::messageId), member("created_at", &Complaint::createdAt),
        member("row_version", &Complaint::rowVersion), member("first_contact_id", &Complaint::firstContactId),
        member("campaign_id", &Complaint::campaignId));
  }
};

/// One item (客诉明细): part x failure x quantity.
struct ComplaintItem {
  ItemId id;
  ComplaintId complaintId;
  int position = 1;
  PartId partId;
  std::string lot;
  std::string failure;  ///< defect phenomenon as told
  std::optional<DefectId> defectId;
  DefectKind defectKind = DefectKind::functional;
  long long quantityDefective = 0;
  std::optional<long long> quantityDelivered;  ///< unknown is null and has no rate
  SeverityClass severity = SeverityClass::other;
  std::string rule;
  std::optional<Date> builtOn;  ///< when the pieces were made, as far as known

  static constexpr auto describe() {
    return members(member("id", &ComplaintItem::id), member("complaint_id", &ComplaintItem::complaintId),
                   member("position", &ComplaintItem::position), member("part_id", &ComplaintItem::partId),
                   member("lot", &ComplaintItem::lot), member("failure", &ComplaintItem::failure),
                   member("defect_id", &ComplaintItem::defectId),
                   member("defect_kind", &ComplaintItem::defectKind),
                   member("quantity_defective", &ComplaintItem::quantityDefective),
                   member("quantity_delivered", &ComplaintItem::quantityDelivered),
                   member("severity", &ComplaintItem::severity), member("rule", &ComplaintItem::rule),
                   member("built_on", &ComplaintItem::builtOn));
  }
};

enum class DecisionKind { acceptance, severity, liability, counting };

template <>
struct EnumKeys<DecisionKind> {
  static constexpr std::array entries{
      EnumEntry<DecisionKind>{DecisionKind::acceptance, "acceptance", tr("Acceptance")},
      EnumEntry<DecisionKind>{DecisionKind::severity, "severity", tr("Complaint class")},
      EnumEntry<DecisionKind>{DecisionKind::liability, "liability", tr("Liability")},
      EnumEntry<DecisionKind>{DecisionKind::counting, "counting", tr("Counting")},
  };
};

/// A dated decision; decided again when facts change, nothing overwritten (principle 2).
struct Decision {
  RowId id;
  ComplaintId complaintId;
  DecisionKind kind = DecisionKind::acceptance;
  std::string value;  ///< key of the chosen enum value
  std::string reason;
  std::string rule;    ///< for a class: the rule that fired
  std::string inputs;  ///< for a class: the inputs as JSON text
  std::string policyName;
  int policyRevision = 0;
  PersonId decidedBy;
  Instant decidedAt;

  static constexpr auto describe() {
    return members(member("id", &Decision::id), member("complaint_id", &Decision::complaintId),
                   member("kind", &Decision::kind), member("value", &Decision::value),
                   member("reason", &Decision::reason), member("rule", &Decision::rule),
                   member("inputs", &Decision::inputs), member("policy_name", &Decision::policyName),
                   member("policy_revision", &Decision::policyRevision),
                   member("decided_by", &Decision::decidedBy), member("decided_at", &Decision::decidedAt));
  }
};

}  // namespace octad::model
