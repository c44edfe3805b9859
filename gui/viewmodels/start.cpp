#include "gui/viewmodels/start.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "model/access/password_rule.hpp"
#include "model/core/error.hpp"

namespace octad::viewmodels {

using model::tr;

namespace {
constexpr const char* kLastDatabase = "database";
constexpr const char* kLastPerson = "person";
constexpr const char* kPasswordUntil = "password-until:";  ///< with the address: the day it expires

/// What a worker found: the opened database, or that a kept password was not taken.
Databases::Opened openKept(Databases& databases, Keyring* keyring, const std::string& url) {
  try {
    return databases.open(url);
  } catch (const model::Refused& refused) {
    if (refused.rule() != "password" || keyring == nullptr) throw;
  }
  auto kept = keyring->find(url);
  if (!kept) throw model::Refused("password", {});
  databases.usePassword(url, *kept);
  model::wipe(*kept);
  try {
    return databases.open(url);
  } catch (const model::Refused& refused) {
    databases.usePassword(url, {});
    if (refused.rule() == "login") keyring->forget(url);  // it was changed elsewhere
    throw;
  }
}

}  // namespace

StartViewModel::StartViewModel(Databases& databases, Executor& executor, Settings& settings,
                               Translator& translator, Keyring* keyring, const model::Clock* clock)
    : m_databases(databases),
      m_executor(executor),
      m_settings(settings),
      m_translator(translator),
      m_keyring(keyring),
      m_clock(clock),
      m_profiles(settings) {}

void StartViewModel::open(const std::string& url) {
  if (m_busy) return;
  m_wantedUrl = url;
  m_typed = false;
  run([this, url] { return openKept(m_databases, m_keyring, url); });
}

void StartViewModel::openWith(const std::string& url, std::string password, bool remember) {
  if (m_busy) return;
  m_wantedUrl = url;
  m_typed = true;
  m_remember = remember;
  m_typedPassword = std::move(password);
  m_databases.usePassword(url, m_typedPassword);
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
      [this](Databases::Opened database) { opened(std::move(database)); },
      [this](const std::exception_ptr& error) { failed(error); });
}

void StartViewModel::opened(Databases::Opened database) {
  m_busy = false;
  m_settings.set(kLastDatabase, database.url);
  m_profiles.used(database.url);
  if (!database.embedded)
    m_settings.set(kPasswordUntil + database.url,
                   database.connection.passwordUntil
                       ? std::to_string(database.connection.passwordUntil->microseconds)
                       : std::string());
  for (Profile profile : m_profiles.list())
    if (m_typed && profile.address() == database.url && profile.remember != m_remember) {
      profile.remember = m_remember;
      m_profiles.save(profile, profile.name);
    }
  if (m_typed && m_keyring != nullptr)
    inBackground(
        m_executor, m_alive,
        [keyring = m_keyring, url = database.url, password = m_typedPassword, keep = m_remember]() mutable {
          if (keep)
            keyring->keep(url, password);
          else
            keyring->forget(url);
          model::wipe(password);
          return true;
        },
        [](bool) {}, [](const std::exception_ptr&) {});
  model::wipe(m_typedPassword);
  m_typed = false;
  m_opened = std::move(database);
  changed();
  databaseOpened();
}

void StartViewModel::removeProfile(const Profile& profile) {
  m_profiles.remove(profile.name);
  if (m_keyring == nullptr) return;
  inBackground(
      m_executor, m_alive,
      [keyring = m_keyring, address = profile.address()] {
        keyring->forget(address);
        return true;
      },
      [](bool) {}, [](const std::exception_ptr&) {});
}

bool StartViewModel::passwordExpired() const {
  const std::string until = m_settings.value(kPasswordUntil + m_wantedUrl);
  return m_clock != nullptr && !until.empty() && model::Instant{std::atoll(until.c_str())} < m_clock->now();
}

void StartViewModel::askPassword(const std::string& problem) {
  m_busy = false;
  m_databases.usePassword(m_wantedUrl, {});
  model::wipe(m_typedPassword);
  bool remember = m_typed && m_remember;
  for (const Profile& profile : m_profiles.list())
    if (!m_typed && profile.address() == m_wantedUrl) remember = profile.remember;
  m_typed = false;
  changed();
  inBackground(
      m_executor, m_alive, [keyring = m_keyring] { return keyring != nullptr && keyring->available(); },
      [this, problem, remember](bool available) {
        m_wanted = {m_wantedUrl, problem, available, remember && available};
        passwordWanted();
      },
      [this, problem](const std::exception_ptr&) {
        m_wanted = {m_wantedUrl, problem, false, false};
        passwordWanted();
      });
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
    if (refused.rule() == "password") return askPassword({});
    if (refused.rule() == "login")
      return askPassword(
          passwordExpired()
              ? m_translator(tr("Your password has expired. Ask the administrator of the server for a "
                                "new one."))
              : m_translator.error(error));
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
  if (m_opened) m_databases.usePassword(m_opened->url, {});
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
