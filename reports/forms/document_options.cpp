#include "reports/forms/document_options.hpp"

#include <cctype>

#include "model/core/error.hpp"

namespace octad::reports {

using model::tr;

DocumentLanguage parseDocumentLanguage(std::string_view code) {
  if (code == "zh") return DocumentLanguage::chinese;
  if (code == "en") return DocumentLanguage::english;
  if (code == "zh+en") return DocumentLanguage::bilingual;
  throw model::Invalid(
      "lang", {tr("\"{0}\" is no language of a document: use zh, en or zh+en."), {std::string(code)}});
}

DocumentFormat formatOfFile(std::string_view path) {
  const auto slash = path.find_last_of("/\\");
  const auto dot = path.rfind('.');
  std::string ending;
  if (dot != std::string_view::npos && (slash == std::string_view::npos || dot > slash)) {
    for (const char c : path.substr(dot + 1))
      ending += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  if (ending == "pdf") return DocumentFormat::pdf;
  if (ending == "html") return DocumentFormat::html;
  if (ending == "xlsx") return DocumentFormat::xlsx;
  throw model::Invalid("output", {tr("A document is written as pdf, html or xlsx: let the name of \"{0}\" "
                                     "end in one of them."),
                                  {std::string(path)}});
}

}  // namespace octad::reports
