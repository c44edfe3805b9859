#pragma once

#include <locale>
#include <string>
#include <string_view>

#include "model/core/message.hpp"

namespace octad::model {

/// The languages of the program and its documents.
enum class Language { english, chinese };

/// Texts of one language, from a compiled gettext catalogue. Window, command line and documents all translate
/// here.
class Catalogue {
 public:
  /// English: texts are their own translation.
  Catalogue();
  /// `mo` is the content of a compiled catalogue (.mo); throws std::runtime_error when it is not one.
  Catalogue(Language language, std::string_view mo);

  Language language() const { return m_language; }
  /// The translation of `id`, or `id` itself when there is none.
  std::string text(std::string_view id) const;
  /// The whole sentence with its arguments put in.
  std::string sentence(const Message& message) const;
  /// True when the catalogue holds a translation of `id` (English: always).
  bool has(std::string_view id) const;

 private:
  Language m_language;
  std::locale m_locale;
};

/// "zh" / "en", for command line options and settings; anything else throws Invalid("lang").
Language parseLanguage(std::string_view code);
std::string_view languageCode(Language language);

}  // namespace octad::model
