#pragma once

#include <string>

#include "model/core/describe.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::model {

/// A return of goods for one item, simple form. announced + surplus = received + missing;
/// received = confirmed + ntf + customerCaused + transport + awaiting (design 4.7).
struct ReturnedQuantity {
  RowId id;
  std::string uuid;  ///< request id: the same return saved twice is one record
  ComplaintId complaintId;
  ItemId itemId;
  Date receivedOn;
  std::string note;  ///< delivery note or RMA number
  long long announced = 0;
  long long received = 0;
  long long confirmed = 0;
  long long noTroubleFound = 0;
  long long customerCaused = 0;
  long long transport = 0;
  std::string explanation;  ///< why received differs from announced, or exceeds delivered

  static constexpr auto describe() {
    return members(
        member("id", &ReturnedQuantity::id), member("uuid", &ReturnedQuantity::uuid),
        member("complaint_id", &ReturnedQuantity::complaintId), member("item_id", &ReturnedQuantity::itemId),
        member("received_on", &ReturnedQuantity::receivedOn), member("note", &ReturnedQuantity::note),
        member("announced", &ReturnedQuantity::announced), member("received", &ReturnedQuantity::received),
        member("confirmed", &ReturnedQuantity::confirmed),
        member("no_trouble_found", &ReturnedQuantity::noTroubleFound),
        member("customer_caused", &ReturnedQuantity::customerCaused),
        member("transport", &ReturnedQuantity::transport),
        member("explanation", &ReturnedQuantity::explanation));
  }

  long long found() const { return confirmed + noTroubleFound + customerCaused + transport; }
  long long awaiting() const { return received - found(); }
};

}  // namespace octad::model
