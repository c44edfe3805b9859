#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/message.hpp"
#include "model/core/time.hpp"
#include "model/intake/delivery_report.hpp"

namespace octad::model {

/// A file that came with a mail, decoded.
struct MailFile {
  std::string name;  ///< UTF-8, as the sender called it; never empty
  std::string mediaType;
  std::string bytes;
};

/// A mail as it came in, whatever encodings it was written in.
struct IncomingMail {
  std::string messageId;  ///< without angle brackets; empty when the mail has none
  std::string subject;
  std::string senderName;
  std::string senderAddress;
  std::optional<Instant> sentAt;
  std::string text;  ///< UTF-8, lines end with "\n"; mails inside this one follow below their own heads
  std::vector<MailFile> files;
  std::vector<Message> notes;  ///< what could not be read as it was written
  /// What a mail server tells about another mail: then this one is no complaint.
  std::optional<DeliveryReport> report = {};
};

/// True for a file name that is taken for a mail: .eml
inline bool isMailName(std::string_view name) {
  constexpr std::string_view kEnding = ".eml";
  if (name.size() <= kEnding.size()) return false;
  name.remove_prefix(name.size() - kEnding.size());
  return std::equal(name.begin(), name.end(), kEnding.begin(), [](char one, char other) {
    return one == other || (one >= 'A' && one <= 'Z' && one - 'A' + 'a' == other);
  });
}

}  // namespace octad::model
