#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/eightd/weak_answer_rules.hpp"

namespace octad::model {

/// A text as the rules of weak answers read it: folded, in sentences.
class AnswerText {
 public:
  AnswerText(std::string_view text, const WeakAnswerRules& rules);

  /// True when the phrase stands in one sentence.
  bool has(std::string_view phrase) const;
  bool hasAnyOf(const std::vector<std::string>& phrases) const;
  bool hasWordOf(std::string_view group) const;
  /// A number that measures something: no day, no week, no line or shift; a percentage only if `shares`.
  bool hasNumber(bool shares = true) const;
  /// One word, or fewer than five ideographs: too little to say what is done where.
  bool tooShort() const;
  /// The share of what the text says, function words aside, that `symptom` says too; 0 … 1.
  double repeats(std::string_view symptom) const;

 private:
  std::vector<std::string> pieces(std::string_view folded) const;

  const WeakAnswerRules& m_rules;
  std::string m_folded;
  std::vector<std::string> m_sentences;
};

}  // namespace octad::model
