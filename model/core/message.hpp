#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace octad::model {

/// Marks an English text for the message catalogue and returns it unchanged (xgettext keyword `tr`).
constexpr const char* tr(const char* text) {
  return text;
}

/// A sentence for the user that is translated where it is shown: the English text with `{0}`, `{1}` … and its
/// arguments. An argument that begins with '\x01' is itself a text to translate (see `translated`).
struct Message {
  std::string id;
  std::vector<std::string> args;

  Message() = default;
  Message(std::string text, std::vector<std::string> arguments = {})
      : id(std::move(text)), args(std::move(arguments)) {}
  Message(const char* text, std::vector<std::string> arguments = {}) : id(text), args(std::move(arguments)) {}

  bool operator==(const Message&) const = default;
};

/// An argument of a Message that has to be translated too, e.g. the label of a field.
inline std::string translated(std::string_view label) {
  return "\x01" + std::string(label);
}

/// An argument of a Message whose words are data in both languages, e.g. the name of a class in a policy.
std::string bilingual(std::string_view chinese, std::string_view english);

/// Chinese and English of an argument made by `bilingual`; both empty when it is another argument.
std::pair<std::string, std::string> bilingualIn(std::string_view argument);

/// An argument of a Message that is itself a list of sentences, e.g. the points that are missing. Shown one
/// after the other, each translated with its own arguments.
std::string listed(const std::vector<Message>& sentences);

/// The sentences of an argument made by `listed`; empty when it is another argument.
std::vector<Message> listedIn(std::string_view argument);

}  // namespace octad::model
