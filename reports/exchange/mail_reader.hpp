#pragma once

#include <filesystem>
#include <string_view>

#include "model/intake/incoming_mail.hpp"

namespace octad::reports {

/// What a mail may cost before it is refused.
struct MailLimits {
  std::uint64_t bytes = 50ull * 1024 * 1024;  ///< of the file
  int depth = 20;                             ///< parts and mails inside each other
  int parts = 500;
  std::size_t textBytes = 1024 * 1024;  ///< of all texts together; what is longer is cut and told
};

/// Reads a mail (RFC 5322 with MIME): texts and names in any charset, plain text before HTML, the files
/// decoded, mails inside it with their files. Throws model::Invalid ("file") for what is no mail, for a mail
/// of Outlook (.msg) and for one beyond the limits; a part that is damaged is taken as far as it goes and
/// told in the notes. What a mail server reports about another mail is in `report`.
model::IncomingMail parseMail(std::string_view bytes, const MailLimits& limits = {});

/// The same from a file. The mail itself is the last of its files, under the file's name.
model::IncomingMail readMail(const std::filesystem::path& path, const MailLimits& limits = {});

}  // namespace octad::reports
