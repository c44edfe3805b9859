#pragma once

#include "model/intake/mail_reading.hpp"

namespace octad::model {

class Reader;

/// Customers, parts and defect catalogue, as far as the login may read them.
KnownNames readKnownNames(Reader& reader);

}  // namespace octad::model
