#include "gui/viewmodels/session.hpp"

#include <boost/uuid/uuid.hpp>
#include <boost/uuid/uuid_generators.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace octad::viewmodels {

std::string timeOfDay(const Session& session) {
  return timeText(session.zone, session.clock.now()).substr(std::string_view("2026-11-22 ").size());
}

std::string newUuid() {
  return boost::uuids::to_string(boost::uuids::random_generator()());
}

}  // namespace octad::viewmodels
