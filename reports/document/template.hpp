#pragma once

#include <string>
#include <string_view>

#include "reports/document/value.hpp"

namespace octad::reports {

/// Fills a mustache template. Every value is escaped, so what people typed is shown literally and never
/// becomes markup or a template; line breaks they typed stay line breaks. Only `{{name}}`, `{{#name}}`,
/// `{{^name}}`, `{{/name}}` and
/// `{{! comment}}` are allowed: `{{{`, `{{&`, `{{>` and `{{=` would get round the escaping and are refused.
/// Throws model::Invalid("template").
std::string renderTemplate(std::string_view xhtml, const Value& values);

}  // namespace octad::reports
