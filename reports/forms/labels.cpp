#include "reports/forms/labels.hpp"

#include "model/core/error.hpp"
#include "reports/document/text_safety.hpp"
#include "reports/forms/catalogues.hpp"

namespace octad::reports {
namespace {

/// True when position `at` stands inside a `<th>`.
bool inTableHead(std::string_view xhtml, std::size_t at) {
  const auto before = xhtml.substr(0, at);
  const auto plain = before.rfind("<th>");
  const auto styled = before.rfind("<th ");
  const auto closed = before.rfind("</th>");
  const auto after = [closed](std::size_t open) {
    return open != std::string_view::npos && (closed == std::string_view::npos || open > closed);
  };
  return after(plain) || after(styled);
}

}  // namespace

Labels::Labels(DocumentLanguage language) : m_language(language), m_chinese(chineseCatalogue()) {}

std::string Labels::both(const std::string& chinese, const std::string& english,
                         std::string_view separator) const {
  switch (m_language) {
    case DocumentLanguage::chinese:
      return chinese;
    case DocumentLanguage::english:
      return english;
    case DocumentLanguage::bilingual:
      break;
  }
  if (chinese == english) return chinese;
  return chinese + std::string(separator) + english;
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
    const auto msgid = xhtml.substr(open + 2, close - open - 2);
    const auto separator = inTableHead(xhtml, open) ? std::string(kLineBreak) : " / ";
    out += escapeMarkup(both(m_chinese.text(msgid), m_english.text(msgid), separator));
    at = close + 2;
  }
}

}  // namespace octad::reports
