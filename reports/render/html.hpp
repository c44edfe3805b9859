#pragma once

#include <string>

#include "reports/document/document.hpp"
#include "reports/render/options.hpp"

namespace octad::reports {

/// The document as one self-contained HTML file: style sheet inside, pictures and drawings as data: URIs, no
/// script, and a content policy that forbids loading anything.
std::string renderHtml(const Document& document, const RenderOptions& options);

}  // namespace octad::reports
