#include "model/eightd/weak_answers.hpp"

#include <algorithm>

#include "model/eightd/answer_text.hpp"

namespace octad::model {

namespace {

/// From this share on, a cause says nothing that the failure does not say.
constexpr double kRepeats = 0.6;

bool looksAt(const WeakAnswerRule& rule, AnswerKind kind) {
  return std::find(rule.kinds.begin(), rule.kinds.end(), kind) != rule.kinds.end();
}

bool found(const WeakAnswerRule& rule, const AnswerText& text, const AnswerContext& context) {
  switch (rule.check) {
    case AnswerCheck::phrases:
      return text.hasAnyOf(rule.zh) || text.hasAnyOf(rule.en);
    case AnswerCheck::shortOrPhrases:
      return text.tooShort() || text.hasAnyOf(rule.zh) || text.hasAnyOf(rule.en);
    case AnswerCheck::repeatsSymptom:
      return std::any_of(context.symptoms.begin(), context.symptoms.end(),
                         [&text](const std::string& symptom) { return text.repeats(symptom) >= kRepeats; });
    case AnswerCheck::noMethod:
      return text.hasAnyOf(rule.zh) || text.hasAnyOf(rule.en) ||
             (!text.hasNumber(false) && !text.hasWordOf(kMethodWords));
  }
  return false;
}

bool excused(const WeakAnswerRule& rule, const AnswerText& text, const AnswerContext& context) {
  const auto holds = [&](AnswerExcuse excuse) {
    switch (excuse) {
      case AnswerExcuse::number:
        return text.hasNumber();
      case AnswerExcuse::systemicCause:
        return context.systemicCause;
      case AnswerExcuse::evidence:
        return context.evidence;
      case AnswerExcuse::otherAction:
        return context.otherAction;
    }
    return false;
  };
  return std::any_of(rule.excuses.begin(), rule.excuses.end(), holds) || text.hasAnyOf(rule.exceptZh) ||
         text.hasAnyOf(rule.exceptEn);
}

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool depends(const WeakAnswerRule& rule, AnswerExcuse excuse) {
  return std::find(rule.excuses.begin(), rule.excuses.end(), excuse) != rule.excuses.end();
}

class Linter {
 public:
  Linter(const CaseFile& file, const WeakAnswerRules& rules) : m_file(file), m_rules(rules) {}

  std::vector<WeakAnswer> read() {
    actions(ActionKind::containment, AnswerKind::containment, DisciplineCode::d3);
    causes();
    actions(ActionKind::corrective, AnswerKind::corrective, DisciplineCode::d5);
    effects();
    actions(ActionKind::preventive, AnswerKind::preventive, DisciplineCode::d7);
    return std::move(m_found);
  }

 private:
  bool required(DisciplineCode code) const {
    return std::none_of(m_file.disciplines.begin(), m_file.disciplines.end(),
                        [code](const Discipline& known) {
                          return known.code == code && known.state == DisciplineState::notRequired;
                        });
  }

  /// Judges the wording inside and, if that is fine and the other one is another, the wording for the
  /// customer.
  void judge(WeakAnswer answer, const std::string& inside, const std::string& customer,
             const AnswerContext& context) {
    for (const auto* text : {&inside, &customer}) {
      answer.rule = weakAnswer(*text, answer.kind, m_rules, context);
      if (!answer.rule || isAccepted(m_file, answer.discipline, answer.rule->key, *text)) continue;
      answer.text = *text;
      m_found.push_back(std::move(answer));
      return;
    }
  }

  void narrative(DisciplineCode code, AnswerKind kind, const AnswerContext& context = {}) {
    for (const auto& discipline : m_file.disciplines)
      if (discipline.code == code)
        judge({nullptr, kind, code, "text", {}, {}, {}}, discipline.text, discipline.textCustomer, context);
  }

  AnswerContext symptoms() const {
    const Complaint& head = m_file.complaint;
    AnswerContext context;
    for (const auto* text : {&head.failure, &head.title, &m_file.problem.failure, &m_file.problem.title,
                             &head.statement, &head.statementCustomer})
      if (!blank(*text)) context.symptoms.push_back(*text);
    return context;
  }

  /// A systemic cause answers why the person could do it; another person's mistake does not.
  bool systemicBehind(const Cause& cause) const {
    const bool occurrence = cause.type == CauseType::tua;
    const bool nonDetection = cause.type == CauseType::tun;
    if (!occurrence && !nonDetection) return false;
    const CauseType wanted = occurrence ? CauseType::sua : CauseType::sun;
    return std::any_of(m_file.causes.begin(), m_file.causes.end(), [&](const Cause& other) {
      return other.type == wanted && other.result != CauseResult::excluded && !blank(other.text) &&
             !weakAnswer(other.text, AnswerKind::cause, m_rules);
    });
  }

  void causes() {
    if (!required(DisciplineCode::d4)) return;
    if (m_file.causes.empty()) return narrative(DisciplineCode::d4, AnswerKind::cause, symptoms());
    for (const auto& cause : m_file.causes) {
      if (cause.result == CauseResult::excluded) continue;
      AnswerContext context = symptoms();
      context.systemicCause = systemicBehind(cause);
      context.evidence =
          cause.result == CauseResult::confirmed && !blank(cause.method) && !blank(cause.proof);
      judge({nullptr, AnswerKind::cause, DisciplineCode::d4, "causes", {}, cause.id, {}}, cause.text,
            cause.textCustomer, context);
    }
  }

  /// True when an action of another sort is directed at the same cause: training beside a poka-yoke is no
  /// weak answer.
  bool otherBeside(const Action& action) const {
    const auto sort = [this](const Action& of, AnswerKind kind) -> const WeakAnswerRule* {
      const auto* rule = weakAnswer(of.text, kind, m_rules);
      return rule && depends(*rule, AnswerExcuse::otherAction) ? rule : nullptr;
    };
    const AnswerKind kind =
        action.kind == ActionKind::preventive ? AnswerKind::preventive : AnswerKind::corrective;
    const auto* mine = sort(action, kind);
    return mine && std::any_of(m_file.actions.begin(), m_file.actions.end(), [&](const Action& other) {
             return &other != &action && other.kind == action.kind && other.causeId == action.causeId &&
                    !blank(other.text) && !weakAnswer(other.text, kind, m_rules);
           });
  }

  void actions(ActionKind kind, AnswerKind as, DisciplineCode code) {
    if (!required(code)) return;
    bool any = false;
    for (const auto& action : m_file.actions) {
      if (action.kind != kind) continue;
      any = true;
      AnswerContext context;
      context.otherAction = otherBeside(action);
      judge({nullptr, as, code, "actions", {}, {}, action.id}, action.text, action.textCustomer, context);
    }
    const bool otherRows = (code == DisciplineCode::d3 && !m_file.sweep.empty()) ||
                           (code == DisciplineCode::d7 && !m_file.documentChanges.empty());
    if (!any && !otherRows) narrative(code, as);
  }

  void effects() {
    if (!required(DisciplineCode::d6)) return;
    for (const auto& action : m_file.actions) {
      if (action.kind != ActionKind::corrective || !action.effectiveness) continue;
      const std::string share = std::to_string(*action.effectiveness) + " %";
      judge({nullptr, AnswerKind::effect, DisciplineCode::d6, "actions", {}, {}, action.id},
            blank(action.effectivenessMethod) ? share : action.effectivenessMethod, {}, {});
    }
  }

  const CaseFile& m_file;
  const WeakAnswerRules& m_rules;
  std::vector<WeakAnswer> m_found;
};

}  // namespace

const WeakAnswerRule* weakAnswer(std::string_view text, AnswerKind kind, const WeakAnswerRules& rules,
                                 const AnswerContext& context) {
  if (blank(text)) return nullptr;
  const AnswerText read(text, rules);
  for (const auto& rule : rules.rules)
    if (looksAt(rule, kind) && found(rule, read, context) && !excused(rule, read, context)) return &rule;
  return nullptr;
}

bool isAccepted(const CaseFile& file, DisciplineCode discipline, std::string_view rule,
                std::string_view answer) {
  return std::any_of(
      file.acceptedWeaknesses.begin(), file.acceptedWeaknesses.end(), [&](const AcceptedWeakness& accepted) {
        return accepted.discipline == discipline && accepted.rule == rule && accepted.answer == answer;
      });
}

std::vector<WeakAnswer> weakAnswers(const CaseFile& file, const WeakAnswerRules& rules) {
  return Linter(file, rules).read();
}

}  // namespace octad::model
