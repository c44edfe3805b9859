#include "reports/forms/labels.hpp"

#include "model/core/error.hpp"
#include "reports/document/text_safety.hpp"
#include "reports/forms/catalogues.hpp"

namespace octad::reports {

Labels::Labels(DocumentLanguage language) : m_language(language), m_chinese(chineseCatalogue()) {}

std::string Labels::both(const std::string& chinese, const std::string& english) const {
  switch (m_language) {
    case DocumentLanguage::chinese:
      return chinese;
    case DocumentLanguage::english:
      return english;
    case DocumentLanguage::bilingual:
      break;
  }
  return chinese == english ? chinese : chinese + " / " + english;
}

std::string Labels::text(std::string_view msgid) const {
  return both(m_chinese.text(msgid), m_english.text(msgid));
}

std::string Labels::sentence(const model::Message& message) const {
  return both(m_chinese.sentence(message), m_english.sentence(message));
}

std::string Labels::name(const std::string& chinese, const std::string& english) const {
  const auto& zh = chinese.empty() ? english : chinese;
  return both(zh, english.empty() ? zh : english);
}

std::string Labels::fill(std::string_view xhtml) const {
  std::string out;
  out.reserve(xhtml.size() * 2);
  for (std::size_t at = 0;;) {
    const auto open = xhtml.find("[[", at);
    out += xhtml.substr(at, open == std::string_view::npos ? open : open - at);
    if (open == std::string_view::npos) return out;
    const auto close = xhtml.find("]]", open);
    if (close == std::string_view::npos) {
      throw model::Invalid("template", model::tr("A label of the form begins with [[ but has no ]]."));
    }
    out += escapeMarkup(printable(text(xhtml.substr(open + 2, close - open - 2))));
    at = close + 2;
  }
}

}  // namespace octad::reports
