#pragma once

#include <string>

#include "model/access/people.hpp"
#include "model/core/catalogue.hpp"
#include "model/ports/mail_sender.hpp"
#include "model/usecases/send_mail.hpp"

namespace octad::model {

/// A mail that shows whether the server takes mails and where they arrive. It goes at once and is not kept.
/// Throws Refused("mail-server") while no server is set, Invalid("to") for what is no address.
Mail testMail(Reader& reader, const MailServer& server, const std::string& address, const Actor& actor,
              const Catalogue& catalogue, Instant now);

/// What came of it, in one sentence.
Message testAnswer(const MailAnswer& answer, const std::string& address);

}  // namespace octad::model
