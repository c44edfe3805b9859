#pragma once

#include "model/work/work_item.hpp"

namespace soci {
class session;
}

namespace octad::db {

/// What waits for a person and what the person waits for, in no order.
model::WorkList readWork(soci::session& session, const model::WorkQuery& query);

}  // namespace octad::db
