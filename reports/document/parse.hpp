#pragma once

#include <string_view>

#include "reports/document/document.hpp"

namespace octad::reports {

/// Reads the XHTML subset of our forms (docs: the head of templates/forms/base.css lists elements and
/// classes). Anything else, a DOCTYPE or broken markup throws model::Invalid("template") naming it, so that a
/// mistake in a form shows when it is made.
Document parseDocument(std::string_view xhtml);

}  // namespace octad::reports
