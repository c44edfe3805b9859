#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/keeping.hpp"
#include "model/core/describe.hpp"

namespace octad::viewmodels {

/// A team's server as the start page offers it. Never the password.
struct Profile {
  std::string name;  ///< what it is called on the start page; unique
  std::string host;
  std::string port;  ///< empty: 5432
  std::string database = "octad";
  std::string login;
  std::string rootCertificate;  ///< file of the company's own authority; empty: those of the system
  bool remember = false;        ///< keep the password in the desktop's store

  /// postgresql://login@host:port/database?sslrootcert=…, without a password.
  std::string address() const;
  /// "wang at db.example.com, octad", for lists.
  std::string summary() const;

  static constexpr auto describe() {
    return model::members(
        model::member("name", &Profile::name), model::member("host", &Profile::host),
        model::member("port", &Profile::port), model::member("database", &Profile::database),
        model::member("login", &Profile::login), model::member("root_certificate", &Profile::rootCertificate),
        model::member("remember", &Profile::remember));
  }
};

/// The profile as it can be stored: trimmed, and whole. Throws Invalid(field).
Profile checkedProfile(Profile profile);
/// The profile that an address without a password says; none for what is no server's.
std::optional<Profile> profileOf(const std::string& address);

/// The profiles in the settings, last used first.
class Profiles {
 public:
  explicit Profiles(Settings& settings) : m_settings(settings) {}

  std::vector<Profile> list() const;
  std::optional<Profile> find(const std::string& name) const;
  /// Stores it in the place of the one called `formerName`, or as the first. Throws Invalid("name") when
  /// there is another one of that name.
  void save(const Profile& profile, const std::string& formerName);
  void remove(const std::string& name);
  /// The one with this address comes first from now on.
  void used(const std::string& address);

 private:
  void store(const std::vector<Profile>& profiles);

  Settings& m_settings;
};

}  // namespace octad::viewmodels
