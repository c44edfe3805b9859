#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/core/enum_keys.hpp"
#include "model/core/time.hpp"

namespace octad::model {

/// What became of a mail on its way to one receiver (RFC 3464, 2.3.3).
enum class DeliveryAction { failed, delayed, delivered, relayed, expanded };

template <>
struct EnumKeys<DeliveryAction> {
  static constexpr std::array entries{
      EnumEntry<DeliveryAction>{DeliveryAction::failed, "failed", tr("Did not arrive")},
      EnumEntry<DeliveryAction>{DeliveryAction::delayed, "delayed", tr("Delayed")},
      EnumEntry<DeliveryAction>{DeliveryAction::delivered, "delivered", tr("Arrived")},
      EnumEntry<DeliveryAction>{DeliveryAction::relayed, "relayed", tr("Passed on")},
      EnumEntry<DeliveryAction>{DeliveryAction::expanded, "expanded", tr("Passed on to a list")},
  };
};

/// What a report says about one receiver.
struct DeliveryRecipient {
  std::string address;       ///< as the sender wrote it, where the report says so
  std::string finalAddress;  ///< where it was to go in the end; another one when the mail was passed on
  DeliveryAction action = DeliveryAction::failed;
  std::string status;      ///< "5.1.1"; empty: not told
  std::string diagnostic;  ///< what the other server said, one line; may be empty
};

/// A mail by which a mail server tells what became of another one ("bounce").
struct DeliveryReport {
  std::string reportId;  ///< Message-ID of the report, else the SHA-256 of its file: tells reports apart
  std::optional<Instant> reportedAt;
  /// Message-ID of the mail it is about, the surest first; empty: the report does not say.
  std::vector<std::string> messageIds;
  std::vector<DeliveryRecipient> recipients;  ///< empty: it is not written as RFC 3464 has it
};

/// What the report says about a receiver: of those with this address, else of all, the worst. Null for a
/// report without receivers.
const DeliveryRecipient* worstOf(const DeliveryReport& report, const std::string& address);

}  // namespace octad::model
