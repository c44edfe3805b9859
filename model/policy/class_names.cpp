#include "model/policy/class_names.hpp"

#include <algorithm>
#include <string_view>

namespace octad::model {

namespace {

const char* shortLabel(SeverityClass severity) {
  switch (severity) {
    case SeverityClass::major:
      return tr("Major");
    case SeverityClass::general:
      return tr("General");
    case SeverityClass::other:
      break;
  }
  return tr("Other");
}

/// Without the word "complaint" at its end, where something is left then.
std::string_view withoutComplaint(std::string_view name) {
  for (const std::string_view word : {"投诉", "客诉", " complaint"})
    if (name.size() > word.size() && name.ends_with(word)) return name.substr(0, name.size() - word.size());
  return name;
}

}  // namespace

void ClassNames::add(const PolicyRevision& revision, std::vector<ClassName> classes) {
  m_classes.insert_or_assign(revision, std::move(classes));
}

Message ClassNames::of(const PolicyRevision& revision, SeverityClass severity) const {
  const auto found = m_classes.find(revision);
  if (found == m_classes.end()) return {};
  const auto name = std::find_if(found->second.begin(), found->second.end(),
                                 [severity](const ClassName& one) { return one.severity == severity; });
  if (name == found->second.end()) return {};
  return {"{0}", {bilingual(name->zh, name->en)}};
}

bool ClassNames::uses(const PolicyRevision& revision, SeverityClass severity) const {
  const auto found = m_classes.find(revision);
  return found == m_classes.end() || found->second.empty() || !of(revision, severity).id.empty();
}

Message classWords(SeverityClass severity, const Message& own) {
  return own.id.empty() ? Message(labelOf(severity)) : own;
}

Message shortClassWords(SeverityClass severity, const Message& own) {
  if (own.args.empty()) return {shortLabel(severity)};
  const auto [chinese, english] = bilingualIn(own.args.front());
  return {"{0}", {bilingual(withoutComplaint(chinese), withoutComplaint(english))}};
}

}  // namespace octad::model
