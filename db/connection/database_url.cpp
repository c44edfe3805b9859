#include "db/connection/database_url.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <cstdlib>
#include <filesystem>
#include <libpq-fe.h>
#include <memory>
#include <netinet/in.h>

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

/// 127.x.y.z and ::1 as they are written, and no name that begins like one.
bool isLoopback(const std::string& address) {
  in_addr four{};
  if (inet_pton(AF_INET, address.c_str(), &four) == 1) return (ntohl(four.s_addr) >> 24) == 127;
  in6_addr six{};
  return inet_pton(AF_INET6, address.c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

bool isLocalHost(std::string_view host) {
  return host.empty() || host.front() == '/' || host.front() == '@' || host == "localhost" ||
         isLoopback(std::string(host));
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

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// Authorities that the operating system trusts, where the usual systems keep them; empty when there are
/// none.
std::string systemRoots() {
  for (const char* file : {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
                           "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"})
    if (std::filesystem::exists(file)) return file;
  return {};
}

/// The file whose authorities a server's certificate is checked against: the one of the address, else the
/// user's own (~/.postgresql/root.crt, which libpq takes by itself), else those of the system.
std::string rootCertificate(const std::string& given) {
  if (!given.empty() && given != "system") return given;
  const std::string home = environment("HOME");
  if (given.empty() && (!environment("PGSSLROOTCERT").empty() ||
                        (!home.empty() && std::filesystem::exists(home + "/.postgresql/root.crt"))))
    return {};
  return systemRoots();
}

std::string quoted(const std::string& value) {
  std::string out = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

/// SOCI 4.0.3 takes the string apart before libpq gets it, at every blank unless the value stands in double
/// quotes, which it takes away; it knows no way to write one of those inside.
std::string quotedForSoci(const std::string& value) {
  if (value.find_first_of(" \t\n\v\f\r") == std::string::npos) return quoted(value);
  if (value.find('"') != std::string::npos)
    throw Invalid("password",
                  tr("Blanks and quotation marks (\") together cannot be sent to the server. Let the "
                     "administrator set a password without one of them."));
  return '"' + quoted(value) + '"';
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
    requireSafeLine();
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

bool DatabaseUrl::isLocal() const {
  if (m_sqlite) return true;
  // What the address leaves open libpq takes from the environment, and from a file of services.
  const std::string host = option("host").empty() ? environment("PGHOST") : option("host");
  const std::string address = option("hostaddr").empty() ? environment("PGHOSTADDR") : option("hostaddr");
  const bool service = !option("service").empty() || !environment("PGSERVICE").empty();
  return allLocal(host) && allLocal(address) && !(service && host.empty());
}

void DatabaseUrl::requireSafeLine() const {
  const std::string mode = option("sslmode");
  if (isLocal() || mode.empty() || mode == "verify-full") return;
  throw Invalid(
      "database",
      Message(tr("The address asks for sslmode={0}, which takes any server for the right one. Leave "
                 "sslmode out: the certificate is always checked in full, except on this computer. "
                 "A company's own authority is given with sslrootcert=/path/of/root.crt."),
              {mode}));
}

std::string DatabaseUrl::connectInfo() const {
  return connectInfo(quoted);
}

std::string DatabaseUrl::sociConnectInfo() const {
  return connectInfo(quotedForSoci);
}

std::string DatabaseUrl::connectInfo(std::string (*quote)(const std::string&)) const {
  const bool local = isLocal();
  std::string out;
  for (const auto& [key, given] : m_options) {
    if (!local && (key == "sslmode" || key == "gssencmode" || key == "sslrootcert")) continue;
    out += key + "=" + quote(given) + " ";
  }
  if (!local) {
    out += "sslmode='verify-full' gssencmode='disable' ";
    if (const std::string root = rootCertificate(option("sslrootcert")); !root.empty())
      out += "sslrootcert=" + quote(root) + " ";
  }
  if (option("connect_timeout").empty()) out += "connect_timeout='10' ";
  if (option("application_name").empty()) out += "application_name='Octad' ";
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
