#pragma once

#include <string>

#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::model {
class AuditReader;
}

namespace octad::audit {

/// The exported trail of one case and its problem, in the form that octadverify reads: every checkpoint, and
/// heads and events of these two chains only, which its first line says. Throws model::NotFound.
std::string caseLog(model::AuditReader& reader, model::ComplaintId id, const std::string& database,
                    model::Instant at);

}  // namespace octad::audit
