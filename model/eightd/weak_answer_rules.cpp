#include "model/eightd/weak_answer_rules.hpp"

#include <algorithm>
#include <set>

#include "model/core/text.hpp"

namespace octad::model {

using std::string;
using std::string_view;

namespace {

bool blank(const string& text) {
  return text.find_first_not_of(' ') == string::npos;
}

class Check {
 public:
  explicit Check(const WeakAnswerRules& rules) : m_rules(rules) {}

  std::vector<PolicyProblem> problems() {
    if (blank(m_rules.name)) add("name", tr("The rules of weak answers need a name."));
    for (std::size_t i = 0; i < m_rules.words.size(); ++i) words(i);
    if (m_rules.rules.empty()) add("rules", tr("There is no rule: nothing would ever be told."));
    for (std::size_t i = 0; i < m_rules.rules.size(); ++i) rule(i);
    return std::move(m_problems);
  }

 private:
  void add(string field, const char* text, std::vector<string> arguments = {}) {
    m_problems.push_back({std::move(field), {text, std::move(arguments)}});
  }

  void words(std::size_t i) {
    const AnswerWords& group = m_rules.words[i];
    const string path = "words." + std::to_string(i);
    if (blank(group.name))
      add(path + ".name", tr("A group of words needs a name, which phrases use as <name>."));
    else if (!m_names.insert(group.name).second)
      add(path + ".name", tr("The words \"{0}\" stand twice: put them together."), {group.name});
    bothLanguages(path, group.name, group.zh, group.en);
    phrases(path + ".zh", group.zh);
    phrases(path + ".en", group.en);
  }

  /// A rule that only one of the languages has is a rule that half of the answers escape.
  void bothLanguages(const string& path, const string& name, const std::vector<string>& zh,
                     const std::vector<string>& en) {
    if (zh.empty()) add(path + ".zh", tr("\"{0}\" has no Chinese phrases."), {name});
    if (en.empty()) add(path + ".en", tr("\"{0}\" has no English phrases."), {name});
  }

  void phrases(const string& path, const std::vector<string>& phrases) {
    for (std::size_t i = 0; i < phrases.size(); ++i) phrase(path + "." + std::to_string(i), phrases[i]);
  }

  void phrase(const string& path, const string& phrase) {
    constexpr string_view kGap = " ... ";
    if (foldText(phrase) != phrase)
      return add(path,
                 tr("The phrase \"{0}\" can never match: write it in small letters and half-width "
                    "signs, as \"{1}\"."),
                 {phrase, foldText(phrase)});
    string_view rest = phrase;
    if (!rest.empty() && rest.front() == '^') rest.remove_prefix(1);
    if (phrase.rfind("^<", 0) == 0)
      return add(path,
                 tr("The phrase \"{0}\" binds a group of words to the beginning: only one word can be."),
                 {phrase});
    while (true) {
      const auto gap = rest.find(kGap);
      const string part(rest.substr(0, gap));
      if (blank(part) || part == "*" || part.front() == ' ' || part.back() == ' ')
        return add(path, tr("The phrase \"{0}\" has an empty part: parts are parted by \" ... \"."),
                   {phrase});
      if (part.front() == '<' && !m_names.contains(part.substr(1, part.size() - 2)))
        return add(path, tr("The phrase \"{0}\" names words that there are not: {1}."), {phrase, part});
      if (gap == string_view::npos) return;
      rest = rest.substr(gap + kGap.size());
    }
  }

  void rule(std::size_t i) {
    const WeakAnswerRule& rule = m_rules.rules[i];
    const string path = "rules." + std::to_string(i);
    if (blank(rule.key))
      add(path + ".key", tr("A rule needs a key, such as \"training_only\"."));
    else if (!m_keys.insert(rule.key).second)
      add(path + ".key", tr("The rule \"{0}\" stands twice: the second one would never be told."),
          {rule.key});
    if (rule.kinds.empty())
      add(path + ".kinds", tr("The rule \"{0}\" looks at no kind of answer."), {rule.key});
    if (rule.check != AnswerCheck::repeatsSymptom) bothLanguages(path, rule.key, rule.zh, rule.en);
    phrases(path + ".zh", rule.zh);
    phrases(path + ".en", rule.en);
    phrases(path + ".except_zh", rule.exceptZh);
    phrases(path + ".except_en", rule.exceptEn);
    if (blank(rule.reasonZh) || blank(rule.reasonEn))
      add(path + ".reason_en",
          tr("The rule \"{0}\" does not say in both languages why such an answer is weak."), {rule.key});
    if (blank(rule.questionZh) || blank(rule.questionEn))
      add(path + ".question_en", tr("The rule \"{0}\" does not ask a better question in both languages."),
          {rule.key});
    if (rule.check == AnswerCheck::repeatsSymptom) needsWords(path, rule, kFillerWords);
    if (rule.check == AnswerCheck::noMethod) needsWords(path, rule, kMethodWords);
  }

  void needsWords(const string& path, const WeakAnswerRule& rule, const char* name) {
    if (!m_names.contains(name))
      add(path + ".check", tr("The rule \"{0}\" needs the words \"{1}\", which are missing."),
          {rule.key, name});
  }

  const WeakAnswerRules& m_rules;
  std::set<string> m_names;
  std::set<string> m_keys;
  std::vector<PolicyProblem> m_problems;
};

}  // namespace

std::vector<PolicyProblem> weakAnswerRuleProblems(const WeakAnswerRules& rules) {
  return Check(rules).problems();
}

}  // namespace octad::model
