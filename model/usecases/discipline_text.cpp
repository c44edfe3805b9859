#include "model/usecases/discipline_text.hpp"

#include <set>

#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_parts.hpp"

namespace octad::model {

namespace {

constexpr long long kBestScore = 5;     ///< of a candidate
constexpr long long kHighestFmea = 10;  ///< severity, occurrence, detection
constexpr long long kLongestWindow = 10'000'000;

/// Cleans the members of one row; knows the row's place for the names of the fields.
class RowCleaner {
 public:
  RowCleaner(std::string_view list, std::size_t index)
      : m_prefix(std::string(list) + '.' + std::to_string(index) + '.') {}

  std::string field(std::string_view name) const { return m_prefix + std::string(name); }
  void line(std::string& value, std::string_view name, bool required = false) const {
    value = cleanLine(value, field(name), kNameLength, required);
  }
  void text(std::string& value, std::string_view name, bool required = false) const {
    value = cleanText(value, field(name));
    if (required && value.empty())
      throw Invalid(field(name), tr("The text is needed: write it, or remove the row."));
  }
  void done(const std::optional<Date>& day, std::string_view name, Date today) const {
    if (day) requireDayUntil(*day, today, field(name));
  }
  void planned(const std::optional<Date>& day, std::string_view name) const {
    if (day) requireDay(*day, field(name));
  }
  void score(const std::optional<long long>& value, std::string_view name, long long best) const {
    if (value && (*value < 1 || *value > best))
      throw Invalid(field(name), {tr("Scores go from 1 to {0}."), {std::to_string(best)}});
  }

 private:
  std::string m_prefix;
};

void cleanTeam(std::vector<TeamMember>& team) {
  for (std::size_t i = 0; i < team.size(); ++i) {
    const RowCleaner clean("team", i);
    clean.line(team[i].name, "name", true);
    clean.line(team[i].department, "department");
    clean.line(team[i].contact, "contact");
  }
}

void cleanFacts(std::vector<Fact>& facts) {
  std::set<Question> seen;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const RowCleaner clean("facts", i);
    if (!seen.insert(facts[i].question).second)
      throw Invalid(clean.field("question"), {tr("The question \"{0}\" is answered twice. Keep one row."),
                                              {translated(labelOf(facts[i].question))}});
    clean.text(facts[i].answer, "answer");
    clean.text(facts[i].answerCustomer, "answer_customer");
  }
}

void cleanSweepRow(SweepRow& row, const RowCleaner& clean) {
  clean.text(row.notApplicable, "not_applicable");
  clean.line(row.riskAcceptedBy, "risk_accepted_by");
  requireQuantity(row.suspect, clean.field("suspect"));
  requireQuantity(row.ok, clean.field("ok"));
  requireQuantity(row.ng, clean.field("ng"));
  requireQuantity(row.rework, clean.field("rework"));
  requireQuantity(row.unreachable, clean.field("unreachable"));
  const std::string place = translated(labelOf(row.location));
  if (row.open() < 0)
    throw Invalid(clean.field("suspect"),
                  {tr("{0}: {1} pieces sorted or out of reach of {2} suspect ones cannot be."),
                   {place, std::to_string(row.suspect - row.open()), std::to_string(row.suspect)}});
  if (!row.notApplicable.empty() && row.suspect > 0)
    throw Invalid(
        clean.field("not_applicable"),
        {tr("{0}: either it does not apply, or pieces were counted. Clear one of the two."), {place}});
}

void cleanSweep(std::vector<SweepRow>& sweep) {
  std::set<SweepLocation> seen;
  for (std::size_t i = 0; i < sweep.size(); ++i) {
    const RowCleaner clean("sweep", i);
    if (!seen.insert(sweep[i].location).second)
      throw Invalid(clean.field("location"), {tr("The location \"{0}\" is there twice. Keep one row."),
                                              {translated(labelOf(sweep[i].location))}});
    cleanSweepRow(sweep[i], clean);
  }
}

void cleanCauses(std::vector<Cause>& causes, Date today) {
  for (std::size_t i = 0; i < causes.size(); ++i) {
    const RowCleaner clean("causes", i);
    clean.text(causes[i].text, "text", true);
    clean.text(causes[i].textCustomer, "text_customer");
    clean.text(causes[i].method, "method");
    clean.text(causes[i].proof, "proof");
    clean.line(causes[i].verifiedBy, "verified_by");
    clean.done(causes[i].verifiedOn, "verified_on", today);
  }
}

constexpr int kMostSteps = 1000;

void cleanWhySteps(std::vector<WhyStep>& steps) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const RowCleaner clean("why_steps", i);
    clean.text(steps[i].answer, "answer", true);
    clean.text(steps[i].evidence, "evidence");
    if (steps[i].position < 1 || steps[i].position > kMostSteps)
      throw Invalid(clean.field("position"), tr("The steps of a chain are numbered from 1 to 1000."));
  }
}

/// In D6 the words of an action are those of D5, whatever comes with the row.
void cleanAction(Action& action, const RowCleaner& clean, Date today, bool wordsNeeded) {
  clean.text(action.text, "text", wordsNeeded);
  clean.text(action.textCustomer, "text_customer");
  clean.line(action.owner, "owner");
  clean.text(action.proof, "proof");
  clean.text(action.effectivenessMethod, "effectiveness_method");
  clean.line(action.firstGoodLot, "first_good_lot");
  clean.line(action.checkedBy, "checked_by");
  clean.text(action.sideEffects, "side_effects");
  clean.text(action.proofBefore, "proof_before");
  clean.line(action.changeRecord, "change_record");
  clean.line(action.approvalRecord, "approval_record");
  clean.planned(action.dueOn, "due_on");
  clean.done(action.doneOn, "done_on", today);
  clean.done(action.checkedOn, "checked_on", today);
  if (action.effectiveness && (*action.effectiveness < 0 || *action.effectiveness > 100))
    throw Invalid(clean.field("effectiveness"), tr("The effectiveness is a percentage from 0 to 100."));
  if (!action.checkedBy.empty() && foldText(action.checkedBy) == foldText(action.owner))
    throw Invalid(clean.field("checked_by"),
                  {tr("{0} cannot check the own action: somebody else has to."), {action.owner}});
}

void cleanIsNots(std::vector<IsNot>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const RowCleaner clean("is_nots", i);
    clean.text(rows[i].isFact, "is_fact");
    clean.text(rows[i].isNot, "is_not");
    clean.text(rows[i].distinction, "distinction");
    clean.text(rows[i].changed, "changed");
  }
}

void cleanCandidates(std::vector<ActionCandidate>& candidates) {
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const RowCleaner clean("candidates", i);
    clean.text(candidates[i].text, "text", true);
    clean.text(candidates[i].reason, "reason");
    clean.score(candidates[i].effect, "effect", kBestScore);
    clean.score(candidates[i].risk, "risk", kBestScore);
    clean.score(candidates[i].cost, "cost", kBestScore);
    clean.score(candidates[i].time, "time", kBestScore);
  }
}

void cleanReadAcross(std::vector<ReadAcross>& rows, Date today) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const RowCleaner clean("read_across", i);
    clean.line(rows[i].subject, "subject", true);
    clean.line(rows[i].owner, "owner");
    clean.text(rows[i].answer, "answer");
    clean.planned(rows[i].dueOn, "due_on");
    clean.done(rows[i].answeredOn, "answered_on", today);
    if (rows[i].answeredOn && rows[i].answer.empty())
      throw Invalid(
          clean.field("answer"),
          {tr("{0}: write the answer: affected or not, and what is done there."), {rows[i].subject}});
  }
}

void cleanEffectPlan(DisciplineContent& content) {
  content.effectCriterion = cleanText(content.effectCriterion, "effect_criterion");
  if (content.effectWindow && (*content.effectWindow < 1 || *content.effectWindow > kLongestWindow))
    throw Invalid("effect_window", tr("How long the effect is watched is a number from 1 to 10,000,000."));
  if (content.effectWindow.has_value() != content.effectUnit.has_value())
    throw Invalid(content.effectWindow ? "effect_unit" : "effect_window",
                  tr("How long the effect is watched needs a number and a unit: days, lots or pieces."));
  if (content.effectSample) requireQuantity(*content.effectSample, "effect_sample");
}

void cleanDocumentChanges(std::vector<DocumentChange>& changes) {
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const RowCleaner clean("document_changes", i);
    clean.line(changes[i].document, "document");
    clean.line(changes[i].oldRevision, "old_revision");
    clean.line(changes[i].newRevision, "new_revision");
    clean.planned(changes[i].effectiveOn, "effective_on");
    clean.text(changes[i].notAffected, "not_affected");
    clean.score(changes[i].severityBefore, "severity_before", kHighestFmea);
    clean.score(changes[i].occurrenceBefore, "occurrence_before", kHighestFmea);
    clean.score(changes[i].detectionBefore, "detection_before", kHighestFmea);
    clean.score(changes[i].severityAfter, "severity_after", kHighestFmea);
    clean.score(changes[i].occurrenceAfter, "occurrence_after", kHighestFmea);
    clean.score(changes[i].detectionAfter, "detection_after", kHighestFmea);
    if (!changes[i].notAffected.empty() && !changes[i].newRevision.empty())
      throw Invalid(clean.field("not_affected"),
                    tr("A document that is not affected has no new revision. Clear one of the two."));
  }
}

}  // namespace

DisciplineContent cleanContent(const DisciplineContent& input, Date today) {
  DisciplineContent content = input;
  content.text = cleanText(input.text, "text");
  content.textCustomer = cleanText(input.textCustomer, "text_customer");
  content.cleanPoint = cleanLine(input.cleanPoint, "clean_point", kNameLength, false);
  if (content.cleanPointDate) requireDay(*content.cleanPointDate, "clean_point_date");
  cleanTeam(content.team);
  cleanFacts(content.facts);
  cleanIsNots(content.isNots);
  cleanSweep(content.sweep);
  cleanCauses(content.causes, today);
  cleanWhySteps(content.whySteps);
  for (std::size_t i = 0; i < content.actions.size(); ++i)
    cleanAction(content.actions[i], RowCleaner("actions", i), today, content.code != DisciplineCode::d6);
  cleanCandidates(content.candidates);
  cleanDocumentChanges(content.documentChanges);
  cleanReadAcross(content.readAcross, today);
  cleanEffectPlan(content);
  content.recognition = cleanText(content.recognition, "recognition");
  return content;
}

}  // namespace octad::model
