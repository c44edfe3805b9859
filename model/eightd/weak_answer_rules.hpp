#pragma once

#include <string>
#include <vector>

#include "model/core/catalogue.hpp"
#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/policy/policy_check.hpp"

namespace octad::model {

/// What an answer answers; a rule looks at some of them.
enum class AnswerKind { cause, containment, corrective, preventive, effect };

template <>
struct EnumKeys<AnswerKind> {
  static constexpr std::array entries{
      EnumEntry<AnswerKind>{AnswerKind::cause, "cause", tr("Cause")},
      EnumEntry<AnswerKind>{AnswerKind::containment, "containment", tr("Containment action")},
      EnumEntry<AnswerKind>{AnswerKind::corrective, "corrective", tr("Corrective action")},
      EnumEntry<AnswerKind>{AnswerKind::preventive, "preventive", tr("Preventive action")},
      EnumEntry<AnswerKind>{AnswerKind::effect, "effect", tr("How the effect was found")},
  };
};

/// How a rule finds a weak answer.
enum class AnswerCheck {
  phrases,         ///< one of its phrases stands in the text
  shortOrPhrases,  ///< the same, or there are too few words to say anything
  repeatsSymptom,  ///< little is left of the text when the words of the failure are taken away
  noMethod  ///< a figure without what was counted or how; one of its phrases, or neither number nor method
};

template <>
struct EnumKeys<AnswerCheck> {
  static constexpr std::array entries{
      EnumEntry<AnswerCheck>{AnswerCheck::phrases, "phrases", tr("Phrases")},
      EnumEntry<AnswerCheck>{AnswerCheck::shortOrPhrases, "short_or_phrases", tr("Phrases, or too short")},
      EnumEntry<AnswerCheck>{AnswerCheck::repeatsSymptom, "repeats_symptom", tr("Repeats the symptom")},
      EnumEntry<AnswerCheck>{AnswerCheck::noMethod, "no_method", tr("Figure without method")},
  };
};

/// What stands around or in an answer and lets it pass.
enum class AnswerExcuse {
  number,         ///< a number of the text that is more than a day or a share
  systemicCause,  ///< a systemic cause of the same side (occurrence, non-detection) stands behind it
  evidence,       ///< the cause was verified: method and finding are written down
  otherAction     ///< another action against the same cause is not of this sort
};

template <>
struct EnumKeys<AnswerExcuse> {
  static constexpr std::array entries{
      EnumEntry<AnswerExcuse>{AnswerExcuse::number, "number", tr("A number")},
      EnumEntry<AnswerExcuse>{AnswerExcuse::systemicCause, "systemic_cause",
                              tr("A systemic cause behind it")},
      EnumEntry<AnswerExcuse>{AnswerExcuse::evidence, "evidence", tr("A proof of the cause")},
      EnumEntry<AnswerExcuse>{AnswerExcuse::otherAction, "other_action",
                              tr("Another action against the cause")},
  };
};

/// Words that phrases use together, as `<name>`.
struct AnswerWords {
  std::string name;
  std::vector<std::string> zh;
  std::vector<std::string> en;

  static constexpr auto describe() {
    return members(member("name", &AnswerWords::name), member("zh", &AnswerWords::zh),
                   member("en", &AnswerWords::en));
  }
};

/// One rule of the linter. A phrase is written in small letters, its parts in order of the sentence and
/// parted by " ... "; a part is a word, `<words>` or a beginning (`train*`); `^` binds it to the beginning of
/// a sentence.
struct WeakAnswerRule {
  std::string key;
  std::vector<AnswerKind> kinds;
  AnswerCheck check = AnswerCheck::phrases;
  std::vector<AnswerExcuse> excuses;
  std::vector<std::string> zh;  ///< phrases
  std::vector<std::string> en;
  std::vector<std::string> exceptZh;  ///< phrases that let the answer pass
  std::vector<std::string> exceptEn;
  std::string reasonZh;  ///< why the answer is weak
  std::string reasonEn;
  std::string questionZh;  ///< the question it should have answered
  std::string questionEn;

  const std::string& reason(Language language) const {
    return language == Language::chinese ? reasonZh : reasonEn;
  }
  const std::string& question(Language language) const {
    return language == Language::chinese ? questionZh : questionEn;
  }

  static constexpr auto describe() {
    return members(
        member("key", &WeakAnswerRule::key), member("kinds", &WeakAnswerRule::kinds),
        member("check", &WeakAnswerRule::check), member("excuses", &WeakAnswerRule::excuses),
        member("zh", &WeakAnswerRule::zh), member("en", &WeakAnswerRule::en),
        member("except_zh", &WeakAnswerRule::exceptZh), member("except_en", &WeakAnswerRule::exceptEn),
        member("reason_zh", &WeakAnswerRule::reasonZh), member("reason_en", &WeakAnswerRule::reasonEn),
        member("question_zh", &WeakAnswerRule::questionZh),
        member("question_en", &WeakAnswerRule::questionEn));
  }
};

/// The rules of the linter as a document of the house. Data: templates/policies/weak-answers.json.
struct WeakAnswerRules {
  std::string name;
  int revision = 1;
  std::string documentNo;
  std::string owner;
  std::vector<AnswerWords> words;
  std::vector<WeakAnswerRule>
      rules;  ///< in order: an answer is told about once, by the first that finds it weak

  static constexpr auto describe() {
    return members(member("name", &WeakAnswerRules::name), member("revision", &WeakAnswerRules::revision),
                   member("document_no", &WeakAnswerRules::documentNo),
                   member("owner", &WeakAnswerRules::owner), member("words", &WeakAnswerRules::words),
                   member("rules", &WeakAnswerRules::rules));
  }
};

/// Where the rules stand among the templates, beside the policies.
constexpr const char* kWeakAnswerFile = "policies/weak-answers.json";

/// Groups of words that a check reads besides those the phrases name.
constexpr const char* kFillerWords = "filler";  ///< say nothing about a failure; repeats_symptom
constexpr const char* kMethodWords = "method";  ///< how something is found out; no_method

/// Every mistake that keeps the rules from working, in the order of their file, with its field as in the file
/// ("rules.2.en.0"): a key twice, a rule that looks nowhere or has phrases in one language only, a phrase
/// that can never match (capital letters, empty parts, unknown words), a missing reason or question.
std::vector<PolicyProblem> weakAnswerRuleProblems(const WeakAnswerRules& rules);

}  // namespace octad::model
