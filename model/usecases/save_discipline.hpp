#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// The whole content of one discipline as edited. Rows with id 0 or below are new (a why-step or action
/// refers to a new cause by its negative id), rows missing are removed, the others are compared. Members that
/// do not belong to `code` are ignored: D1 team; D2 facts; D3 sweep, containment actions, clean point; D4
/// causes, why-steps; D5 corrective actions (what, owner, due, cause); D6 the same actions (done, proof,
/// effect, first good lot, check); D7 preventive actions, document changes; D0, D8 narrative only.
struct DisciplineContent {
  CaseTarget target;  ///< target.version is not checked here: the discipline has its own
  DisciplineCode code = DisciplineCode::d0;
  long long disciplineVersion = 0;  ///< row version of the discipline the user saw; 0: do not check
  std::string text;
  std::string textCustomer;
  std::string cleanPoint;
  std::optional<Date> cleanPointDate;
  std::vector<TeamMember> team;
  std::vector<Fact> facts;
  std::vector<SweepRow> sweep;
  std::vector<Cause> causes;
  std::vector<WhyStep> whySteps;
  std::vector<Action> actions;
  std::vector<DocumentChange> documentChanges;

  static constexpr auto describe() {
    return members(
        member("target", &DisciplineContent::target), member("code", &DisciplineContent::code),
        member("discipline_version", &DisciplineContent::disciplineVersion),
        member("text", &DisciplineContent::text), member("text_customer", &DisciplineContent::textCustomer),
        member("clean_point", &DisciplineContent::cleanPoint),
        member("clean_point_date", &DisciplineContent::cleanPointDate),
        member("team", &DisciplineContent::team), member("facts", &DisciplineContent::facts),
        member("sweep", &DisciplineContent::sweep), member("causes", &DisciplineContent::causes),
        member("why_steps", &DisciplineContent::whySteps), member("actions", &DisciplineContent::actions),
        member("document_changes", &DisciplineContent::documentChanges));
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
