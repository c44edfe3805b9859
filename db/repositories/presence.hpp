#pragma once

#include "db/connection/database.hpp"
#include "model/ports/presence.hpp"

namespace octad::db {

class SqlPresence final : public model::Presence {
 public:
  explicit SqlPresence(Database& database) : m_database(database) {}

  std::vector<std::string> enter(model::PersonId person, model::ComplaintId id) override;
  void leave(model::PersonId person, model::ComplaintId id) override;

 private:
  Database& m_database;
};

}  // namespace octad::db
