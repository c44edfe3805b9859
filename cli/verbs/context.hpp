#pragma once

#include <iosfwd>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "db/connection/database_url.hpp"
#include "model/core/catalogue.hpp"
#include "model/core/zone.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::cli {

class Arguments;

/// What was said before the verb, and where the answers go.
struct GlobalOptions {
  std::string database;  ///< URL; empty: OCTAD_DB, then the embedded file of the user
  std::string person;    ///< login to act as; empty: the login of the session
  std::string language;  ///< zh or en; empty: from the environment
  bool json = false;
  long long version = 0;  ///< row version of the case the change was thought out for; 0: whatever it is now
  std::string standIn = {};  ///< login of who is away: the actor acts for that department
};

/// One run of octadctl: opens the database when a verb first needs it.
class Context {
 public:
  Context(GlobalOptions options, std::istream& in, std::ostream& out, std::ostream& err);
  ~Context();

  const GlobalOptions& options() const { return m_options; }
  std::istream& in() { return m_in; }
  std::ostream& out() { return m_out; }
  std::ostream& err() { return m_err; }
  const model::Catalogue& catalogue() const { return m_catalogue; }
  const model::Clock& clock() const { return *m_clock; }

  std::string databaseUrl() const;
  /// The URL without a password, for people.
  std::string displayedDatabase() const;
  model::Store& store();
  model::Reader& reader() { return store().reader(); }
  /// Who acts: --as, or the person whose login is the session's. Refused("person") tells how to add one.
  model::Actor actor();
  /// The login that acts: --as, else OCTAD_AS, else the one of this session.
  std::string login() const;
  model::Workplace workplace() { return {store(), *m_clock, actor()}; }
  model::Zone zone();
  /// The day it is at the site.
  model::Date today() { return zone().date(m_clock->now()); }

  /// The case with this number, or the imported one with this external number, to be read: an auditor's reading is
  /// put on record. Throws NotFound.
  model::ComplaintId caseId(const std::string& number);
  /// A case to change, at whatever version it has now unless --version was given.
  model::CaseTarget target(const std::string& number);

  std::string text(const char* id) const { return m_catalogue.text(id); }
  std::string text(const model::Message& message) const { return m_catalogue.sentence(message); }
  template <model::Keyed Enum>
  std::string label(Enum value) const {
    return m_catalogue.text(model::labelOf(value));
  }
  /// A moment at the site: 2026-11-22 17:30.
  std::string local(model::Instant at) { return zone().local(at).text(); }

  /// Prints a JSON document.
  void print(const nlohmann::ordered_json& json);
  /// Says in one line what was done; with --json as {"number","id","version","message"}.
  void done(const model::Saved& saved, const model::Message& what);

  /// The pieces an option gives, none when it was not given. What was typed otherwise than in plain digits
  /// (１２, 1,000) is said as it was read. Throws Invalid(name).
  std::optional<long long> pieces(const Arguments& arguments, const char* name);
  /// The time an option gives, at the site unless it has a zone of its own; none when it was not given.
  std::optional<model::Instant> moment(const Arguments& arguments, const char* name);

  /// Reads a whole file, or standard input for "-". Throws Invalid("file").
  std::string readText(const std::string& path);

 private:
  model::ComplaintId findCase(const std::string& number);
  void noteReading(model::ComplaintId id);

  /// Opens the database, and asks for a password where the server wants one and somebody can be asked.
  std::unique_ptr<model::Store> openStore(const db::DatabaseUrl& url);
  /// The department of the person stood in for. Throws Invalid("stand-in").
  model::DepartmentId standInDepartment();

  GlobalOptions m_options;
  std::istream& m_in;
  std::ostream& m_out;
  std::ostream& m_err;
  model::Catalogue m_catalogue;
  std::unique_ptr<model::Clock> m_clock;
  std::unique_ptr<model::Store> m_store;
  std::optional<model::Zone> m_zone;
};

}  // namespace octad::cli
