#include "model/eightd/answer_text.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "model/core/text.hpp"

namespace octad::model {

using std::size_t;
using std::string;
using std::string_view;

namespace {

constexpr string_view kGap = " ... ";
constexpr size_t kStem = 5;         ///< letters by which English words are compared: scratch, scratched
constexpr size_t kLetterBytes = 3;  ///< of an ideograph in UTF-8

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || isDigit(c);
}
bool isAscii(char c) {
  return (static_cast<unsigned char>(c) & 0x80) == 0;
}

/// The marks that end a sentence; a point between digits is part of a number.
std::vector<string> sentencesOf(const string& folded) {
  static constexpr std::array<string_view, 3> kEnds{"。", "！", "？"};
  std::vector<string> sentences(1);
  for (size_t at = 0; at < folded.size(); ++at) {
    const auto wide = std::find_if(kEnds.begin(), kEnds.end(), [&](string_view mark) {
      return folded.compare(at, mark.size(), mark) == 0;
    });
    const char c = folded[at];
    const bool decimal =
        c == '.' && at > 0 && at + 1 < folded.size() && isDigit(folded[at - 1]) && isDigit(folded[at + 1]);
    if (wide != kEnds.end() || c == ';' || c == '!' || c == '?' || c == '\n' || (c == '.' && !decimal)) {
      sentences.emplace_back();
      if (wide != kEnds.end()) at += wide->size() - 1;
    } else if (!(sentences.back().empty() && c == ' ')) {
      sentences.back() += c;
    }
  }
  return sentences;
}

/// Where a word ends in the sentence at or behind `from`, the nearest one; npos when it is not there. Latin
/// words are met whole, unless they end with `*`; ideographs wherever they stand.
size_t endOf(string_view sentence, string_view word, size_t from) {
  const bool open = !word.empty() && word.back() == '*';
  if (open) word.remove_suffix(1);
  if (word.empty()) return string::npos;
  for (size_t at = sentence.find(word, from); at != string::npos; at = sentence.find(word, at + 1)) {
    const size_t end = at + word.size();
    const bool begins = at == 0 || !isLetter(word.front()) || !isLetter(sentence[at - 1]);
    const bool ends = open || end == sentence.size() || !isLetter(word.back()) || !isLetter(sentence[end]);
    if (begins && ends) return end;
  }
  return string::npos;
}

const AnswerWords* groupOf(const WeakAnswerRules& rules, string_view name) {
  for (const auto& group : rules.words)
    if (group.name == name) return &group;
  return nullptr;
}

/// The nearest end of any word of a group.
size_t endOfGroup(string_view sentence, const AnswerWords& group, size_t from) {
  size_t nearest = string::npos;
  for (const auto* words : {&group.zh, &group.en})
    for (const auto& word : *words) nearest = std::min(nearest, endOf(sentence, word, from));
  return nearest;
}

bool stands(string_view sentence, string_view phrase, const WeakAnswerRules& rules) {
  if (!phrase.empty() && phrase.front() == '^') {
    phrase.remove_prefix(1);
    string_view beginning = phrase.substr(0, phrase.find(kGap));
    if (!beginning.empty() && beginning.back() == '*') beginning.remove_suffix(1);
    if (sentence.substr(0, beginning.size()) != beginning) return false;
  }
  size_t from = 0;
  while (!phrase.empty()) {
    const size_t gap = phrase.find(kGap);
    const string_view part = phrase.substr(0, gap);
    if (part.size() > 2 && part.front() == '<' && part.back() == '>') {
      const auto* group = groupOf(rules, part.substr(1, part.size() - 2));
      from = group ? endOfGroup(sentence, *group, from) : string::npos;
    } else {
      from = endOf(sentence, part, from);
    }
    if (from == string::npos) return false;
    phrase = gap == string_view::npos ? string_view() : phrase.substr(gap + kGap.size());
  }
  return true;
}

/// True when digits say when or which and measure nothing: 3月14日, line 3, week 12.
bool isLabel(string_view text, size_t begin, size_t end) {
  static constexpr std::array<string_view, 16> kBehind{"年",  "月",  "日",  "号",  "周",   "天",
                                                       "线",  "班",  "楼",  "day", "week", "month",
                                                       "st ", "nd ", "rd ", "th "};
  static constexpr std::array<string_view, 21> kBefore{
      "line",     "shift",    "week", "station", "january", "february",  "march",
      "april",    "may",      "june", "july",    "august",  "september", "october",
      "november", "december", "kw",   "第",      "no",      "until",     "plant"};
  string_view behind = text.substr(end);
  if (behind.substr(0, 1) == " ") behind.remove_prefix(1);
  string_view before = text.substr(0, begin);
  while (!before.empty() && (before.back() == ' ' || before.back() == '.')) before.remove_suffix(1);
  const auto follows = [behind](string_view word) { return behind.rfind(word, 0) == 0; };
  const auto precedes = [before](string_view word) {
    return before.size() >= word.size() && before.substr(before.size() - word.size()) == word &&
           (before.size() == word.size() || !isLetter(word.front()) ||
            !isLetter(before[before.size() - word.size() - 1]));
  };
  if (std::any_of(kBehind.begin(), kBehind.end(), follows)) return true;
  if (std::any_of(kBefore.begin(), kBefore.end(), precedes)) return true;
  for (const string_view month : {"january", "february", "march", "april", "may ", "june", "july", "august",
                                  "september", "october", "november", "december"})
    if (follows(month)) return true;
  // 2026-03-14, 2026/3/14, CP-117: hyphens and slashes tie digits to a date or to the name of a document.
  return (end < text.size() && text[end] == '-' && end - begin == 4) ||
         (begin > 0 && text[begin - 1] == '-' && begin > 1 && isLetter(text[begin - 2]));
}

}  // namespace

AnswerText::AnswerText(string_view text, const WeakAnswerRules& rules)
    : m_rules(rules), m_folded(foldText(text)), m_sentences(sentencesOf(m_folded)) {}

bool AnswerText::has(string_view phrase) const {
  return std::any_of(m_sentences.begin(), m_sentences.end(),
                     [&](const string& sentence) { return stands(sentence, phrase, m_rules); });
}

bool AnswerText::hasAnyOf(const std::vector<string>& phrases) const {
  return std::any_of(phrases.begin(), phrases.end(), [this](const string& phrase) { return has(phrase); });
}

bool AnswerText::hasWordOf(string_view group) const {
  const auto* words = groupOf(m_rules, group);
  return words && endOfGroup(m_folded, *words, 0) != string::npos;
}

bool AnswerText::hasNumber(bool shares) const {
  for (size_t at = 0; at < m_folded.size();) {
    if (!isDigit(m_folded[at])) {
      ++at;
      continue;
    }
    const size_t begin = at;
    const auto inNumber = [&](size_t i) {
      return isDigit(m_folded[i]) || ((m_folded[i] == '.' || m_folded[i] == ',') && i + 1 < m_folded.size() &&
                                      isDigit(m_folded[i + 1]));
    };
    while (at < m_folded.size() && inNumber(at)) ++at;
    const bool inName = begin > 0 && m_folded[begin - 1] >= 'a' && m_folded[begin - 1] <= 'z';  // D4, L2408
    const string_view behind = string_view(m_folded).substr(at);
    const bool share = behind.rfind("%", 0) == 0 || behind.rfind(" %", 0) == 0 ||
                       behind.rfind(" percent", 0) == 0 || behind.rfind(" per cent", 0) == 0;
    if (!inName && (shares || !share) && !isLabel(m_folded, begin, at)) return true;
  }
  return false;
}

bool AnswerText::tooShort() const {
  constexpr size_t kIdeographs = 5;
  constexpr size_t kWords = 2;
  size_t ideographs = 0;
  size_t words = 0;
  for (size_t at = 0; at < m_folded.size(); ++at) {
    const auto byte = static_cast<unsigned char>(m_folded[at]);
    if (byte >= 0xE3 && byte <= 0xEF) ++ideographs;
    if (isLetter(m_folded[at]) && (at == 0 || !isLetter(m_folded[at - 1]))) ++words;
  }
  return ideographs < kIdeographs && words < kWords;
}

/// What a text says in pieces that can be compared: English words by their beginning, Chinese by overlapping
/// pairs; words that say nothing about a failure part the text and are left out.
std::vector<string> AnswerText::pieces(string_view folded) const {
  string rest(folded);
  if (const auto* filler = groupOf(m_rules, kFillerWords))
    for (const auto& word : filler->zh)
      for (size_t at = rest.find(word); at != string::npos; at = rest.find(word, at))
        rest.replace(at, word.size(), " ");
  const auto* filler = groupOf(m_rules, kFillerWords);
  const auto isFiller = [filler](const string& word) {
    return filler && std::any_of(filler->en.begin(), filler->en.end(), [&](const string& known) {
             return endOf(word, known, 0) == word.size() && (known.back() == '*' || known == word);
           });
  };
  std::vector<string> found;
  for (size_t at = 0; at < rest.size();) {
    size_t end = at;
    if (isLetter(rest[at])) {
      while (end < rest.size() && isLetter(rest[end])) ++end;
      const string word = rest.substr(at, end - at);
      if (!isFiller(word)) found.push_back(word.substr(0, kStem));
    } else if (isAscii(rest[at])) {
      ++end;
    } else {
      while (end < rest.size() && !isAscii(rest[end])) ++end;
      const string run = rest.substr(at, end - at);
      if (run.size() <= kLetterBytes) found.push_back(run);
      for (auto& pair : bigrams(run)) found.push_back(std::move(pair));
    }
    at = end;
  }
  return found;
}

double AnswerText::repeats(string_view symptom) const {
  const auto mine = pieces(m_folded);
  if (mine.empty()) return 0;
  const auto theirs = pieces(foldText(symptom));
  const std::set<string> known(theirs.begin(), theirs.end());
  const auto same =
      std::count_if(mine.begin(), mine.end(), [&](const string& piece) { return known.contains(piece); });
  return static_cast<double>(same) / static_cast<double>(mine.size());
}

}  // namespace octad::model
