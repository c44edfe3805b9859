#pragma once

#include <optional>
#include <string>

#include "model/returns/goods_return.hpp"
#include "model/usecases/return_target.hpp"

namespace octad::model {

struct ReturnFile;

/// Our word that the goods may come (返品授权): the RMA number and on what conditions.
struct ReturnAuthorisation {
  ReturnTarget target;
  std::string rmaNumber;  ///< empty: the number of the return
  std::string conditions;
  CostBearer costBearer = CostBearer::undecided;
  std::optional<Date> authorisedOn;  ///< today when not given

  static constexpr auto describe() {
    return members(member("target", &ReturnAuthorisation::target),
                   member("rma_number", &ReturnAuthorisation::rmaNumber),
                   member("conditions", &ReturnAuthorisation::conditions),
                   member("cost_bearer", &ReturnAuthorisation::costBearer),
                   member("authorised_on", &ReturnAuthorisation::authorisedOn));
  }
};

/// Quality's pre-confirmation (S3-Q8). Refused("state") when it is authorised or has arrived.
class AuthoriseReturn {
 public:
  explicit AuthoriseReturn(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const ReturnAuthorisation& input);

 private:
  Workplace m_workplace;
};

/// The goods are on their way.
struct ReturnShipment {
  ReturnTarget target;
  std::string carrier;
  std::string noteNumber;
  CostBearer costBearer = CostBearer::undecided;  ///< undecided: as it was
  std::optional<Date> sentOn;                     ///< today when not given
  std::optional<Date> expectedOn;

  static constexpr auto describe() {
    return members(member("target", &ReturnShipment::target), member("carrier", &ReturnShipment::carrier),
                   member("note_number", &ReturnShipment::noteNumber),
                   member("cost_bearer", &ReturnShipment::costBearer),
                   member("sent_on", &ReturnShipment::sentOn),
                   member("expected_on", &ReturnShipment::expectedOn));
  }
};

class SendReturn {
 public:
  explicit SendReturn(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const ReturnShipment& input);

 private:
  Workplace m_workplace;
};

/// What may be changed of the head at any time before it is closed.
struct ReturnDetails {
  ReturnTarget target;
  ReturnKind kind = ReturnKind::lineReject;
  Treatment treatment = Treatment::analysis;
  std::string withoutCase;
  std::string customerRef;
  std::string conditions;
  std::string carrier;
  std::string noteNumber;
  CostBearer costBearer = CostBearer::undecided;
  std::optional<Date> expectedOn;
  std::optional<Date> replacementDueOn;
  std::string owner;           ///< login or name; empty: nobody
  std::string testDepartment;  ///< code or name; empty: none
  std::string remarks;

  static constexpr auto describe() {
    return members(
        member("target", &ReturnDetails::target), member("kind", &ReturnDetails::kind),
        member("treatment", &ReturnDetails::treatment), member("without_case", &ReturnDetails::withoutCase),
        member("customer_ref", &ReturnDetails::customerRef), member("conditions", &ReturnDetails::conditions),
        member("carrier", &ReturnDetails::carrier), member("note_number", &ReturnDetails::noteNumber),
        member("cost_bearer", &ReturnDetails::costBearer), member("expected_on", &ReturnDetails::expectedOn),
        member("replacement_due_on", &ReturnDetails::replacementDueOn),
        member("owner", &ReturnDetails::owner), member("test_department", &ReturnDetails::testDepartment),
        member("remarks", &ReturnDetails::remarks));
  }
};

class AmendReturn {
 public:
  explicit AmendReturn(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const ReturnDetails& input);
  /// The details as stored, to start a form from.
  static ReturnDetails from(const ReturnFile& file);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
