#include "model/access/password_rule.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "model/core/error.hpp"
#include "model/core/text.hpp"

namespace octad::model {

namespace {

constexpr std::size_t kShortestName = 3;      ///< a shorter name is in many words by chance
constexpr std::size_t kFewestCharacters = 5;  ///< different ones

/// What is tried first. Longer passwords that are nothing but these are no better.
constexpr std::array<std::string_view, 12> kCommon{"password", "passwort", "123456",  "qwerty",
                                                   "qwertz",   "asdfgh",   "letmein", "welcome",
                                                   "octad",    "admin",    "woaini",  "iloveyou"};

std::size_t lengthOf(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // first bytes of characters only
  }));
}

/// What is left when everything that is tried first, and digits, are taken out.
std::string withoutCommon(std::string text) {
  for (const std::string_view word : kCommon)
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word))
      text.erase(at, word.size());
  std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return text;
}

[[noreturn]] void refuse(Message message) {
  throw Invalid("password", std::move(message));
}

}  // namespace

void requireGoodPassword(const std::string& login, const std::string& name, const std::string& password,
                         const std::string& repeated) {
  if (!isUtf8(password) || std::any_of(password.begin(), password.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
      }))
    refuse(tr("A password has only characters that can be typed. Choose another one."));
  if (password.find('"') != std::string::npos)
    refuse(tr("Leave quotation marks (\") out: not every program can send them."));
  const std::size_t length = lengthOf(password);
  if (length < kShortestPassword)
    refuse(
        {tr("A password has at least {0} characters; this one has {1}. A sentence of four words is easy to "
            "remember."),
         {std::to_string(kShortestPassword), std::to_string(length)}});
  if (length > kLongestPassword)
    refuse({tr("A password has at most {0} characters."), {std::to_string(kLongestPassword)}});
  const std::string folded = foldText(password);
  for (const std::string& own : {foldText(login), foldText(name)})
    if (own.size() >= kShortestName && folded.find(own) != std::string::npos)
      refuse(tr("Your login and your name do not belong into the password. Choose another one."));
  if (std::set<char>(folded.begin(), folded.end()).size() < kFewestCharacters ||
      withoutCommon(folded).size() < kFewestCharacters)
    refuse(tr("This password is one of those that are tried first. Choose another one."));
  if (password != repeated)
    throw Invalid("repeat", tr("The two passwords are not the same. Type the new one again."));
}

void wipe(std::string& text) {
  volatile char* bytes = text.data();
  for (std::size_t at = 0; at < text.size(); ++at) bytes[at] = 0;
  text.clear();
}

}  // namespace octad::model
