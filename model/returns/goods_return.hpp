#pragma once

#include <optional>
#include <string>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"
#include "model/returns/ledger.hpp"
#include "model/returns/return_share.hpp"

namespace octad::model {

/// What the customer asks for (S3-D24).
enum class Treatment { analysis, repair, replace, credit };

template <>
struct EnumKeys<Treatment> {
  static constexpr std::array entries{
      EnumEntry<Treatment>{Treatment::analysis, "analysis", tr("Analysis")},
      EnumEntry<Treatment>{Treatment::repair, "repair", tr("Repair")},
      EnumEntry<Treatment>{Treatment::replace, "replace", tr("Replacement")},
      EnumEntry<Treatment>{Treatment::credit, "credit", tr("Credit note")},
  };
};

/// Who pays the way.
enum class CostBearer { undecided, us, customer, supplier, carrier };

template <>
struct EnumKeys<CostBearer> {
  static constexpr std::array entries{
      EnumEntry<CostBearer>{CostBearer::undecided, "undecided", tr("Undecided")},
      EnumEntry<CostBearer>{CostBearer::us, "us", tr("We")},
      EnumEntry<CostBearer>{CostBearer::customer, "customer", tr("Customer")},
      EnumEntry<CostBearer>{CostBearer::supplier, "supplier", tr("Supplier")},
      EnumEntry<CostBearer>{CostBearer::carrier, "carrier", tr("Carrier")},
  };
};

/// Who has to do the next thing with a return.
enum class ReturnWait { cqe, customer, warehouse, tester, outside, production, finance, nobody };

template <>
struct EnumKeys<ReturnWait> {
  static constexpr std::array entries{
      EnumEntry<ReturnWait>{ReturnWait::cqe, "cqe", tr("CQE")},
      EnumEntry<ReturnWait>{ReturnWait::customer, "customer", tr("Customer")},
      EnumEntry<ReturnWait>{ReturnWait::warehouse, "warehouse", tr("Warehouse")},
      EnumEntry<ReturnWait>{ReturnWait::tester, "tester", tr("Test")},
      EnumEntry<ReturnWait>{ReturnWait::outside, "outside", tr("Supplier or laboratory")},
      EnumEntry<ReturnWait>{ReturnWait::production, "production", tr("Production")},
      EnumEntry<ReturnWait>{ReturnWait::finance, "finance", tr("Finance")},
      EnumEntry<ReturnWait>{ReturnWait::nobody, "nobody", tr("Nobody")},
  };
};

/// The head of a return (返品单): goods that one customer sends back together. Row version guards the whole
/// return.
struct GoodsReturn {
  ReturnId id;
  std::string uuid;    ///< made by the client when the form opens; request id and chain id
  std::string number;  ///< R26-00001, made by the database
  CustomerId customerId;
  ReturnKind kind = ReturnKind::lineReject;
  bool blind = false;       ///< goods came before they were announced
  std::string withoutCase;  ///< why no complaint stands behind it ("regular return", S3-C7)
  Treatment treatment = Treatment::analysis;
  std::string customerRef;  ///< customer's own number
  std::optional<Date> announcedOn;
  std::optional<Date> expectedOn;
  std::string rmaNumber;  ///< given when authorised
  std::string conditions;
  std::optional<PersonId> authorisedBy;
  std::optional<Date> authorisedOn;
  std::string carrier;
  std::string noteNumber;  ///< delivery note
  CostBearer costBearer = CostBearer::undecided;
  std::optional<Date> sentOn;
  std::optional<Date> receivedOn;                ///< first pieces
  std::optional<Date> replacementDueOn;          ///< good product by the customer's deadline (S3-Q5)
  std::optional<PersonId> ownerId;               ///< CQE
  std::optional<DepartmentId> testDepartmentId;  ///< who tests; sees the return
  std::string remarks;
  std::optional<ReturnId> matchedWith;  ///< the blind return that took this announcement over
  std::optional<Instant> closedAt;
  std::string closeReason;  ///< why it was cancelled, or closed before it was settled
  // Derived at every change so that lists need no joins:
  ReturnState state = ReturnState::announced;
  ReturnWait waitsFor = ReturnWait::cqe;
  std::optional<Date> dueOn;         ///< expected arrival, or the replacement's date
  std::optional<Date> waitingSince;  ///< day of the last thing that happened
  std::string partNumber;            ///< of the first line
  std::string failure;               ///< of the first line
  std::string caseNumbers;           ///< "C26-00001, C26-00007"
  long long announced = 0;
  long long received = 0;
  long long openPieces = 0;
  Instant createdAt;
  long long rowVersion = 0;

  static constexpr auto describe() {
    return members(
        member("id", &GoodsReturn::id), member("uuid", &GoodsReturn::uuid),
        member("number", &GoodsReturn::number), member("customer_id", &GoodsReturn::customerId),
        member("kind", &GoodsReturn::kind), member("blind", &GoodsReturn::blind),
        member("without_case", &GoodsReturn::withoutCase), member("treatment", &GoodsReturn::treatment),
        member("customer_ref", &GoodsReturn::customerRef), member("announced_on", &GoodsReturn::announcedOn),
        member("expected_on", &GoodsReturn::expectedOn), member("rma_number", &GoodsReturn::rmaNumber),
        member("conditions", &GoodsReturn::conditions), member("authorised_by", &GoodsReturn::authorisedBy),
        member("authorised_on", &GoodsReturn::authorisedOn), member("carrier", &GoodsReturn::carrier),
        member("note_number", &GoodsReturn::noteNumber), member("cost_bearer", &GoodsReturn::costBearer),
        member("sent_on", &GoodsReturn::sentOn), member("received_on", &GoodsReturn::receivedOn),
        member("replacement_due_on", &GoodsReturn::replacementDueOn),
        member("owner_id", &GoodsReturn::ownerId),
        member("test_department_id", &GoodsReturn::testDepartmentId),
        member("remarks", &GoodsReturn::remarks), member("matched_with", &GoodsReturn::matchedWith),
        member("closed_at", &GoodsReturn::closedAt), member("close_reason", &GoodsReturn::closeReason),
        member("state", &GoodsReturn::state), member("waits_for", &GoodsReturn::waitsFor),
        member("due_on", &GoodsReturn::dueOn), member("waiting_since", &GoodsReturn::waitingSince),
        member("part_number", &GoodsReturn::partNumber), member("failure", &GoodsReturn::failure),
        member("case_numbers", &GoodsReturn::caseNumbers), member("announced", &GoodsReturn::announced),
        member("received", &GoodsReturn::received), member("open_pieces", &GoodsReturn::openPieces),
        member("created_at", &GoodsReturn::createdAt), member("row_version", &GoodsReturn::rowVersion));
  }
};

}  // namespace octad::model
