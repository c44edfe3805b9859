#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "db/connection/database.hpp"
#include "model/cases/queries.hpp"
#include "model/core/ids.hpp"

namespace octad::rights {

/// The logins that try, one a role and a member of another department. `octad` is the server's administrator:
/// the control that an attempt would do something.
inline const std::vector<std::string> kLogins{"li",   "wang", "chen", "liu", "ma",  "zhao",
                                              "qian", "ku",   "fang", "an",  "sun", "zhou"};
inline const std::string kAdministrator = "octad";

/// How the rights of a database came about.
enum class Origin { fresh, upgraded, restored };

/// A database with logins and with rows in every table that an attempt could touch: case 1 asked of TE
/// (open), case 2 of another customer and nobody's but quality's, case 3 closed, its read-across asked of PIE.
class RightsPlace {
 public:
  explicit RightsPlace(Origin origin);

  /// What comes of a statement as a login, in a transaction that is rolled back: "done", "none" (no row),
  /// "denied" (no privilege), "policy" (row security), "rights" (a named operation or guard), or the
  /// SQLSTATE.
  /// Several statements are separated by ";; "; the last one decides. @one, @two, @three are the keys of the
  /// cases, @p1 … of their problems, @person(login) of a person.
  std::string attempt(const std::string& login, const std::string& sql);
  /// What checking the trail of a case (1, 2, 3) finds, as a login.
  model::AuditReport verify(const std::string& login, int number);
  /// Numbers of the cases that a login may compare with.
  std::vector<std::string> compared(const std::string& login);
  /// How many lessons a login reads.
  std::size_t lessons(const std::string& login);
  /// Texts of the first column, read as the administrator.
  std::vector<std::string> texts(const std::string& sql);

 private:
  db::Database& connection(const std::string& login);
  std::string filled(std::string sql) const;

  std::string m_name;
  std::map<std::string, std::unique_ptr<db::Database>> m_connections;
  std::map<std::string, std::string> m_values;
};

/// One of each origin, made at the first call.
RightsPlace& place(Origin origin);
const char* nameOf(Origin origin);

}  // namespace octad::rights
