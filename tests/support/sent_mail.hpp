#pragma once

#include <string>

#include "model/work/mail.hpp"

namespace octad::support {

class TestDatabase;

/// A mail to wang@example.com in the queue, taken by the mail server. `messageId`: as it went out; empty: as
/// the queue makes it.
model::Mail queueSentMail(TestDatabase& database, const std::string& messageId = {});

}  // namespace octad::support
