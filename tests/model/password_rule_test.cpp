#include "model/access/password_rule.hpp"

#include <gtest/gtest.h>

#include "model/core/error.hpp"

namespace octad::model {
namespace {

/// The field that is refused; "" when the password is good.
std::string refused(const std::string& password, const std::string& repeated) {
  try {
    requireGoodPassword("wang.fang", "王芳", password, repeated);
    return {};
  } catch (const Invalid& invalid) {
    return invalid.field();
  }
}
std::string refused(const std::string& password) {
  return refused(password, password);
}

TEST(PasswordRule, SentencesOfSeveralWordsAreGoodInAnyLanguage) {
  for (const char* good : {"four horses drink tea", "第三工序昨天又停了一次线啊", "Zwölf Boxkämpfer jagen",
                           "xK9#mQ2!vR7&", "octad is open on my desk"})
    EXPECT_EQ(refused(good), "") << good;
}

TEST(PasswordRule, WhatIsTriedFirstIsRefused) {
  for (const char* bad :
       {"", "short", "elevenchars", "aaaaaaaaaaaaaaaa", "password12345", "Passwort2026", "123456789012",
        "qwertyqwerty", "wang.fang2026!", "my WANG.FANG key", "王芳的密码是这个不要告诉人", "octadadmin1234"})
    EXPECT_EQ(refused(bad), "password") << bad;
  EXPECT_EQ(refused(std::string(129, 'x') + "abcdefgh"), "password");
  EXPECT_EQ(refused("four horses\ndrink tea"), "password");
  EXPECT_EQ(refused(std::string("four horses\0drink", 17)), "password");
  EXPECT_EQ(refused("four horses \xff drink tea"), "password");
}

TEST(PasswordRule, LengthCountsCharactersAndNotBytes) {
  EXPECT_EQ(refused("第三工序昨天停线"), "password") << "eight characters in 24 bytes";
}

TEST(PasswordRule, TheSecondTypingHasToBeTheSame) {
  EXPECT_EQ(refused("four horses drink tea", "four horses drink tee"), "repeat");
}

TEST(PasswordRule, WipedTextsAreEmpty) {
  std::string secret = "four horses drink tea";
  const char* bytes = secret.data();
  wipe(secret);
  EXPECT_TRUE(secret.empty());
  EXPECT_EQ(bytes[0], '\0');
}

}  // namespace
}  // namespace octad::model
