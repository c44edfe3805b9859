#include "db/connection/database_url.hpp"

#include <algorithm>
#include <filesystem>
#include <libpq-fe.h>
#include <memory>

#include "model/core/error.hpp"

namespace octad::db {
namespace {

using model::Invalid;
using model::Message;
using model::tr;

constexpr std::string_view kSqlite = "sqlite://";

bool startsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

/// The options in a PostgreSQL URL that were given.
std::vector<std::pair<std::string, std::string>> parseConnectInfo(const std::string& url) {
  char* problem = nullptr;
  const std::unique_ptr<PQconninfoOption, FreeOptions> options(PQconninfoParse(url.c_str(), &problem));
  const std::string reason = problem == nullptr ? "" : problem;
  PQfreemem(problem);
  if (!options) throw Invalid("database", Message(tr("This is not the name of a database: {0}"), {reason}));
  std::vector<std::pair<std::string, std::string>> out;
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option)
    if (option->val != nullptr) out.emplace_back(option->keyword, option->val);
  return out;
}

bool isLocalHost(std::string_view host) {
  return host.empty() || host.front() == '/' || host.front() == '@' || host == "localhost" || host == "::1" ||
         startsWith(host, "127.");
}

/// True when every host of the list is a Unix socket or a loopback address.
bool allLocal(std::string_view hosts) {
  while (true) {
    const std::size_t comma = hosts.find(',');
    if (!isLocalHost(hosts.substr(0, comma))) return false;
    if (comma == std::string_view::npos) return true;
    hosts.remove_prefix(comma + 1);
  }
}

std::string quoted(const std::string& value) {
  std::string out = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string plainPath(std::string_view text) {
  constexpr std::string_view kShort = "sqlite:";
  if (!startsWith(text, kSqlite))
    return std::string(startsWith(text, kShort) ? text.substr(kShort.size()) : text);
  text.remove_prefix(kSqlite.size());
  if (text.empty() || text.front() != '/')
    throw Invalid("database",
                  tr("Name the file with its whole path: sqlite:///folder/name.octad, or just the path."));
  return std::string(text);
}

}  // namespace

DatabaseUrl::DatabaseUrl(std::string_view text) {
  if (text.find('\0') != std::string_view::npos || text.empty())
    throw Invalid("database", tr("Name a database: a file, or postgresql://user@server/octad."));
  if (startsWith(text, "postgresql://") || startsWith(text, "postgres://")) {
    m_sqlite = false;
    m_text = text;
    m_options = parseConnectInfo(m_text);
    return;
  }
  if (!startsWith(text, kSqlite) && text.find("://") != std::string_view::npos)
    throw Invalid(
        "database",
        Message(tr("{0} is neither a file nor a PostgreSQL address. Use sqlite:///folder/name.octad or "
                   "postgresql://user@server/octad."),
                {std::string(text)}));
  m_path = std::filesystem::absolute(plainPath(text)).lexically_normal().string();
  m_text = std::string(kSqlite) + m_path;
}

std::string DatabaseUrl::option(std::string_view key) const {
  for (const auto& [name, given] : m_options)
    if (name == key) return given;
  return {};
}

DatabaseUrl DatabaseUrl::withPassword(const std::string& password) const {
  DatabaseUrl other = *this;
  std::erase_if(other.m_options, [](const auto& option) { return option.first == "password"; });
  other.m_options.emplace_back("password", password);
  return other;
}

std::string DatabaseUrl::user() const {
  return option("user");
}

std::string DatabaseUrl::connectInfo() const {
  const auto value = [this](std::string_view key) { return option(key); };
  const bool local = allLocal(value("host")) && allLocal(value("hostaddr"));
  std::string out;
  for (const auto& [key, given] : m_options) {
    if (!local && (key == "sslmode" || key == "gssencmode")) continue;
    out += key + "=" + quoted(given) + " ";
  }
  if (!local) out += "sslmode='verify-full' gssencmode='disable' ";
  if (value("connect_timeout").empty()) out += "connect_timeout='10' ";
  if (value("application_name").empty()) out += "application_name='Octad' ";
  return out + "client_encoding='UTF8'";
}

std::string DatabaseUrl::display() const {
  if (m_sqlite) return m_path;
  const std::size_t scheme = m_text.find("://") + 3;
  const std::size_t at = m_text.find('@', scheme);
  const std::size_t colon = m_text.find(':', scheme);
  std::string out = m_text;
  if (at != std::string::npos && colon < at) out.erase(colon, at - colon);
  const std::size_t password = out.find("password=");
  if (password != std::string::npos) {
    const std::size_t end = out.find('&', password);
    out.erase(password, end == std::string::npos ? std::string::npos : end - password + 1);
  }
  return out;
}

}  // namespace octad::db
