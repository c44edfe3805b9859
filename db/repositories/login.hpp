#pragma once

#include "model/ports/login.hpp"

namespace octad::db {

class Database;

/// The login of an opened database.
class SqlLogin final : public model::Login {
 public:
  explicit SqlLogin(Database& database) : m_database(database) {}

  model::LoginFacts facts() override;
  bool asksPassword() override;
  void prove(const std::string& password) override;
  void changePassword(const std::string& current, const std::string& next) override;

 private:
  Database& m_database;
};

}  // namespace octad::db
