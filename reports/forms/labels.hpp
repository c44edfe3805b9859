#pragma once

#include <string>
#include <string_view>

#include "model/core/catalogue.hpp"
#include "model/core/enum_keys.hpp"
#include "reports/forms/document_options.hpp"

namespace octad::reports {

/// The labels of a document in its language; bilingual ones read "中文 / English", once when both are alike.
class Labels {
 public:
  explicit Labels(DocumentLanguage language);

  DocumentLanguage language() const { return m_language; }
  /// The English text `msgid` in the language of the document.
  std::string text(std::string_view msgid) const;
  /// A sentence with its arguments.
  std::string sentence(const model::Message& message) const;
  /// The label of an enumeration value.
  template <model::Keyed Enum>
  std::string of(Enum value) const {
    return text(model::labelOf(value));
  }
  /// A name that is kept in both languages, e.g. of a department or company.
  std::string name(const std::string& chinese, const std::string& english) const;
  /// A form with every `[[English text]]` replaced by its escaped translation; in the head of a table the two
  /// languages stand one above the other. Done before values come in, so that what people typed cannot become
  /// a label.
  std::string fill(std::string_view xhtml) const;

 private:
  std::string both(const std::string& chinese, const std::string& english,
                   std::string_view separator = " / ") const;

  DocumentLanguage m_language;
  model::Catalogue m_chinese;
  model::Catalogue m_english;
};

}  // namespace octad::reports
