#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/eightd/weak_answer_rules.hpp"

namespace octad::model {

/// What is known around one answer when its text is judged.
struct AnswerContext {
  std::vector<std::string> symptoms;  ///< failure, title, statement: what a cause may not just repeat
  bool systemicCause = false;
  bool evidence = false;
  bool otherAction = false;
};

/// An answer that a customer would send back, with the rule that says so.
struct WeakAnswer {
  const WeakAnswerRule* rule = nullptr;  ///< of the rules that were asked; never null
  AnswerKind kind = AnswerKind::cause;
  DisciplineCode discipline = DisciplineCode::d4;
  std::string field;  ///< causes, actions, text, as in MissingPoint
  std::string text;   ///< the answer as it is written
  CauseId causeId;
  ActionId actionId;
};

/// The first rule that finds one text weak; null when none does or there is no text.
const WeakAnswerRule* weakAnswer(std::string_view text, AnswerKind kind, const WeakAnswerRules& rules,
                                 const AnswerContext& context = {});
const WeakAnswerRule* weakAnswer(std::string_view text, AnswerKind kind, WeakAnswerRules&& rules,
                                 const AnswerContext& context = {}) =
    delete;  // the result would outlive them

/// True when the CQE let these very words pass although the rule finds them weak.
bool isAccepted(const CaseFile& file, DisciplineCode discipline, std::string_view rule,
                std::string_view answer);

/// The weak answers of a case in the order of its pages: containment (D3), causes (D4), corrective actions
/// (D5), how their effect was found (D6), preventive actions (D7). The wording for the customer is judged
/// where it is another one; the narrative where a discipline has no rows. Excluded causes and disciplines
/// that are not required are left out, and so is what the CQE let pass. The result refers to `rules`.
std::vector<WeakAnswer> weakAnswers(const CaseFile& file, const WeakAnswerRules& rules);
std::vector<WeakAnswer> weakAnswers(const CaseFile& file, WeakAnswerRules&& rules) = delete;

}  // namespace octad::model
