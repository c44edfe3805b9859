#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/core/ids.hpp"
#include "model/core/time.hpp"
#include "model/core/zone.hpp"

namespace octad::reports {

/// The language of the labels of a document; what people typed is printed as they typed it.
enum class DocumentLanguage { chinese, english, bilingual };

/// "zh", "en" or "zh+en"; anything else throws Invalid("lang").
DocumentLanguage parseDocumentLanguage(std::string_view code);

enum class DocumentFormat { pdf, html, xlsx };

/// By the end of the file name, in any case; anything else throws Invalid("output") naming pdf, html, xlsx.
DocumentFormat formatOfFile(std::string_view path);

/// How a document is made. Nothing is read from clock or environment, so equal input gives equal bytes.
struct DocumentOptions {
  DocumentLanguage language = DocumentLanguage::chinese;
  DocumentFormat format = DocumentFormat::pdf;
  model::Instant printedAt;
  model::Zone zone{"Asia/Shanghai"};  ///< of the site; every moment is printed in it
  std::string company;                ///< Chinese name
  std::string companyEn;              ///< English name; empty = the Chinese one
};

/// The bytes of an attachment, through a function so that documents need no database. May throw NotFound or
/// give nothing: the picture is then replaced by a notice.
using AttachmentBytes = std::function<std::string(model::AttachmentId)>;

}  // namespace octad::reports
