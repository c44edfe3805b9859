#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// The part of the head and the items that may be corrected after registration; the verbatim stays locked
/// (S2-35).
struct ComplaintAmendment {
  CaseTarget target;
  std::string title;
  std::string statement;
  std::string statementCustomer;
  std::string customerRef;
  std::string contact;
  std::string demand;
  std::optional<Date> requestedDate;
  bool safety = false;
  bool penalty = false;
  bool repeat = false;
  std::optional<EscalationTarget> escalatedTo;  ///< with its day
  std::optional<Date> escalatedOn;
  std::optional<PersonId> ownerId;
  std::optional<DepartmentId> responsibleDepartmentId;
  std::string remarks;
  long long lossMinor = 0;
  std::string lossCurrency;
  std::vector<ComplaintItem>
      items;  ///< all items; id 0 is new, a missing one stays (items are never removed)
  /// Parts by number, in the order of `items`; empty or missing: by the part id of the item. A number that
  /// is not in the list is a new part, as at registration.
  std::vector<std::string> partNumbers;

  static constexpr auto describe() {
    return members(
        member("target", &ComplaintAmendment::target), member("title", &ComplaintAmendment::title),
        member("statement", &ComplaintAmendment::statement),
        member("statement_customer", &ComplaintAmendment::statementCustomer),
        member("customer_ref", &ComplaintAmendment::customerRef),
        member("contact", &ComplaintAmendment::contact), member("demand", &ComplaintAmendment::demand),
        member("requested_date", &ComplaintAmendment::requestedDate),
        member("safety", &ComplaintAmendment::safety), member("penalty", &ComplaintAmendment::penalty),
        member("repeat", &ComplaintAmendment::repeat),
        member("escalated_to", &ComplaintAmendment::escalatedTo),
        member("escalated_on", &ComplaintAmendment::escalatedOn),
        member("owner_id", &ComplaintAmendment::ownerId),
        member("responsible_department_id", &ComplaintAmendment::responsibleDepartmentId),
        member("remarks", &ComplaintAmendment::remarks), member("loss_minor", &ComplaintAmendment::lossMinor),
        member("loss_currency", &ComplaintAmendment::lossCurrency),
        member("items", &ComplaintAmendment::items),
        member("part_numbers", &ComplaintAmendment::partNumbers));
  }
};

/// Corrects facts; class and clocks are decided again and a new dated decision is written when they change.
class AmendComplaint {
 public:
  explicit AmendComplaint(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ComplaintAmendment& input);
  /// An amendment that changes nothing, to start a form from.
  static ComplaintAmendment from(const CaseFile& file);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
