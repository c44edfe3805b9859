#pragma once

#include "model/ports/unit_of_work.hpp"

namespace octad::support {

/// Fills an empty database with what TestDatabase promises.
void seed(model::Store& store, model::Instant now);

}  // namespace octad::support
