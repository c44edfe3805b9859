#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/core/error.hpp"
#include "model/core/zone.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

/// One item as typed in the new-complaint form or read from JSON. Part and defect are found by number and
/// name or made.
struct NewItem {
  std::string part;  ///< part number
  std::string partName;
  std::string lot;
  std::string failure;
  DefectKind defectKind = DefectKind::functional;
  long long quantityDefective = 0;
  std::optional<long long> quantityDelivered;
  std::optional<Date> builtOn = {};  ///< when the pieces were made, as far as known

  static constexpr auto describe() {
    return members(
        member("part", &NewItem::part), member("part_name", &NewItem::partName), member("lot", &NewItem::lot),
        member("failure", &NewItem::failure), member("defect_kind", &NewItem::defectKind),
        member("qty_defective", &NewItem::quantityDefective),
        member("qty_delivered", &NewItem::quantityDelivered), member("built_on", &NewItem::builtOn));
  }
};

/// A complaint as it comes in (form 客户投诉记录单, S1-78). Also the JSON of `octadctl case new`.
struct NewComplaint {
  std::string uuid;      ///< made when the form opens
  std::string customer;  ///< name, or code
  std::string customerRef;
  std::string channel = "email";
  std::string contact;
  Instant receivedAt;  ///< in JSON: ISO text with Z or offset, or local to the site; 0: now
  std::string title;
  std::string verbatim;
  std::string demand;
  std::optional<Date> requestedDate;
  bool safety = false;
  bool penalty = false;
  bool repeat = false;
  std::optional<EscalationTarget> escalatedTo = {};  ///< the customer went there; without a day: today
  std::optional<Date> escalatedOn = {};
  std::string responsibleDepartment;  ///< code or name; empty: routed by policy
  std::string owner;                  ///< login or name; empty: the person registering when a CQE
  std::vector<NewItem> items;
  std::string remarks;
  std::string patternNumber;        ///< an old case whose 8D is taken as a pattern; empty: none
  bool newCustomerAllowed = false;  ///< make an unknown customer instead of refusing it
  std::string campaign;             ///< name; empty: none
  std::string messageId;            ///< Message-ID of the mail it came by; empty when it came otherwise
  std::string firstContact;         ///< login or name of who took it first; empty: the person registering

  static constexpr auto describe() {
    return members(
        member("uuid", &NewComplaint::uuid), member("customer", &NewComplaint::customer),
        member("customer_ref", &NewComplaint::customerRef), member("channel", &NewComplaint::channel),
        member("contact", &NewComplaint::contact), member("received_at", &NewComplaint::receivedAt),
        member("title", &NewComplaint::title), member("verbatim", &NewComplaint::verbatim),
        member("demand", &NewComplaint::demand), member("requested_date", &NewComplaint::requestedDate),
        member("safety", &NewComplaint::safety), member("penalty", &NewComplaint::penalty),
        member("repeat", &NewComplaint::repeat), member("escalated_to", &NewComplaint::escalatedTo),
        member("escalated_on", &NewComplaint::escalatedOn),
        member("responsible_department", &NewComplaint::responsibleDepartment),
        member("owner", &NewComplaint::owner), member("items", &NewComplaint::items),
        member("remarks", &NewComplaint::remarks), member("pattern", &NewComplaint::patternNumber),
        member("new_customer", &NewComplaint::newCustomerAllowed),
        member("campaign", &NewComplaint::campaign), member("first_contact", &NewComplaint::firstContact),
        member("message_id", &NewComplaint::messageId));
  }
};

/// Registers a complaint: case, items, own problem with D0, D1, D3 open at once, provisional class, clocks
/// started. Throws Invalid(field) for each bad input of security rows 1-22, 28-41; Refused("right").
class RegisterComplaint {
 public:
  explicit RegisterComplaint(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const NewComplaint& input);

 private:
  Workplace m_workplace;
};

/// Checks a complaint without storing it; every problem at once, for the form. Field names as in JSON
/// ("items.0.part").
std::vector<Invalid> validateComplaint(const NewComplaint& input, Instant now, const Zone& zone);

}  // namespace octad::model
