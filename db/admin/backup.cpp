#include "db/admin/backup.hpp"

#include <filesystem>
#include <soci/soci.h>

#include "db/connection/database.hpp"
#include "db/connection/error_translation.hpp"
#include "db/connection/sqlite_native.hpp"
#include "model/core/error.hpp"

namespace octad::db {

using model::Message;
using model::Refused;
using model::tr;

void backupTo(Database& database, const std::string& target) {
  if (!database.url().isSqlite())
    throw Refused("backup", tr("Back up a PostgreSQL database with pg_dump or pgBackRest."));
  if (std::filesystem::exists(target))
    throw Refused("file", Message(tr("There is a file {0} already. Choose another name."), {target}));
  // Under another name until it is known to be sound: a half-made backup must not look like one.
  const std::string unfinished = target + ".part";
  std::filesystem::remove(unfinished);
  translated([&] {
    const Lease lease = database.reader();
    sqlite::backup(lease.session(), unfinished);
  });
  const std::string verdict = translated([&] { return sqlite::integrityOf(unfinished); });
  if (verdict != "ok") {
    std::filesystem::remove(unfinished);
    throw Refused("file",
                  Message(tr("The backup is not sound ({0}) and was removed. Check the disk."), {verdict}));
  }
  std::filesystem::rename(unfinished, target);
}

}  // namespace octad::db
