#pragma once

#include <string>

#include "reports/document/document.hpp"
#include "reports/render/options.hpp"

namespace octad::reports {

/// The document as a PDF file: A4, fonts embedded, text selectable, headings as bookmarks, page n of m.
/// Equal input gives equal bytes on the same machine. Throws model::Invalid("document") when the file cannot
/// be made.
std::string renderPdf(const Document& document, const RenderOptions& options);

}  // namespace octad::reports
