#include "cli/verbs/context.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>
#include <pwd.h>
#include <unistd.h>

#include "cli/verbs/prompt.hpp"
#include "cli/verbs/verb.hpp"
#include "db/connection/open_store.hpp"
#include "model/access/deputies.hpp"
#include "model/access/password_rule.hpp"
#include "model/core/error.hpp"
#include "model/core/moment.hpp"
#include "model/core/text.hpp"
#include "model/usecases/note_reading.hpp"
#include "templates/templates.hpp"

namespace octad::cli {

using model::tr;

namespace {

/// The real time.
class SystemClock : public model::Clock {
 public:
  model::Instant now() const override {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
  }
};

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

model::Language languageFor(const std::string& wanted) {
  if (!wanted.empty()) return model::parseLanguage(wanted);
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = environment(name);
    if (!value.empty())
      return value.rfind("zh", 0) == 0 ? model::Language::chinese : model::Language::english;
  }
  return model::Language::english;
}

std::string embeddedFile() {
  const std::string data = environment("XDG_DATA_HOME");
  const std::filesystem::path base = data.empty()
                                         ? std::filesystem::path(environment("HOME")) / ".local/share"
                                         : std::filesystem::path(data);
  return (base / "octad" / "octad.octad").string();
}

std::string systemLogin() {
  const passwd* entry = getpwuid(getuid());
  return entry ? entry->pw_name : "";
}

}  // namespace

std::vector<std::string> Arguments::texts(const char* name) const {
  return has(name) ? m_values[name].as<std::vector<std::string>>() : std::vector<std::string>{};
}

std::optional<long long> Arguments::number(const char* name) const {
  if (!has(name)) return std::nullopt;
  const std::string value = text(name);
  std::size_t used = 0;
  long long number = 0;
  try {
    number = std::stoll(value, &used);
  } catch (const std::exception&) {
    used = 0;
  }
  if (used == 0 || used != value.size())
    throw model::Invalid(name, {tr("\"{0}\" is not a whole number."), {value}});
  return number;
}

std::optional<model::Date> Arguments::date(const char* name) const {
  if (!has(name)) return std::nullopt;
  const auto day = model::Date::parse(text(name));
  if (!day)
    throw model::Invalid(
        name, {tr("\"{0}\" is not a day; write it as YYYY-MM-DD, between 1990 and 2199."), {text(name)}});
  return day;
}

Context::Context(GlobalOptions options, std::istream& in, std::ostream& out, std::ostream& err)
    : m_options(std::move(options)),
      m_in(in),
      m_out(out),
      m_err(err),
      m_clock(std::make_unique<SystemClock>()) {
  if (languageFor(m_options.language) == model::Language::chinese)
    m_catalogue =
        model::Catalogue(model::Language::chinese, resources::octad_templates().at("locale/zh_CN.mo"));
}

Context::~Context() = default;

std::string Context::databaseUrl() const {
  if (!m_options.database.empty()) return m_options.database;
  const std::string fromEnvironment = environment("OCTAD_DB");
  return fromEnvironment.empty() ? embeddedFile() : fromEnvironment;
}

std::string Context::displayedDatabase() const {
  return db::DatabaseUrl(databaseUrl()).display();
}

model::Store& Context::store() {
  if (m_store) return *m_store;
  const db::DatabaseUrl url(databaseUrl());
  try {
    m_store = openStore(url);
  } catch (const model::NotFound&) {
    throw model::ConnectionLost(
        {tr("There is no Octad database at {0}. Make one with: octadctl init"), {url.display()}});
  }
  if (!m_options.standIn.empty()) {
    m_store->actFor(standInDepartment());
    actor();  // says that one is nobody's deputy before the server says that there is no such case
  }
  return *m_store;
}

std::unique_ptr<model::Store> Context::openStore(const db::DatabaseUrl& url) {
  try {
    return db::openStore(url, {});
  } catch (const model::Refused& refused) {
    if (refused.rule() != "password" || !canAsk()) throw;
  }
  std::string password = askHidden(*this, {tr("Password of {0}: "), {url.display()}}).value_or("");
  if (password.empty())
    throw model::Refused("password", tr("Without the password the server lets nobody in."));
  const db::DatabaseUrl known = url.withPassword(password);
  model::wipe(password);
  return db::openStore(known, {});
}

model::DepartmentId Context::standInDepartment() {
  for (const model::Person& person : m_store->reader().people())
    if (person.login == m_options.standIn && person.departmentId) return *person.departmentId;
  throw model::Invalid("stand-in",
                       {tr("\"{0}\" is nobody of a department in this database."), {m_options.standIn}});
}

std::string Context::login() const {
  if (!m_options.person.empty()) return m_options.person;
  const std::string wanted = environment("OCTAD_AS");
  return wanted.empty() ? systemLogin() : wanted;
}

model::Actor Context::actor() {
  const std::string login = this->login();
  // A server with logins knows who this is; where all share one login, the operating system says it.
  const std::string user = m_options.person.empty() && environment("OCTAD_AS").empty()
                               ? db::DatabaseUrl(databaseUrl()).user()
                               : std::string();
  const std::vector<model::Person> people = reader().people();
  std::string known;
  for (const std::string& wanted : {user, login})
    for (const model::Person& person : people)
      if (person.active && !wanted.empty() && person.login == wanted) {
        const model::Actor actor{person.id, person.name, user.empty() ? systemLogin() : user, person.roles,
                                 person.departmentId};
        if (m_options.standIn.empty()) return actor;
        return model::actingFor(actor, standInDepartment(),
                                model::standInsOf(person.id, reader().deputies(), people, today()));
      }
  for (const model::Person& person : people)
    if (person.active) known += (known.empty() ? "" : ", ") + person.login;
  throw model::Refused(
      "person", {tr("\"{0}\" is not a person in this database. Act as one of them with --as LOGIN: {1}."),
                 {login, known}});
}

model::Zone Context::zone() {
  if (!m_zone) m_zone.emplace(reader().setting("zone"));
  return *m_zone;
}

model::ComplaintId Context::caseId(const std::string& number) {
  const auto id = findCase(number);
  noteReading(id);
  return id;
}

/// Whoever is nobody in this database is no auditor.
void Context::noteReading(model::ComplaintId id) {
  std::optional<model::Actor> reading;
  try {
    reading = actor();
  } catch (const model::Refused&) {
    return;
  }
  if (model::isWatchedReader(*reading)) model::NoteReading({store(), *m_clock, *reading}).noteOpening(id);
}

model::ComplaintId Context::findCase(const std::string& number) {
  const auto id = reader().findCase(number);
  if (!id) throw model::NotFound({tr("There is no case {0}."), {number}});
  return *id;
}

model::CaseTarget Context::target(const std::string& number) {
  return {findCase(number), m_options.version, {}};
}

void Context::print(const nlohmann::ordered_json& json) {
  m_out << json.dump(2) << '\n';
}

void Context::done(const model::Saved& saved, const model::Message& what) {
  if (m_options.json)
    print({{"number", saved.number},
           {"id", saved.id.value},
           {"version", saved.version},
           {"message", text(what)}});
  else
    m_out << saved.number << ": " << text(what) << '\n';
}

std::optional<long long> Context::pieces(const Arguments& arguments, const char* name) {
  if (!arguments.has(name)) return std::nullopt;
  const std::string typed = arguments.text(name);
  const long long read = model::parseQuantity(typed, name);
  if (typed != std::to_string(read))
    m_err << text({tr("{0}: \"{1}\" is read as {2}."), {name, typed, std::to_string(read)}}) << '\n';
  return read;
}

std::optional<model::Instant> Context::moment(const Arguments& arguments, const char* name) {
  if (!arguments.has(name)) return std::nullopt;
  return model::parseMoment(arguments.text(name), zone(), name);
}

std::string Context::readText(const std::string& path) {
  if (path == "-") return {std::istreambuf_iterator<char>(m_in), {}};
  std::ifstream file(path, std::ios::binary);
  if (!file) throw model::Invalid("file", {tr("{0} cannot be read."), {path}});
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace octad::cli
