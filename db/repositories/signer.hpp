#pragma once

#include <optional>

#include "db/connection/database.hpp"
#include "model/ports/signer.hpp"

namespace octad::db {

/// Signs in a database. On a server with logins by a connection of its own, opened with the password typed
/// again and closed after the signature.
class SqlSigner final : public model::Signer {
 public:
  explicit SqlSigner(Database& database) : m_database(database) {}

  bool asksPassword() override;
  void sign(const model::Change& change, model::ComplaintId seenFrom, model::Signature& signature,
            const std::string& password) override;

 private:
  Database& m_database;
  std::optional<bool> m_hasLogins;  ///< asked once
};

}  // namespace octad::db
