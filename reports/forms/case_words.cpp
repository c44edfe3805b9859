#include "reports/forms/case_words.hpp"

#include <array>

namespace octad::reports {
namespace {

using model::tr;

struct Word {
  std::string_view key;
  const char* label;
};

template <std::size_t count>
std::string wordOf(const std::array<Word, count>& words, std::string_view key, const Labels& labels) {
  for (const auto& word : words)
    if (word.key == key) return labels.text(word.label);
  return std::string(key);
}

constexpr std::array kChannels{Word{"email", tr("E-mail")},
                               Word{"phone", tr("Telephone")},
                               Word{"portal", tr("Customer portal")},
                               Word{"onsite", tr("On site")},
                               Word{"resident", tr("Resident engineer")},
                               Word{"other", tr("Other channel")}};

constexpr std::array kMedia{Word{"email", tr("E-mail")}, Word{"portal", tr("Customer portal")},
                            Word{"phone", tr("Telephone")}, Word{"letter", tr("Letter")},
                            Word{"meeting", tr("Meeting")}};

constexpr std::array kResults{Word{"satisfied", tr("Satisfied")},
                              Word{"conditionally", tr("Conditionally satisfied")},
                              Word{"dissatisfied", tr("Dissatisfied")}, Word{"no_answer", tr("No answer")}};

constexpr std::array kDemands{Word{"8d", tr("8D report")},
                              Word{"sort", tr("Sorting")},
                              Word{"rework", tr("Rework")},
                              Word{"replace", tr("Replacement")},
                              Word{"return", tr("Return")},
                              Word{"credit", tr("Credit note")},
                              Word{"compensation", tr("Compensation")}};

}  // namespace

std::string channelText(std::string_view key, const Labels& labels) {
  return wordOf(kChannels, key, labels);
}

std::string mediumText(std::string_view key, const Labels& labels) {
  return wordOf(kMedia, key, labels);
}

std::string resultText(std::string_view key, const Labels& labels) {
  return wordOf(kResults, key, labels);
}

std::string demandWord(std::string_view key, const Labels& labels) {
  return wordOf(kDemands, key, labels);
}

std::vector<std::string> demandKeys(std::string_view demand) {
  std::vector<std::string> keys;
  while (!demand.empty()) {
    const auto comma = demand.find(',');
    auto key = demand.substr(0, comma);
    demand = comma == std::string_view::npos ? std::string_view() : demand.substr(comma + 1);
    while (!key.empty() && key.front() == ' ') key.remove_prefix(1);
    while (!key.empty() && key.back() == ' ') key.remove_suffix(1);
    if (!key.empty()) keys.emplace_back(key);
  }
  return keys;
}

std::string demandText(std::string_view demand, const Labels& labels) {
  std::string text;
  for (const auto& key : demandKeys(demand)) {
    if (!text.empty()) text += labels.language() == DocumentLanguage::chinese ? "、" : ", ";
    text += demandWord(key, labels);
  }
  return text;
}

std::string_view severityChip(model::SeverityClass severity) {
  switch (severity) {
    case model::SeverityClass::major:
      return "major";
    case model::SeverityClass::general:
      return "general";
    case model::SeverityClass::other:
      break;
  }
  return "other";
}

std::string_view disciplineChip(model::DisciplineState state) {
  switch (state) {
    case model::DisciplineState::approved:
      return "ok";
    case model::DisciplineState::submitted:
      return "general";
    case model::DisciplineState::open:
    case model::DisciplineState::rejected:  // not told to the customer: it is in work again
      return "warn";
    case model::DisciplineState::notRequired:
      break;
  }
  return "other";
}

std::string disciplineName(model::DisciplineCode code, const Labels& labels) {
  const auto strip = [code](std::string text) {
    const auto key = std::string(model::keyOf(code)) + " ";
    for (auto at = text.find(key); at != std::string::npos; at = text.find(key)) text.erase(at, key.size());
    return text;
  };
  return strip(labels.of(code));
}

const std::string& forCustomer(const std::string& customer, const std::string& internal) {
  return customer.empty() ? internal : customer;
}

}  // namespace octad::reports
