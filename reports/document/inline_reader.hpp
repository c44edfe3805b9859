#pragma once

#include <pugixml.hpp>
#include <string_view>

#include "reports/document/document.hpp"

namespace octad::reports {

/// True when `node` is text or an element that lives inside a paragraph.
bool isInline(const pugi::xml_node& node);

/// True when the class attribute of `node` holds `name`.
bool hasClass(const pugi::xml_node& node, std::string_view name);

/// Appends the text of `node` (text or inline element) with its looks; white space is kept for `tidy`.
void readInline(const pugi::xml_node& node, const Run& look, Inlines& out);

/// Collapses white space as HTML does and drops it at both ends and round line breaks.
Inlines tidy(const Inlines& runs);

}  // namespace octad::reports
