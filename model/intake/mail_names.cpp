#include "model/intake/mail_names.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "model/core/text.hpp"

namespace octad::model {

namespace {

constexpr std::size_t kShortestLatin = 5;    ///< letters of a short name, so that it is no ordinary word
constexpr std::size_t kShortestChinese = 9;  ///< bytes: three characters
constexpr std::size_t kShortestCode = 3;
constexpr std::size_t kShortestDefect = 4;

/// What stands for a company in everyday talk: the first word of a Latin name; of a Chinese one what comes
/// before the words that say what kind of company it is. Empty when that is too short to be told from other
/// words.
std::string shortNameOf(const std::string& folded) {
  static constexpr std::array<std::string_view, 9> kKinds{"股份", "有限", "集团", "科技", "技术",
                                                          "电子", "实业", "公司", "("};
  if (static_cast<unsigned char>(folded.front()) < 0x80U) {
    const std::string word = folded.substr(0, folded.find_first_of(" ,.-("));
    return word.size() >= kShortestLatin ? word : std::string();
  }
  std::size_t end = folded.size();
  for (const std::string_view kind : kKinds) end = std::min(end, folded.find(kind));
  return end >= kShortestChinese ? folded.substr(0, end) : std::string();
}

void add(std::vector<const Customer*>& found, const Customer* customer) {
  if (std::find(found.begin(), found.end(), customer) == found.end()) found.push_back(customer);
}

}  // namespace

MailNames::MailNames(const std::vector<Customer>& customers, const std::vector<Part>& parts,
                     const std::vector<Defect>& defects) {
  std::map<std::string, std::vector<const Customer*>> shortNames;
  for (const Customer& customer : customers) {
    const std::string folded = foldText(customer.name);
    if (!customer.active || folded.empty()) continue;
    m_names.push_back({folded, &customer});
    if (std::string word = shortNameOf(folded); !word.empty()) shortNames[word].push_back(&customer);
    if (customer.code.size() >= kShortestCode) m_codes.push_back({foldText(customer.code), &customer});
  }
  for (const auto& [word, holders] : shortNames)
    if (holders.size() == 1) m_shortNames.push_back({word, holders.front()});
  for (const Part& part : parts)
    if (part.active) m_parts.emplace(foldText(part.number), &part);
  for (const Defect& defect : defects) {
    if (!defect.active) continue;
    for (const std::string* name : {&defect.name, &defect.nameEn})
      if (std::string key = foldText(*name); key.size() >= kShortestDefect)
        m_defects.push_back({std::move(key), &defect});
  }
  std::stable_sort(m_defects.begin(), m_defects.end(), [](const DefectKey& one, const DefectKey& other) {
    return one.key.size() > other.key.size();
  });
}

std::vector<const Customer*> MailNames::customersNamed(const std::string& text) const {
  const std::string folded = foldText(text);
  std::vector<const Customer*> found;
  for (const CustomerKey& key : m_names)
    if (findWord(folded, key.key) != std::string_view::npos) add(found, key.customer);
  return found;
}

std::vector<const Customer*> MailNames::customersInShort(const std::string& text) const {
  const std::string folded = foldText(text);
  std::vector<const Customer*> found;
  for (const auto* keys : {&m_shortNames, &m_codes})
    for (const CustomerKey& key : *keys)
      if (findWord(folded, key.key) != std::string_view::npos) add(found, key.customer);
  return found;
}

std::vector<const Customer*> MailNames::customersOf(const std::string& address) const {
  const std::string folded = foldText(address);
  const std::size_t at = folded.find('@');
  std::vector<const Customer*> found;
  if (at == std::string::npos) return found;
  for (const CustomerKey& key : m_shortNames)
    if (findWord(std::string_view(folded).substr(at + 1), key.key) != std::string_view::npos)
      add(found, key.customer);
  return found;
}

const Part* MailNames::part(const std::string& token) const {
  const auto found = m_parts.find(foldText(token));
  return found == m_parts.end() ? nullptr : found->second;
}

const Defect* MailNames::defectIn(const std::string& text) const {
  const std::string folded = foldText(text);
  for (const DefectKey& key : m_defects)
    if (findWord(folded, key.key) != std::string_view::npos) return key.defect;
  return nullptr;
}

}  // namespace octad::model
