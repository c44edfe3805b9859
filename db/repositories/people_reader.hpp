#pragma once

#include <vector>

#include "model/work/people_work.hpp"

namespace soci {
class session;
}

namespace octad::db {

/// What waits for the people somebody looks after, in no order; see model::Reader::peopleWork.
std::vector<model::WorkItem> readPeopleWork(soci::session& session, const model::PeopleQuery& query);

}  // namespace octad::db
