#include "reports/document/template.hpp"

#include <kainjow/mustache.hpp>

#include "model/core/error.hpp"
#include "reports/document/text_safety.hpp"

namespace octad::reports {
namespace {

namespace mustache = kainjow::mustache;
using model::Invalid;
using model::Message;
using model::tr;

/// Looks at the first character of every tag, where mustache's ways round escaping begin.
void refuseUnescapedTags(std::string_view xhtml) {
  for (auto at = xhtml.find("{{"); at != std::string_view::npos; at = xhtml.find("{{", at + 2)) {
    const auto first = xhtml.find_first_not_of(" \t\r\n", at + 2);
    if (first == std::string_view::npos) return;
    if (std::string_view("{&>=").find(xhtml[first]) == std::string_view::npos) continue;
    const auto line = std::count(xhtml.begin(), xhtml.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
    throw Invalid("template",
                  Message(tr("Line {0} of the template uses {1}, which would insert text unescaped. "
                             "Write {2} with only the name between the braces."),
                          {std::to_string(line), "{{" + std::string(1, xhtml[first]), "{{name}}"}));
  }
}

mustache::data toMustache(const Value& value) {
  if (const auto* text = value.text()) {
    // An empty text is false for sections and renders as nothing.
    return text->empty() ? mustache::data(false) : mustache::data(*text);
  }
  if (const auto* condition = value.condition()) return mustache::data(*condition);
  if (const auto* list = value.list()) {
    mustache::data items(mustache::data::type::list);
    for (const auto& item : *list) items.push_back(toMustache(item));
    return items;
  }
  mustache::data fields(mustache::data::type::object);
  for (const auto& [name, field] : *value.map()) fields.set(name, toMustache(field));
  return fields;
}

}  // namespace

std::string renderTemplate(std::string_view xhtml, const Value& values) {
  refuseUnescapedTags(xhtml);
  mustache::mustache tmpl{std::string(xhtml)};
  if (!tmpl.is_valid()) {
    throw Invalid("template", Message(tr("The template cannot be read: {0}."), {tmpl.error_message()}));
  }
  tmpl.set_custom_escape([](const std::string& text) { return escapeMarkup(printable(text)); });
  return tmpl.render(toMustache(values));
}

}  // namespace octad::reports
