#include "gui/viewmodels/profiles.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "gui/viewmodels/kept_json.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"

namespace octad::viewmodels {

using model::Invalid;
using model::tr;

namespace {

constexpr const char* kSetting = "profiles";
constexpr std::string_view kScheme = "postgresql://";
constexpr std::size_t kNameLength = 60;
constexpr std::size_t kPartLength = 200;
constexpr int kLastPort = 65535;

struct Stored {
  std::vector<Profile> profiles;

  static constexpr auto describe() { return model::members(model::member("profiles", &Stored::profiles)); }
};

/// Characters that mean something in a URL are written as %XX.
std::string urlPart(const std::string& text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.' || c == '~')
      out += c;
    else
      out += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
  }
  return out;
}

/// %XX read back.
std::string urlText(const std::string& part) {
  std::string out;
  const auto isHex = [&part](std::size_t at) {
    return at < part.size() && std::isxdigit(static_cast<unsigned char>(part[at])) != 0;
  };
  for (std::size_t at = 0; at < part.size(); ++at) {
    if (part[at] == '%' && isHex(at + 1) && isHex(at + 2)) {
      out += static_cast<char>(std::stoi(part.substr(at + 1, 2), nullptr, 16));
      at += 2;
    } else {
      out += part[at];
    }
  }
  return out;
}

/// A host as people write it: a name or an address, and nothing that would be another part of a URL.
void requireHost(const std::string& host) {
  if (host.find_first_of("@/?#% ,") != std::string::npos)
    throw Invalid("host", tr("Write only the name of the server here, for instance db.example.com."));
}

void requirePort(const std::string& port) {
  if (port.empty()) return;
  int number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  if (error != std::errc{} || end != port.data() + port.size() || number < 1 || number > kLastPort)
    throw Invalid("port", tr("A port is a number from 1 to 65535; leave it empty for the usual one."));
}

}  // namespace

std::string Profile::address() const {
  const bool six = host.find(':') != std::string::npos && !host.starts_with('[');
  std::string url = std::string(kScheme) + urlPart(login) + "@" + (six ? "[" + host + "]" : host);
  if (!port.empty()) url += ":" + port;
  url += "/" + urlPart(database);
  if (!rootCertificate.empty()) url += "?sslrootcert=" + urlPart(rootCertificate);
  return url;
}

std::string Profile::summary() const {
  return login + "@" + host + (port.empty() ? "" : ":" + port) + "/" + database;
}

Profile checkedProfile(Profile profile) {
  profile.host = model::cleanLine(profile.host, "host", kPartLength);
  profile.port = model::cleanLine(profile.port, "port", kPartLength, false);
  profile.database = model::cleanLine(profile.database, "database", kPartLength);
  profile.login = model::cleanLine(profile.login, "login", kPartLength);
  profile.rootCertificate = model::cleanLine(profile.rootCertificate, "root_certificate", 4096, false);
  profile.name = model::cleanLine(profile.name, "name", kNameLength, false);
  requireHost(profile.host);
  requirePort(profile.port);
  if (profile.name.empty()) profile.name = profile.host;
  return profile;
}

std::optional<Profile> profileOf(const std::string& address) {
  if (!address.starts_with(kScheme)) return std::nullopt;
  Profile profile;
  const auto question = address.find('?');
  const std::string path = address.substr(0, question);
  const auto slash = path.find('/', kScheme.size());
  std::string place = path.substr(kScheme.size(), slash - kScheme.size());
  if (const auto at = place.find('@'); at != std::string::npos) {
    const std::string who = place.substr(0, at);
    profile.login = urlText(who.substr(0, who.find(':')));  // a password behind it is nothing to show
    place = place.substr(at + 1);
  }
  const auto colon = place.rfind(':');
  if (colon != std::string::npos && place.find(']', colon) == std::string::npos) {
    profile.port = place.substr(colon + 1);
    place = place.substr(0, colon);
  }
  profile.host = place;
  if (slash != std::string::npos) profile.database = urlText(path.substr(slash + 1));
  static const std::string kRoots = "sslrootcert=";
  if (const auto at = address.find(kRoots); question != std::string::npos && at != std::string::npos)
    profile.rootCertificate =
        urlText(address.substr(at + kRoots.size(), address.find('&', at) - at - kRoots.size()));
  if (profile.host.empty()) return std::nullopt;
  profile.name = profile.host;
  return profile;
}

std::vector<Profile> Profiles::list() const {
  return restored<Stored>(m_settings.value(kSetting)).profiles;
}

std::optional<Profile> Profiles::find(const std::string& name) const {
  for (const Profile& profile : list())
    if (profile.name == name) return profile;
  return std::nullopt;
}

void Profiles::save(const Profile& profile, const std::string& formerName) {
  auto profiles = list();
  const auto named = [&profiles](const std::string& name) {
    return std::find_if(profiles.begin(), profiles.end(),
                        [&name](const Profile& known) { return known.name == name; });
  };
  if (profile.name != formerName && named(profile.name) != profiles.end())
    throw Invalid("name",
                  {tr("There is a server called \"{0}\" already. Choose another name."), {profile.name}});
  const auto former = formerName.empty() ? profiles.end() : named(formerName);
  if (former == profiles.end())
    profiles.insert(profiles.begin(), profile);
  else
    *former = profile;
  store(profiles);
}

void Profiles::remove(const std::string& name) {
  auto profiles = list();
  std::erase_if(profiles, [&name](const Profile& profile) { return profile.name == name; });
  store(profiles);
}

void Profiles::used(const std::string& address) {
  auto profiles = list();
  const auto found = std::find_if(profiles.begin(), profiles.end(), [&address](const Profile& profile) {
    return profile.address() == address;
  });
  if (found == profiles.end() || found == profiles.begin()) return;
  std::rotate(profiles.begin(), found, found + 1);
  store(profiles);
}

void Profiles::store(const std::vector<Profile>& profiles) {
  m_settings.set(kSetting, keptText(Stored{profiles}));
}

}  // namespace octad::viewmodels
