#pragma once

#include <string>
#include <string_view>

namespace octad::reports {

/// Rewrites a PDF through qpdf: the given title, language and date ("D:20261122140200Z"), a deterministic id,
/// pictures not smoothed. Throws what qpdf throws, a std::exception.
std::string rewritePdf(std::string_view pdf, const std::string& title, const std::string& language,
                       const std::string& date);

}  // namespace octad::reports
