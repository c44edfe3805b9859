#pragma once

#include <string>

#include "model/work/mail.hpp"

namespace octad::mail {

/// The mail as it goes over the wire (RFC 5322, 2045, 2047): UTF-8 in base64, so that no line of it is
/// anything but what it should be; lines end with CR LF. Throws model::Invalid("address") when sender or
/// receiver is not one plain address. `at` is the Date; the Message-ID follows from the mail's key, so that a
/// mail that is sent twice after a crash can be told to be the same.
std::string messageText(const model::Mail& mail, const std::string& from, model::Instant at);

}  // namespace octad::mail
