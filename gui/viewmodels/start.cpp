#include "gui/viewmodels/start.hpp"

#include <algorithm>
#include <utility>

#include "model/core/error.hpp"

namespace octad::viewmodels {

namespace {
constexpr const char* kLastDatabase = "database";
constexpr const char* kLastPerson = "person";
}  // namespace

StartViewModel::StartViewModel(Databases& databases, Executor& executor, Settings& settings,
                               Translator& translator)
    : m_databases(databases), m_executor(executor), m_settings(settings), m_translator(translator) {}

void StartViewModel::open(const std::string& url) {
  m_wantedUrl = url;
  run([this, url] { return m_databases.open(url); });
}

void StartViewModel::setUp(const std::string& company) {
  run([this, url = m_wantedUrl, company] { return m_databases.setUp(url, company); });
}

void StartViewModel::update() {
  run([this, url = m_wantedUrl] { return m_databases.update(url); });
}

void StartViewModel::create(const Databases::NewSite& site) {
  run([this, site] { return m_databases.create(site); });
}

void StartViewModel::openDemonstration() {
  m_progress.fraction = 0;
  run([this] { return m_databases.openDemonstration(m_progress); });
}

void StartViewModel::run(std::function<Databases::Opened()> work) {
  if (m_busy) return;
  m_busy = true;
  m_error = nullptr;
  m_schema = {};
  changed();
  inBackground(
      m_executor, m_alive, std::move(work),
      [this](Databases::Opened opened) {
        m_busy = false;
        m_settings.set(kLastDatabase, opened.url);
        m_opened = std::move(opened);
        changed();
        databaseOpened();
      },
      [this](const std::exception_ptr& error) { failed(error); });
}

void StartViewModel::failed(const std::exception_ptr& error) {
  const auto tell = [this, error] {
    m_busy = false;
    m_error = error;
    changed();
  };
  try {
    std::rethrow_exception(error);
  } catch (const model::Refused& refused) {
    if (refused.rule() != "schema") return tell();
  } catch (const std::exception&) {
    return tell();
  }
  // The database is there, but not as this program knows it: what does it want?
  inBackground(
      m_executor, m_alive, [this, url = m_wantedUrl] { return m_databases.schemaOf(url); },
      [this, tell](Databases::Schema schema) {
        m_schema = std::move(schema);
        tell();
      },
      [tell](const std::exception_ptr&) { tell(); });
}

std::string StartViewModel::lastDatabase() const {
  return m_settings.value(kLastDatabase);
}

std::string StartViewModel::error() const {
  return m_error ? m_translator.error(m_error) : std::string();
}

std::vector<model::Person> StartViewModel::people() const {
  std::vector<model::Person> active;
  if (!m_opened) return active;
  for (const auto& person : m_opened->people)
    if (person.active) active.push_back(person);
  std::sort(active.begin(), active.end(),
            [](const model::Person& a, const model::Person& b) { return a.name < b.name; });
  return active;
}

std::optional<model::Person> StartViewModel::knownPerson(const std::string& asLogin) const {
  if (!m_opened) return std::nullopt;
  const auto byLogin = [this](const std::string& login) -> std::optional<model::Person> {
    for (const auto& person : m_opened->people)
      if (person.active && person.login == login) return person;
    return std::nullopt;
  };
  if (!m_opened->embedded) return byLogin(m_opened->login);  // the server says who it is
  if (!asLogin.empty()) return byLogin(asLogin);
  if (const auto person = byLogin(m_opened->login)) return person;
  const auto active = people();
  if (active.size() == 1) return active.front();
  return byLogin(m_settings.value(kLastPerson));
}

void StartViewModel::choose(const model::Person& person) {
  m_settings.set(kLastPerson, person.login);
}

model::Actor StartViewModel::actorOf(const model::Person& person, const std::string& login) {
  model::Actor actor;
  actor.id = person.id;
  actor.name = person.name;
  actor.login = login;
  actor.roles = person.roles;
  actor.departmentId = person.departmentId;
  return actor;
}

void StartViewModel::leave() {
  m_opened.reset();
  m_error = nullptr;
  changed();
}

void StartViewModel::refuseUnknownLogin() {
  const model::Refused unknown(
      "person",
      {model::tr(
           "Nobody with the login {0} is registered in this database. Ask an administrator to add you."),
       {m_opened ? m_opened->login : std::string()}});
  leave();
  m_error = std::make_exception_ptr(unknown);
  changed();
}

}  // namespace octad::viewmodels
