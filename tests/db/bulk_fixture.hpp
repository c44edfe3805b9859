#pragma once

#include <gtest/gtest.h>
#include <memory>
#include <soci/soci.h>
#include <string>
#include <vector>

#include "db/admin/migrator.hpp"
#include "db/connection/database.hpp"
#include "db/repositories/reader.hpp"
#include "tests/support/bulk_cases.hpp"
#include "tests/support/test_database.hpp"

namespace octad::db {

/// Writes made-up cases into an empty, migrated database, with guards and audit on.
inline std::vector<model::Complaint> loadBulk(Database& database, support::BulkOptions options) {
  options.postgres = database.dialect().name() == "postgresql";
  const Lease lease = database.writer();
  auto& session = lease.session();
  database.dialect().beginWrite(session, {"loader", "import", "bulk"});
  auto heads = support::bulkCases(
      options,
      [&](const std::string& table, const std::vector<std::string>& columns, const support::Values& values) {
        if (table.starts_with("audit_")) return;  // the triggers write them here
        std::string names;
        std::string places;
        for (const auto& column : columns) {
          names += (names.empty() ? "" : ", ") + column;
          places += (places.empty() ? ":" : ", :") + column;
        }
        soci::statement statement(session);
        std::vector<soci::indicator> states;
        std::vector<std::string> texts;
        for (const auto& value : values) {
          states.push_back(value ? soci::i_ok : soci::i_null);
          texts.push_back(value.value_or(""));
        }
        for (std::size_t i = 0; i < texts.size(); ++i)
          statement.exchange(soci::use(texts[i], states[i], columns[i]));
        statement.alloc();
        statement.prepare("insert into " + table + " (" + names + ") values (" + places + ")");
        statement.define_and_bind();
        statement.execute(true);
      });
  session << "commit";
  return heads;
}

/// A database with made-up cases and nothing else.
struct BulkWorld {
  BulkWorld(support::DatabaseKind kind, const support::BulkOptions& options)
      : place(kind), database(DatabaseUrl(place.url()), {.create = true}) {
    migrate(database);
    heads = loadBulk(database, options);
    reader = makeReader(database);
  }

  support::EmptyPlace place;
  Database database;
  std::vector<model::Complaint> heads;
  std::unique_ptr<model::Reader> reader;
};

}  // namespace octad::db
