#pragma once

#include <gmime/gmime.h>
#include <optional>
#include <string_view>

#include "model/intake/incoming_mail.hpp"

namespace octad::reports {

/// What a mail server tells of another mail (RFC 3464: multipart/report with message/delivery-status), from a
/// mail that was read already; `bytes` is its file. A bounce in no such form, as some servers write it, is a
/// report without receivers. None: the mail is no report.
std::optional<model::DeliveryReport> deliveryReport(GMimeMessage* message, const model::IncomingMail& mail,
                                                    std::string_view bytes);

}  // namespace octad::reports
