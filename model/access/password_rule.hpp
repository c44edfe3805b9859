#pragma once

#include <string>

namespace octad::model {

constexpr std::size_t kShortestPassword = 12;  ///< characters
constexpr std::size_t kLongestPassword = 128;  ///< characters

/// What a new password has to be. The server sees only what is made of it and cannot look itself. Throws
/// Invalid("password") with what to do: too short or long, characters that not every keyboard or client
/// writes alike, the login or the name within it, one character or a row of the keyboard again and again, a
/// word that everybody tries first; Invalid("repeat") when the second typing differs.
void requireGoodPassword(const std::string& login, const std::string& name, const std::string& password,
                         const std::string& repeated);

/// Overwrites a text that held a password, so that it does not stay in memory.
void wipe(std::string& text);

}  // namespace octad::model
