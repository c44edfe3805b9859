#pragma once

#include "model/work/work_item.hpp"

namespace soci {
class session;
}

namespace octad::db {

class Dialect;

/// What waits for a person, also in place of those who are away, and what the person waits for, in no order.
model::WorkList readWork(soci::session& session, const Dialect& dialect, const model::WorkQuery& query);

}  // namespace octad::db
