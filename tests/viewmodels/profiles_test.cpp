#include "gui/viewmodels/profiles.hpp"

#include <gtest/gtest.h>

#include "model/core/error.hpp"

namespace octad::viewmodels {
namespace {

Profile server(const std::string& name, const std::string& host = "db.example.com") {
  Profile profile;
  profile.name = name;
  profile.host = host;
  profile.login = "wang";
  return profile;
}

std::vector<std::string> names(const Profiles& profiles) {
  std::vector<std::string> all;
  for (const Profile& profile : profiles.list()) all.push_back(profile.name);
  return all;
}

/// The field that is refused; "" when the profile can be stored.
std::string refused(const Profile& profile) {
  try {
    checkedProfile(profile);
    return {};
  } catch (const model::Invalid& invalid) {
    return invalid.field();
  }
}

TEST(Profiles, AreKeptInTheSettingsLastUsedFirst) {
  MemorySettings settings;
  Profiles profiles(settings);
  EXPECT_TRUE(profiles.list().empty());
  profiles.save(server("one", "one.example.com"), "");
  profiles.save(server("two", "two.example.com"), "");
  EXPECT_EQ(names(Profiles(settings)), (std::vector<std::string>{"two", "one"}));
  profiles.used("postgresql://wang@one.example.com/octad");
  EXPECT_EQ(names(profiles), (std::vector<std::string>{"one", "two"}));
  profiles.used("/data/some.octad");
  Profile changed = server("first", "one.example.com");
  changed.remember = true;
  profiles.save(changed, "one");
  EXPECT_EQ(names(profiles), (std::vector<std::string>{"first", "two"})) << "it keeps its place";
  EXPECT_TRUE(profiles.find("first")->remember);
  EXPECT_THROW(profiles.save(server("two"), "first"), model::Invalid);
  EXPECT_THROW(profiles.save(server("two"), ""), model::Invalid);
  profiles.remove("first");
  EXPECT_EQ(names(profiles), std::vector<std::string>{"two"});
}

TEST(Profiles, TheAddressSaysEverythingButThePassword) {
  Profile profile = server("x");
  EXPECT_EQ(profile.address(), "postgresql://wang@db.example.com/octad");
  profile.port = "5433";
  profile.login = "王 芳";
  profile.rootCertificate = "/etc/our ca.crt";
  const std::string address = profile.address();
  EXPECT_EQ(address,
            "postgresql://%E7%8E%8B%20%E8%8A%B3@db.example.com:5433/octad?sslrootcert=%2Fetc%2Four%20ca.crt");
  const auto read = profileOf(address);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->login, profile.login);
  EXPECT_EQ(read->host, profile.host);
  EXPECT_EQ(read->port, profile.port);
  EXPECT_EQ(read->database, profile.database);
  EXPECT_EQ(read->rootCertificate, profile.rootCertificate);
  EXPECT_EQ(profileOf("postgresql://wang:secret@db.example.com/x")->summary(), "wang@db.example.com/x");
  EXPECT_FALSE(profileOf("/data/some.octad"));
  EXPECT_EQ(profileOf("postgresql://u@[::1]:6000/x")->port, "6000");
  EXPECT_EQ(profileOf("postgresql://u@[::1]/x")->host, "[::1]");
}

TEST(Profiles, WhatCannotBeStoredIsToldByField) {
  EXPECT_EQ(refused(server("x")), "");
  EXPECT_EQ(refused(server("x", "")), "host");
  for (const char* host :
       {"db.example.com/octad", "wang@db.example.com", "db.example.com?sslmode=disable", "a b"})
    EXPECT_EQ(refused(server("x", host)), "host") << host;
  for (const char* port : {"0", "65536", "http", "-1", "54a"}) {
    Profile profile = server("x");
    profile.port = port;
    EXPECT_EQ(refused(profile), "port") << port;
  }
  Profile nobody = server("x");
  nobody.login = " ";
  EXPECT_EQ(refused(nobody), "login");
  EXPECT_EQ(checkedProfile(server("")).name, "db.example.com") << "called as its server";
}

}  // namespace
}  // namespace octad::viewmodels
