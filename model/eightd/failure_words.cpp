#include "model/eightd/failure_words.hpp"

#include <algorithm>
#include <cmath>

#include "model/core/text.hpp"

namespace octad::model {

namespace {

using std::size_t;
using std::string;
using std::string_view;

// What a piece weighs: a named failure says more than a place, a place more than a few letters.
constexpr double kModeWeight = 3;
constexpr double kPlaceWeight = 1.5;
constexpr double kConditionWeight = 1;
constexpr double kProductWeight = 0.5;
constexpr double kPairWeight = 0.5;
constexpr double kTripleWeight = 0.5;
constexpr double kWordWeight = 1;
constexpr double kCodeWeight = 0.3;  ///< of a word with digits: lots, dates, designators

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || isDigit(c);
}
bool isAscii(char c) {
  return (static_cast<unsigned char>(c) & 0x80) == 0;
}

/// Bytes of the character at `at` of valid UTF-8.
size_t lengthAt(string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  const size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  return std::min(length, text.size() - at);
}

/// True for ideographs and other letters that are no Latin ones; false for marks such as 、 and ，.
bool isIdeograph(string_view character) {
  return character.size() >= 3 && !bigrams(string(character) + string(character)).empty();
}

/// Folded, "n't" written out, and only blanks between Latin words.
string prepared(string_view text) {
  string folded = foldText(text);
  for (size_t at = folded.find("n't"); at != string::npos; at = folded.find("n't", at))
    folded.replace(at, 3, " not");
  for (char& c : folded)
    if (isAscii(c) && !isLetter(c)) c = ' ';
  return folded;
}

double weightOf(WordSort sort) {
  switch (sort) {
    case WordSort::mode:
      return kModeWeight;
    case WordSort::place:
      return kPlaceWeight;
    case WordSort::condition:
      return kConditionWeight;
    case WordSort::product:
      return kProductWeight;
  }
  return 0;
}

string keyOfGroup(const WordGroup& group) {
  return string(keyOf(group.sort)) + ':' + group.name;
}

/// Latin words by their letters in threes, the ends marked: scratch and scratched share most of them.
void addWord(string_view word, TextTraits& traits) {
  if (std::all_of(word.begin(), word.end(), isDigit)) return;
  if (std::any_of(word.begin(), word.end(), isDigit)) {
    traits.pieces[string(word)] = kCodeWeight;
    return;
  }
  const string marked = '_' + string(word) + '_';
  const size_t count = marked.size() - 2;
  for (size_t at = 0; at < count; ++at)
    traits.pieces[marked.substr(at, 3)] += kWordWeight / static_cast<double>(count);
}

void addIdeographs(const std::vector<string_view>& run, TextTraits& traits) {
  if (run.size() == 1) traits.pieces[string(run[0])] = kPairWeight;
  for (size_t at = 0; at + 1 < run.size(); ++at) {
    traits.pieces[string(run[at]) + string(run[at + 1])] = kPairWeight;
    if (at + 2 < run.size())
      traits.pieces[string(run[at]) + string(run[at + 1]) + string(run[at + 2])] = kTripleWeight;
  }
}

}  // namespace

std::vector<string> TextTraits::named(WordSort sort) const {
  const string beginning = string(keyOf(sort)) + ':';
  std::vector<string> names;
  for (const auto& [piece, weight] : pieces)
    if (piece.rfind(beginning, 0) == 0) names.push_back(piece.substr(beginning.size()));
  return names;
}

FailureReader::FailureReader(const FailureWords& words) : m_words(words) {
  m_keys.reserve(m_words.groups.size());
  for (const auto& group : m_words.groups) {
    m_keys.push_back(keyOfGroup(group));
    index(group.zh, &m_keys.back(), group.sort);
    index(group.en, &m_keys.back(), group.sort);
  }
  index(m_words.fillerZh, nullptr, WordSort::mode);
  index(m_words.fillerEn, nullptr, WordSort::mode);
  for (auto& [beginning, known] : m_byBeginning)
    std::stable_sort(known.begin(), known.end(),
                     [](const Word& one, const Word& other) { return one.text.size() > other.text.size(); });
}

void FailureReader::index(const std::vector<string>& words, const string* key, WordSort sort) {
  for (const auto& given : words) {
    Word word{given, false, key, sort};
    if (!word.text.empty() && word.text.back() == '*') {
      word.open = true;
      word.text.pop_back();
    }
    word.text = prepared(word.text);
    if (word.text.empty()) continue;
    const string beginning = word.text.substr(0, lengthAt(word.text, 0));
    m_byBeginning[beginning].push_back(std::move(word));
  }
}

const FailureReader::Word* FailureReader::longestAt(string_view text, size_t at) const {
  const auto known = m_byBeginning.find(text.substr(at, lengthAt(text, at)));
  if (known == m_byBeginning.end()) return nullptr;
  for (const auto& word : known->second) {
    if (text.substr(at, word.text.size()) != word.text) continue;
    const size_t end = at + word.text.size();
    const bool ends = word.open || end == text.size() || !isLetter(word.text.back()) || !isLetter(text[end]);
    if (ends) return &word;
  }
  return nullptr;
}

TextTraits FailureReader::read(string_view given) const {
  const string text = prepared(given);
  TextTraits traits;
  std::vector<string_view> run;  // of ideographs that are no known word
  const auto endRun = [&run, &traits] {
    addIdeographs(run, traits);
    run.clear();
  };
  for (size_t at = 0; at < text.size();) {
    const size_t length = lengthAt(text, at);
    const bool latin = isAscii(text[at]) && isLetter(text[at]);
    const bool inWord = latin && at > 0 && isLetter(text[at - 1]);
    if (const Word* word = inWord ? nullptr : longestAt(text, at)) {
      endRun();
      if (word->key) traits.pieces[*word->key] = weightOf(word->sort);
      at += word->text.size();
      if (word->open)
        while (at < text.size() && isLetter(text[at])) ++at;
      continue;
    }
    if (latin) {
      endRun();
      size_t end = at;
      while (end < text.size() && isLetter(text[end])) ++end;
      addWord(string_view(text).substr(at, end - at), traits);
      at = end;
      continue;
    }
    const auto character = string_view(text).substr(at, length);
    if (isIdeograph(character))
      run.push_back(character);
    else
      endRun();
    at += length;
  }
  endRun();
  return traits;
}

bool FailureReader::near(const std::vector<string>& modes, const std::vector<string>& others) const {
  const auto among = [](const std::vector<string>& names, const string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  return std::any_of(m_words.groups.begin(), m_words.groups.end(), [&](const WordGroup& group) {
    return among(modes, group.name) && std::any_of(group.near.begin(), group.near.end(),
                                                   [&](const string& name) { return among(others, name); });
  });
}

std::vector<string> FailureReader::otherWords(string_view text, size_t each) const {
  const TextTraits traits = read(text);
  std::vector<string> found;
  for (size_t i = 0; i < m_words.groups.size(); ++i) {
    const auto& group = m_words.groups[i];
    if (group.sort != WordSort::mode || !traits.pieces.contains(m_keys[i])) continue;
    for (const auto* words : {&group.zh, &group.en})
      for (size_t at = 0; at < std::min(each, words->size()); ++at) {
        string word = (*words)[at];
        if (word.back() == '*') word.pop_back();
        found.push_back(std::move(word));
      }
  }
  return found;
}

double likeness(const TextTraits& one, const TextTraits& other) {
  double ofOne = 0;
  double ofOther = 0;
  double ofBoth = 0;
  for (const auto& [piece, weight] : one.pieces) {
    ofOne += weight;
    if (const auto known = other.pieces.find(piece); known != other.pieces.end())
      ofBoth += std::min(weight, known->second);
  }
  for (const auto& [piece, weight] : other.pieces) ofOther += weight;
  if (ofOne <= 0 || ofOther <= 0) return 0;
  return ofBoth / std::sqrt(ofOne * ofOther);
}

}  // namespace octad::model
