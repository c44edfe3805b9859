#include "model/core/catalogue.hpp"

#include <boost/locale.hpp>
#include <stdexcept>
#include <vector>

#include "model/core/error.hpp"

namespace octad::model {

namespace {

std::locale localeFrom(std::string_view mo) {
  boost::locale::gnu_gettext::messages_info info;
  info.language = "zh";
  info.encoding = "UTF-8";
  info.paths.emplace_back("");
  info.domains.emplace_back("octad");
  info.callback = [mo](const std::string&, const std::string&) {
    return std::vector<char>(mo.begin(), mo.end());
  };
  return std::locale(std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info));
}

/// An argument as shown: translated when it is a text or a list of sentences.
std::string argument(const Catalogue& catalogue, const std::string& arg) {
  if (!arg.empty() && arg.front() == '\x01') return catalogue.text(std::string_view(arg).substr(1));
  const auto [chinese, english] = bilingualIn(arg);
  if (!chinese.empty() || !english.empty())
    return catalogue.language() == Language::chinese ? chinese : english;
  const auto sentences = listedIn(arg);
  if (sentences.empty()) return arg;
  std::string out;
  for (const auto& sentence : sentences) {
    if (!out.empty()) out += ' ';
    out += catalogue.sentence(sentence);
  }
  return out;
}

}  // namespace

Catalogue::Catalogue() : m_language(Language::english), m_locale(std::locale::classic()) {}

Catalogue::Catalogue(Language language, std::string_view mo)
    : m_language(language),
      m_locale(language == Language::english ? std::locale::classic() : localeFrom(mo)) {}

bool Catalogue::has(std::string_view id) const {
  if (m_language == Language::english) return true;
  if (id.empty()) return false;  // the empty id is the catalogue's own header
  // Not `text(id) != id`: "PFMEA" is translated by itself.
  const auto& messages = std::use_facet<boost::locale::message_format<char>>(m_locale);
  return messages.get(0, nullptr, std::string(id).c_str()) != nullptr;
}

std::string Catalogue::text(std::string_view id) const {
  if (m_language == Language::english || id.empty()) return std::string(id);
  const auto& messages = std::use_facet<boost::locale::message_format<char>>(m_locale);
  const std::string key(id);
  const char* found = messages.get(0, nullptr, key.c_str());
  return found ? std::string(found) : key;
}

std::string Catalogue::sentence(const Message& message) const {
  const std::string pattern = text(message.id);
  std::string out;
  out.reserve(pattern.size() + 32);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool placeholder = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 1] >= '0' &&
                             pattern[i + 1] <= '9' && pattern[i + 2] == '}';
    if (!placeholder) {
      out += pattern[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
    if (index < message.args.size()) {
      out += argument(*this, message.args[index]);
    }
    i += 2;
  }
  return out;
}

Language parseLanguage(std::string_view code) {
  if (code == "en") return Language::english;
  if (code == "zh") return Language::chinese;
  throw Invalid("lang", {tr("\"{0}\" is not a language of Octad: use zh or en."), {std::string(code)}});
}

std::string_view languageCode(Language language) {
  return language == Language::chinese ? "zh" : "en";
}

}  // namespace octad::model
