#include "mail/text/digest_writer.hpp"

#include <kainjow/mustache.hpp>
#include <string>

#include "templates/templates.hpp"

namespace octad::mail {

namespace mustache = kainjow::mustache;
using model::Notice;

namespace {

/// More than that nobody reads in a mail; the inbox has them all.
constexpr std::size_t kShown = 30;

std::string templateOf(model::Language language) {
  const std::string name = "mail/digest." + std::string(model::languageCode(language)) + ".txt";
  return std::string(resources::octad_templates().at(name));
}

/// Texts of people stay on their line.
mustache::data line(const std::string& text) {
  const std::string one = model::subjectLine(text);
  return one.empty() ? mustache::data(false) : mustache::data(one);
}

}  // namespace

DigestWriter::DigestWriter(const model::Catalogue& catalogue, model::Zone zone)
    : m_catalogue(catalogue), m_zone(std::move(zone)) {}

model::MailWriter::Text DigestWriter::digest(const model::Person& person,
                                             const std::vector<Notice>& notices) {
  mustache::data values;
  values.set("name", line(person.name));
  values.set("count", std::to_string(notices.size()));
  mustache::data items(mustache::data::type::list);
  for (std::size_t at = 0; at < notices.size() && at < kShown; ++at) {
    const Notice& notice = notices[at];
    mustache::data item;
    item.set("number", line(notice.number));
    item.set("condition", line(m_catalogue.text(model::labelOf(notice.condition))));
    item.set("customer", line(notice.customerName));
    item.set("subject", line(notice.subject));
    item.set("words", line(m_catalogue.sentence(model::noticeWords(notice, m_zone))));
    items.push_back(item);
  }
  values.set("notices", items);
  values.set("more", notices.size() > kShown ? mustache::data(std::to_string(notices.size() - kShown))
                                             : mustache::data(false));
  mustache::mustache text(templateOf(m_catalogue.language()));
  text.set_custom_escape([](const std::string& value) { return value; });  // plain text has no markup
  const std::string filled = text.render(values);
  const auto end = filled.find('\n');
  return {filled.substr(0, end), filled.substr(filled.find_first_not_of('\n', end))};
}

}  // namespace octad::mail
