#include "gui/app/database_opener.hpp"

#include <chrono>
#include <utility>

#include "db/admin/backup.hpp"
#include "db/admin/migrator.hpp"
#include "db/admin/shipped_words.hpp"
#include "db/admin/standard_site.hpp"
#include "db/connection/database.hpp"
#include "db/connection/open_store.hpp"
#include "demo/demonstration.hpp"
#include "model/access/password_rule.hpp"
#include "model/core/error.hpp"
#include "model/ports/login.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/set_up.hpp"
#include "templates/templates.hpp"

namespace octad::gui {

using model::tr;

namespace {

constexpr const char* kUsualZone = "Asia/Shanghai";

/// The login that is vouched for: the one of the URL, else of the operating system.
std::string loginOf(const db::DatabaseUrl& url) {
  return url.user().empty() ? db::operatingSystemLogin() : url.user();
}

/// "octad at db.example.com" without what is secret or long: the name in the title and the status bar.
std::string displayName(const db::DatabaseUrl& url) {
  if (url.isSqlite()) return std::filesystem::path(url.path()).filename().string();
  const auto profile = viewmodels::profileOf(url.display());
  return profile ? profile->database + " @ " + profile->host : url.display();
}

viewmodels::Databases::Opened described(std::shared_ptr<model::Store> store, const db::DatabaseUrl& url) {
  viewmodels::Databases::Opened opened;
  opened.people = store->reader().people();
  opened.departments = store->reader().departments();
  opened.zone = store->reader().setting("zone");
  if (opened.zone.empty()) opened.zone = kUsualZone;
  opened.store = std::move(store);
  opened.url = url.display();
  opened.displayName = displayName(url);
  opened.embedded = url.isSqlite();
  opened.login = loginOf(url);
  if (!opened.embedded) {
    const model::LoginFacts facts = opened.store->login().facts();
    opened.login = facts.login;
    opened.connection = {false, facts.local, facts.protocol, opened.store->login().asksPassword(),
                         facts.passwordUntil};
  }
  opened.weakAnswers = std::make_shared<const model::WeakAnswerRules>(
      db::weakAnswerRules(resources::octad_templates().at(model::kWeakAnswerFile)));
  opened.failureReader = std::make_shared<const model::FailureReader>(
      db::failureWords(resources::octad_templates().at(model::kFailureWordFile)));
  opened.criteria = std::make_shared<const model::AssessmentCriteria>(
      db::assessmentCriteria(resources::octad_templates().at(model::kAssessmentFile)));
  opened.shippedPolicies =
      std::make_shared<const std::vector<model::Policy>>(db::shippedPolicies(resources::octad_templates()));
  return opened;
}

/// Where the database of an older schema is kept: beside it, under a name that is free.
std::string copyPath(const std::string& path, int version) {
  const std::string name = path + ".schema-" + std::to_string(version);
  std::string free = name;
  for (int number = 2; std::filesystem::exists(free); ++number) free = name + "-" + std::to_string(number);
  return free;
}

void refuseExisting(const std::filesystem::path& path) {
  if (std::filesystem::exists(path))
    throw model::Invalid("path",
                         {tr("{0} is there already. Open it, or choose another name."), {path.string()}});
}

}  // namespace

model::Instant SystemClock::now() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

DatabaseOpener::DatabaseOpener(const model::Clock& clock, std::filesystem::path folder)
    : m_clock(clock), m_folder(std::move(folder)) {}

std::string DatabaseOpener::suggestedPath() const {
  return (m_folder / "octad.octad").string();
}

void DatabaseOpener::usePassword(const std::string& url, const std::string& password) {
  const std::lock_guard lock(m_mutex);
  const auto known = m_passwords.find(url);
  if (known != m_passwords.end()) model::wipe(known->second);
  if (password.empty())
    m_passwords.erase(url);
  else
    m_passwords[url] = password;
}

db::DatabaseUrl DatabaseOpener::urlOf(const std::string& text) {
  const db::DatabaseUrl url(text);
  const std::lock_guard lock(m_mutex);
  const auto known = m_passwords.find(text);
  return known == m_passwords.end() || url.isSqlite() ? url : url.withPassword(known->second);
}

DatabaseOpener::Opened DatabaseOpener::open(const std::string& text) {
  const db::DatabaseUrl url = urlOf(text);
  return described(db::openStore(url, {}), url);
}

DatabaseOpener::Opened DatabaseOpener::create(const NewSite& site) {
  const std::filesystem::path path = site.path;
  refuseExisting(path);
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
  const db::DatabaseUrl url(std::filesystem::absolute(path).string());
  const std::string login = db::operatingSystemLogin();
  std::shared_ptr<model::Store> store = db::openStore(url, {.create = true, .migrate = true});
  auto setup = db::standardSite(resources::octad_templates(), login);
  setup.company = site.company;
  if (!site.personName.empty() && !setup.people.empty()) setup.people.front().name = site.personName;
  model::SetUpSite({*store, m_clock, db::firstActor(login)}).execute(setup);
  return described(std::move(store), url);
}

DatabaseOpener::Schema DatabaseOpener::schemaOf(const std::string& text) {
  const db::DatabaseUrl url = urlOf(text);
  db::Database database(url, {});
  const db::SchemaState state = db::readSchemaState(database);
  Schema schema;
  schema.version = state.version;
  schema.newVersion = db::programSchemaVersion();
  if (state.minCompatible > schema.newVersion)
    schema.need = SchemaNeed::newerProgram;
  else if (state.version == 0)
    schema.need = SchemaNeed::setUp;
  else if (state.version < schema.newVersion)
    schema.need = SchemaNeed::update;
  if (schema.need == SchemaNeed::update && url.isSqlite()) schema.copy = copyPath(url.path(), state.version);
  return schema;
}

DatabaseOpener::Opened DatabaseOpener::setUp(const std::string& text, const std::string& company) {
  const db::DatabaseUrl url = urlOf(text);
  const std::string login = loginOf(url);
  try {
    std::shared_ptr<model::Store> store = db::openStore(url, {.create = true, .migrate = true});
    if (store->reader().people().empty()) {
      auto setup = db::standardSite(resources::octad_templates(), login);
      setup.company = company;
      model::SetUpSite({*store, m_clock, db::firstActor(login)}).execute(setup);
    }
    return described(std::move(store), url);
  } catch (const model::Refused& refused) {
    if (refused.rule() != "right") throw;
    throw model::Refused("right", {tr("The login {0} may not make tables there. Ask the administrator of the "
                                      "server to run: octadctl --db {1} init"),
                                   {login, url.display()}});
  }
}

DatabaseOpener::Opened DatabaseOpener::update(const std::string& text) {
  const db::DatabaseUrl url = urlOf(text);
  const Schema schema = schemaOf(text);
  if (!schema.copy.empty()) {
    db::Database database(url, {});
    db::backupTo(database, schema.copy);
  }
  try {
    return described(db::openStore(url, {.migrate = true}), url);
  } catch (const model::Refused& refused) {
    if (refused.rule() != "right") throw;
    throw model::Refused("right", {tr("The login {0} may not change tables there. Ask the administrator of "
                                      "the server to back it up and to run: octadctl --db {1} db migrate"),
                                   {loginOf(url), url.display()}});
  }
}

DatabaseOpener::Opened DatabaseOpener::openDemonstration(model::Progress& progress) {
  const std::filesystem::path path = m_folder / "demonstration.octad";
  if (std::filesystem::exists(path)) return open(path.string());
  // Made under another name: half a demonstration is never opened.
  const std::filesystem::path fresh = m_folder / "demonstration.new.octad";
  std::filesystem::create_directories(m_folder);
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(fresh.string() + suffix);
  {
    const std::string login = db::operatingSystemLogin();
    const auto store = db::openStore(db::DatabaseUrl(fresh.string()), {.create = true, .migrate = true});
    demo::makeDemonstration(*store, db::standardSite(resources::octad_templates(), login), login,
                            m_clock.now(), &progress);
  }
  std::filesystem::rename(fresh, path);
  return open(path.string());
}

}  // namespace octad::gui
