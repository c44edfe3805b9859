#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// The whole content of one discipline as edited. Rows with id 0 or below are new (a why-step or action
/// refers to a new cause by its negative id), rows missing are removed, the others are compared. Members that
/// do not belong to `code` are ignored: D1 team; D2 facts, Is / Is-Not; D3 sweep, containment
/// actions, clean point; D4 causes, why-steps; D5 candidates, corrective actions (what, owner, due, cause,
/// proof before rollout); D6 the same actions (done, proof, effect, first good lot, check, change, approval)
/// and the plan of the validation; D7 preventive actions, document changes, read-across; D8 recognition;
/// D0 narrative only.
struct DisciplineContent {
  CaseTarget target;  ///< target.version is not checked here: the discipline has its own
  DisciplineCode code = DisciplineCode::d0;
  long long disciplineVersion = 0;  ///< row version of the discipline the user saw; 0: do not check
  std::string text;
  std::string textCustomer;
  std::string cleanPoint;
  std::optional<Date> cleanPointDate;
  std::string effectCriterion;
  std::optional<long long> effectWindow;
  std::optional<WindowUnit> effectUnit;
  std::optional<long long> effectSample;
  std::string recognition;
  std::vector<TeamMember> team;
  std::vector<Fact> facts;
  std::vector<IsNot> isNots;
  std::vector<SweepRow> sweep;
  std::vector<Cause> causes;
  std::vector<WhyStep> whySteps;
  std::vector<ActionCandidate> candidates;
  std::vector<Action> actions;
  std::vector<DocumentChange> documentChanges;
  std::vector<ReadAcross> readAcross;

  static constexpr auto describe() {
    return members(
        member("target", &DisciplineContent::target), member("code", &DisciplineContent::code),
        member("discipline_version", &DisciplineContent::disciplineVersion),
        member("text", &DisciplineContent::text), member("text_customer", &DisciplineContent::textCustomer),
        member("clean_point", &DisciplineContent::cleanPoint),
        member("clean_point_date", &DisciplineContent::cleanPointDate),
        member("effect_criterion", &DisciplineContent::effectCriterion),
        member("effect_window", &DisciplineContent::effectWindow),
        member("effect_unit", &DisciplineContent::effectUnit),
        member("effect_sample", &DisciplineContent::effectSample),
        member("recognition", &DisciplineContent::recognition), member("team", &DisciplineContent::team),
        member("facts", &DisciplineContent::facts), member("is_nots", &DisciplineContent::isNots),
        member("sweep", &DisciplineContent::sweep), member("causes", &DisciplineContent::causes),
        member("why_steps", &DisciplineContent::whySteps),
        member("candidates", &DisciplineContent::candidates), member("actions", &DisciplineContent::actions),
        member("document_changes", &DisciplineContent::documentChanges),
        member("read_across", &DisciplineContent::readAcross));
  }
};

/// Saves the working content of a discipline that is open or rejected. Refused("discipline") while submitted
/// or approved, Refused("closed") on closed cases, Conflict when somebody saved the discipline meanwhile.
class SaveDiscipline {
 public:
  explicit SaveDiscipline(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const DisciplineContent& input);
  /// The content as stored, to start a form from.
  static DisciplineContent from(const CaseFile& file, DisciplineCode code);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
